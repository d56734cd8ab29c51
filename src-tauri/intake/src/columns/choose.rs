//! What kind of rows a file has, and which column holds which field.

use super::bank::{self, Likeness};
use super::field::Field;
use super::reports::{of_a_summary, refuse_sales_lines, spans};
use super::synonyms::{fits, squashed};
use crate::options::{Column, Kind, Options};
use crate::table::header::Header;
use goodterms_terms::{Code, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of file and its columns.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) kind: Kind,
    /// Positions counted from 0; the first holds the field, others fill its gaps.
    pub(crate) columns: BTreeMap<Field, Vec<usize>>,
}

/// Chooses.
///
/// # Errors
/// [`Code::ColumnUnknown`], [`Code::ColumnAmbiguous`] for a column named by the person;
/// [`Code::HeaderNotFound`], [`Code::ColumnsUnrecognised`], [`Code::KindAmbiguous`], [`Code::ColumnMissing`].
pub(crate) fn choose(header: &Header, options: &Options) -> Result<Choice, Refusal> {
    let told = told_columns(header, options)?;
    let kind = match options.as_kind {
        Some(kind) => kind,
        None => kind_of(header, &told).map_err(|refusal| of_a_summary(header).unwrap_or(refusal))?,
    };
    let claims = Claims::of(kind, header, &told);
    refuse_sales_lines(header, &claims.columns)?;
    match claims.missing(kind) {
        None => Ok(Choice { kind, columns: claims.columns }),
        Some(_) if header.row.is_none() && told.is_empty() => Err(header_not_found()),
        Some(field) => Err(column_missing(kind, field, header)),
    }
}

fn told_columns(header: &Header, options: &Options) -> Result<Vec<(Field, usize)>, Refusal> {
    let place = |(field, column): &(Field, Column)| position(header, column).map(|at| (*field, at));
    options.map.iter().map(place).collect()
}

fn position(header: &Header, column: &Column) -> Result<usize, Refusal> {
    let wanted = column.0.trim();
    let all = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
        header.names.iter().enumerate().filter(|(_, name)| same(name)).map(|(at, _)| at).collect()
    };
    let exact = all(&|name| name == wanted);
    let alike = if exact.is_empty() && !squashed(wanted).is_empty() {
        all(&|name| squashed(name) == squashed(wanted))
    } else {
        exact
    };
    match alike.as_slice() {
        [one] => return Ok(*one),
        [_, _, ..] => {
            return Err(Refusal::input(
                Code::ColumnAmbiguous,
                format!("Several columns are called \u{201c}{wanted}\u{201d}"),
            )
            .field("map")
            .candidates(alike.iter().map(|at| format!("column {}", at + 1)))
            .hint("Name the column by its position, counted from 1."));
        }
        [] => {}
    }
    let by_number =
        wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|&at| at < header.width);
    by_number.ok_or_else(|| {
        Refusal::input(Code::ColumnUnknown, format!("The file has no column \u{201c}{wanted}\u{201d}"))
            .field("map")
            .candidates(header.names.iter().filter(|name| !name.is_empty()).cloned())
    })
}

/// Which fields claim which columns, if the file were of one kind.
pub(super) struct Claims {
    columns: BTreeMap<Field, Vec<usize>>,
    /// Fields whose header leaves no doubt.
    telling: BTreeSet<Field>,
    /// Headings above the rows name the client.
    headed: bool,
}

impl Claims {
    fn of(kind: Kind, header: &Header, told: &[(Field, usize)]) -> Self {
        let headed = header.headings.is_some();
        let mut claims = Self { columns: BTreeMap::new(), telling: BTreeSet::new(), headed };
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let is_bank = kind == Kind::Bank;
        let meanings = if is_bank { bank::fits } else { fits };
        let named: Vec<_> = header.names.iter().map(|name| meanings(name)).collect();
        for &(field, at) in told {
            let field = if is_bank { bank::meant(field) } else { field };
            claims.columns.insert(field, vec![at]);
            claims.telling.insert(field);
            taken.insert(at);
        }
        for field in Field::of(kind) {
            if claims.columns.contains_key(&field) {
                continue;
            }
            let mut fitting: Vec<(usize, usize, bool)> = named
                .iter()
                .enumerate()
                .filter(|(at, _)| !taken.contains(at))
                .filter_map(|(at, fits)| {
                    fits.iter().find(|fit| fit.field == field).map(|fit| (fit.rank, at, fit.neutral))
                })
                .collect();
            fitting.sort_unstable();
            if !field.takes_fallbacks() {
                fitting.truncate(1);
            }
            if fitting.first().is_some_and(|&(_, _, neutral)| !neutral) {
                claims.telling.insert(field);
            }
            if !fitting.is_empty() {
                taken.extend(fitting.iter().map(|&(_, at, _)| at));
                claims.columns.insert(field, fitting.iter().map(|&(_, at, _)| at).collect());
            }
        }
        claims.take_ageing_totals_as_open(header);
        claims
    }

