//! The sums of an electronic invoice, exact, and whether they agree.

use super::paper::{Paper, Written};
use crate::drafts::SkipCode;
use crate::options::DecimalMark;
use crate::sheet::Verdict;
use crate::values::amount;
use goodterms_terms::{Code, Currency, Money};

/// The sums of a document, all in its own currency.
pub(super) struct Sums {
    /// BT-112.
    pub(super) total: Money,
    /// BT-113, not nothing.
    pub(super) prepaid: Option<Money>,
    /// BT-114, not nothing.
    pub(super) rounding: Option<Money>,
    /// BT-115.
    pub(super) payable: Money,
}

impl Sums {
    /// Reads the sums. Of total and amount to pay, one is enough.
    pub(super) fn of(paper: &Paper, currency: Currency) -> Result<Self, Verdict> {
        let prepaid = money(&paper.prepaid, currency, "prepaid amount")?;
        let rounding = money(&paper.rounding, currency, "rounding")?.filter(|rounding| !rounding.is_zero());
        let (total, payable) =
            (money(&paper.total, currency, "total")?, money(&paper.payable, currency, "amount to pay")?);
        let wide = |money: Option<Money>| i128::from(money.map_or(0, |money| money.minor()));
        let change = wide(rounding) - wide(prepaid);
        let of = |minor: i128| {
            Money::from_wide(minor, currency)
                .map_err(|refusal| Verdict::skip(SkipCode::AmountTooLarge, refusal.message))
        };
        let (total, payable) = match (total, payable) {
            (Some(total), Some(payable)) => (total, payable),
            (Some(total), None) => (total, of(wide(Some(total)) + change)?),
            (None, Some(payable)) => (of(wide(Some(payable)) - change)?, payable),
            (None, None) => return Err(Verdict::skip(SkipCode::AmountMissing, "The invoice has no total")),
        };
        // The profile MINIMUM has no field for what was prepaid: the two sums tell.
        let prepaid = match prepaid {
            None if rounding.is_none() && (0..total.minor()).contains(&payable.minor()) => {
                Some(of(wide(Some(total)) - wide(Some(payable)))?)
            }
            stated => stated.filter(|prepaid| !prepaid.is_zero()),
        };
        Ok(Self { total, prepaid, rounding, payable })
    }

    /// What does not add up (BR-CO-13, -15, -16): net = lines − allowances + charges, total = net + tax,
    /// payable = total − prepaid + rounding. A sum that is not there is not asked for.
    pub(super) fn complaints(&self, paper: &Paper) -> Vec<&'static str> {
        let currency = self.total.currency();
        let wide = |money: Money| i128::from(money.minor());
        let of = |written: &Option<Written>| {
            written.as_ref().and_then(|written| plain_money(&written.text, currency).ok()).map(wide)
        };
        let (lines, net, tax) = (of(&paper.lines), of(&paper.net), of(&paper.tax));
        let (less, more) = (of(&paper.allowances).unwrap_or(0), of(&paper.charges).unwrap_or(0));
        let change = self.rounding.map_or(0, wide) - self.prepaid.map_or(0, wide);
        let checks = [
            (
                lines.zip(net).is_none_or(|(lines, net)| lines - less + more == net),
                "its lines, allowances and charges do not add up to its net amount",
            ),
            (
                net.zip(tax).is_none_or(|(net, tax)| net + tax == wide(self.total)),
                "net amount and tax do not add up to its total",
            ),
            (
                wide(self.total) + change == wide(self.payable),
                "total, prepaid amount and rounding do not give what is to be paid",
            ),
        ];
        checks.into_iter().filter(|(right, _)| !right).map(|(_, complaint)| complaint).collect()
    }
}

/// An amount in the document's own currency.
pub(super) fn money(
    written: &Option<Written>,
    currency: Currency,
    what: &str,
) -> Result<Option<Money>, Verdict> {
    let Some(written) = written else { return Ok(None) };
    let shown: String = written.text.chars().take(40).collect();
    if let Some(beside) =
        written.currency.as_deref().filter(|beside| !beside.eq_ignore_ascii_case(currency.code()))
    {
        let message = format!("The {what} is in {beside}, the invoice in {currency}");
        return Err(Verdict::skip(SkipCode::CurrencyConflict, message));
    }
    plain_money(&written.text, currency).map(Some).map_err(|code| match code {
        Code::AmountTooPrecise => Verdict::skip(
            SkipCode::AmountTooPrecise,
            format!("The {what} {shown} has more decimals than {currency} has ({})", currency.exponent()),
        ),
        Code::AmountTooLarge => Verdict::skip(
            SkipCode::AmountTooLarge,
            format!("The {what} {shown} is larger than any amount the book can hold"),
        ),
        _ => Verdict::skip(
            SkipCode::AmountUnreadable,
            format!("\u{201c}{shown}\u{201d} as {what} is not an amount"),
        ),
    })
}

/// An amount as XML writes it: a dot before the decimals and nothing else (XML Schema `decimal`).
pub(super) fn plain_money(text: &str, currency: Currency) -> Result<Money, Code> {
    let plain = text.trim().bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    let figure = amount::shape(text).filter(|_| plain).and_then(|shape| shape.figure(DecimalMark::Dot));
    figure.ok_or(Code::AmountUnreadable)?.money(currency)
}
