//! The short name of exactly one version of an agreement, printed on each of its pages.

use crate::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// Crockford's letters: no I, L, O or U, so that a printed code can be read aloud and typed back.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters in a fingerprint: 100 bits of the hash.
const LENGTH: usize = 20;

/// Where the hyphens go: the first eight letters stay unbroken.
const GROUPS: [std::ops::Range<usize>; 4] = [0..8, 8..12, 12..16, 16..20];

/// The first 100 bits of the SHA-256 of a canonical `plan.json`, as `7K3M9QWX-4T2P-8HBN-R5VD`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let hash = Sha256::digest(bytes);
        let bits = hash.iter().flat_map(|byte| (0..8).rev().map(move |shift| byte >> shift & 1));
        let bits: Vec<u8> = bits.take(LENGTH * 5).collect();
        let letter = |five: &[u8]| five.iter().fold(0_usize, |value, bit| value << 1 | usize::from(*bit));
        let letters =
            bits.chunks(5).filter_map(|five| LETTERS.get(letter(five))).map(|byte| char::from(*byte));
        Self(letters.collect())
    }

    /// The first eight letters, which stand unbroken on every page.
    pub fn short(&self) -> &str {
        self.0.get(..8).unwrap_or(&self.0)
    }

    /// Whether a text, such as what was read from a returned page, carries these first eight letters.
    /// Case and the letters people confuse (O and 0, I, L and 1) do not matter.
    pub fn is_named_in(&self, text: &str) -> bool {
        let tidy: String = text.chars().filter_map(tidied).collect();
        tidy.contains(self.short())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<&str> = GROUPS.into_iter().filter_map(|group| self.0.get(group)).collect();
        f.write_str(&groups.join("-"))
    }
}

impl FromStr for Fingerprint {
    type Err = Refusal;

    /// Reads a whole fingerprint, with or without hyphens and spaces, in any case.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let unreadable = || {
            Refusal::input(
                Code::FingerprintUnreadable,
                format!("\u{201c}{text}\u{201d} is not a fingerprint"),
            )
            .hint("It is printed at the foot of every page and looks like 7K3M9QWX-4T2P-8HBN-R5VD.")
        };
        let separators = [' ', '-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{a0}'];
        let letters = text.chars().filter(|c| !separators.contains(c)).map(tidied);
        let letters: String = letters.collect::<Option<_>>().ok_or_else(unreadable)?;
        if letters.len() == LENGTH { Ok(Self(letters)) } else { Err(unreadable()) }
    }
}

/// The letter meant, if it is one.
fn tidied(letter: char) -> Option<char> {
    let meant = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(meant).ok().filter(|byte| LETTERS.contains(byte)).map(char::from)
}

impl Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// SHA-256 of "abc" begins ba7816bf 8f01cfea 4141…: 10111 01001 11100 00001 01101 01111 11100 01111 …
    #[test]
    fn it_is_the_start_of_the_hash_in_letters_one_can_read_aloud() {
        let fingerprint = Fingerprint::of(b"abc");
        assert_eq!(fingerprint.short(), "Q9W1DFWF");
        assert_eq!(fingerprint.to_string().len(), 23);
        assert!(fingerprint.to_string().starts_with("Q9W1DFWF-"));
    }

    #[test]
    fn it_is_read_back_however_it_was_typed() {
        let fingerprint = Fingerprint::of(b"abc");
        for typed in [
            fingerprint.to_string(),
            fingerprint.to_string().to_lowercase(),
            fingerprint.to_string().replace('-', " "),
            fingerprint.to_string().replace('-', "").replace('0', "O").replace('1', "l"),
        ] {
            assert_eq!(typed.parse::<Fingerprint>().unwrap(), fingerprint, "{typed}");
        }
        for wrong in ["", "Q9W1DFWF", "Q9W1DFWF-0000-0000-000U", "Q9W1DFWF-0000-0000-00000"] {
            assert_eq!(wrong.parse::<Fingerprint>().unwrap_err().code, Code::FingerprintUnreadable);
        }
        assert!(fingerprint.is_named_in("Page 2 of 3 \u{b7} v1 \u{b7} q9wldfwf"));
        assert!(!fingerprint.is_named_in("Page 2 of 3 \u{b7} v1 \u{b7} Q9W1DFW0"));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in ".{0,60}") {
            let _ = text.parse::<Fingerprint>();
            let _ = Fingerprint::of(text.as_bytes()).is_named_in(&text);
        }
    }
}
