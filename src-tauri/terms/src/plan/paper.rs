//! What an agreement says, as data: the canonical `plan.json` that is embedded in the PDF and whose hash
//! is the fingerprint.
//!
//! The schema is `goodterms.plan/1`. Amounts are decimal strings in the currency's own precision, days are
//! `YYYY-MM-DD`, and nothing in it is random or tied to one book: the same agreement always hashes alike.
//! Canonical means: keys sorted, no spaces, UTF-8, strings escaped no more than JSON requires.

use super::fingerprint::Fingerprint;
use super::quote::Instalment;
use crate::day::Day;
use crate::money::{Currency, Money};
use crate::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt::Write;

/// The schema this product writes.
pub const SCHEMA: &str = "goodterms.plan/1";

/// The whole content of one version of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanPaper {
    /// [`SCHEMA`].
    pub schema: String,
    /// The plan's own short name in the business's papers, such as `PLAN-2026-014`.
    pub plan: String,
    /// 1 for the first version.
    pub version: u32,
    /// The fingerprint of the version this one takes the place of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub replaces: Option<String>,
    /// The day it was made out.
    pub made_on: Day,
    /// The language it is written in, as an ISO 639-1 code.
    pub language: String,
    /// Whose money it is.
    pub business: PaperParty,
    /// Who pays.
    pub client: PaperParty,
    /// The one currency of every amount.
    pub currency: Currency,
    /// The invoices covered, in the order payments pay them.
    pub invoices: Vec<PaperInvoice>,
    /// What is promised, in order; a down payment has the number 0.
    pub instalments: Vec<PaperInstalment>,
    /// All instalments together.
    pub total: String,
    /// The part of it that pays for time.
    pub interest: String,
    /// Percent a year, if interest is charged.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub annual_rate: Option<String>,
    /// Days after the due day before an instalment counts as missed.
    pub grace_days: u32,
    /// Days a notice leaves to make a missed instalment good.
    pub cure_days: u32,
    /// The clauses as printed, in order.
    pub clauses: Vec<PaperClause>,
}

/// A party as named in the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperParty {
    /// The registered name.
    pub name: String,
    /// The company or trade register's number, or empty.
    pub registration: String,
    /// The address, line by line.
    pub address: Vec<String>,
}

/// One invoice of the schedule of invoices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperInvoice {
    /// As printed on it.
    pub number: String,
    /// The day it was issued.
    pub issued: Day,
    /// The day it was due.
    pub due: Day,
    /// Its total.
    pub total: String,
    /// What of it the plan covers.
    pub covered: String,
}

/// One line of the schedule of instalments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperInstalment {
    /// 0 for a down payment.
    pub n: u32,
    /// The day it is due.
    pub due: Day,
    /// What is paid.
    pub amount: String,
    /// The part that pays the debt.
    pub principal: String,
    /// The part that pays for time.
    pub interest: String,
}

impl From<&Instalment> for PaperInstalment {
    fn from(instalment: &Instalment) -> Self {
        Self {
            n: instalment.n,
            due: instalment.due,
            amount: instalment.amount.to_string(),
            principal: instalment.principal.to_string(),
            interest: instalment.interest.to_string(),
        }
    }
}

/// One clause as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperClause {
    /// Its stable name.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub paragraphs: Vec<String>,
}

impl PlanPaper {
    /// The canonical JSON, as embedded and hashed.
    pub fn canonical_json(&self) -> String {
        // A struct of strings, numbers and lists always has a JSON form.
        let value = serde_json::to_value(self).unwrap_or_default();
        let mut written = String::new();
        write_canonical(&value, &mut written);
        written
    }

    /// The fingerprint printed on every page.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.canonical_json().as_bytes())
    }

    /// Reads a `plan.json` back, for example from a returned PDF.
    ///
    /// # Errors
    /// [`Code::PlanPaperUnreadable`] when it is no such file, is of another schema, or its amounts do not
    /// add up.
    pub fn read(json: &str) -> Result<Self, Refusal> {
        let unreadable = |why: &str| {
            Refusal::input(Code::PlanPaperUnreadable, format!("the agreement's data cannot be read: {why}"))
        };
        let value: Value = serde_json::from_str(json).map_err(|_| unreadable("it is not JSON"))?;
        match value.get("schema").and_then(Value::as_str) {
            Some(SCHEMA) => {}
            Some(other) => {
                return Err(unreadable(&format!(
                    "it is written as {other}, and this version reads {SCHEMA}"
                )));
            }
            None => return Err(unreadable("it does not say what it is")),
        }
        let paper: Self = serde_json::from_value(value).map_err(|error| unreadable(&error.to_string()))?;
        if paper.adds_up() { Ok(paper) } else { Err(unreadable("its amounts do not add up")) }
    }

    /// Whether the instalments come to the total, and their principal to what is covered.
    fn adds_up(&self) -> bool {
        let sum = |texts: &mut dyn Iterator<Item = &String>| -> Option<Money> {
            let amounts = texts.map(|text| Money::parse(text, self.currency));
            amounts.reduce(|sum, next| sum?.plus(next?)).and_then(Result::ok)
        };
        let amounts = sum(&mut self.instalments.iter().map(|i| &i.amount));
        let principal = sum(&mut self.instalments.iter().map(|i| &i.principal));
        let interest = sum(&mut self.instalments.iter().map(|i| &i.interest));
        amounts.is_some()
            && amounts == Money::parse(&self.total, self.currency).ok()
            && interest == Money::parse(&self.interest, self.currency).ok()
            && principal == sum(&mut self.invoices.iter().map(|invoice| &invoice.covered))
    }
}