    /// Where spans of ageing stand beside a total, all of them are what is open.
    fn take_ageing_totals_as_open(&mut self, header: &Header) {
        if spans(header) >= 3
            && !self.has(Field::Balance)
            && let Some(places) = self.columns.remove(&Field::Total)
        {
            self.columns.insert(Field::Balance, places);
            self.telling.insert(Field::Balance);
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// The first field rows of that kind cannot do without.
    fn missing(&self, kind: Kind) -> Option<Field> {
        use Field::{
            Amount, Balance, BaseTotal, BookingDate, Client, ClientReference, Credit, Debit, FirstName,
            InvoiceNumber, IssueDate, LastName, LineTotal, PaymentDate, Total, ValueDate,
        };
        let needs: &[(Field, &[Field])] = match kind {
            Kind::Invoices => &[
                (InvoiceNumber, &[InvoiceNumber]),
                (Client, &[Client, ClientReference]),
                (IssueDate, &[IssueDate]),
                (Total, &[Total, BaseTotal, Balance, LineTotal]),
            ],
            Kind::Payments => &[
                (Amount, &[Amount]),
                (PaymentDate, &[PaymentDate]),
                (InvoiceNumber, &[InvoiceNumber, Client, ClientReference]),
            ],
            Kind::Clients => &[(Client, &[Client, FirstName, LastName])],
            Kind::Bank => &[(Amount, &[Amount, Debit, Credit]), (BookingDate, &[BookingDate, ValueDate])],
            Kind::Mail => &[],
        };
        let met =
            |any: &[Field]| any.iter().any(|&field| self.has(field)) || self.headed && any.contains(&Client);
        needs.iter().find(|(_, any)| !met(any)).map(|&(field, _)| field)
    }

    pub(super) fn tells_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.telling.contains(field))
    }
}

fn kind_of(header: &Header, told: &[(Field, usize)]) -> Result<Kind, Refusal> {
    if told.iter().any(|&(field, _)| bank::is_banks_own(field)) {
        return Ok(Kind::Bank);
    }
    use Field::{
        Amount, Balance, BaseTotal, Disputed, DueDate, Email, InvoiceNumber, IssueDate, LineItem, LineTotal,
        Method, PaymentDate, Phone, Postcode, Status, Street, Terms, Total, Town,
    };
    let invoices = Claims::of(Kind::Invoices, header, told);
    let payments = Claims::of(Kind::Payments, header, told);
    let owed = invoices.tells_any(&[DueDate, Balance, Disputed, Terms]);
    let issued = invoices.tells_any(&[IssueDate, Total, BaseTotal, LineTotal, LineItem, Status]);
    let received = payments.tells_any(&[PaymentDate, Amount, Method]);
    let totals = invoices.tells_any(&[Total, BaseTotal, LineTotal, Status]);
    let amounts = payments.tells_any(&[Amount, Method]);
    let title = title_kind(&header.title);
    let owing = invoices.tells_any(&[InvoiceNumber, DueDate, Disputed, Terms]);
    let statement =
        if owing { Likeness::None } else { bank::likeness(&Claims::of(Kind::Bank, header, told)) };
    if statement == Likeness::Certain {
        let either = received && payments.missing(Kind::Payments).is_none();
        return if either { Err(kind_ambiguous([Kind::Payments, Kind::Bank])) } else { Ok(Kind::Bank) };
    }
    if invoices.missing(Kind::Invoices).is_none() {
        let both = payments.missing(Kind::Payments).is_none();
        return match () {
            () if owed || !both || issued && !received => Ok(Kind::Invoices),
            // Each row of such a report says itself what it is.
            () if header.headings.is_some() && invoices.has(Field::Type) => Ok(Kind::Invoices),
            () if received && !issued => Ok(Kind::Payments),
            () if totals && !amounts => Ok(Kind::Invoices),
            () => title.ok_or_else(|| kind_ambiguous([Kind::Invoices, Kind::Payments])),
        };
    }
    let from_a_payer = payments.has(InvoiceNumber) || received || title == Some(Kind::Payments);
    if payments.missing(Kind::Payments).is_none() && from_a_payer && !owed {
        return Ok(Kind::Payments);
    }
    if invoices.telling.contains(&InvoiceNumber) {
        return Ok(Kind::Invoices); // the caller says what is missing
    }
    if statement == Likeness::Likely && !payments.has(Field::Client) {
        return Ok(Kind::Bank);
    }
    let clients = Claims::of(Kind::Clients, header, told);
    let reachable = clients.tells_any(&[Email, Phone, Street, Town, Postcode]);
    let moves_money = payments.has(Amount) && payments.has(PaymentDate);
    if clients.missing(Kind::Clients).is_none() && reachable && !moves_money {
        return Ok(Kind::Clients);
    }
    if header.row.is_none() {
        return Err(header_not_found());
    }
    Err(Refusal::input(
        Code::ColumnsUnrecognised,
        "The names of the columns do not tell whether these are clients, invoices, payments or a bank's movements",
    )
    .candidates(header.names.iter().filter(|name| !name.is_empty()).cloned())
    .hint("Say what they are with --as, and name the columns with --map FIELD=COLUMN."))
}

