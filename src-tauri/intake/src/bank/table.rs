//! Rows of a bank's table: one amount column or two, marks for in and out, balances among the rows, one
//! movement over several rows.

mod signs;
mod words;

use super::block::Block;
use super::{account, joined, sepa, some};
use crate::columns::plan::{DateCell, Plan};
use crate::columns::{Field, bank};
use crate::drafts::{Intake, SkipCode, WarningCode};
use crate::money::{Purse, amount_in};
use crate::options::Options;
use crate::payments::needed_day;
use crate::sheet::{RowTaker, Verdict};
use crate::statement::{BalanceDraft, BankLineDraft};
use crate::table::Line;
use crate::table::header::Header;
use crate::values::{amount, currency, date};
use goodterms_terms::{Currency, Money};
use signs::{Flow, Row, Side, Signs};
use words::BalanceWord;

/// Makes movements of rows.
pub(crate) struct Movements<'p> {
    plan: &'p Plan,
    purse: Purse,
    /// What amounts are in when the row names nothing: the header's currency, or the book's.
    currency: Currency,
    /// A column without a name beside the amount, where some banks mark money in.
    beside: Option<usize>,
    rows: Vec<Row>,
    /// The last row was a movement, so that a row of words alone goes on with it.
    goes_on: bool,
    account: Option<String>,
    opening: Option<BalanceDraft>,
    closing: Option<BalanceDraft>,
}

impl<'p> Movements<'p> {
    pub(crate) fn of(plan: &'p Plan, header: &Header, options: &Options) -> Self {
        let places =
            [Field::Amount, Field::Credit, Field::Debit].into_iter().filter_map(|field| plan.place(field));
        let named = |at: usize| header.names.get(at).and_then(|name| bank::currency_of(name));
        let currency = places.clone().find_map(named).map_or(options.currency, |(_, currency)| currency);
        let unnamed = |at: &usize| header.row.is_some() && header.names.get(*at).is_none_or(String::is_empty);
        Self {
            plan,
            purse: Purse::of(currency),
            currency,
            beside: plan.place(Field::Amount).map(|at| at + 1).filter(unnamed),
            rows: Vec::new(),
            goes_on: false,
            account: None,
            opening: None,
            closing: None,
        }
    }

    fn movement(&mut self, line: &Line<'_>, intake: &mut Intake) -> Result<Row, Verdict> {
        let plan = self.plan;
        let date_text = plan.text(line, Field::BookingDate);
        if words::is_pending(date_text) {
            return Err(Verdict::skip(
                SkipCode::NotBooked,
                "The bank has announced this movement and not booked it",
            ));
        }
        let value_on = match plan.date(line, Field::ValueDate) {
            DateCell::Day(day) => Some(day),
            DateCell::Empty | DateCell::Unreadable(_) => None,
        };
        let by_value = date_text.is_empty() && value_on.is_some();
        let on = needed_day(plan, line, if by_value { Field::ValueDate } else { Field::BookingDate })?;
        let (field, side) = self.side(line)?;
        let currency = self.currency_of(line, field, intake)?;
        let stated = amount_in(plan, line, field, currency)?
            .ok_or_else(|| Verdict::skip(SkipCode::AmountMissing, "The row has no amount"))?;
        let written = joined(plan.texts(line, Field::Text));
        let told = sepa::purpose(&written).unwrap_or_default();
        let payer = plan.some_text(line, Field::Payer).as_deref().and_then(some);
        let text = if told.text.is_empty() { written } else { told.text };
        Ok(Row {
            flow: self.flow(line)?,
            side,
            account: account(plan.text(line, Field::Account)),
            balance: amount_in(plan, line, Field::Balance, currency).ok().flatten(),
            line: BankLineDraft {
                on,
                value_on,
                amount: stated,
                text: if text.is_empty() { payer.clone().unwrap_or_default() } else { text },
                payer,
                payer_account: account(plan.text(line, Field::PayerAccount)),
                reference: plan
                    .some_text(line, Field::Reference)
                    .as_deref()
                    .and_then(some)
                    .or(told.reference),
                bank_id: plan.some_text(line, Field::BankId).as_deref().and_then(some),
                reversal: false,
                row: line.number,
            },
        })
    }

