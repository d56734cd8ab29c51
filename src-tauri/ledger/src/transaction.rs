//! Transactions on a connection that is owned rather than borrowed.
//!
//! sqlx's own `Transaction` borrows its connection, which an [`crate::Act`] that also holds the writer
//! cannot. These call the same manager underneath, so the depth is counted and a `begin` inside an act
//! becomes a savepoint.

use sqlx::sqlite::{SqliteConnection, SqliteTransactionManager};
use sqlx::{Result, SqlSafeStr};
use sqlx_core::transaction::TransactionManager;

/// Begins, taking the write lock at once.
pub(crate) async fn begin_immediate(connection: &mut SqliteConnection) -> Result<()> {
    SqliteTransactionManager::begin(connection, Some("BEGIN IMMEDIATE".into_sql_str())).await
}

/// Commits; on failure the transaction is still open.
pub(crate) async fn commit(connection: &mut SqliteConnection) -> Result<()> {
    SqliteTransactionManager::commit(connection).await
}

/// Undoes everything since the beginning.
pub(crate) async fn rollback(connection: &mut SqliteConnection) -> Result<()> {
    SqliteTransactionManager::rollback(connection).await
}

/// Asks for the undoing without waiting, for use while dropping.
pub(crate) fn start_rollback(connection: &mut SqliteConnection) {
    SqliteTransactionManager::start_rollback(connection);
}

/// Whether a transaction is open.
pub(crate) fn is_open(connection: &SqliteConnection) -> bool {
    SqliteTransactionManager::get_transaction_depth(connection) > 0
}
