//! Finding clients and invoices by what one remembers of them.

use crate::LedgerError;
use sqlx::SqliteConnection;

/// Clients whose name holds this, those whose name begins with it first: row and name.
///
/// # Errors
/// When the book cannot be read.
pub async fn clients(
    conn: &mut SqliteConnection,
    part: &str,
    limit: u32,
) -> Result<Vec<(i64, String)>, LedgerError> {
    Ok(sqlx::query_as(
        "select id, name from client where withdrawn = 0 and instr(name_key, ?1) > 0 \
         order by instr(name_key, ?1) <> 1, name_key limit ?2",
    )
    .bind(part)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Invoices whose number or subject holds this, or whose amount is one of these (minor units): their rows,
/// the latest number first.
///
/// # Errors
/// When the book cannot be read.
pub async fn invoices(
    conn: &mut SqliteConnection,
    part: &str,
    amounts: &[i64],
    limit: u32,
) -> Result<Vec<i64>, LedgerError> {
    // Each search walks its own narrow index; the wide rows are never touched.
    const STANDING: &str = "kind = 'invoice' and withdrawn = 0 and reverses is null";
    let sql = format!(
        "select id from ( \
           select * from (select id, 0 as place from entry where {STANDING} \
             and amount in (select value from json_each(?2)) order by id desc limit ?3) \
           union all select * from (select id, 1 from entry where {STANDING} and number like ?1 escape '\\' \
             order by number desc limit ?3) \
           union all select * from (select id, 2 from entry where {STANDING} and subject <> '' \
             and subject like ?1 escape '\\' order by subject limit ?3)) \
         group by id order by min(place), id desc limit ?3"
    );
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(holding(part))
        .bind(serde_json::to_string(amounts)?)
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

/// A client's open invoices, the oldest due first: their rows.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_of(conn: &mut SqliteConnection, client: i64, limit: u32) -> Result<Vec<i64>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select id from entry where client_id = ? and open > 0 and draft = 0 and kind = 'invoice' \
         and reverses is null order by due_on, id limit ?",
    )
    .bind(client)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// A pattern for what holds this text, whatever the case of its plain letters.
fn holding(part: &str) -> String {
    let mut pattern = String::from("%");
    for letter in part.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_of_the_pattern_stand_for_themselves() {
        assert_eq!(super::holding(r"50%_a\b"), r"%50\%\_a\\b%");
    }
}
