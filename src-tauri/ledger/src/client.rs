//! Clients.

use crate::LedgerError;
use goodterms_terms::{Address, ClientKind};
use sqlx::{FromRow, SqliteConnection};

/// A client as the book knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Their row; nothing yet when new.
    pub id: i64,
    /// Name, as on the contract.
    pub name: String,
    /// Business or consumer.
    pub kind: ClientKind,
    /// Their number in another system.
    pub reference: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// BCP 47, or nothing.
    pub language: String,
    /// Postal address.
    pub address: Address,
    /// Notes.
    pub notes: String,
    /// The import that brought them.
    pub import: Option<i64>,
}

impl Client {
    /// A business client of that name, of whom nothing else is known.
    pub fn named(name: &str) -> Self {
        Self {
            id: 0,
            name: name.to_owned(),
            kind: ClientKind::Business,
            reference: String::new(),
            email: String::new(),
            phone: String::new(),
            language: String::new(),
            address: Address::default(),
            notes: String::new(),
            import: None,
        }
    }
}

#[derive(FromRow)]
struct ClientRow {
    id: i64,
    name: String,
    kind: String,
    reference: String,
    email: String,
    phone: String,
    language: String,
    street: String,
    number: String,
    extra: String,
    postcode: String,
    town: String,
    region: String,
    country: String,
    notes: String,
    import_id: Option<i64>,
}

impl From<ClientRow> for Client {
    fn from(row: ClientRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            kind: if row.kind == "consumer" { ClientKind::Consumer } else { ClientKind::Business },
            reference: row.reference,
            email: row.email,
            phone: row.phone,
            language: row.language,
            address: Address {
                street: row.street,
                number: row.number,
                extra: row.extra,
                postcode: row.postcode,
                town: row.town,
                region: row.region,
                country: row.country,
            },
            notes: row.notes,
            import: row.import_id,
        }
    }
}

/// A name as it is compared: lower case, single spaces.
pub fn name_key(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a client and answers their row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(conn: &mut SqliteConnection, client: &Client) -> Result<i64, LedgerError> {
    let id: i64 = sqlx::query_scalar("insert into client (name, name_key) values (?, '') returning id")
        .bind(&client.name)
        .fetch_one(&mut *conn)
        .await?;
    save(conn, &Client { id, ..client.clone() }).await?;
    Ok(id)
}

/// Replaces a client's particulars. One who was withdrawn stands again.
///
/// # Errors
/// When the book cannot be written.
pub async fn save(conn: &mut SqliteConnection, client: &Client) -> Result<(), LedgerError> {
    sqlx::query(
        "update client set name = ?, name_key = ?, kind = ?, reference = ?, email = ?, phone = ?, language = ?, \
         street = ?, number = ?, extra = ?, postcode = ?, town = ?, region = ?, country = ?, notes = ?, \
         import_id = ?, withdrawn = 0 where id = ?",
    )
    .bind(&client.name)
    .bind(name_key(&client.name))
    .bind(client.kind.as_str())
    .bind(&client.reference)
    .bind(&client.email)
    .bind(&client.phone)
    .bind(&client.language)
    .bind(&client.address.street)
    .bind(&client.address.number)
    .bind(&client.address.extra)
    .bind(&client.address.postcode)
    .bind(&client.address.town)
    .bind(&client.address.region)
    .bind(&client.address.country)
    .bind(&client.notes)
    .bind(client.import)
    .bind(client.id)
    .execute(conn)
    .await?;
    Ok(())
}

const COLUMNS: &str = "select id, name, kind, reference, email, phone, language, street, number, extra, postcode, \
                       town, region, country, notes, import_id from client ";

/// The client of that row, if they stand.
///
/// # Errors
/// When the book cannot be read.
pub async fn by_id(conn: &mut SqliteConnection, id: i64) -> Result<Option<Client>, LedgerError> {
    let sql = format!("{COLUMNS}where id = ? and withdrawn = 0");
    let row: Option<ClientRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(conn).await?;
    Ok(row.map(Client::from))
}

/// Clients of that name or reference, however written; those whose name begins with it when none has it whole.
///
/// # Errors
/// When the book cannot be read.
pub async fn called(conn: &mut SqliteConnection, name: &str) -> Result<Vec<Client>, LedgerError> {
    let key = name_key(name);
    let whole = format!(
        "{COLUMNS}where withdrawn = 0 and (name_key = ?1 or (reference <> '' and reference = ?2)) order by id"
    );
    let rows: Vec<ClientRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(whole)).bind(&key).bind(name.trim()).fetch_all(&mut *conn).await?;
    if !rows.is_empty() || key.is_empty() {
        return Ok(rows.into_iter().map(Client::from).collect());
    }
    let beginning = format!(
        "{COLUMNS}where withdrawn = 0 and substr(name_key, 1, length(?1)) = ?1 order by name_key limit 20"
    );
    let rows: Vec<ClientRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(beginning)).bind(&key).fetch_all(conn).await?;
    Ok(rows.into_iter().map(Client::from).collect())
}

