//! The amounts of a row, in the currency of that row.

use crate::columns::Field;
use crate::columns::plan::{AmountCell, Plan, is_one};
use crate::drafts::{Intake, SkipCode, WarningCode};
use crate::sheet::Verdict;
use crate::table::Line;
use crate::values::currency;
use crate::values::figure::Figure;
use goodterms_terms::{Code, Currency, Money};

/// Tells currencies, remembering the last word it looked up.
#[derive(Debug)]
pub(crate) struct Purse {
    book: Currency,
    last: Option<(String, currency::Meaning)>,
}

impl Purse {
    pub(crate) const fn of(book: Currency) -> Self {
        Self { book, last: None }
    }

    /// The currency of a row: its column's, else the sign's beside the amount, else the book's.
    pub(crate) fn currency(
        &mut self,
        plan: &Plan,
        line: &Line<'_>,
        amount: Field,
        intake: &mut Intake,
    ) -> Result<Currency, Verdict> {
        let sign = match plan.amount(line, amount) {
            AmountCell::Figure(_, sign) => sign,
            AmountCell::Empty | AmountCell::Unreadable(_) => "",
        };
        let column = plan.text(line, Field::Currency);
        if amount == Field::BaseTotal && !is_one(plan.text(line, Field::ExchangeRate)) {
            return self.base_currency(plan, line, intake);
        }
        let column = if column.is_empty() { plan.named_currency(amount).unwrap_or_default() } else { column };
        if column.is_empty() {
            return if sign.is_empty() { Ok(self.book) } else { self.meaning(sign, line, intake) };
        }
        let named = self.meaning(column, line, intake)?;
        if sign.is_empty() || currency::can_mean(sign, named) {
            return Ok(named);
        }
        let message = format!("The amount is in {sign}, its currency column says {column}");
        Err(Verdict::skip(SkipCode::CurrencyConflict, message))
    }

    /// Frappe keeps what is outstanding on a foreign invoice in the business's own currency, so its total
    /// has to be taken in that currency too.
    fn base_currency(
        &mut self,
        plan: &Plan,
        line: &Line<'_>,
        intake: &mut Intake,
    ) -> Result<Currency, Verdict> {
        let base = match &plan.base_currency {
            Some(name) => self.meaning(name, line, intake)?,
            None => self.book,
        };
        let foreign = plan.text(line, Field::Currency);
        let message = format!(
            "The invoice is in {foreign}; its amounts were taken in {base}, as the file keeps what is owed"
        );
        intake.warn(Some(line.number), WarningCode::BaseCurrency, message);
        Ok(base)
    }

    fn meaning(&mut self, word: &str, line: &Line<'_>, intake: &mut Intake) -> Result<Currency, Verdict> {
        let known = self.last.as_ref().filter(|(last, _)| last == word).map(|&(_, meaning)| meaning);
        let found = known.or_else(|| currency::meaning(word, self.book)).ok_or_else(|| {
            Verdict::skip(
                SkipCode::CurrencyUnknown,
                format!("\u{201c}{word}\u{201d} is not a currency we know"),
            )
        })?;
        if known.is_none() {
            self.last = Some((word.to_owned(), found));
            if found.assumed {
                let message = format!(
                    "\u{201c}{word}\u{201d} was taken to mean {} (first in row {})",
                    found.currency, line.number
                );
                intake.warn_once(WarningCode::CurrencyAssumed, || message);
            }
        }
        Ok(found.currency)
    }
}

/// An amount of a row, `None` where the cell is empty.
pub(crate) fn amount_in(
    plan: &Plan,
    line: &Line<'_>,
    field: Field,
    currency: Currency,
) -> Result<Option<Money>, Verdict> {
    let (figure, text) = match plan.amount(line, field) {
        AmountCell::Empty => return Ok(None),
        AmountCell::Unreadable(text) => return Err(unreadable(field, text)),
        AmountCell::Figure(figure, sign)
            if !sign.is_empty() && currency::meaning(sign, currency).is_none() =>
        {
            return Err(unreadable(field, &format!("{} {sign}", figure.plain())));
        }
        AmountCell::Figure(figure, _) => (figure, plan.text(line, field)),
    };
    // What a workbook stores may be finer than what it shows; the file's warning says so.
    let figure = if plan.is_number(line, field) { figure.rounded(currency) } else { figure };
    fitting(figure, text, currency).map(Some)
}

/// A figure as money, or why it is none of that currency. `text` is how it was written.
pub(crate) fn fitting(figure: Figure, text: &str, currency: Currency) -> Result<Money, Verdict> {
    figure.money(currency).map_err(|code| match code {
        Code::AmountTooPrecise => Verdict::skip(
            SkipCode::AmountTooPrecise,
            format!("{text} has more decimals than {currency} has ({})", currency.exponent()),
        ),
        _ => Verdict::skip(
            SkipCode::AmountTooLarge,
            format!("{text} is larger than any amount the book can hold"),
        ),
    })
}

/// Adds within what the book can hold.
pub(crate) fn plus(a: Money, b: Money) -> Result<Money, Verdict> {
    Money::from_wide(i128::from(a.minor()) + i128::from(b.minor()), a.currency())
        .map_err(|refusal| Verdict::skip(SkipCode::AmountTooLarge, refusal.message))
}

/// Leaves a row out for an amount that is none.
pub(crate) fn unreadable(field: Field, text: &str) -> Verdict {
    let shown: String = text.chars().take(40).collect();
    Verdict::skip(
        SkipCode::AmountUnreadable,
        format!("\u{201c}{shown}\u{201d} in {} is not an amount", field.as_str()),
    )
}
