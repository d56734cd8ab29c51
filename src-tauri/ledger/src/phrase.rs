//! The 24 recovery words: the book's key in a form that can be written on paper.
//!
//! They are BIP-39 words (English list): 256 bits of key and an 8-bit checksum, eleven bits a word.

use crate::error::{CannotOpen, LedgerError, OpenCode, Result};
use crate::key::BookKey;
use bip0039::{English, Mnemonic};
use zeroize::Zeroizing;

/// How many words there are.
pub const WORDS: usize = 24;

/// The recovery words. Cannot be printed by accident or cloned, and is overwritten when dropped.
pub struct Phrase(Mnemonic<English>);

/// Why words are not a recovery phrase. Names places, never the words given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Not 24 words.
    #[error("a recovery phrase has 24 words; {found} were given")]
    WordCount {
        /// How many were given.
        found: usize,
    },
    /// A word is not in the list.
    #[error("word {position} is not a recovery word")]
    UnknownWord {
        /// Which, counted from 1.
        position: usize,
        /// Words of the list that look like it, closest first.
        candidates: Vec<String>,
    },
    /// All are words of the list, but not these or not in this order.
    #[error("these words do not belong together: one is wrong, or two have changed places")]
    Checksum,
}

impl Phrase {
    /// The words that say `key`.
    ///
    /// # Errors
    /// None that a 256-bit key can cause.
    pub fn of(key: &BookKey) -> Result<Self> {
        Mnemonic::from_entropy(key.as_bytes().to_vec())
            .map(Self)
            .map_err(|_| LedgerError::unexpected("a key that words cannot say"))
    }

    /// Reads words as people write them: any case, any space or line breaks, numbered or with commas,
    /// and cut to their first four letters or more.
    ///
    /// # Errors
    /// [`PhraseError`], the first that applies in reading order.
    pub fn parse(text: &str) -> std::result::Result<Self, PhraseError> {
        let lower = Zeroizing::new(text.to_lowercase());
        let given: Vec<&str> =
            lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        if given.len() != WORDS {
            return Err(PhraseError::WordCount { found: given.len() });
        }
        // Room for the longest words, so that nothing is moved and left behind.
        let mut phrase = Zeroizing::new(String::with_capacity(WORDS * 9));
        for (word, position) in given.iter().zip(1..) {
            let whole = whole_word(word)
                .ok_or_else(|| PhraseError::UnknownWord { position, candidates: words_like(word) })?;
            if position > 1 {
                phrase.push(' ');
            }
            phrase.push_str(whole);
        }
        Mnemonic::from_phrase(phrase.as_str()).map(Self).map_err(|_| PhraseError::Checksum)
    }

    /// The key the words say.
    ///
    /// # Errors
    /// None that 24 words can cause.
    pub fn key(&self) -> Result<BookKey> {
        let bytes = self.0.entropy().try_into();
        bytes.map(BookKey::from_bytes).map_err(|_| LedgerError::unexpected("words that say no key"))
    }

    /// The words with single spaces, for the kit. The caller shows them once and keeps no copy.
    pub fn reveal(&self) -> &str {
        self.0.phrase()
    }
}

impl std::fmt::Debug for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Phrase(…)")
    }
}

/// The word of the list that is meant: itself, or the one its first four letters or more belong to.
fn whole_word(given: &str) -> Option<&'static str> {
    let words = English::words();
    if let Ok(found) = words.binary_search(&given) {
        return words.get(found).copied();
    }
    if given.len() < 4 {
        return None;
    }
    let mut meant = words.iter().filter(|word| word.starts_with(given));
    meant.next().filter(|_| meant.next().is_none()).copied()
}

/// Up to three words at most two slips of the pen away, closest first.
fn words_like(given: &str) -> Vec<String> {
    let mut near: Vec<(usize, &str)> = English::words()
        .iter()
        .map(|word| (strsim::osa_distance(given, word), *word))
        .filter(|(slips, _)| *slips <= 2)
        .collect();
    near.sort_unstable();
    near.into_iter().take(3).map(|(_, word)| word.to_owned()).collect()
}

