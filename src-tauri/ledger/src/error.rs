//! What can go wrong with a book, in three kinds that a caller treats differently.
//!
//! A rule or the input says no ([`LedgerError::Refused`]); the book cannot be opened or trusted
//! ([`LedgerError::CannotOpen`]); the machine failed ([`LedgerError::Machine`]). No text here ever
//! holds a key, a passphrase, a recovery word's neighbourhood or a client's data.

use goodterms_terms::{Code, Refusal};

macro_rules! named_codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All codes, for tables that must name each of them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The name on the wire, in snake case; never renamed once shipped.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }
    };
}

named_codes! {
    /// Why a book cannot be opened or trusted (exit 3 on the command line).
    OpenCode {
        /// Nothing lies at the path.
        NoSuchBook = "no_such_book",
        /// The file is recognisably something else.
        NotABook = "not_a_book",
        /// The key does not fit, or the file's first page is damaged; encryption cannot tell these apart.
        KeyOrFileWrong = "key_or_file_wrong",
        /// The key fits, but some of the file is not what was written.
        BookDamaged = "book_damaged",
        /// A later version of the app wrote the book.
        BookNewer = "book_newer",
        /// The program was built without SQLCipher, so nothing would be encrypted.
        NoEncryption = "no_encryption",
        /// The recovery phrase has not 24 words.
        PhraseWordCount = "phrase_word_count",
        /// A word is not in the list.
        PhraseWordUnknown = "phrase_word_unknown",
        /// The words do not belong together: a wrong word or a wrong order.
        PhraseChecksum = "phrase_checksum",
        /// The passphrase does not fit the key file.
        PassphraseWrong = "passphrase_wrong",
        /// This computer has no key file for the book.
        KeyFileMissing = "key_file_missing",
        /// The key file is not what was written.
        KeyFileDamaged = "key_file_damaged",
        /// This computer has no keychain that answers.
        KeychainMissing = "keychain_missing",
        /// The keychain is locked or did not answer in time.
        KeychainSilent = "keychain_silent",
        /// The keychain said no.
        KeychainDenied = "keychain_denied",
        /// The keychain remembers no key for this book.
        KeychainNoEntry = "keychain_no_entry",
        /// The keychain remembers several keys for this book.
        KeychainAmbiguous = "keychain_ambiguous",
        /// What the keychain remembers is not a key.
        KeychainGarbage = "keychain_garbage",
    }
}

named_codes! {
    /// How the machine failed (exit 4 on the command line).
    MachineCode {
        /// No room left on the disk.
        DiskFull = "disk_full",
        /// The file or folder may not be written.
        ReadOnly = "read_only",
        /// The file or folder may not be touched by this user.
        NoPermission = "no_permission",
        /// The disk or network drive failed.
        DiskFailed = "disk_failed",
        /// The system gave no random numbers.
        NoRandomness = "no_randomness",
        /// Something that should not happen did.
        Unexpected = "unexpected",
    }
}

/// The book cannot be opened, or its contents cannot be trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct CannotOpen {
    /// Stable name.
    pub code: OpenCode,
    /// One plain sentence.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// What could have been meant, for a misspelt recovery word.
    pub candidates: Vec<String>,
}

impl CannotOpen {
    /// A book that cannot be opened, and why.
    pub fn new(code: OpenCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, candidates: Vec::new() }
    }

    /// Adds the way forward.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(crate) fn damaged() -> Self {
        Self::new(OpenCode::BookDamaged, "part of this book is damaged and cannot be read")
            .hint("Restore the latest backup; the damaged file is left as it is.")
    }
}

