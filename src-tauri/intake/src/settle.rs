//! From gathered rows to invoices with their payments, and to credit notes.

use crate::columns::Field;
use crate::columns::plan::{DateCell, Plan};
use crate::drafts::{CreditNoteDraft, Intake, InvoiceDraft, PaymentDraft, Receipt, SkipCode, WarningCode};
use crate::money::plus;
use crate::particulars::{EarlyPayment, Particulars};
use crate::payments::{unreadable_day, within_years};
use crate::sheet::Verdict;
use crate::table::Line;
use crate::values::words::{self, Status};
use goodterms_terms::{Day, Money};
use std::collections::HashMap;

/// What a column of paid dates says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaidOn {
    /// Nothing.
    Blank,
    /// The day.
    Day(Day),
}

/// An invoice or credit note as its rows tell it.
#[derive(Debug, Clone)]
pub(crate) struct Gathered {
    pub(crate) number: String,
    pub(crate) client: usize,
    pub(crate) credit: bool,
    pub(crate) issued: Day,
    pub(crate) due: Day,
    pub(crate) due_assumed: bool,
    pub(crate) total: Money,
    pub(crate) balance: Option<Money>,
    pub(crate) written_off: Option<Money>,
    pub(crate) paid: Option<Money>,
    pub(crate) paid_on: PaidOn,
    pub(crate) status: Status,
    pub(crate) po_number: Option<String>,
    pub(crate) disputed: bool,
    pub(crate) draft: bool,
    pub(crate) early: Vec<EarlyPayment>,
    pub(crate) rows: Vec<u64>,
    pub(crate) print: u64,
}

/// A payment out of a ledger's receivable account.
#[derive(Debug, Clone)]
pub(crate) struct LedgerReceipt {
    pub(crate) number: String,
    pub(crate) client: usize,
    pub(crate) on: Day,
    pub(crate) amount: Money,
    pub(crate) row: u64,
}

impl Gathered {
    /// The row it was first seen in.
    pub(crate) fn first_row(&self) -> u64 {
        self.rows.first().copied().unwrap_or(0)
    }

    /// Whether another row tells of the same invoice. Where lines are added up, totals differ by line.
    pub(crate) fn same_invoice(&self, other: &Self, lines: bool) -> bool {
        let same_total =
            if lines { self.total.currency() == other.total.currency() } else { self.total == other.total };
        same_total && self.issued == other.issued && self.due == other.due && self.balance == other.balance
    }

    /// Takes another row in as a line of this invoice.
    pub(crate) fn add_line(&mut self, other: &Self, lines: bool) -> Verdict {
        if lines {
            match plus(self.total, other.total) {
                Ok(total) => self.total = total,
                Err(verdict) => return verdict,
            }
        }
        self.rows.extend(&other.rows);
        Verdict::Used
    }
}

/// Makes drafts of all that was gathered.
pub(crate) fn settle_all(gathered: Vec<Gathered>, receipts: Vec<LedgerReceipt>, intake: &mut Intake) {
    let mut by_number: HashMap<(String, usize), usize> = HashMap::new();
    for one in gathered {
        if one.total.is_zero() {
            let message = format!("Invoice {} is of nothing", one.number);
            take_back(&one, SkipCode::ZeroAmount, &message, intake);
        } else if one.credit || one.total.minor() < 0 {
            intake.credit_notes.push(credit_note(one));
        } else {
            if !receipts.is_empty() {
                by_number.insert((one.number.clone(), one.client), intake.invoices.len());
            }
            let invoice = invoice(one, intake);
            intake.invoices.push(invoice);
        }
    }
    for receipt in receipts {
        place_receipt(receipt, &by_number, intake);
    }
}

fn place_receipt(receipt: LedgerReceipt, by_number: &HashMap<(String, usize), usize>, intake: &mut Intake) {
    let LedgerReceipt { number, client, on, amount, row } = receipt;
    let at = by_number.get(&(number.clone(), client)).copied();
    match at
        .and_then(|at| intake.invoices.get_mut(at))
        .filter(|invoice| invoice.total.currency() == amount.currency())
    {
        Some(invoice) => {
            invoice.payments.push(Receipt { on: Some(on), amount });
            invoice.rows.push(row);
        }
        None => intake.payments.push(PaymentDraft {
            invoice: Some(number),
            client: Some(client),
            on,
            amount,
            method: None,
            reference: None,
            row,
        }),
    }
}

