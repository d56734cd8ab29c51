//! Which styles of an Excel workbook show a day: days are stored as numbers, and only the style tells.

use super::xml::{Parts, Step, attribute, part};
use goodterms_terms::Refusal;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// For each style of cells: whether it shows a day.
pub(super) fn date_styles(parts: &mut Parts<'_>, name: &str) -> Result<Vec<bool>, Refusal> {
    let Some(mut walk) = part(parts, name)? else { return Ok(Vec::new()) };
    let mut own: HashMap<u32, bool> = HashMap::new();
    let (mut styles, mut within) = (Vec::new(), false);
    let number = |e: &BytesStart<'_>, name| attribute(e, name).and_then(|v| v.parse::<u32>().ok());
    loop {
        match walk.step()? {
            Step::Open(e) => match e.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (number(&e, "numFmtId"), attribute(&e, "formatCode")) {
                        own.insert(id, shows_a_day(&code));
                    }
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = number(&e, "numFmtId").unwrap_or(0);
                    // 18.8.30: the formats every program knows by number; 45 to 47 and 18 to 21 are times.
                    let known = matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58);
                    styles.push(own.get(&id).copied().unwrap_or(known));
                }
                _ => {}
            },
            Step::Close(e) => within &= e.local_name().as_ref() != "cellXfs",
            Step::End => return Ok(styles),
            Step::Text(_) | Step::Other => {}
        }
    }
}

/// Whether a number format shows day or year: `d` or `y` outside quotes, brackets and escapes.
fn shows_a_day(code: &str) -> bool {
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|&c| c == '"')),
            '[' => drop(chars.by_ref().find(|&c| c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            'd' | 'D' | 'y' | 'Y' => return true,
            ';' => return false, // what follows is for negative numbers
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_others() {
        for code in ["dd/mm/yyyy", "[$-409]mmm yy", "\"on \"d", "yyyy\\-mm"] {
            assert!(shows_a_day(code), "{code}");
        }
        for code in ["0.00", "\"day\"0", "[Red]0", "#,##0\\d", "General", "h:mm", "0;[Red]dd"] {
            assert!(!shows_a_day(code), "{code}");
        }
    }
}
