//! Lines of bank statements and what they became, for the matching screen.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use serde::Deserialize;
use sqlx::{FromRow, SqliteConnection};

/// Which lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineQuery {
    /// Only money in of which some is not yet matched.
    pub unmatched: bool,
    /// Only this account's.
    pub account: Option<i64>,
    /// Only these lines.
    pub only: Option<Vec<i64>>,
}

/// A movement, and what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Its row.
    pub id: i64,
    /// The account's row.
    pub account: i64,
    /// The account's number; nothing when its lists never said.
    pub account_number: String,
    /// ISO 4217.
    pub currency: String,
    /// The day it was booked.
    pub on: Day,
    /// The day it counts for interest.
    pub value_on: Option<Day>,
    /// Minor units; money in is positive.
    pub amount: i64,
    /// Who is on the other side.
    pub payer: String,
    /// Their account.
    pub payer_account: String,
    /// The reference given with it.
    pub reference: String,
    /// All that was written with it.
    pub text: String,
    /// Payments it became and that stand.
    pub payments: Vec<LinePayment>,
}

impl LineRow {
    /// What of it is not yet matched, minor units; nothing for money out.
    pub fn left(&self) -> i64 {
        (self.amount - self.payments.iter().map(|payment| payment.amount).sum::<i64>()).max(0)
    }
}

/// A payment a line became.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LinePayment {
    /// Its entry.
    pub entry: i64,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// Minor units, more than nothing.
    pub amount: i64,
    /// What of it is credit on account.
    pub credit: i64,
    /// What it pays: entry, number (or kind where it has none), minor units.
    pub paid: Vec<(i64, String, i64)>,
}

#[derive(FromRow)]
struct Row {
    id: i64,
    account: i64,
    account_number: String,
    currency: String,
    day: i64,
    value_day: Option<i64>,
    amount: i64,
    payer: String,
    payer_account: String,
    reference: String,
    text: String,
    payments: String,
}

/// Payments of line `l` that stand.
const STANDING: &str = "from bank_match m join entry e on e.id = m.entry_id where m.line_id = l.id \
                        and e.withdrawn = 0 and not exists (select 1 from entry r where r.reverses = e.id)";

/// Lines booked up to a day, the latest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn lines(
    conn: &mut SqliteConnection,
    query: &LineQuery,
    until: Day,
) -> Result<Vec<LineRow>, LedgerError> {
    let which = if query.unmatched {
        format!("and l.amount > coalesce((select -sum(e.amount) {STANDING}), 0) and l.amount > 0")
    } else {
        String::new()
    };
    let sql = format!(
        "select l.id, a.id as account, a.number as account_number, a.currency, l.day, l.value_day, l.amount, l.payer, \
         l.payer_account, l.reference, l.text, \
         (select json_group_array(json_object('entry', e.id, 'client', e.client_id, 'client_name', \
           (select name from client c where c.id = e.client_id), 'amount', -e.amount, 'credit', -e.open, 'paid', \
           (select json_group_array(json_array(id, what, paid)) from (select d.id, \
              case when d.number <> '' then d.number else d.kind end as what, sum(p.amount) as paid \
              from allocation p join entry d on d.id = p.debit_id where p.credit_id = e.id \
              group by d.id having sum(p.amount) <> 0 order by d.due_on, d.id)))) {STANDING}) as payments \
         from bank_line l join bank_statement s on s.id = l.statement_id join bank_account a on a.id = s.account_id \
         where l.withdrawn = 0 and l.day <= ?1 and (?2 is null or a.id = ?2) and (?3 is null or l.id in (select value from json_each(?3))) {which} \
         order by l.day desc, l.id desc"
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(day_number(until))
        .bind(query.account)
        .bind(query.only.as_ref().map(serde_json::to_string).transpose()?)
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(LineRow {
                id: row.id,
                account: row.account,
                account_number: row.account_number,
                currency: row.currency,
                on: column::day(row.day)?,
                value_on: column::day_if(row.value_day)?,
                amount: row.amount,
                payer: row.payer,
                payer_account: row.payer_account,
                reference: row.reference,
                text: row.text,
                payments: serde_json::from_str(&row.payments)?,
            })
        })
        .collect()
}

/// An account, and what it held last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its row.
    pub id: i64,
    /// Its number; nothing when its lists never said.
    pub number: String,
    /// ISO 4217.
    pub currency: String,
    /// The latest closing balance, minor units, and its day.
    pub balance: Option<(i64, Option<Day>)>,
    /// How many lines it has.
    pub lines: u64,
    /// Lines of money in of which some is not yet matched.
    pub unmatched: u64,
}

/// Every account that has a line, by number.
///
/// # Errors
/// When the book cannot be read.
pub async fn accounts(conn: &mut SqliteConnection) -> Result<Vec<AccountRow>, LedgerError> {
    type Found = (i64, String, String, Option<i64>, Option<i64>, i64, i64);
    let sql = format!(
        "with last as (select s.account_id, s.closing, s.closing_on, row_number() over \
           (partition by s.account_id order by s.closing_on desc nulls last, s.id desc) as place \
           from bank_statement s join import i on i.id = s.import_id \
           where s.closing is not null and i.undone_at is null) \
         select a.id, a.number, a.currency, b.closing, b.closing_on, count(*) as lines, \
           sum(l.amount > 0 and l.amount > coalesce((select -sum(e.amount) {STANDING}), 0)) as unmatched \
         from bank_account a join bank_statement s on s.account_id = a.id \
         join bank_line l on l.statement_id = s.id and l.withdrawn = 0 \
         left join last b on b.account_id = a.id and b.place = 1 group by a.id order by a.number, a.currency"
    );
    let rows: Vec<Found> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(conn).await?;
    rows.into_iter()
        .map(|(id, number, currency, closing, closing_on, lines, unmatched)| {
            let closing_on = column::day_if(closing_on)?;
            Ok(AccountRow {
                id,
                number,
                currency,
                balance: closing.map(|amount| (amount, closing_on)),
                lines: u64::try_from(lines).unwrap_or_default(),
                unmatched: u64::try_from(unmatched).unwrap_or_default(),
            })
        })
        .collect()
}