/// Every client who stands, or stood before an import was undone, for matching names of a file against.
///
/// # Errors
/// When the book cannot be read.
pub async fn all_known(conn: &mut SqliteConnection) -> Result<Vec<(Client, bool)>, LedgerError> {
    let standing = format!("{COLUMNS}where withdrawn = 0 order by id");
    let withdrawn = format!("{COLUMNS}where withdrawn = 1 order by id");
    let mut known = Vec::new();
    for (sql, stands) in [(standing, true), (withdrawn, false)] {
        let rows: Vec<ClientRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await?;
        known.extend(rows.into_iter().map(|row| (Client::from(row), stands)));
    }
    Ok(known)
}

/// Clients who stand and whose address is one of these, whatever the case; those of the earliest come first.
///
/// # Errors
/// When the book cannot be read.
pub async fn at_addresses(
    conn: &mut SqliteConnection,
    addresses: &[String],
) -> Result<Vec<Client>, LedgerError> {
    let sql = format!(
        "{COLUMNS}where withdrawn = 0 and email <> '' and lower(trim(email)) in \
         (select lower(trim(value)) from json_each(?)) order by id"
    );
    let rows: Vec<ClientRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(serde_json::to_string(addresses)?)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(Client::from).collect())
}

/// Names of these clients, by row.
///
/// # Errors
/// When the book cannot be read.
pub async fn names(
    conn: &mut SqliteConnection,
    ids: &[i64],
) -> Result<std::collections::BTreeMap<i64, String>, LedgerError> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("select id, name from client where id in (select value from json_each(?))")
            .bind(serde_json::to_string(ids)?)
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().collect())
}

/// Whether the book has any client, and any invoice.
///
/// # Errors
/// When the book cannot be read.
pub async fn any(conn: &mut SqliteConnection) -> Result<(bool, bool), LedgerError> {
    Ok(sqlx::query_as(
        "select exists (select 1 from client where withdrawn = 0), \
         exists (select 1 from entry where kind = 'invoice' and withdrawn = 0 and reverses is null)",
    )
    .fetch_one(conn)
    .await?)
}

/// Withdraws the clients an import brought, unless something else has since been recorded for them.
/// Answers how many.
///
/// # Errors
/// When the book cannot be written.
pub async fn withdraw_import(conn: &mut SqliteConnection, import: i64) -> Result<u64, LedgerError> {
    let done = sqlx::query(
        "update client set withdrawn = 1 where import_id = ?1 and withdrawn = 0 \
         and not exists (select 1 from entry e where e.client_id = client.id and e.withdrawn = 0) \
         and not exists (select 1 from contact c where c.client_id = client.id) \
         and not exists (select 1 from plan p where p.client_id = client.id)",
    )
    .bind(import)
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// How many clients, invoices, payments, plans, contacts, documents and imports the book holds.
///
/// # Errors
/// When the book cannot be read.
pub async fn counts(
    conn: &mut SqliteConnection,
) -> Result<std::collections::BTreeMap<&'static str, i64>, LedgerError> {
    let mut counts = std::collections::BTreeMap::new();
    for (name, sql) in [
        ("clients", "select count(*) from client where withdrawn = 0"),
        (
            "invoices",
            "select count(*) from entry where kind = 'invoice' and withdrawn = 0 and reverses is null",
        ),
        (
            "payments",
            "select count(*) from entry where kind = 'payment' and withdrawn = 0 and reverses is null",
        ),
        ("plans", "select count(*) from plan"),
        ("contacts", "select count(*) from contact"),
        ("documents", "select count(*) from document"),
        ("imports", "select count(*) from import where undone_at is null"),
        ("history", "select count(*) from history"),
    ] {
        counts.insert(name, sqlx::query_scalar(sql).fetch_one(&mut *conn).await?);
    }
    Ok(counts)
}
