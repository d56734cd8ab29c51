//! The data in an agreement, and the published description of it, say the same.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

#[path = "samples/mod.rs"]
mod samples;

use goodterms_paper::render_pdf;
use goodterms_terms::plan::PlanPaper;
use lopdf::{Document, Object};
use serde_json::Value;

const SCHEMA: &str = include_str!("../plan.schema.json");

/// Why a value does not fit a schema. A word of JSON Schema that this does not know stops the test.
fn misfit(root: &Value, schema: &Value, value: &Value, path: &str) -> Option<String> {
    for (word, wanted) in schema.as_object().unwrap() {
        let fits = match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let place = wanted.as_str().unwrap().trim_start_matches('#');
                match misfit(root, root.pointer(place).unwrap(), value, path) {
                    None => true,
                    why => return why,
                }
            }
            "const" => value == wanted,
            "type" => match wanted.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_u64(),
                other => panic!("{other}"),
            },
            "minimum" => value.as_u64() >= wanted.as_u64(),
            "pattern" => matches(wanted.as_str().unwrap(), value.as_str().unwrap_or_default()),
            "required" => {
                wanted.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
            }
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                value.as_object().is_some_and(|fields| fields.keys().all(|name| known.contains_key(name)))
            }
            "properties" => {
                for (name, part) in wanted.as_object().unwrap() {
                    let Some(field) = value.get(name) else { continue };
                    if let Some(why) = misfit(root, part, field, &format!("{path}/{name}")) {
                        return Some(why);
                    }
                }
                true
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    if let Some(why) = misfit(root, wanted, item, &format!("{path}/{at}")) {
                        return Some(why);
                    }
                }
                true
            }
            other => panic!("{other} is no word this reader knows"),
        };
        if !fits {
            return Some(format!("{path}: {word}"));
        }
    }
    None
}

/// The few patterns of the schema.
fn matches(pattern: &str, text: &str) -> bool {
    let all = |text: &str, of: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|byte| of(&byte));
    match pattern {
        "^[a-z]{2}$" => text.len() == 2 && all(text, u8::is_ascii_lowercase),
        "^[A-Z]{3}$" => text.len() == 3 && all(text, u8::is_ascii_uppercase),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            text.split('-').map(str::len).eq([4, 2, 2])
                && text.split('-').all(|part| all(part, u8::is_ascii_digit))
        }
        "^-?[0-9]+([.][0-9]+)?$" => {
            let positive = text.strip_prefix('-').unwrap_or(text);
            positive.split('.').count() < 3 && positive.split('.').all(|part| all(part, u8::is_ascii_digit))
        }
        other => panic!("{other}"),
    }
}

/// The one file attached to a PDF, with how it is said to relate to it.
fn attached(bytes: &[u8]) -> (String, Vec<u8>) {
    let file = Document::load_mem(bytes).unwrap();
    let catalog = file.catalog().unwrap();
    let specification = catalog.get(b"AF").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    let specification = file.get_dictionary(specification).unwrap();
    let relationship = specification.get(b"AFRelationship").unwrap().as_name().unwrap();
    let embedded = specification.get(b"EF").unwrap().as_dict().unwrap().get(b"UF").unwrap();
    let stream = file.get_object(embedded.as_reference().unwrap()).and_then(Object::as_stream).unwrap();
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    (String::from_utf8(relationship.to_vec()).unwrap(), content)
}

#[test]
fn an_agreement_carries_its_data_and_the_data_fits_its_description() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for plan in [samples::agreement(), samples::french::agreement()] {
        let (relationship, data) = attached(&render_pdf(&plan.document()).bytes);
        assert_eq!(
            (relationship.as_str(), std::str::from_utf8(&data).unwrap()),
            ("Data", plan.plan.as_str())
        );
        assert!(PlanPaper::read(&plan.plan).is_ok());
        let value: Value = serde_json::from_slice(&data).unwrap();
        assert_eq!(misfit(&schema, &schema, &value, ""), None);
    }
}

#[test]
fn the_description_refuses_what_is_no_plan() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let right: Value = serde_json::from_str(&samples::agreement().plan).unwrap();
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut plan = right.clone();
        change(&mut plan);
        misfit(&schema, &schema, &plan, "")
    };
    assert_eq!(broken(&|_| {}), None);
    assert!(broken(&|plan| plan["schema"] = "goodterms.plan/2".into()).is_some());
    assert!(broken(&|plan| plan["total"] = "1,00".into()).is_some());
    assert!(broken(&|plan| plan["made_on"] = "17.11.2026".into()).is_some());
    assert!(broken(&|plan| plan["instalments"][0]["n"] = (-1).into()).is_some());
    assert!(broken(&|plan| plan["client"]["iban"] = "DE".into()).is_some());
    assert!(broken(&|plan| drop(plan.as_object_mut().unwrap().remove("clauses"))).is_some());
}