impl From<PhraseError> for CannotOpen {
    fn from(why: PhraseError) -> Self {
        let (code, hint) = match &why {
            PhraseError::WordCount { .. } => {
                (OpenCode::PhraseWordCount, "Give all 24 words of the recovery kit.")
            }
            PhraseError::UnknownWord { .. } => {
                (OpenCode::PhraseWordUnknown, "Compare it with the recovery kit.")
            }
            PhraseError::Checksum => {
                (OpenCode::PhraseChecksum, "Compare every word with the recovery kit, in order.")
            }
        };
        let mut answer = Self::new(code, why.to_string()).hint(hint);
        if let PhraseError::UnknownWord { candidates, .. } = why {
            answer.candidates = candidates;
        }
        answer
    }
}

impl From<PhraseError> for LedgerError {
    fn from(why: PhraseError) -> Self {
        CannotOpen::from(why).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> (BookKey, Vec<String>) {
        let key = BookKey::from_bytes(&std::array::from_fn(|i| u8::try_from(i * 7 % 256).unwrap()));
        let words = Phrase::of(&key).unwrap().reveal().split(' ').map(str::to_owned).collect();
        (key, words)
    }

    /// The published vectors of BIP-39: sixty-four zeros, and all ones.
    #[test]
    fn the_words_are_those_of_the_standard() {
        let zeros = Phrase::of(&BookKey::from_bytes(&[0; 32])).unwrap();
        assert_eq!(zeros.reveal(), format!("{}art", "abandon ".repeat(23)));
        let ones = Phrase::of(&BookKey::from_bytes(&[0xff; 32])).unwrap();
        assert_eq!(ones.reveal(), format!("{}vote", "zoo ".repeat(23)));
    }

    #[test]
    fn words_are_read_as_people_write_them() {
        let (key, words) = sample();
        let numbered: Vec<String> =
            words.iter().zip(1..).map(|(w, n)| format!("{n}. {}", w.to_uppercase())).collect();
        let cut: Vec<String> = words.iter().map(|w| w.chars().take(4).collect()).collect();
        for text in [
            words.join(" "),
            format!("\n\t {} \r\n", words.join("\r\n  ")),
            words.join(", "),
            numbered.join("\n"),
            cut.join(" "),
        ] {
            assert_eq!(Phrase::parse(&text).unwrap().key().unwrap(), key);
        }
        assert_eq!(format!("{:?}", Phrase::parse(&words.join(" ")).unwrap()), "Phrase(…)");
    }

    #[test]
    fn each_slip_has_its_own_answer() {
        let (_, words) = sample();
        let parse = |words: &[String]| Phrase::parse(&words.join(" ")).unwrap_err();
        assert_eq!(parse(&words[..23]), PhraseError::WordCount { found: 23 });
        assert_eq!(Phrase::parse("").unwrap_err(), PhraseError::WordCount { found: 0 });

        let mut misspelt = words.clone();
        misspelt[16] = "abandn".to_owned();
        let PhraseError::UnknownWord { position: 17, candidates } = parse(&misspelt) else { panic!() };
        assert_eq!(candidates.first().map(String::as_str), Some("abandon"));
        assert!(!parse(&misspelt).to_string().contains("abandn"), "the words themselves are not repeated");

        // Two neighbours change places, a word is another of the list: 1 in 256 of these passes the
        // checksum and says another key; none may say the right one.
        let (key, _) = sample();
        let mut caught = 0;
        for place in 0..23 {
            let mut swapped = words.clone();
            swapped.swap(place, place + 1);
            let mut replaced = words.clone();
            replaced[place] = if words[place] == "zebra" { "zone" } else { "zebra" }.to_owned();
            for wrong in [swapped, replaced] {
                match Phrase::parse(&wrong.join(" ")) {
                    Err(why) => caught += usize::from(why == PhraseError::Checksum),
                    Ok(other) => assert!(wrong == words || other.key().unwrap() != key),
                }
            }
        }
        assert!(caught >= 43, "the checksum caught {caught} of 46");
    }

    #[test]
    fn every_key_comes_back_from_its_words() {
        for _ in 0..500 {
            let key = BookKey::generate().unwrap();
            let words = Phrase::of(&key).unwrap();
            assert_eq!(Phrase::parse(words.reveal()).unwrap().key().unwrap(), key);
        }
    }
}