/// Everything that can go wrong with a book.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// A rule or the input says no (exit 1 or 2).
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The book cannot be opened or trusted (exit 3).
    #[error(transparent)]
    CannotOpen(#[from] CannotOpen),
    /// The machine failed (exit 4).
    #[error("{message}")]
    Machine {
        /// Stable name.
        code: MachineCode,
        /// One plain sentence.
        message: String,
        /// The system's own words, for a log; free of secrets.
        #[source]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
}

impl LedgerError {
    /// The machine failed in a way the user can do something about, or not.
    pub fn machine(code: MachineCode) -> Self {
        let message = match code {
            MachineCode::DiskFull => "the disk is full; nothing was changed",
            MachineCode::ReadOnly => "the file or its folder may not be written to",
            MachineCode::NoPermission => "this user may not open the file or its folder",
            MachineCode::DiskFailed => "the disk or network drive failed",
            MachineCode::NoRandomness => "the system gave no random numbers, so no key was made",
            MachineCode::Unexpected => "something went wrong inside the app; nothing was changed",
        };
        Self::Machine { code, message: message.to_owned(), source: None }
    }

    /// Something that should not happen did; `what` names it for the log and must hold no client data.
    pub fn unexpected(what: impl Into<String>) -> Self {
        Self::machine(MachineCode::Unexpected).because(std::io::Error::other(what.into()))
    }

    fn because(self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        match self {
            Self::Machine { code, message, .. } => {
                Self::Machine { code, message, source: Some(Box::new(cause)) }
            }
            other => other,
        }
    }

    /// The stable name, whichever kind it is.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code.as_str(),
            Self::CannotOpen(why) => why.code.as_str(),
            Self::Machine { code, .. } => code.as_str(),
        }
    }

    /// Another program is writing, or has the book locked for longer than one waits.
    pub(crate) fn in_use() -> Self {
        Refusal::rule(Code::InUse, "another window or command is writing to this book")
            .hint("Close it or wait until it has finished, then try again.")
            .into()
    }
}

impl From<std::io::Error> for LedgerError {
    fn from(cause: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let code = match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => MachineCode::DiskFull,
            ErrorKind::ReadOnlyFilesystem => MachineCode::ReadOnly,
            ErrorKind::PermissionDenied => MachineCode::NoPermission,
            _ => MachineCode::DiskFailed,
        };
        Self::machine(code).because(cause)
    }
}

impl From<sqlx::Error> for LedgerError {
    fn from(cause: sqlx::Error) -> Self {
        match cause {
            sqlx::Error::Database(ref inner) => {
                let extended = inner.code().and_then(|code| code.parse::<i32>().ok());
                Self::from_sqlite(extended.unwrap_or_default(), cause)
            }
            sqlx::Error::Io(inner) => inner.into(),
            other => Self::machine(MachineCode::Unexpected).because(other),
        }
    }
}

impl LedgerError {
    /// SQLite's primary result codes (<https://www.sqlite.org/rescode.html>) as the user meets them.
    fn from_sqlite(extended: i32, cause: sqlx::Error) -> Self {
        // SQLCipher answers a page whose seal does not fit with “out of memory” (7) or the bare general
        // error (1); a fault of our own SQL always comes with words that name it, and memory that really
        // runs out ends the program before SQLite could say so.
        let nameless = cause.as_database_error().is_some_and(|inner| inner.message() == "SQL logic error");
        match extended & 0xff {
            1 if nameless => CannotOpen::damaged().into(),
            7 => CannotOpen::damaged().into(),
            5 | 6 => Self::in_use(),
            11 => CannotOpen::damaged().into(),
            26 => CannotOpen::new(
                OpenCode::KeyOrFileWrong,
                "this key does not open the book, or the start of the file is damaged; \
                 encryption does not let one tell which",
            )
            .hint("Try the recovery words of this very book, or restore a backup.")
            .into(),
            8 => Self::machine(MachineCode::ReadOnly).because(cause),
            13 => Self::machine(MachineCode::DiskFull).because(cause),
            3 | 23 => Self::machine(MachineCode::NoPermission).because(cause),
            10 | 14 => Self::machine(MachineCode::DiskFailed).because(cause),
            _ => Self::machine(MachineCode::Unexpected).because(cause),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for LedgerError {
    fn from(cause: sqlx::migrate::MigrateError) -> Self {
        match cause {
            sqlx::migrate::MigrateError::Execute(inner) => inner.into(),
            sqlx::migrate::MigrateError::ExecuteMigration(inner, _) => inner.into(),
            other => Self::machine(MachineCode::Unexpected).because(other),
        }
    }
}

/// What this crate's functions answer.
pub type Result<T> = std::result::Result<T, LedgerError>;
