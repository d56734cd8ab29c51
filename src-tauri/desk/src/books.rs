//! Books: making one, opening one with whatever unlocks it, and proving that it is whole.

use crate::clock;
use crate::demo;
use crate::desk::Desk;
use crate::error::{Answer, DeskError};
use crate::founding::{business_of, machine_locale};
use crate::papers::place_for_a_file;
use crate::recent;
use crate::recovery;
use goodterms_ledger::business;
use goodterms_ledger::passphrase::{self, Cost};
use goodterms_ledger::{
    Access, Book, BookKey, BookSalt, CannotOpen, HistoryEntry, LedgerError, NewBook, OpenCode, Passphrase,
    Phrase, bank, client, correction, document, entry, original, verify,
};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Makes a book.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BookCreate {
    /// Where it shall lie.
    pub path: String,
    /// The business's name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2 suffix, where law depends on it.
    #[ts(optional)]
    pub region: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47; after the country when nothing is said.
    #[ts(optional)]
    pub locale: Option<String>,
    /// IANA name; this computer's when nothing is said.
    #[ts(optional)]
    pub time_zone: Option<String>,
    /// A passphrase that opens it on this computer.
    #[ts(optional)]
    pub passphrase: Option<String>,
    /// Whether this computer's keychain shall remember the key.
    pub keychain: bool,
    /// Where a sheet with the recovery words shall be written, if anywhere. Never from the wire.
    #[serde(skip)]
    #[ts(skip)]
    pub recovery_sheet: Option<String>,
    /// The business day it begins on; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A new book and the words that are its key.
#[derive(Serialize, TS)]
pub struct BookCreated {
    /// The book, open.
    pub book: BookView,
    /// Twenty-four words. Shown this once.
    pub recovery_phrase: String,
    /// Where the sheet with them was written, if one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub recovery_sheet: Option<String>,
    /// What did not go as asked, though the book is made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<BookWarning>>", optional)]
    pub warnings: Vec<BookWarning>,
}

/// Something to mind about a book.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookWarning {
    /// Stable name.
    pub code: String,
    /// One sentence.
    pub message: String,
}

/// What opens a book.
#[derive(Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Unlock {
    /// This computer's keychain.
    Keychain,
    /// The passphrase set on this computer.
    Passphrase {
        /// As typed.
        passphrase: String,
    },
    /// The recovery words, anywhere.
    Recovery {
        /// As typed.
        phrase: String,
    },
}

/// Opens a book.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BookOpen {
    /// Where it lies.
    pub path: String,
    /// What opens it.
    pub unlock: Unlock,
}

/// Closes the book.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BookClose {}

/// Asks how the desk stands.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartAsk {}

/// What the first screen shows.
#[derive(Debug, Serialize, TS)]
pub struct StartView {
    /// Books opened here lately, the latest first.
    pub recent: Vec<RecentBook>,
    /// Whether this computer has a keychain that answers.
    pub keychain_available: bool,
    /// This computer's language, BCP 47.
    pub locale: String,
    /// Today, where the computer is.
    #[ts(type = "string")]
    pub today: Day,
    /// This computer's time zone.
    pub time_zone: String,
}

/// A book opened here lately.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentBook {
    /// Where it lay.
    pub path: String,
    /// The file's own name.
    pub name: String,
    /// Whether it still lies there.
    pub there: bool,
    /// Whether this computer was asked to remember its key, in the keychain or under a passphrase.
    pub known: bool,
    /// Whether a passphrase was set for it on this computer.
    pub passphrase: bool,
    /// Whether it is the sample, which opens without asking.
    pub sample: bool,
}

/// The open book.
#[derive(Debug, Serialize, TS)]
pub struct BookView {
    /// Where it lies.
    pub path: String,
    /// The business's name.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2 suffix, or nothing.
    pub region: String,
    /// BCP 47.
    pub locale: String,
    /// IANA name.
    pub time_zone: String,
    /// Today, where the business is.
    #[ts(type = "string")]
    pub today: Day,
    /// How many clients.
    #[ts(type = "number")]
    pub clients: i64,
    /// How many invoices.
    #[ts(type = "number")]
    pub invoices: i64,
    /// What to mind.
    pub warnings: Vec<BookWarning>,
}

/// Asks for facts about the book's file.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BookInfoAsk {}

/// Asks whether the book is whole.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BookVerify {}

/// Facts about the book's file.
#[derive(Debug, Serialize, TS)]
pub struct BookInfo {
    /// Where it lies.
    pub book: String,
    /// The business's name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2 suffix, or nothing.
    pub region: String,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47.
    pub locale: String,
    /// IANA name.
    pub time_zone: String,
    /// The schema's version.
    #[ts(type = "number")]
    pub schema_version: i64,
    /// Size of the file.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many of what.
    #[ts(type = "Record<string, number>")]
    pub counts: BTreeMap<&'static str, i64>,
    /// When a backup was last proven; none yet.
    pub last_backup: Option<String>,
}

