//! The desk itself: where a book lies open, who sits at it, and what time it is.

use crate::clock::{self, Clock};
use crate::error::Answer;
use crate::fonts;
use crate::lists::Lists;
use crate::work::Work;
use chrono::{DateTime, FixedOffset};
use goodterms_ledger::business::Business;
use goodterms_ledger::{
    Act, ActContext, Book, Committed, HistoryEntry, Home, Keys, LedgerError, Moment, Reader, business,
};
use goodterms_paper::Faces;
use goodterms_terms::history::Happening;
use goodterms_terms::policy::Policy;
use goodterms_terms::{Code, Day, Refusal};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use tokio::sync::RwLock;

/// A desk with at most one book open on it.
#[derive(Debug)]
pub struct Desk {
    home: Home,
    clock: Clock,
    keys: Keys,
    actor: String,
    open: RwLock<Option<Arc<Book>>>,
    work: Work,
    lists: Lists,
    faces: OnceLock<Faces>,
}

impl Desk {
    /// A desk whose own files (key files, anchors; never client data) lie in `home`, at which `actor` sits.
    pub fn new(home: PathBuf, clock: Clock, actor: impl Into<String>) -> Self {
        Self {
            home: Home::at(home),
            clock,
            keys: Keys::default(),
            actor: actor.into(),
            open: RwLock::new(None),
            work: Work::default(),
            lists: Lists::default(),
            faces: OnceLock::new(),
        }
    }

    /// The folder for the app's own files: `GOODTERMS_HOME`, or the platform's data folder.
    ///
    /// # Errors
    /// [`Code::NoHome`] when the platform names no such folder.
    pub fn usual_home() -> Answer<PathBuf> {
        std::env::var_os("GOODTERMS_HOME")
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
            .or_else(|| dirs::data_local_dir().map(|data| data.join("Goodterms")))
            .ok_or_else(|| {
                Refusal::input(Code::NoHome, "this computer names no folder for the app's own files")
                    .hint("Set GOODTERMS_HOME to a folder of yours.")
                    .into()
            })
    }

    /// Where the app's own files lie.
    pub const fn home(&self) -> &Home {
        &self.home
    }

    /// The system's keychain.
    pub(crate) const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The long work it is at, if any.
    pub(crate) const fn work(&self) -> &Work {
        &self.work
    }

    /// The faces added on this computer, read once.
    fn faces(&self) -> Faces {
        *self.faces.get_or_init(|| fonts::in_folder(&self.home.root().join("fonts")))
    }

    /// The lists somebody looks at.
    pub(crate) const fn lists(&self) -> &Lists {
        &self.lists
    }

    /// What time it is.
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// Who acts, at a moment.
    pub(crate) fn context(&self, moment: Moment) -> ActContext {
        ActContext { moment, actor: self.actor.clone() }
    }

    /// Lays a book on the desk, closing one that lay there.
    pub(crate) async fn lay_open(&self, book: Book) -> Answer<()> {
        let before = self.open.write().await.replace(Arc::new(book));
        put_away(before).await
    }

    /// Closes the book, if one lies open.
    ///
    /// # Errors
    /// When the machine fails.
    pub async fn close(&self) -> Answer<()> {
        let before = self.open.write().await.take();
        put_away(before).await
    }

    /// The open book.
    ///
    /// # Errors
    /// [`Code::NoBookOpen`].
    pub async fn book(&self) -> Answer<Arc<Book>> {
        self.open.read().await.clone().ok_or_else(|| {
            Refusal::rule(Code::NoBookOpen, "No book is open.").hint("Open a book first.").into()
        })
    }

    /// Looks into the book as at a day (today in the business's zone when none is given).
    ///
    /// # Errors
    /// [`Code::NoBookOpen`], or when the book cannot be read.
    pub async fn look(&self, as_of: Option<Day>) -> Answer<Look> {
        let mut reader = self.book().await?.read().await?;
        let business = business::read(&mut reader).await?;
        let moment = self.clock.moment(clock::zone(&business.time_zone)?, as_of);
        Ok(Look { reader, business, faces: self.faces(), on: moment.business_day, moment })
    }

