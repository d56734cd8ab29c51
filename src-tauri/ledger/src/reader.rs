//! Connections for looking.

use crate::cipher::{self, Held, Purpose};
use crate::error::Result;
use crate::key::BookKey;
use crate::transaction;
use sqlx::SqliteConnection;
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// How many idle connections are kept, with their warm caches.
const KEPT: usize = 2;

/// Where readers come from and go back to.
#[derive(Debug)]
pub(crate) struct Readers {
    pub(crate) path: PathBuf,
    pub(crate) key: BookKey,
    pub(crate) idle: Mutex<Vec<Held>>,
}

impl Readers {
    /// An idle connection, or a new one.
    pub(crate) async fn take(self: &Arc<Self>) -> Result<Reader> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => cipher::connect(&self.path, &self.key, Purpose::Read).await?,
        };
        Ok(Reader { connection: Some(connection), home: Arc::clone(self) })
    }

    /// Closes the idle ones.
    pub(crate) async fn close(&self) -> Result<()> {
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for connection in idle {
            cipher::disconnect(connection, Purpose::Read).await?;
        }
        Ok(())
    }
}

/// A connection that can only look; goes back when dropped. Read through `&mut *reader`.
///
/// While a query of it runs, a commit waits: keep queries short, and do not hold a transaction on it.
#[derive(Debug)]
pub struct Reader {
    /// Always there until dropped.
    connection: Option<Held>,
    home: Arc<Readers>,
}

impl Deref for Reader {
    type Target = SqliteConnection;
    #[expect(clippy::expect_used, reason = "taken only in drop, after which nobody can look")]
    fn deref(&self) -> &SqliteConnection {
        self.connection.as_ref().expect("a reader keeps its connection until it is dropped")
    }
}

impl DerefMut for Reader {
    #[expect(clippy::expect_used, reason = "taken only in drop, after which nobody can look")]
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        self.connection.as_mut().expect("a reader keeps its connection until it is dropped")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let mut idle = self.home.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT && !transaction::is_open(&connection) {
            idle.push(connection);
        } else {
            // Others need not wait until this one is closed.
            drop(idle);
            drop(connection);
        }
    }
}
