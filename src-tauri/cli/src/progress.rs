//! A line on stderr while long work lasts, when somebody is looking.

use std::io::{IsTerminal as _, Write as _};

/// Says what is being done until it is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    shown: bool,
}

impl Progress {
    /// Begins to say it.
    pub(crate) fn says(what: &str) -> Self {
        let mut stderr = std::io::stderr().lock();
        let shown =
            stderr.is_terminal() && write!(stderr, "{what}\u{2026}").and_then(|()| stderr.flush()).is_ok();
        Self { shown }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let mut stderr = std::io::stderr().lock();
            // The line is only a courtesy.
            let _ = write!(stderr, "\r\u{1b}[2K").and_then(|()| stderr.flush());
        }
    }
}
