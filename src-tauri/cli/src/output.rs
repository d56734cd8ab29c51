//! Answers as they are shown on stdout.

use goodterms_desk::{Answer, DeskError};
use serde::Serialize;
use std::io::Write as _;

/// What a command comes to.
pub(crate) type Done = Answer<Output>;

/// An answer, in both ways it can be shown.
#[derive(Debug)]
pub(crate) struct Output {
    json: String,
    words: String,
    complaint: Option<DeskError>,
}

impl Output {
    /// An answer that was given.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub(crate) fn of(answer: &impl Serialize, words: impl Into<String>) -> Done {
        let json = serde_json::to_string(answer).map_err(|_| crate::failure::fault())?;
        Ok(Self { json, words: words.into(), complaint: None })
    }

    /// The same, with an error to tell after it.
    pub(crate) fn but(mut self, complaint: Option<DeskError>) -> Self {
        self.complaint = complaint;
        self
    }

    /// Prints it and answers the error to tell after it. A reader who has read enough is no failure.
    ///
    /// # Errors
    /// When stdout cannot be written to.
    pub(crate) fn print(self, json: bool) -> Answer<Option<DeskError>> {
        let text = if json { self.json } else { self.words };
        let mut stdout = std::io::stdout().lock();
        let written = writeln!(stdout, "{}", text.trim_end()).and_then(|()| stdout.flush());
        match written {
            Err(cause) if cause.kind() != std::io::ErrorKind::BrokenPipe => Err(cause.into()),
            _ => Ok(self.complaint),
        }
    }
}