/// Writes JSON with sorted keys and no spaces. Sorting is done here, because whether a JSON map keeps its
/// order depends on a feature that any other crate can switch on.
fn write_canonical(value: &Value, to: &mut String) {
    match value {
        Value::Array(items) => {
            to.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    to.push(',');
                }
                write_canonical(item, to);
            }
            to.push(']');
        }
        Value::Object(fields) => {
            let mut sorted: Vec<(&String, &Value)> = fields.iter().collect();
            sorted.sort_by_key(|(key, _)| *key);
            to.push('{');
            for (index, (key, field)) in sorted.into_iter().enumerate() {
                if index > 0 {
                    to.push(',');
                }
                // Displaying a JSON value writes it compactly; writing to a string cannot fail.
                let _ = write!(to, "{}:", Value::from(key.as_str()));
                write_canonical(field, to);
            }
            to.push('}');
        }
        scalar => {
            let _ = write!(to, "{scalar}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn paper() -> PlanPaper {
        let day = |text: &str| crate::day::parse(text).unwrap();
        let instalment = |n, due: &str, amount: &str| PaperInstalment {
            n,
            due: day(due),
            amount: amount.to_owned(),
            principal: amount.to_owned(),
            interest: "0.00".to_owned(),
        };
        PlanPaper {
            schema: SCHEMA.to_owned(),
            plan: "PLAN-7".to_owned(),
            version: 1,
            replaces: None,
            made_on: day("2026-11-22"),
            language: "en".to_owned(),
            business: PaperParty { name: "Alder & Finch".to_owned(), ..PaperParty::default() },
            client: PaperParty { name: "Caf\u{e9} \u{201c}Nord\u{201d}".to_owned(), ..PaperParty::default() },
            currency: Currency::from_code("EUR").unwrap(),
            invoices: vec![PaperInvoice {
                number: "A-1".to_owned(),
                issued: day("2026-08-01"),
                due: day("2026-08-31"),
                total: "100.00".to_owned(),
                covered: "100.00".to_owned(),
            }],
            instalments: vec![instalment(1, "2026-12-22", "50.00"), instalment(2, "2027-01-22", "50.00")],
            total: "100.00".to_owned(),
            interest: "0.00".to_owned(),
            annual_rate: None,
            grace_days: 7,
            cure_days: 14,
            clauses: vec![PaperClause {
                id: "thanks".to_owned(),
                title: "Thank you".to_owned(),
                paragraphs: vec!["Line one\nline \\ two".to_owned()],
            }],
        }
    }

    #[test]
    fn the_canonical_form_is_fixed_to_the_byte() {
        let json = paper().canonical_json();
        assert!(json.starts_with(r#"{"business":{"address":[],"name":"Alder & Finch","registration":""},"clauses":[{"id":"thanks""#), "{json}");
        assert!(!json.contains("replaces") && !json.contains(": "), "{json}");
        // Changing the schema changes every fingerprint ever printed: that needs a new schema name.
        assert_eq!(paper().fingerprint().to_string(), "39C537V6-XV11-WK73-GW3W");
    }

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let written = paper().canonical_json();
        let read = PlanPaper::read(&written).unwrap();
        assert_eq!((&read, read.canonical_json()), (&paper(), written));
    }

    #[test]
    fn other_files_and_changed_amounts_are_refused() {
        let refused = |json: &str| PlanPaper::read(json).unwrap_err();
        let written = paper().canonical_json();
        let changed = written.replacen(r#""amount":"50.00""#, r#""amount":"40.00""#, 1);
        assert!(refused(&changed).message.contains("add up"));
        assert!(refused(&written.replace("plan/1", "plan/9")).message.contains("plan/9"));
        for other in ["", "{}", "[]", "null", r#"{"schema":"goodterms.plan/1"}"#] {
            assert_eq!(refused(other).code, Code::PlanPaperUnreadable);
        }
    }

    proptest! {
        #[test]
        fn any_change_changes_the_fingerprint(name in "\\PC{0,30}", grace in 0_u32..60, version in 1_u32..9) {
            let mut other = paper();
            other.client.name = name;
            other.grace_days = grace;
            other.version = version;
            prop_assert_eq!(other == paper(), other.fingerprint() == paper().fingerprint());
            prop_assert_eq!(PlanPaper::read(&other.canonical_json()).unwrap(), other);
        }

        #[test]
        fn reading_never_panics(text in ".{0,200}") {
            let _ = PlanPaper::read(&text);
        }
    }
}