/// Somebody whose lines were matched before: their account, their name as it is compared, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct KnownPayer {
    /// Their account; may be empty.
    pub account: String,
    /// Their name as it is compared; may be empty.
    pub name: String,
    /// For which client they paid.
    pub client: i64,
}

/// Everybody whose lines were matched, as far as the matches stand.
///
/// # Errors
/// When the book cannot be read.
pub async fn payers(conn: &mut SqliteConnection) -> Result<Vec<KnownPayer>, LedgerError> {
    Ok(sqlx::query_as(
        "select distinct l.payer_account as account, l.payer_key as name, e.client_id as client \
         from bank_match m join bank_line l on l.id = m.line_id join entry e on e.id = m.entry_id \
         where e.withdrawn = 0 and (l.payer_account <> '' or l.payer_key <> '') \
         and not exists (select 1 from entry r where r.reverses = e.id) order by 1, 2, 3",
    )
    .fetch_all(conn)
    .await?)
}

/// A debt a line could pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayableRow {
    /// Its entry.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// The day it counts from.
    pub issued: Day,
    /// Due day.
    pub due: Day,
    /// ISO 4217.
    pub currency: String,
    /// What a payment may still take, minor units.
    pub free: i64,
    /// What comes off for paying early: the last day, minor units; the earliest first.
    pub early: Vec<(Day, i64)>,
}

/// Every invoice, its adjustments included, and every other debt with a number, of which something is open,
/// whatever the day.
///
/// # Errors
/// When the book cannot be read.
pub async fn payable(conn: &mut SqliteConnection) -> Result<Vec<PayableRow>, LedgerError> {
    let rows: String = sqlx::query_scalar(
        "with open as (select coalesce(adjusts, id) as id, sum(open) as free from entry e \
           where open > 0 and draft = 0 and withdrawn = 0 and reverses is null group by 1) \
         select json_group_array(json_array(e.id, e.number, e.client_id, c.name, e.effective_on, e.due_on, e.currency, \
           o.free, (select json_group_array(json_array(until_on, off)) from early_discount d where d.entry_id = e.id))) \
         from open o join entry e on e.id = o.id join client c on c.id = e.client_id where e.number <> ''",
    )
    .fetch_one(conn)
    .await?;
    type Listed = (i64, String, i64, String, i64, i64, String, i64, Vec<(i64, i64)>);
    let rows: Vec<Listed> = serde_json::from_str(&rows)?;
    rows.into_iter()
        .map(|(id, number, client, client_name, issued, due, currency, free, early)| {
            let early = early.into_iter().map(|(until, off)| Ok((column::day(until)?, off)));
            Ok(PayableRow {
                id,
                number,
                client,
                client_name,
                issued: column::day(issued)?,
                due: column::day(due)?,
                currency,
                free,
                early: early.collect::<Result<_, LedgerError>>()?,
            })
        })
        .collect()
}

/// A payment that no line was matched with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredRow {
    /// Its entry.
    pub id: i64,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// The day it counts from.
    pub on: Day,
    /// ISO 4217.
    pub currency: String,
    /// Minor units, more than nothing.
    pub amount: i64,
    /// What of it is credit on account.
    pub credit: i64,
    /// Numbers of what it pays.
    pub pays: Vec<String>,
}

/// Payments that stand and that no line was matched with, of these amounts in minor units and between two days.
///
/// # Errors
/// When the book cannot be read.
pub async fn entered(
    conn: &mut SqliteConnection,
    amounts: &[i64],
    (from, until): (Day, Day),
) -> Result<Vec<EnteredRow>, LedgerError> {
    type Found = (i64, i64, String, i64, String, i64, i64, String);
    let rows: Vec<Found> = sqlx::query_as(
        "select e.id, e.client_id, c.name, e.effective_on, e.currency, -e.amount, -e.open, \
           (select json_group_array(number) from (select d.number from allocation p join entry d on d.id = p.debit_id \
              where p.credit_id = e.id and d.number <> '' group by d.id having sum(p.amount) <> 0 order by d.id)) \
         from entry e indexed by payment_by_day join client c on c.id = e.client_id \
         where e.kind = 'payment' and e.withdrawn = 0 and e.reverses is null \
         and e.effective_on between ?1 and ?2 and e.amount in (select -value from json_each(?3)) \
         and not exists (select 1 from entry r where r.reverses = e.id) \
         and not exists (select 1 from bank_match m where m.entry_id = e.id) order by e.id",
    )
    .bind(day_number(from))
    .bind(day_number(until))
    .bind(serde_json::to_string(amounts)?)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, client, client_name, on, currency, amount, credit, pays)| {
            let (on, pays) = (column::day(on)?, serde_json::from_str(&pays)?);
            Ok(EnteredRow { id, client, client_name, on, currency, amount, credit, pays })
        })
        .collect()
}
