//! The book as sheets for a spreadsheet: each a statement whose rows begin with the number to go on from.

use crate::LedgerError;
use crate::column;
use crate::whole::{Holds, PAGE};
use goodterms_terms::Money;
use serde_json::Value;
use sqlx::SqliteConnection;

/// A sheet.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// Its name, also of its file.
    pub name: &'static str,
    /// Its columns: head, and what is under it.
    pub columns: &'static [(&'static str, Holds)],
    /// What follows the place: one expression for each column.
    select: &'static str,
    /// Where from, and which; the place is its own column `place`.
    from: &'static str,
    place: &'static str,
}

use Holds::{Amount, Day as Date, Flag, Number, Words};

/// Every sheet but that of invoices, whose states the rules work out.
pub const SHEETS: &[Sheet] = &[
    Sheet {
        name: "clients",
        columns: &[
            ("Client", Words),
            ("Client number", Words),
            ("Kind", Words),
            ("E-mail", Words),
            ("Phone", Words),
            ("Language", Words),
            ("Street", Words),
            ("House number", Words),
            ("Address line 2", Words),
            ("Postcode", Words),
            ("Town", Words),
            ("Region", Words),
            ("Country", Words),
            ("Notes", Words),
        ],
        select: "c.name, c.reference, c.kind, c.email, c.phone, c.language, c.street, c.number, c.extra, c.postcode, \
                 c.town, c.region, c.country, c.notes",
        from: "client c where c.withdrawn = 0",
        place: "c.id",
    },
    Sheet {
        name: "credit-notes",
        columns: &[
            ("Credit note", Words),
            ("Client", Words),
            ("Date", Date),
            ("Currency", Words),
            ("Amount", Amount),
            ("Not used", Amount),
            ("Reference", Words),
        ],
        select: "e.number, c.name, e.effective_on, e.currency, -e.amount, -e.open, e.reference",
        from: "entry e join client c on c.id = e.client_id where e.kind = 'credit_note' and e.withdrawn = 0 \
               and e.reverses is null and not exists (select 1 from entry r where r.reverses = e.id)",
        place: "e.id",
    },
    Sheet {
        name: "payments",
        columns: &[
            ("Payment", Words),
            ("Client", Words),
            ("Date", Date),
            ("Currency", Words),
            ("Amount", Amount),
            ("Not used", Amount),
            ("Method", Words),
            ("Reference", Words),
            ("Inferred", Flag),
        ],
        select: "'payment-' || e.id, c.name, e.effective_on, e.currency, -e.amount, -e.open, e.method, e.reference, \
                 e.assumed",
        from: "entry e join client c on c.id = e.client_id where e.kind = 'payment' and e.withdrawn = 0 \
               and e.reverses is null and not exists (select 1 from entry r where r.reverses = e.id)",
        place: "e.id",
    },
    Sheet {
        name: "allocations",
        columns: &[
            ("Date", Date),
            ("Client", Words),
            ("From", Words),
            ("To", Words),
            ("Currency", Words),
            ("Amount", Amount),
        ],
        select: "a.effective_on, c.name, case when k.number <> '' then k.number else k.kind || '-' || k.id end, \
                 case when e.number <> '' then e.number else e.kind || '-' || e.id end, e.currency, a.amount",
        from: "allocation a join entry e on e.id = a.debit_id join entry k on k.id = a.credit_id \
               join client c on c.id = e.client_id where e.withdrawn = 0 and k.withdrawn = 0",
        place: "a.id",
    },
    Sheet {
        name: "ledger",
        columns: &[
            ("Entry", Words),
            ("Kind", Words),
            ("Client", Words),
            ("Number", Words),
            ("Date", Date),
            ("Due", Date),
            ("Currency", Words),
            ("Amount", Amount),
            ("Reference", Words),
            ("Note", Words),
            ("Takes back", Words),
            ("Inferred", Flag),
        ],
        select: "e.kind || '-' || e.id, e.kind, c.name, e.number, e.effective_on, e.due_on, e.currency, e.amount, \
                 e.reference, e.note, coalesce(e.kind || '-' || e.reverses, ''), e.assumed",
        from: "entry e join client c on c.id = e.client_id where e.withdrawn = 0",
        place: "e.id",
    },
    Sheet {
        name: "disputes",
        columns: &[
            ("Invoice", Words),
            ("Client", Words),
            ("Currency", Words),
            ("Amount", Amount),
            ("Since", Date),
            ("Settled", Date),
            ("What they say", Words),
            ("How it was settled", Words),
        ],
        select: "e.number, c.name, e.currency, d.amount, d.opened_on, d.resolved_on, d.note, d.resolution",
        from: "dispute d join entry e on e.id = d.entry_id join client c on c.id = e.client_id where e.withdrawn = 0",
        place: "d.id",
    },
    Sheet {
        name: "contacts",
        columns: &[
            ("Client", Words),
            ("Date", Date),
            ("Channel", Words),
            ("Direction", Words),
            ("Kind", Words),
            ("Note", Words),
        ],
        select: "c.name, w.day, w.channel, w.direction, w.kind, w.note",
        from: "contact w join client c on c.id = w.client_id where 1",
        place: "w.id",
    },
    Sheet {
        name: "plans",
        columns: &[
            ("Plan", Words),
            ("Version", Number),
            ("Client", Words),
            ("Written", Date),
            ("Active from", Date),
            ("Ended", Date),
            ("Currency", Words),
            ("Total", Amount),
            ("Fingerprint", Words),
        ],
        select: "p.reference, v.version, c.name, v.drafted_on, v.effective_on, v.ended_on, p.currency, \
                 (select sum(i.principal + i.interest) from plan_instalment i where i.version_id = v.id), v.fingerprint",
        from: "plan_version v join plan p on p.id = v.plan_id join client c on c.id = p.client_id where 1",
        place: "v.id",
    },
    Sheet {
        name: "instalments",
        columns: &[
            ("Plan", Words),
            ("Version", Number),
            ("Instalment", Number),
            ("Due", Date),
            ("Currency", Words),
            ("Principal", Amount),
            ("Interest", Amount),
        ],
        select: "p.reference, v.version, i.n, i.due_on, p.currency, i.principal, i.interest",
        from: "plan_instalment i join plan_version v on v.id = i.version_id join plan p on p.id = v.plan_id where 1",
        // At most 601 instalments a version.
        place: "i.version_id * 1000 + i.n",
    },
    Sheet {
        name: "bank-lines",
        columns: &[
            ("Line", Words),
            ("Account", Words),
            ("Date", Date),
            ("Value date", Date),
            ("Currency", Words),
            ("Amount", Amount),
            ("From or to", Words),
            ("Their account", Words),
            ("Reference", Words),
            ("Text", Words),
            ("Payment", Words),
        ],
        select: "'line-' || l.id, b.number, l.day, l.value_day, b.currency, l.amount, l.payer, l.payer_account, \
                 l.reference, l.text, coalesce((select group_concat('payment-' || m.entry_id, ', ') from bank_match m \
                 where m.line_id = l.id and not exists (select 1 from entry r where r.reverses = m.entry_id)), '')",
        from: "bank_line l join bank_statement s on s.id = l.statement_id join bank_account b on b.id = s.account_id \
               where l.withdrawn = 0",
        place: "l.id",
    },
];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words; an id is words too.
    Words(String),
    /// A whole number.
    Number(i64),
    /// An amount.
    Amount(Money),
    /// A day.
    Day(goodterms_terms::Day),
    /// Yes or no.
    Flag(bool),
    /// Nothing.
    Nothing,
}

