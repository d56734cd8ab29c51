//! Errors as they cross to the window and the command line: a code, a sentence, and what to do.

use goodterms_ledger::LedgerError;
use goodterms_terms::{Refusal, RefusalKind};
use serde::Serialize;
use ts_rs::TS;

/// What a query or mutation answers.
pub type Answer<T> = Result<T, DeskError>;

/// What sort of no it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// A rule says not now; there is a way forward.
    Refused,
    /// What was given cannot be used.
    Input,
    /// The book cannot be opened or trusted.
    Book,
    /// The machine failed.
    Machine,
}

/// An error as it is shown. Its code never changes once shipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskError {
    /// Stable name, snake case.
    pub code: String,
    /// What sort of no it is.
    pub kind: ErrorKind,
    /// One plain English sentence.
    pub message: String,
    /// What to do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub hint: Option<String>,
    /// The file it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub file: Option<String>,
    /// The row of that file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub row: Option<u64>,
    /// The field or option it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// What could have been meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub candidates: Vec<String>,
}

impl DeskError {
    fn new(kind: ErrorKind, code: &str, message: String) -> Self {
        Self {
            code: code.to_owned(),
            kind,
            message,
            hint: None,
            file: None,
            row: None,
            field: None,
            candidates: Vec::new(),
        }
    }

    /// The command line's exit code for it: 1 refused, 2 input, 3 book, 4 machine.
    pub const fn exit_code(&self) -> u8 {
        match self.kind {
            ErrorKind::Refused => 1,
            ErrorKind::Input => 2,
            ErrorKind::Book => 3,
            ErrorKind::Machine => 4,
        }
    }
}

impl std::fmt::Display for DeskError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DeskError {}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        let kind = match refusal.kind {
            RefusalKind::Rule => ErrorKind::Refused,
            RefusalKind::Input => ErrorKind::Input,
        };
        Self {
            hint: refusal.hint,
            file: refusal.file,
            row: refusal.row,
            field: refusal.field,
            candidates: refusal.candidates,
            ..Self::new(kind, refusal.code.as_str(), refusal.message)
        }
    }
}

impl From<LedgerError> for DeskError {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Refused(refusal) => refusal.into(),
            LedgerError::CannotOpen(why) => Self {
                hint: why.hint,
                candidates: why.candidates,
                ..Self::new(ErrorKind::Book, why.code.as_str(), why.message)
            },
            LedgerError::Machine { code, message, .. } => {
                Self::new(ErrorKind::Machine, code.as_str(), message)
            }
        }
    }
}

impl From<std::io::Error> for DeskError {
    fn from(cause: std::io::Error) -> Self {
        LedgerError::from(cause).into()
    }
}