    /// Begins a change on a business day (today when none is given).
    ///
    /// # Errors
    /// [`Code::NoBookOpen`], `in_use`, or when the book cannot be read.
    pub async fn begin(&self, as_of: Option<Day>) -> Answer<Doing> {
        let book = self.book().await?;
        let mut reader = book.read().await?;
        let business = business::read(&mut reader).await?;
        let policy = business::policy(&mut reader, business.currency).await?;
        drop(reader);
        let moment = self.clock.moment(clock::zone(&business.time_zone)?, as_of);
        let act = book.begin(&self.context(moment)).await?;
        Ok(Doing { act, business, policy, faces: self.faces(), on: moment.business_day, moment })
    }
}

async fn put_away(book: Option<Arc<Book>>) -> Answer<()> {
    // Someone may still be reading; then the last of them lets the book go.
    if let Some(book) = book.and_then(Arc::into_inner) {
        book.close().await?;
    }
    Ok(())
}

/// A look into the book on a day.
#[derive(Debug)]
pub struct Look {
    /// The connection to read through.
    pub reader: Reader,
    /// Whose book it is.
    pub business: Business,
    /// The faces added on this computer.
    pub(crate) faces: Faces,
    /// The business day asked for.
    pub on: Day,
    /// The machine's true time beside that day.
    pub(crate) moment: Moment,
}

impl Look {
    /// The business's policy.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub async fn policy(&mut self) -> Answer<Policy> {
        Ok(business::policy(&mut self.reader, self.business.currency).await?)
    }

    /// The moment of it, as the clock on the wall shows it.
    ///
    /// # Errors
    /// When no clock shows such a time.
    pub(crate) fn wall_time(&self) -> Answer<DateTime<FixedOffset>> {
        Ok(clock::on_the_wall(self.moment)?)
    }
}

/// A change in progress: nothing is kept until [`Doing::done`].
#[derive(Debug)]
pub struct Doing {
    /// The transaction.
    pub act: Act,
    /// Whose book it is.
    pub business: Business,
    /// The faces added on this computer.
    pub(crate) faces: Faces,
    /// What the business decided.
    pub policy: Policy,
    /// The business day it counts from.
    pub on: Day,
    /// The machine's true time beside that day.
    pub moment: Moment,
}

impl Doing {
    /// The moment of it, as the clock on the wall shows it.
    ///
    /// # Errors
    /// When no clock shows such a time.
    pub(crate) fn wall_time(&self) -> Answer<DateTime<FixedOffset>> {
        Ok(clock::on_the_wall(self.moment)?)
    }

    /// Writes into the history what happened, to what, and to whom.
    ///
    /// # Errors
    /// When the book cannot be written.
    pub async fn tell(&mut self, happening: &Happening, subject: &str, client: Option<i64>) -> Answer<i64> {
        Ok(self.act.record(&line(happening, subject, client)?).await?)
    }

    /// Refuses a day at or before the closing date unless a reason is given.
    ///
    /// # Errors
    /// [`Code::DayClosed`].
    pub fn refuse_closed(&self, day: Day, reason: Option<&str>) -> Answer<()> {
        match self.policy.closing_date {
            Some(closing) if day <= closing && reason.is_none_or(|reason| reason.trim().is_empty()) => {
                Err(Refusal::rule(
                    Code::DayClosed,
                    format!("The books are closed up to {closing}, and this counts from {day}."),
                )
                .hint("Give a reason to enter it all the same; the entry will be marked with it.")
                .field("reason")
                .into())
            }
            _ => Ok(()),
        }
    }

    /// Keeps the change.
    ///
    /// # Errors
    /// When the book cannot be written; then nothing has changed.
    pub async fn done(self) -> Answer<Committed> {
        Ok(self.act.commit().await?)
    }
}

/// A line of the history.
pub(crate) fn line(
    happening: &Happening,
    subject: &str,
    client: Option<i64>,
) -> Result<HistoryEntry, LedgerError> {
    let mut entry = HistoryEntry::new(happening.kind(), subject).with_body(happening)?;
    entry.client = client;
    Ok(entry)
}
