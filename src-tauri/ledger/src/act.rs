//! One change to the book: a transaction that writes its own history.

use crate::anchor::{self, Standing};
use crate::cipher::Held;
use crate::error::{LedgerError, Result};
use crate::history::{self, ActContext, Head, HistoryEntry};
use crate::home::Home;
use crate::salt::BookSalt;
use crate::transaction;
use goodterms_terms::{Code, Refusal};
use sqlx::SqliteConnection;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use tokio::sync::OwnedMutexGuard;

/// The writer's connection and what goes with it.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) connection: Held,
    pub(crate) lineage: String,
    pub(crate) standing: Standing,
    /// Where to remember the end of the chain; none while a new book has not yet taken its place.
    pub(crate) memory: Option<Arc<(Home, BookSalt)>>,
}

/// A change in progress. It is a connection inside one IMMEDIATE transaction: read and write through
/// `&mut *act`, [`Act::record`] what happened, then [`Act::commit`]. Dropped without that, nothing
/// happened.
#[derive(Debug)]
pub struct Act {
    writer: OwnedMutexGuard<Writer>,
    open: bool,
    context: ActContext,
    head: Head,
    changes_before: i64,
    recorded: usize,
}

/// What a commit did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committed {
    /// The last history entry.
    pub head: Head,
    /// Whether this computer could also note it outside the book. If not (its own disk is full, say),
    /// the change is kept all the same and the next commit notes it.
    pub anchored: bool,
}

impl Act {
    pub(crate) async fn begin(writer: OwnedMutexGuard<Writer>, context: ActContext) -> Result<Self> {
        // Made first, so that being dropped in the middle of beginning undoes that too.
        let mut act = Self { writer, open: true, context, head: Head::NONE, changes_before: 0, recorded: 0 };
        transaction::begin_immediate(&mut act).await?;
        act.head = Head::of(&mut act).await?;
        act.changes_before = act.changes().await?;
        Ok(act)
    }

    /// Who acts, and when.
    pub fn context(&self) -> &ActContext {
        &self.context
    }

    /// The line of the book it belongs to.
    pub(crate) fn lineage(&self) -> &str {
        &self.writer.lineage
    }

    /// Writes one thing that happened; answers its number.
    ///
    /// # Errors
    /// Those of the machine.
    pub async fn record(&mut self, entry: &HistoryEntry) -> Result<i64> {
        self.record_many(std::slice::from_ref(entry)).await
    }

    /// Writes many things that happened, in order; answers the last one's number.
    ///
    /// # Errors
    /// Those of the machine.
    pub async fn record_many(&mut self, entries: &[HistoryEntry]) -> Result<i64> {
        let Self { writer, context, head, .. } = self;
        let head = history::append(&mut writer.connection, *head, context, entries).await?;
        self.head = head;
        self.recorded += entries.len();
        Ok(head.seq)
    }

    /// Takes the words out of an entry, for an erasure request or a retention rule, and records that.
    /// Who, when and what about stays, and so does the chain.
    ///
    /// # Errors
    /// [`Code::HistoryEntryUnknown`] if there are no words to take out.
    pub async fn redact(&mut self, seq: i64, reason: &str) -> Result<i64> {
        let client: Option<Option<i64>> = sqlx::query_scalar("SELECT client_id FROM history WHERE seq = ?")
            .bind(seq)
            .fetch_optional(&mut **self)
            .await?;
        let gone =
            sqlx::query("DELETE FROM history_body WHERE seq = ?").bind(seq).execute(&mut **self).await?;
        let (Some(client), 1) = (client, gone.rows_affected()) else {
            return Err(Refusal::input(
                Code::HistoryEntryUnknown,
                format!("history has no entry {seq} whose text could be taken out"),
            )
            .into());
        };
        let mut entry = HistoryEntry::new(history::REDACTED, history::redaction_subject(seq))
            .with_body(&serde_json::json!({ "reason": reason }))?;
        entry.client = client;
        self.record(&entry).await
    }

    /// Starts a new line of the book after an older backup was taken up again, so that what is missing
    /// since is no longer called a loss. Records it.
    ///
    /// # Errors
    /// Those of the machine.
    pub async fn begin_lineage(&mut self, reason: &str) -> Result<()> {
        let lineage = new_lineage()?;
        sqlx::query("UPDATE meta SET lineage = ?").bind(&lineage).execute(&mut **self).await?;
        let entry = HistoryEntry::new("lineage_begun", "book").with_body(
            &serde_json::json!({ "lineage": lineage, "before": self.writer.lineage, "reason": reason }),
        )?;
        self.record(&entry).await?;
        Ok(())
    }

    /// Keeps the change. When this answers, it survives a power cut.
    ///
    /// # Errors
    /// `in_use` when another program reads for longer than one waits; those of the machine. Nothing has
    /// changed then.
    pub async fn commit(mut self) -> Result<Committed> {
        if self.recorded == 0 && self.changes().await? != self.changes_before {
            return Err(LedgerError::unexpected("a change was about to be kept without a history entry"));
        }
        let lineage = lineage_of(&mut self).await?;
        if let Err(cause) = transaction::commit(&mut self).await {
            transaction::rollback(&mut self).await?;
            self.open = false;
            return Err(cause.into());
        }
        self.open = false;
        let head = self.head;
        let writer = &mut *self.writer;
        if writer.lineage != lineage {
            (writer.lineage, writer.standing) = (lineage, Standing::InStep);
        }
        let anchored = writer.memory.as_deref().is_some_and(|(home, salt)| {
            anchor::remember(home, *salt, &writer.lineage, head, writer.standing).is_ok()
        });
        Ok(Committed { head, anchored })
    }

    async fn changes(&mut self) -> Result<i64> {
        Ok(sqlx::query_scalar("SELECT total_changes()").fetch_one(&mut **self).await?)
    }
}

impl Deref for Act {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        &self.writer.connection
    }
}

impl DerefMut for Act {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.writer.connection
    }
}

impl Drop for Act {
    fn drop(&mut self) {
        if self.open {
            transaction::start_rollback(&mut self.writer.connection);
        }
    }
}

/// A name for a line of the book that no other will have.
pub(crate) fn new_lineage() -> Result<String> {
    let mut name = [0; 16];
    getrandom::fill(&mut name).map_err(|_| LedgerError::machine(crate::MachineCode::NoRandomness))?;
    Ok(crate::hex::show(&name))
}

/// The line the book is on.
pub(crate) async fn lineage_of(book: &mut SqliteConnection) -> Result<String> {
    Ok(sqlx::query_scalar("SELECT lineage FROM meta").fetch_one(book).await?)
}
