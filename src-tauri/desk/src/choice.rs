//! Words a person chooses among.

use goodterms_terms::{Code, Refusal};

/// The value of the word chosen, if one was.
///
/// # Errors
/// That code, with the words there are.
pub(crate) fn one_of<T: Copy>(
    code: Code,
    field: &str,
    word: Option<&str>,
    known: &[(&str, T)],
) -> Result<Option<T>, Refusal> {
    let Some(word) = word else { return Ok(None) };
    let found = known.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    found.map(Some).ok_or_else(|| unknown(code, field, word, known.iter().map(|(known, _)| *known)))
}

/// A word that is not among the choices.
pub(crate) fn unknown<'a>(
    code: Code,
    field: &str,
    word: &str,
    known: impl Iterator<Item = &'a str>,
) -> Refusal {
    Refusal::input(code, format!("\u{201c}{word}\u{201d} is not among the choices."))
        .field(field)
        .candidates(known.map(str::to_owned))
}