/// Leaves out all rows of an invoice after all.
pub(crate) fn take_back(one: &Gathered, code: SkipCode, message: &str, intake: &mut Intake) {
    for &row in &one.rows {
        intake.rows.used -= 1;
        intake.skip(row, code, message);
    }
}

fn credit_note(one: Gathered) -> CreditNoteDraft {
    let positive = |money: Money| if money.minor() < 0 { money.negated() } else { money };
    CreditNoteDraft {
        number: one.number,
        client: one.client,
        issued: one.issued,
        amount: positive(one.total),
        remaining: one.balance.map(positive),
        draft: one.draft,
        rows: one.rows,
        particulars: Particulars::default(),
    }
}

fn invoice(one: Gathered, intake: &mut Intake) -> InvoiceDraft {
    if one.due < one.issued {
        let message = format!("Invoice {} is due {} but issued {}", one.number, one.due, one.issued);
        intake.warn(Some(one.first_row()), WarningCode::DueBeforeIssued, message);
    }
    let payments = receipts_of(&one, intake).into_iter().collect();
    InvoiceDraft {
        number: one.number,
        client: one.client,
        issued: one.issued,
        due: one.due,
        due_assumed: one.due_assumed,
        total: one.total,
        balance: one.balance,
        written_off: one.written_off,
        payments,
        po_number: one.po_number,
        disputed: one.disputed,
        draft: one.draft,
        rows: one.rows,
        particulars: Particulars { early_payment: one.early, ..Particulars::default() },
    }
}

/// What came in on the invoice. A stated amount comes first, then a paid date, then what the balance
/// leaves open, then the status alone.
fn receipts_of(one: &Gathered, intake: &mut Intake) -> Option<Receipt> {
    let mut warn = |code, what: String| {
        intake.warn(Some(one.first_row()), code, format!("Invoice {}: {what}", one.number));
    };
    let currency = one.total.currency();
    let minor = |amount: Option<Money>| amount.map_or(0, |money| money.minor());
    let on = match one.paid_on {
        PaidOn::Day(day) => Some(day),
        PaidOn::Blank => None,
    };
    let stated = one.paid.filter(|paid| !paid.is_zero());
    let settled = one.balance.map(|balance| one.total.minor() - balance.minor() - minor(one.written_off));
    if let (Some(settled), Some(paid)) = (settled, one.paid)
        && settled != paid.minor()
    {
        warn(
            WarningCode::AmountsDisagree,
            format!("paid {paid} and what is open do not add up to {}", one.total),
        );
    }
    let open = one.balance.filter(|balance| balance.is_positive());
    if one.status == Status::Paid
        && let Some(open) = open
    {
        warn(WarningCode::StatusDisagrees, format!("its status says paid, {open} is open"));
    }
    let amount = match (stated, settled, on) {
        (Some(paid), ..) => paid.minor(),
        (None, Some(settled), _) => settled,
        (None, None, Some(_)) => one.total.minor() - minor(one.written_off),
        (None, None, None) if one.status == Status::Paid => one.total.minor() - minor(one.written_off),
        (None, None, None) => {
            if one.status == Status::PartPaid {
                warn(
                    WarningCode::PartPaidUnknown,
                    "part of it is paid, the file does not say how much".into(),
                );
            }
            0
        }
    };
    if amount < 0 {
        let code =
            if stated.is_some() { WarningCode::AmountsDisagree } else { WarningCode::BalanceExceedsTotal };
        warn(code, "more is open than its total".into());
    }
    if amount > one.total.minor() {
        warn(WarningCode::Overpaid, format!("{} was paid on {}", Money::of(amount, currency), one.total));
    }
    (amount > 0).then(|| Receipt { on, amount: Money::of(amount, currency) })
}

/// Words in a column of paid dates mean unpaid when they say so; other words leave the row out, since an
/// invoice that may be paid must not be chased.
pub(crate) fn paid_on(plan: &Plan, line: &Line<'_>) -> Result<PaidOn, Verdict> {
    match plan.date(line, Field::PaidDate) {
        DateCell::Empty => Ok(PaidOn::Blank),
        DateCell::Day(on) => within_years(on).map(PaidOn::Day),
        DateCell::Unreadable(text) if words::says_unpaid(text) => Ok(PaidOn::Blank),
        DateCell::Unreadable(text) => Err(unreadable_day(Field::PaidDate, text)),
    }
}