/// Whether the book is whole.
#[derive(Debug, Serialize, TS)]
pub struct BookProof {
    /// Every page is as it was written.
    pub pages_ok: bool,
    /// The history is unbroken and nothing this computer saw is gone.
    pub history_ok: bool,
    /// How many things happened.
    #[ts(type = "number")]
    pub history_entries: i64,
    /// Every kept paper is, byte for byte, what it was.
    pub attachments_ok: bool,
    /// Every amount is where it should be.
    pub money_ok: bool,
    /// What is not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub damage: Vec<String>,
}

impl BookProof {
    /// Whether all is well.
    pub fn is_whole(&self) -> bool {
        self.pages_ok && self.history_ok && self.attachments_ok && self.money_ok
    }

    /// What to say when it is not.
    pub fn complaint(&self) -> Option<DeskError> {
        let damaged = || {
            CannotOpen::new(
                OpenCode::BookDamaged,
                format!("The book is damaged: {}.", self.damage.join("; ")),
            )
        };
        let damaged =
            || LedgerError::from(damaged().hint("Restore the latest backup; the file is left as it is."));
        (!self.is_whole()).then(|| damaged().into())
    }
}

/// What the first screen shows.
///
/// # Errors
/// None; what cannot be read is left out.
pub async fn start_view(desk: &Desk, _: StartAsk) -> Answer<StartView> {
    let time_zone = clock::machine_zone();
    let zone = clock::zone(&time_zone).unwrap_or(chrono_tz::UTC);
    Ok(StartView {
        recent: recent::list(desk.home()),
        keychain_available: desk.keys().is_available().await,
        locale: machine_locale(),
        today: desk.clock().moment(zone, None).business_day,
        time_zone,
    })
}

/// Makes a book and lays it open. Its words are shown this once.
///
/// # Errors
/// When something lies at the path, a word is refused, or the machine fails; then no file is left.
pub async fn book_create(desk: &Desk, ask: BookCreate) -> Answer<BookCreated> {
    let business = business_of(&ask)?;
    let zone = clock::zone(&business.time_zone)?;
    let passphrase = ask.passphrase.as_deref().map(Passphrase::new).transpose()?;
    let path = PathBuf::from(ask.path.trim());
    if path.as_os_str().is_empty() {
        return Err(Refusal::input(Code::PathMissing, "Say where the book shall lie.").field("path").into());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(Refusal::input(Code::PathMissing, format!("There is no folder {}.", folder.display()))
            .hint("Make the folder first, or name another.")
            .field("path")
            .into());
    }
    ask.recovery_sheet.as_deref().map(place_for_a_file).transpose()?;
    let key = BookKey::generate()?;
    let phrase = Phrase::of(&key)?;
    let context = desk.context(desk.clock().moment(zone, ask.as_of));

    let new = NewBook::start(&path, &key, desk.home(), &context).await?;
    let mut act = new.begin(&context).await?;
    business::insert(&mut act, &business).await?;
    let happening = Happening::BookCreated {
        name: business.name.clone(),
        currency: business.currency.to_string(),
        country: business.country.clone(),
    };
    act.record(&HistoryEntry::new("business_named", "business").with_body(&happening)?).await?;
    act.commit().await?;
    let book = new.keep().await?;

    let mut warnings = Vec::new();
    if ask.keychain
        && let Err(why) = desk.keys().remember(book.salt(), &key).await
    {
        warnings.push(BookWarning {
            code: why.code().to_owned(),
            message: format!(
                "{why}. The book is made all the same; open it with its recovery words or a passphrase."
            ),
        });
    }
    if let Some(passphrase) = passphrase {
        let (home, salt) = (desk.home().clone(), book.salt());
        tokio::task::spawn_blocking(move || {
            passphrase::remember(&home, salt, &key, &passphrase, Cost::STANDARD)
        })
        .await
        .map_err(|_| LedgerError::unexpected("the passphrase's work was cut short"))??;
    }
    let place = book.path().to_path_buf();
    recent::note(desk.home(), &place, ask.keychain && warnings.is_empty());
    desk.lay_open(book).await?;
    let made_on = context.moment.business_day;
    let sheet = ask.recovery_sheet.map(|out| recovery::written(&business, &phrase, made_on, &out));
    let recovery_sheet = match sheet.transpose() {
        Ok(sheet) => sheet,
        Err(why) => {
            // The book is there, and these words are shown this once: they must not be lost with their sheet.
            warnings.push(BookWarning { code: why.code, message: why.message });
            None
        }
    };
    let recovery_phrase = phrase.reveal().to_owned();
    Ok(BookCreated { book: book_view(desk).await?, recovery_phrase, recovery_sheet, warnings })
}

