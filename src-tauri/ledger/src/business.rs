//! The business whose book this is, and what it decided beforehand.

use crate::LedgerError;
use goodterms_terms::policy::{KEYS, Policy};
use goodterms_terms::{Address, Currency};
use sqlx::{FromRow, Row as _, SqliteConnection};

/// The business's own particulars, as they stand on its papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Business {
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2 suffix where law depends on it, or nothing.
    pub region: String,
    /// What amounts mean when nothing else is said.
    pub currency: Currency,
    /// BCP 47.
    pub locale: String,
    /// IANA name of the zone in which its days end.
    pub time_zone: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Tax or registration number, as printed.
    pub tax_id: String,
    /// Postal address.
    pub address: Address,
    /// How to pay, one line each, as printed.
    pub pay_to: String,
    /// Its logo, PNG or JPEG.
    pub logo: Option<Vec<u8>>,
}

/// Writes the one row of a new book.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(conn: &mut SqliteConnection, business: &Business) -> Result<(), LedgerError> {
    sqlx::query("insert into business (id, name, country, currency, locale, time_zone) values (1, '', '', '', '', '')")
        .execute(&mut *conn)
        .await?;
    save(conn, business).await
}

/// Replaces the business's particulars.
///
/// # Errors
/// When the book cannot be written.
pub async fn save(conn: &mut SqliteConnection, business: &Business) -> Result<(), LedgerError> {
    sqlx::query(
        "update business set name = ?, country = ?, region = ?, currency = ?, locale = ?, time_zone = ?, \
         email = ?, phone = ?, tax_id = ?, address = ?, pay_to = ?, logo = ?",
    )
    .bind(&business.name)
    .bind(&business.country)
    .bind(&business.region)
    .bind(business.currency.code())
    .bind(&business.locale)
    .bind(&business.time_zone)
    .bind(&business.email)
    .bind(&business.phone)
    .bind(&business.tax_id)
    .bind(serde_json::to_string(&business.address)?)
    .bind(&business.pay_to)
    .bind(business.logo.as_deref())
    .execute(conn)
    .await?;
    Ok(())
}

/// The business's particulars.
///
/// # Errors
/// When the book cannot be read.
pub async fn read(conn: &mut SqliteConnection) -> Result<Business, LedgerError> {
    #[derive(FromRow)]
    struct BusinessRow {
        name: String,
        country: String,
        region: String,
        currency: String,
        locale: String,
        time_zone: String,
        email: String,
        phone: String,
        tax_id: String,
        address: String,
        pay_to: String,
        logo: Option<Vec<u8>>,
    }
    let row: BusinessRow = sqlx::query_as(
        "select name, country, region, currency, locale, time_zone, email, phone, tax_id, address, pay_to, logo \
         from business",
    )
    .fetch_one(conn)
    .await?;
    Ok(Business {
        currency: Currency::from_code(&row.currency)?,
        address: serde_json::from_str(&row.address)?,
        name: row.name,
        country: row.country,
        region: row.region,
        locale: row.locale,
        time_zone: row.time_zone,
        email: row.email,
        phone: row.phone,
        tax_id: row.tax_id,
        pay_to: row.pay_to,
        logo: row.logo,
    })
}

/// The policy: what was decided, and the usual for the rest.
///
/// # Errors
/// When the book cannot be read.
pub async fn policy(conn: &mut SqliteConnection, currency: Currency) -> Result<Policy, LedgerError> {
    let mut policy = Policy::usual(currency);
    for row in sqlx::query("select key, value from policy").fetch_all(conn).await? {
        let (key, value): (String, String) = (row.get(0), row.get(1));
        if KEYS.contains(&key.as_str()) {
            policy.set(&key, &value)?;
        }
    }
    Ok(policy)
}

/// Keeps one decision.
///
/// # Errors
/// When the book cannot be written.
pub async fn decide(conn: &mut SqliteConnection, key: &str, value: &str) -> Result<(), LedgerError> {
    sqlx::query("insert into policy (key, value) values (?, ?) on conflict (key) do update set value = excluded.value")
        .bind(key)
        .bind(value)
        .execute(conn)
        .await?;
    Ok(())
}

/// Whether anything in the policy was decided.
///
/// # Errors
/// When the book cannot be read.
pub async fn anything_decided(conn: &mut SqliteConnection) -> Result<bool, LedgerError> {
    Ok(sqlx::query_scalar("select exists (select 1 from policy)").fetch_one(conn).await?)
}
