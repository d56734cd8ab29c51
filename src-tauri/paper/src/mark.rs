//! The mark of a page: what the QR code at its foot says, and the one place that writes and reads it.
//!
//! ```text
//! GOODTERMS:PLAN-2026-014/1/7K3M9QWX-4T2P-8HBN-R5VD/2/3
//!           reference   version    fingerprint    page/pages
//! ```
//!
//! It names one page of one version of one agreement, so that a page that comes back from a printer, a pen and
//! a scanner is known again. Everything between the slashes is percent-encoded (RFC 3986, section 2.1)
//! but for capitals, digits, `-` and `.`: so all of it is of the characters a QR code packs most tightly (ISO/IEC
//! 18004, alphanumeric mode), the code has fewer modules, and coarse scanners still see each of them.

use goodterms_terms::{Code, Refusal};
use std::fmt;
use std::str::FromStr;

/// What every mark begins with.
const START: &str = "GOODTERMS:";

/// More than any reference needs, and less than a QR code of readable size holds.
const LONGEST: usize = 600;

/// Names one page of one version of an agreement. [`fmt::Display`] writes it, [`FromStr`] reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageMark {
    /// The plan's own reference.
    pub reference: String,
    /// The version, counted from 1.
    pub version: u32,
    /// The fingerprint of that version as it is printed.
    pub fingerprint: String,
    /// The page, counted from 1.
    pub page: u32,
    /// How many pages the version has.
    pub pages: u32,
}

impl PageMark {
    /// Whether two pages belong to the same version of the same agreement.
    pub fn is_beside(&self, other: &Self) -> bool {
        (&self.reference, self.version, &self.fingerprint, self.pages)
            == (&other.reference, other.version, &other.fingerprint, other.pages)
    }
}

impl fmt::Display for PageMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reference, version, fingerprint, page, pages } = self;
        write!(f, "{START}{}/{version}/{}/{page}/{pages}", encoded(reference), encoded(fingerprint))
    }
}

impl FromStr for PageMark {
    type Err = Refusal;

    /// Reads a mark; nothing but what [`fmt::Display`] writes is one.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts = || {
            let rest = text.strip_prefix(START).filter(|_| text.len() <= LONGEST)?;
            let parts: Vec<&str> = rest.split('/').collect();
            let [reference, version, fingerprint, page, pages] = parts.as_slice() else { return None };
            let mark = Self {
                reference: decoded(reference)?,
                version: counted(version)?,
                fingerprint: decoded(fingerprint)?,
                page: counted(page)?,
                pages: counted(pages)?,
            };
            (mark.page <= mark.pages).then_some(mark)
        };
        parts().ok_or_else(|| {
            let shown: String = text.chars().take(80).collect();
            Refusal::input(
                Code::PageMarkUnreadable,
                format!("\u{201c}{shown}\u{201d} is not the code of a page of an agreement."),
            )
            .hint("The code stands at the foot of every page and begins with GOODTERMS:")
        })
    }
}

const fn stands_for_itself(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.')
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| {
        if stands_for_itself(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(byte).collect()
}

/// Only what [`encoded`] writes is read: a mark has one spelling.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let code = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(code, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok().filter(|read| !read.is_empty() && encoded(read) == text)
}

/// A number from 1, written plainly.
fn counted(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark() -> PageMark {
        PageMark {
            reference: "PLAN-2026-014".into(),
            version: 1,
            fingerprint: "7K3M9QWX-4T2P-8HBN-R5VD".into(),
            page: 2,
            pages: 3,
        }
    }

    #[test]
    fn it_is_written_as_documented_and_read_back() {
        let text = "GOODTERMS:PLAN-2026-014/1/7K3M9QWX-4T2P-8HBN-R5VD/2/3";
        assert_eq!(mark().to_string(), text);
        assert_eq!(text.parse::<PageMark>().unwrap(), mark());
        let other = PageMark { reference: "PLAN 7/26 Łó".into(), ..mark() };
        assert!(other.to_string().starts_with("GOODTERMS:PLAN%207%2F26%20%C5%81%C3%B3/1/"));
        assert_eq!(other.to_string().parse::<PageMark>().unwrap(), other);
    }

    /// A code of version 3 has 29 modules a side; its 61 characters hold every number the app gives out.
    #[test]
    fn it_is_short_enough_for_a_coarse_code() {
        let long =
            PageMark { reference: "PLAN-2026-12345".into(), version: 12, page: 10, pages: 12, ..mark() };
        assert_eq!(crate::codes::qr::encoded(&long.to_string(), 3).unwrap().size(), 29);
    }

    #[test]
    fn pages_know_their_neighbours() {
        assert!(mark().is_beside(&PageMark { page: 3, ..mark() }));
        assert!(!mark().is_beside(&PageMark { version: 2, ..mark() }));
        assert!(!mark().is_beside(&PageMark { pages: 4, ..mark() }));
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in [
            "",
            "https://example.org/",
            "GOODTERMS:",
            "GOODTERMS:A/1/F/2",
            "GOODTERMS:A/1/F/2/3/4",
            "GOODTERMS:A/0/F/1/1",
            "GOODTERMS:A/01/F/1/1",
            "GOODTERMS:A/+1/F/1/1",
            "GOODTERMS:A/1/F/4/3",
            "GOODTERMS:/1/F/1/1",
            "GOODTERMS:A b/1/F/1/1",
            "GOODTERMS:a/1/F/1/1",
            "goodterms:A/1/F/1/1",
            "GOODTERMS:%41/1/F/1/1",
            "GOODTERMS:%2f/1/F/1/1",
            "GOODTERMS:%C5/1/F/1/1",
            "GOODTERMS:A%2/1/F/1/1",
            "GOODTERMS:A/99999999999/F/1/1",
        ] {
            assert_eq!(wrong.parse::<PageMark>().unwrap_err().code, Code::PageMarkUnreadable, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_mark_comes_back(reference in "\\PC{1,40}", version in 1_u32.., page in 1_u32..500, more in 0_u32..500) {
            let mark = PageMark { reference, version, page, pages: page + more, ..mark() };
            prop_assert_eq!(mark.to_string().parse::<PageMark>().unwrap(), mark);
        }

        #[test]
        fn a_text_that_is_a_mark_is_written_as_it_was(text in "GOODTERMS:[A-Za-z0-9%/~.-]{0,40}") {
            if let Ok(mark) = text.parse::<PageMark>() {
                prop_assert_eq!(mark.to_string(), text);
            }
        }
    }
}