/// The rows of a sheet after a place, at most [`PAGE`] of them, and from where to go on, if there are more.
///
/// # Errors
/// When the book cannot be read.
pub async fn rows(
    conn: &mut SqliteConnection,
    sheet: &Sheet,
    after: i64,
) -> Result<(Vec<Vec<Cell>>, Option<i64>), LedgerError> {
    let sql = format!(
        "select json_array({0}, {1}) from {2} and {0} > ? order by {0} limit {PAGE}",
        sheet.place, sheet.select, sheet.from
    );
    let found: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(after).fetch_all(conn).await?;
    let mut rows = Vec::with_capacity(found.len());
    let mut place = None;
    for row in &found {
        let mut values: Vec<Value> = serde_json::from_str(row)?;
        place = values.first().and_then(Value::as_i64);
        rows.push(cells(sheet, values.split_off(1))?);
    }
    let full = i64::try_from(rows.len()).is_ok_and(|count| count == PAGE);
    Ok((rows, place.filter(|_| full)))
}

fn cells(sheet: &Sheet, values: Vec<Value>) -> Result<Vec<Cell>, LedgerError> {
    let told = sheet.columns.iter().position(|(head, _)| *head == "Currency");
    let currency = told.and_then(|place| values.get(place)).and_then(Value::as_str).map(column::currency);
    let currency = currency.transpose()?;
    let cell = |(value, (_, holds)): (Value, &(&str, Holds))| {
        Ok(match (holds, value) {
            (_, Value::Null) => Cell::Nothing,
            (Holds::Amount, Value::Number(number)) => {
                let currency = currency.ok_or_else(|| LedgerError::unexpected("an amount of no currency"))?;
                Cell::Amount(Money::of(number.as_i64().unwrap_or_default(), currency))
            }
            (Holds::Day, Value::Number(number)) => {
                Cell::Day(column::day(number.as_i64().unwrap_or_default())?)
            }
            (Holds::Flag, Value::Number(number)) => Cell::Flag(number.as_i64() != Some(0)),
            (_, Value::Number(number)) => Cell::Number(number.as_i64().unwrap_or_default()),
            (_, Value::String(words)) => Cell::Words(words),
            (_, other) => Cell::Words(other.to_string()),
        })
    };
    values.into_iter().zip(sheet.columns).map(cell).collect()
}

/// The rows of invoices that stand or were taken back on a later day, in the order they were entered.
///
/// # Errors
/// When the book cannot be read.
pub async fn invoices(conn: &mut SqliteConnection) -> Result<Vec<i64>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select id from entry where kind = 'invoice' and withdrawn = 0 and reverses is null order by id",
    )
    .fetch_all(conn)
    .await?)
}
