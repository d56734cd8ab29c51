//! Errors as they are shown: JSON or words on stderr, and the exit code.

use crate::words::sentence;
use clap::error::{ContextKind, ContextValue, ErrorKind as Slip};
use goodterms_desk::{DeskError, ErrorKind};
use serde::Serialize;
use std::io::Write as _;

/// Something on the command line that cannot be used.
pub(crate) fn slip(message: &str, hint: &str, field: Option<&str>) -> DeskError {
    DeskError {
        code: "usage".to_owned(),
        kind: ErrorKind::Input,
        message: message.to_owned(),
        hint: Some(hint.to_owned()),
        file: None,
        row: None,
        field: field.map(str::to_owned),
        candidates: Vec::new(),
    }
}

/// A fault of ours.
pub(crate) fn fault() -> DeskError {
    DeskError {
        code: "unexpected".to_owned(),
        kind: ErrorKind::Machine,
        ..slip(
            "Something went wrong inside the program; a change that was not finished has not been made.",
            "Please report what you asked for; running book verify shows that the book is whole.",
            None,
        )
    }
}

/// Shows an error and answers its exit code.
pub(crate) fn show(error: &DeskError, json: bool) -> u8 {
    let text = if json { in_json(error) } else { in_words(error) };
    // Nobody is left to tell when even this cannot be written.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
    error.exit_code()
}

#[derive(Serialize)]
struct Envelope<'a> {
    error: &'a DeskError,
}

fn in_json(error: &DeskError) -> String {
    let error = DeskError { message: sentence(&error.message), ..error.clone() };
    serde_json::to_string(&Envelope { error: &error }).unwrap_or_else(|_| in_words(&error))
}

fn in_words(error: &DeskError) -> String {
    let mut lines = vec![sentence(&error.message)];
    let place = [
        error.file.clone(),
        error.row.map(|row| format!("row {row}")),
        error.field.as_ref().map(|field| format!("field {field}")),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    if error.file.is_some() {
        lines.push(format!("Where: {}.", place.join(", ")));
    }
    if let Some(hint) = &error.hint {
        lines.push(sentence(hint));
    }
    if !error.candidates.is_empty() {
        lines.push("It could be:".to_owned());
        lines.extend(error.candidates.iter().map(|candidate| format!("  {candidate}")));
    }
    lines.join("\n")
}

/// Shows what clap has to say: help and the version on stdout, a slip as any other error.
pub(crate) fn usage(said: &clap::Error, json: bool) -> u8 {
    if matches!(said.kind(), Slip::DisplayHelp | Slip::DisplayVersion) {
        // Help that nobody reads to its end is no failure.
        let _ = said.print();
        return 0;
    }
    show(&slip_of(said), json)
}

fn slip_of(said: &clap::Error) -> DeskError {
    let text = |kind| match said.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let rendered = said.render().to_string();
    let mut parts = rendered.split("\n\n").map(str::trim);
    let first = parts.next().unwrap_or_default().trim_start_matches("error: ");
    let nothing_said = [Slip::DisplayHelpOnMissingArgumentOrSubcommand, Slip::MissingSubcommand];
    let message = if nothing_said.contains(&said.kind()) {
        "Say what to do.".to_owned()
    } else {
        first.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    };
    let hint = rendered.lines().find_map(|line| line.trim().strip_prefix("Usage: "));
    let help = "Add --help to see what can be said here.";
    let candidates = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::ValidSubcommand,
        ContextKind::ValidValue,
    ];
    // A choice between several has no one name.
    let field = text(ContextKind::InvalidArg)
        .into_iter()
        .find(|name| !name.contains('|'))
        .map(|name| field_name(&name));
    DeskError {
        candidates: candidates.into_iter().flat_map(text).collect(),
        ..slip(
            &message,
            &hint.map_or_else(|| help.to_owned(), |usage| format!("Usage: {usage}. {help}")),
            field.as_deref(),
        )
    }
}

/// `--as-of <YYYY-MM-DD>` as a field is called: `as_of`.
fn field_name(argument: &str) -> String {
    let name = argument.split_whitespace().next().unwrap_or(argument);
    name.trim_matches(|sign: char| !sign.is_ascii_alphanumeric()).replace('-', "_").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_called_as_in_json() {
        assert_eq!(field_name("--as-of <YYYY-MM-DD>"), "as_of");
        assert_eq!(field_name("<FILE>"), "file");
    }

    #[test]
    fn words_name_the_place_the_remedy_and_the_choices() {
        let error = DeskError {
            file: Some("ar.csv".into()),
            row: Some(3),
            candidates: vec!["dmy".into(), "mdy".into()],
            ..slip("the dates can be read in two ways", "Say which", Some("due"))
        };
        assert_eq!(
            in_words(&error),
            "The dates can be read in two ways.\nWhere: ar.csv, row 3, field due.\nSay which.\nIt could be:\n  dmy\n  mdy"
        );
    }
}