/// Opens a book, for reading and writing; only for reading when another program is writing to it.
///
/// # Errors
/// Why it does not open, each with its own code.
pub async fn book_open(desk: &Desk, ask: BookOpen) -> Answer<BookView> {
    let path = Path::new(&ask.path);
    let unlock = if demo::is_sample(desk.home(), path) { demo::unlock() } else { ask.unlock };
    open_for(desk, path, unlock, Access::Write).await?;
    book_view(desk).await
}

/// Opens a book for what a command needs.
///
/// # Errors
/// Why it does not open, each with its own code.
pub async fn open_for(desk: &Desk, path: &Path, unlock: Unlock, access: Access) -> Answer<()> {
    let salt = BookSalt::of_file(path)?;
    let by_keychain = matches!(unlock, Unlock::Keychain);
    let key = match unlock {
        Unlock::Keychain => desk.keys().recall(salt).await?,
        Unlock::Passphrase { passphrase } => {
            let (home, passphrase) = (desk.home().clone(), Passphrase::new(&passphrase)?);
            tokio::task::spawn_blocking(move || passphrase::recall(&home, salt, &passphrase))
                .await
                .map_err(|_| LedgerError::unexpected("the passphrase's work was cut short"))??
        }
        Unlock::Recovery { phrase } => Phrase::parse(&phrase).map_err(LedgerError::from)?.key()?,
    };
    let book = Book::open(path, &key, desk.home(), access).await?;
    if access == Access::Write {
        recent::note(desk.home(), book.path(), by_keychain);
    }
    desk.lay_open(book).await
}

/// The open book.
///
/// # Errors
/// When none is open or it cannot be read.
pub async fn book_view(desk: &Desk) -> Answer<BookView> {
    let book = desk.book().await?;
    let mut look = desk.look(None).await?;
    let counts = client::counts(&mut look.reader).await?;
    let standing = book.standing();
    let mut warnings = Vec::new();
    if standing.is_loss() {
        warnings.push(BookWarning {
            code: "history_missing".to_owned(),
            message: "This computer has seen a later state of the book: the end of its history is missing. \
                      Restore the latest backup, or go on if you put an older copy back yourself."
                .to_owned(),
        });
    }
    Ok(BookView {
        path: shown_path(book.path()),
        today: look.on,
        clients: counts.get("clients").copied().unwrap_or(0),
        invoices: counts.get("invoices").copied().unwrap_or(0),
        warnings,
        name: look.business.name,
        currency: look.business.currency.to_string(),
        country: look.business.country,
        region: look.business.region,
        locale: look.business.locale,
        time_zone: look.business.time_zone,
    })
}

/// Closes the open book.
///
/// # Errors
/// When the machine fails.
pub async fn book_close(desk: &Desk, _: BookClose) -> Answer<()> {
    desk.close().await
}

/// Facts about the open book.
///
/// # Errors
/// When none is open or it cannot be read.
pub async fn book_info(desk: &Desk, _: BookInfoAsk) -> Answer<BookInfo> {
    let book = desk.book().await?;
    let mut look = desk.look(None).await?;
    let bytes = std::fs::metadata(book.path())?.len();
    let counts = client::counts(&mut look.reader).await?;
    Ok(BookInfo {
        book: shown_path(book.path()),
        name: look.business.name,
        country: look.business.country,
        region: look.business.region,
        currency: look.business.currency.to_string(),
        locale: look.business.locale,
        time_zone: look.business.time_zone,
        schema_version: goodterms_ledger::schema_version(),
        bytes,
        counts,
        last_backup: None,
    })
}

/// Proves the open book: its pages, its history, its papers and its money.
///
/// # Errors
/// When none is open or the machine fails; damage is an answer, not an error.
pub async fn book_verify(desk: &Desk, _: BookVerify) -> Answer<BookProof> {
    let book = desk.book().await?;
    let found = verify::verify(&book).await?;
    let mut damage = found.pages.problems.clone();
    let entries = found.chain.map_or(0, |chain| chain.entries);
    let history_ok = found.history_ok();
    if !history_ok {
        damage.push(match found.chain.and_then(|chain| chain.first_bad) {
            Some(seq) => format!("history: entry {seq} is not as it was written"),
            None => "history: its end is missing, or it cannot be read".to_owned(),
        });
    }
    let mut reader = book.read().await?;
    let attachments_ok = document::all_intact(&mut reader).await.unwrap_or(false)
        && original::all_intact(&mut reader).await.unwrap_or(false);
    if !attachments_ok {
        damage.push("a kept paper is not what it was".to_owned());
    }
    let mut wrong = Vec::new();
    for found in [
        entry::disagreements(&mut reader).await,
        correction::disagreements(&mut reader).await,
        bank::disagreements(&mut reader).await,
    ] {
        wrong.extend(found.unwrap_or_else(|_| vec!["the entries cannot be read".to_owned()]));
    }
    let money_ok = wrong.is_empty();
    damage.extend(wrong);
    Ok(BookProof {
        pages_ok: found.pages.ok(),
        history_ok,
        history_entries: entries,
        attachments_ok,
        money_ok,
        damage,
    })
}

fn shown_path(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
