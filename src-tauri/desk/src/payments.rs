//! Payments: recording what came in and what it pays, and taking one back.

mod list;
mod receive;

pub use list::{PaymentList, PaymentListAsk, PaymentTotal, PaymentView, payment_list};
pub(crate) use receive::{Receipt, by_policy, earn_plan_interest, instructed, receive};

use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::shown::{amount, entry_id};
use crate::{finding, shown};
use goodterms_ledger::entry::{self, Entry};
use goodterms_ledger::reading::account;
use goodterms_ledger::{bank, client};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Records a payment, for an invoice or for a client's whole account.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PaymentAdd {
    /// The invoice the client says it is for.
    #[ts(optional)]
    pub invoice: Option<String>,
    /// The client, when no invoice is named.
    #[ts(optional)]
    pub client: Option<String>,
    /// How much.
    pub amount: String,
    /// ISO 4217; what is owed decides when nothing is said.
    #[ts(optional)]
    pub currency: Option<String>,
    /// When it came in; the business day when nothing is said.
    #[ts(optional, type = "string")]
    pub on: Option<Day>,
    /// How it was paid.
    #[ts(optional)]
    pub method: Option<String>,
    /// Its reference.
    #[ts(optional)]
    pub reference: Option<String>,
    /// Why, when the day is closed.
    #[ts(optional)]
    pub reason: Option<String>,
    /// Only show where it would go; nothing is written.
    #[ts(optional)]
    pub rehearse: Option<bool>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Takes a payment back that was recorded by mistake.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PaymentReverse {
    /// `payment-12`.
    pub payment: String,
    /// Why.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A payment, and where it went.
#[derive(Debug, Serialize, TS)]
pub struct PaymentKept {
    /// `payment-12`.
    pub payment: String,
    /// What it takes back, when it is a reversal.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reverses: Option<String>,
    /// What it paid; negative when taken back.
    pub allocations: Vec<AllocationView>,
    /// What is kept as credit on account.
    pub credit: String,
}

/// An amount that went to a debt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AllocationView {
    /// The invoice's number, or the name of another kind of debt.
    pub invoice: String,
    /// How much.
    pub amount: String,
}

/// Records a payment and spreads it: as the client says, else instalments due, else by the policy's order.
///
/// # Errors
/// When neither or both of invoice and client are given, one is not found, the amount, currency or day is
/// refused, or the book cannot be written.
pub async fn payment_add(desk: &Desk, ask: PaymentAdd) -> Answer<PaymentKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let on = ask.on.unwrap_or(doing.on);
    doing.refuse_closed(on, ask.reason.as_deref())?;
    let (client, invoice) = payer(&mut doing, &ask).await?;
    earn_plan_interest(&mut doing, client, on).await?;

    let debits = account::open_debits(&mut doing.act, client, on.max(doing.on)).await?;
    let currency = currency_of(&ask, invoice.as_ref(), &debits, doing.business.currency)?;
    let amount = Money::parse(&ask.amount, currency).map_err(|refusal| refusal.field("amount"))?;
    if !amount.is_positive() {
        return Err(Refusal::input(Code::AmountNotPositive, "A payment is for more than nothing.")
            .hint("To take one back, reverse it.")
            .field("amount")
            .into());
    }
    let open: Vec<&account::OpenDebit> =
        debits.iter().filter(|debit| debit.currency == currency.code()).collect();
    let shares = match &invoice {
        Some(invoice) => instructed(invoice.id, &open, amount.minor()),
        None => by_policy(&mut doing, client, &open, amount.minor(), on).await?,
    };
    let receipt = Receipt {
        client,
        amount,
        on,
        method: ask.method.unwrap_or_default(),
        reference: ask.reference.unwrap_or_default(),
        note: ask.reason.unwrap_or_default(),
        instructed: invoice.is_some(),
    };
    let kept = receive(&mut doing, &receipt, &shares, &debits).await?;
    let happening = Happening::PaymentRecorded {
        amount: amount.to_string(),
        currency: currency.to_string(),
        on: on.to_string(),
        paid: kept.paid(),
        credit: kept.credit.clone(),
        order: receipt.order(&doing),
        instructed: receipt.instructed,
    };
    if ask.rehearse == Some(true) {
        // Nothing is kept: the transaction ends here.
        return Ok(kept);
    }
    doing.tell(&happening, &kept.payment, Some(client)).await?;
    doing.done().await?;
    Ok(kept)
}