    /// Which column the amount stands in.
    fn side(&self, line: &Line<'_>) -> Result<(Field, Side), Verdict> {
        let text = |field: Field| self.plan.text(line, field);
        let nothing = |text: &str| !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        let (debit, credit) = (text(Field::Debit), text(Field::Credit));
        match () {
            () if !text(Field::Amount).is_empty() => Ok((Field::Amount, Side::Amount)),
            () if debit.is_empty() && credit.is_empty() => {
                Err(Verdict::skip(SkipCode::AmountMissing, "The row has no amount"))
            }
            () if nothing(credit) && !debit.is_empty() => Ok((Field::Debit, Side::Debit)),
            () if nothing(debit) => Ok((Field::Credit, Side::Credit)),
            () => Err(Verdict::skip(SkipCode::DirectionUnclear, "The row has money in as well as money out")),
        }
    }

    /// The row's own currency. `Valuta` heads the currency with some banks and the value date with others.
    fn currency_of(
        &mut self,
        line: &Line<'_>,
        field: Field,
        intake: &mut Intake,
    ) -> Result<Currency, Verdict> {
        if date::shape(self.plan.text(line, Field::Currency)).is_some() {
            return Ok(self.currency);
        }
        self.purse.currency(self.plan, line, field, intake)
    }

    /// What a mark beside the amount says.
    fn flow(&self, line: &Line<'_>) -> Result<Option<Flow>, Verdict> {
        let word = self.plan.text(line, Field::Direction);
        if !word.is_empty() {
            return words::flow(word).map(Some).ok_or_else(|| {
                let shown: String = word.chars().take(20).collect();
                let message =
                    format!("\u{201c}{shown}\u{201d} does not tell whether money came in or went out");
                Verdict::skip(SkipCode::DirectionUnclear, message)
            });
        }
        let beside = self.beside.map(|at| line.cell(at)).filter(|text| !text.is_empty());
        let amount = self.plan.text(line, Field::Amount);
        let behind = amount.trim_end_matches('.').rsplit(|c: char| !c.is_ascii_alphabetic()).next();
        Ok([beside, behind].into_iter().flatten().find_map(words::credit_or_debit))
    }

    /// A row that tells a balance, or adds others up.
    fn balance_row(&mut self, line: &Line<'_>) -> bool {
        let Some(word) = line.cells().find_map(words::balance) else { return false };
        let amounts = [Field::Amount, Field::Credit, Field::Debit, Field::Balance];
        let amount = amounts
            .into_iter()
            .find_map(|field| amount_in(self.plan, line, field, self.line_currency(line)).ok().flatten());
        let out = self.flow(line).ok().flatten() == Some(Flow::Out);
        let amount = amount.map(|amount| if out && amount.is_positive() { amount.negated() } else { amount });
        let on = match self.plan.date(line, Field::BookingDate) {
            DateCell::Day(day) => Some(day),
            DateCell::Empty | DateCell::Unreadable(_) => None,
        };
        if self.account.is_none() {
            self.account = account(self.plan.text(line, Field::Account));
        }
        self.note_balance(word, amount.map(|amount| BalanceDraft { on, amount }));
        true
    }

    fn line_currency(&self, line: &Line<'_>) -> Currency {
        let text = self.plan.text(line, Field::Currency);
        currency::meaning(text, self.currency).map_or(self.currency, |meant| meant.currency)
    }

    fn note_balance(&mut self, word: BalanceWord, balance: Option<BalanceDraft>) {
        match word {
            BalanceWord::Opening => self.opening = self.opening.or(balance),
            BalanceWord::Closing => self.closing = balance.or(self.closing),
            BalanceWord::Turnover => {}
        }
    }

    /// A row of words alone, below a movement, belongs to it.
    fn continuation(&mut self, line: &Line<'_>) -> bool {
        let plan = self.plan;
        let empty = |field: Field| plan.text(line, field).is_empty();
        let says_nothing_else =
            [Field::BookingDate, Field::ValueDate, Field::Amount, Field::Debit, Field::Credit]
                .into_iter()
                .all(empty);
        let words = joined(plan.texts(line, Field::Text));
        match self.rows.last_mut().filter(|_| self.goes_on && says_nothing_else && !words.is_empty()) {
            Some(row) => {
                row.line.text = joined([row.line.text.as_str(), words.as_str()]);
                true
            }
            None => false,
        }
    }
}