fn title_kind(title: &str) -> Option<Kind> {
    let title = squashed(title);
    let says = |stems: &[&str]| stems.iter().any(|stem| title.contains(stem));
    let payments = says(&["payment", "zahlung", "paiement", "betaling", "pagos", "pagament"]);
    let invoices =
        says(&["invoices", "rechnungen", "factures", "facturen", "facturas", "fatture", "faturas"]);
    match (payments, invoices) {
        (true, false) => Some(Kind::Payments),
        (false, true) => Some(Kind::Invoices),
        _ => None,
    }
}

fn kind_ambiguous(kinds: [Kind; 2]) -> Refusal {
    let [one, other] = kinds.map(Kind::as_str);
    let plainly = |kind| if kind == Kind::Bank { "a bank's movements" } else { Kind::as_str(kind) };
    let [first, second] = kinds.map(plainly);
    Refusal::input(Code::KindAmbiguous, format!("These rows could be {first} as well as {second}"))
        .field("as")
        .candidates([one, other].map(str::to_owned))
        .hint(format!("Say which with --as {one} or --as {other}."))
}

fn header_not_found() -> Refusal {
    Refusal::input(Code::HeaderNotFound, "No row of the file names its columns")
        .hint("Add a row with the names of the columns, or name them by position with --map FIELD=NUMBER.")
}

fn column_missing(kind: Kind, field: Field, header: &Header) -> Refusal {
    let name = field.as_str();
    Refusal::input(
        Code::ColumnMissing,
        format!("No column was found for {name}, which {} need", kind.as_str()),
    )
    .field(name)
    .candidates(header.names.iter().filter(|name| !name.is_empty()).cloned())
    .hint(format!("Name the column with --map {name}=COLUMN."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::Currency;

    fn chosen(names: &str, title: &str, options: &Options) -> Result<Choice, Refusal> {
        let names: Vec<String> = names.split(',').map(str::to_owned).collect();
        let width = names.len();
        choose(&Header { row: Some(1), width, names, title: title.into(), ..Header::default() }, options)
    }

    fn plain() -> Options {
        Options::new(Currency::from_code("CAD").unwrap())
    }

    #[test]
    fn headers_tell_the_kind() {
        let kind =
            |names: &str, title: &str| chosen(names, title, &plain()).map(|c| c.kind).map_err(|r| r.code);
        assert_eq!(kind("Invoice Number,Client,Date,Due Date,Amount", ""), Ok(Kind::Invoices));
        assert_eq!(kind("Invoice Number,Client,Payment Date,Amount", ""), Ok(Kind::Payments));
        assert_eq!(kind("Client,Invoice Number,Amount,Date", "Payments"), Ok(Kind::Payments));
        assert_eq!(kind("Invoice Number,Client,Invoice Date,Total,Date Paid", ""), Ok(Kind::Invoices));
        assert_eq!(
            kind("Invoice Number,Client,Invoice Date,Payment Date,Amount", ""),
            Err(Code::KindAmbiguous)
        );
        assert_eq!(kind("Client,Invoice Number,Amount,Date", ""), Err(Code::KindAmbiguous));
        assert_eq!(kind("Name,Email,Phone", ""), Ok(Kind::Clients));
        assert_eq!(kind("Invoice Number,Client,Invoice Date", ""), Err(Code::ColumnMissing));
        assert_eq!(kind("Date,Name,Amount", ""), Err(Code::ColumnsUnrecognised));
        assert_eq!(kind("Date,Description,Amount,Balance", ""), Ok(Kind::Bank));
        assert_eq!(kind("Date,Name,Amount,IBAN", ""), Ok(Kind::Bank));
        assert_eq!(kind("Date,Details,Debit,Credit,Balance", ""), Ok(Kind::Bank));
        assert_eq!(kind("Payment Date,Client,Amount,IBAN", ""), Ok(Kind::Payments));
        assert_eq!(kind("Date,Client,Amount,Payment Method,IBAN", ""), Err(Code::KindAmbiguous));
        assert_eq!(kind("Date,Client,Invoice Number,Amount,Bank Account", "Payments"), Ok(Kind::Payments));
    }

    #[test]
    fn the_better_name_wins_and_a_told_column_wins_over_all() {
        let mut options = plain();
        let names = "Num,Customer,Date,Due Date,Amount,Total,Phone,Phone";
        let columns = chosen(names, "", &options).unwrap().columns;
        assert_eq!((&columns[&Field::Total], &columns[&Field::Phone]), (&vec![5], &vec![6, 7]));
        options.map = vec![(Field::Total, Column("amount".into())), (Field::IssueDate, Column("4".into()))];
        let columns = chosen(names, "", &options).unwrap().columns;
        assert_eq!((&columns[&Field::Total], &columns[&Field::IssueDate]), (&vec![4], &vec![3]));
        let refused = |column: &str| {
            let map = vec![(Field::Email, Column(column.into()))];
            chosen(names, "", &Options { map, ..plain() }).unwrap_err().code
        };
        assert_eq!(
            (refused("Phone"), refused("9"), refused("Fax")),
            (Code::ColumnAmbiguous, Code::ColumnUnknown, Code::ColumnUnknown)
        );
    }
}