async fn payer(doing: &mut Doing, ask: &PaymentAdd) -> Answer<(i64, Option<Entry>)> {
    let client = match &ask.client {
        Some(meant) => Some(finding::client(&mut doing.act, meant).await?.id),
        None => None,
    };
    match (&ask.invoice, client) {
        (Some(number), client) => {
            let invoice = finding::invoice(&mut doing.act, number, client).await?;
            if invoice.reversed || invoice.draft {
                let what = if invoice.draft { "has not been sent yet" } else { "has been taken back" };
                return Err(Refusal::rule(
                    Code::InvoiceNotOwed,
                    format!("{} {what}, so it cannot be paid.", invoice.number),
                )
                .hint("Record the payment for the client; it is kept as credit on account.")
                .field("invoice")
                .into());
            }
            Ok((invoice.client, Some(invoice)))
        }
        (None, Some(client)) => Ok((client, None)),
        (None, None) => {
            Err(Refusal::input(Code::PayerMissing, "Say which invoice or which client the payment is for.")
                .field("client")
                .into())
        }
    }
}

fn currency_of(
    ask: &PaymentAdd,
    invoice: Option<&Entry>,
    debits: &[account::OpenDebit],
    usual: Currency,
) -> Answer<Currency> {
    if let Some(code) = &ask.currency {
        let currency = Currency::from_code(code).map_err(|refusal| refusal.field("currency"))?;
        if let Some(invoice) = invoice.filter(|invoice| invoice.currency != currency.code()) {
            return Err(Refusal::input(
                Code::CurrencyMismatch,
                format!("{} is in {}, not in {currency}.", invoice.number, invoice.currency),
            )
            .hint("Record what it came to in the invoice's own currency.")
            .field("currency")
            .into());
        }
        return Ok(currency);
    }
    if let Some(invoice) = invoice {
        return shown::known(&invoice.currency);
    }
    let mut owed: Vec<&str> = debits.iter().map(|debit| debit.currency.as_str()).collect();
    owed.sort_unstable();
    owed.dedup();
    match owed.as_slice() {
        [] => Ok(usual),
        [one] => shown::known(one),
        several => Err(Refusal::input(
            Code::CurrencyNeeded,
            "This client owes in several currencies; say which one was paid.",
        )
        .field("currency")
        .candidates(several.iter().map(|code| (*code).to_owned()))
        .into()),
    }
}

/// Takes a payment back as if it had never been recorded. What it paid is open again on the days it was.
///
/// # Errors
/// When the payment is not found or already taken back, its day is closed, or the book cannot be written.
pub async fn payment_reverse(desk: &Desk, ask: PaymentReverse) -> Answer<PaymentKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let payment = finding::payment(&mut doing.act, &ask.payment).await?;
    if payment.reversed {
        return Err(Refusal::rule(
            Code::AlreadyReversed,
            format!("{} has already been taken back.", ask.payment),
        )
        .field("payment")
        .into());
    }
    doing.refuse_closed(payment.on, ask.reason.as_deref())?;
    let paid = entry::paid_by(&mut doing.act, payment.id).await?;
    let recorded_at = doing.moment.recorded_at;
    let note = ask.reason.unwrap_or_default();
    let reversal = entry::reverse(&mut doing.act, &payment, None, &note, recorded_at).await?;
    if let Some((_, Some(discount))) = bank::line_of(&mut doing.act, payment.id).await? {
        take_back_discount(&mut doing, discount, &note).await?;
    }
    let allocations = paid
        .into_iter()
        .map(|(number, minor)| {
            Ok(AllocationView { invoice: number, amount: amount(-minor, &payment.currency)? })
        })
        .collect::<Answer<_>>()?;
    let name =
        client::by_id(&mut doing.act, payment.client).await?.map(|client| client.name).unwrap_or_default();
    let happening = Happening::EntryReversed {
        what: format!("a payment of {name}"),
        amount: amount(-payment.amount, &payment.currency)?,
        currency: payment.currency.clone(),
        on: payment.on.to_string(),
    };
    let id = entry_id(EntryKind::Payment, payment.id);
    doing.tell(&happening, &id, Some(payment.client)).await?;
    doing.done().await?;
    Ok(PaymentKept {
        payment: entry_id(EntryKind::Payment, reversal),
        reverses: Some(id),
        allocations,
        credit: amount(0, &payment.currency)?,
    })
}

/// Takes back a discount whose payment is taken back.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn take_back_discount(doing: &mut Doing, discount: i64, note: &str) -> Answer<()> {
    let recorded_at = doing.moment.recorded_at;
    let Some(discount) = entry::by_id(&mut doing.act, discount).await?.filter(|entry| !entry.reversed) else {
        return Ok(());
    };
    entry::reverse(&mut doing.act, &discount, None, note, recorded_at).await?;
    let happening = Happening::EntryReversed {
        what: "a discount for paying early".to_owned(),
        amount: amount(-discount.amount, &discount.currency)?,
        currency: discount.currency.clone(),
        on: discount.on.to_string(),
    };
    doing.tell(&happening, &entry_id(EntryKind::Discount, discount.id), Some(discount.client)).await?;
    Ok(())
}