impl RowTaker for Movements<'_> {
    fn title(&mut self, line: &Line<'_>) {
        let cells: Vec<&str> = line.cells().filter(|cell| !cell.is_empty()).collect();
        for cell in &cells {
            self.account = self.account.take().or_else(|| words::account_in(cell));
            let code = cell.trim_matches([':', ' ']);
            if let (3, Ok(found)) = (code.len(), Currency::from_code(code)) {
                (self.currency, self.purse) = (found, Purse::of(found));
            }
        }
        let Some(word) = cells.first().and_then(|cell| words::balance(cell)) else { return };
        let figure = cells.iter().skip(1).find_map(|cell| {
            let mark = self.plan.decimal.unwrap_or(crate::options::DecimalMark::Dot);
            amount::shape(cell)?.figure(mark)?.money(self.currency).ok()
        });
        self.note_balance(word, figure.map(|amount| BalanceDraft { on: None, amount }));
    }

    fn take(&mut self, line: &Line<'_>, intake: &mut Intake) -> Verdict {
        if self.balance_row(line) {
            self.goes_on = false;
            return Verdict::Totals;
        }
        if self.continuation(line) {
            return Verdict::Used;
        }
        let first = line.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        let undated = self.plan.text(line, Field::BookingDate).is_empty()
            || self.plan.text(line, Field::BookingDate) == first;
        if crate::values::totals::is_total(first) && undated {
            self.goes_on = false;
            return Verdict::Totals;
        }
        match self.movement(line, intake) {
            Ok(row) => {
                self.rows.push(row);
                self.goes_on = true;
                Verdict::Used
            }
            Err(verdict) => {
                self.goes_on = false;
                verdict
            }
        }
    }

    fn lost(&mut self, _line: &Line<'_>) {
        self.goes_on = false;
    }

    fn finish(&mut self, intake: &mut Intake) {
        let mut rows = std::mem::take(&mut self.rows);
        let signs = Signs::of(
            &rows,
            self.plan.has(Field::Direction),
            self.plan.has(Field::Debit),
            self.plan.has(Field::Credit),
        );
        if let Some(message) = signs.inferred() {
            intake.warn(None, WarningCode::SignsInferred, message);
        }
        for row in &mut rows {
            row.line.amount = signs.amount(row);
        }
        let mut accounts: Vec<(Option<String>, Vec<Row>)> = Vec::new();
        for row in rows {
            let named = row.account.clone().or_else(|| self.account.clone());
            match accounts.iter_mut().find(|(account, _)| *account == named) {
                Some((_, rows)) => rows.push(row),
                None => accounts.push((named, vec![row])),
            }
        }
        if accounts.is_empty() && (self.opening.is_some() || self.closing.is_some()) {
            accounts.push((self.account.clone(), Vec::new()));
        }
        let alone = accounts.len() == 1;
        for (account, rows) in accounts {
            self.close(account, rows, alone, intake);
        }
    }
}

impl Movements<'_> {
    fn close(&self, account: Option<String>, mut rows: Vec<Row>, alone: bool, intake: &mut Intake) {
        let currency = rows.first().map_or(self.currency, |row| row.line.amount.currency());
        let mut block = Block::of(account, currency, rows.first().map_or(1, |row| row.line.row));
        let running = signs::check_balances(&mut rows, currency, intake);
        // A balance told for the whole file belongs to the only account in it.
        let told = |balance: Option<BalanceDraft>| balance.filter(|_| alone);
        (block.opening, block.closing) = match (told(self.opening), told(self.closing)) {
            (None, None) => running.map_or((None, None), |(opening, closing)| (Some(opening), Some(closing))),
            told => told,
        };
        block.lines = rows.into_iter().map(|row| row.line).collect();
        block.close(intake);
    }
}

/// Nothing, in the currency of an amount.
fn nothing_like(amount: Money) -> Money {
    Money::zero(amount.currency())
}
