//! ISO 20022 camt.052, .053 and .054, all versions: names are matched without their namespace, and a version's
//! changes of layout (`Sts/Cd`, `Dbtr/Pty/Nm`) are taken either way.
//!
//! An entry that is a batch becomes one line per payment. `CdtDbtInd` says which way the money of an entry
//! itself went, also when `RvslInd` says that it takes an earlier one back.

mod element;

use super::block::Block;
use super::markup::{Token, Tokens};
use super::{account, in_one_line, joined, leading_day, lines_name_records, money, no_statement, note, some};
use crate::drafts::{Intake, SkipCode, WarningCode};
use crate::options::{DecimalMark, Options};
use crate::sheet::Verdict;
use crate::statement::{BalanceDraft, BankLineDraft};
use element::Element;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};

/// Reads a message, which may hold several statements.
pub(super) fn read(text: &str, options: &Options, intake: &mut Intake) -> Result<(), Refusal> {
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return Err(Refusal::input(
            Code::FileKindUnsupported,
            "This XML file brings a document type of its own, which no bank's statement does",
        )
        .hint("Download the statement again from the bank."));
    }
    let by_line = lines_name_records(text, "<Ntry>") && lines_name_records(text, ":Ntry>");
    let mut tokens = Tokens::of(text);
    let mut statement: Option<Statement> = None;
    let mut row = Row { by_line, count: 0 };
    let mut found = false;
    while let Some(token) = tokens.next() {
        match token {
            Token::Open { name: "Stmt" | "Rpt" | "Ntfctn", closed: false, .. } => {
                close(statement.take(), intake);
                found = true;
                statement = Some(Statement::of(tokens.line(), options));
            }
            Token::Close("Stmt" | "Rpt" | "Ntfctn") => close(statement.take(), intake),
            Token::Open { name, attributes, closed } => {
                let Some(statement) = &mut statement else { continue };
                let row = if name == "Ntry" { row.next(tokens.line()) } else { 0 };
                let element = Element::read(name, attributes, closed, &mut tokens);
                statement.take(&element, row, intake);
            }
            Token::Close(_) | Token::Text(_) => {}
        }
    }
    if !found {
        return Err(no_statement("The file is a bank's message (CAMT) and holds no statement"));
    }
    if statement.is_some() {
        intake.warn_once(WarningCode::FileCutOff, || CUT_OFF.to_owned());
    }
    close(statement, intake);
    Ok(())
}

const CUT_OFF: &str = "The file ends in the middle of a statement; download it again";

fn close(statement: Option<Statement>, intake: &mut Intake) {
    if let Some(statement) = statement {
        statement.block.close(intake);
    }
}

/// Where entries are: by line, or by place where several stand in one line.
struct Row {
    by_line: bool,
    count: u64,
}

impl Row {
    const fn next(&mut self, line: u64) -> u64 {
        self.count += 1;
        if self.by_line { line } else { self.count }
    }
}

/// One statement, report or notification.
struct Statement {
    block: Block,
    /// The currency was stated, or told by a first amount.
    currency_known: bool,
    /// The last day it is about, for entries without one.
    day: Option<Day>,
}

impl Statement {
    const fn of(row: u64, options: &Options) -> Self {
        Self { block: Block::of(None, options.currency, row), currency_known: false, day: None }
    }

    fn take(&mut self, element: &Element<'_>, row: u64, intake: &mut Intake) {
        match element.name {
            "Acct" => {
                let id = element.text_at(&["Id", "IBAN"]).or_else(|| element.text_at(&["Id", "Othr", "Id"]));
                self.block.account = id.and_then(account);
                self.name_currency(element.text_at(&["Ccy"]));
            }
            "CreDtTm" => self.day = self.day.or_else(|| iso_day(&element.text)),
            "FrToDt" => {
                let end = element.text_at(&["ToDtTm"]).or_else(|| element.text_at(&["ToDt"]));
                self.day = end.and_then(iso_day).or(self.day);
            }
            "Bal" => self.balance(element),
            "Ntry" => self.entry(element, row, intake),
            _ => {}
        }
    }

    fn name_currency(&mut self, code: Option<&str>) {
        let currency = code.and_then(|code| Currency::from_code(code).ok());
        if let Some(currency) = currency.filter(|_| !self.currency_known) {
            self.block.currency = currency;
            self.currency_known = true;
        }
    }

    fn balance(&mut self, element: &Element<'_>) {
        let kind = element.text_at(&["Tp", "CdOrPrtry", "Cd"]).unwrap_or_default();
        if !matches!(kind, "OPBD" | "PRCD" | "CLBD") {
            return;
        }
        let Some(amount) = element.child("Amt") else { return };
        self.name_currency(amount.currency());
        let Ok(amount) = signed(amount, element, self.block.currency) else { return };
        let balance = BalanceDraft { on: date_in(element.child("Dt")), amount };
        match kind {
            "CLBD" => self.block.closing = Some(balance),
            "OPBD" => self.block.opening = Some(balance),
            // What the last statement closed with, where this one does not say what it opens with.
            _ => self.block.opening = self.block.opening.or(Some(balance)),
        }
    }

    fn entry(&mut self, entry: &Element<'_>, row: u64, intake: &mut Intake) {
        let amount = entry.child("Amt");
        self.name_currency(amount.and_then(Element::currency));
        if entry.cut_off {
            intake.warn_once(WarningCode::FileCutOff, || CUT_OFF.to_owned());
            let message = "The file ends in the middle of this entry";
            note::<()>(intake, row, Err(Verdict::skip(SkipCode::RowBroken, message)));
            return;
        }
        let payments: Vec<&Element<'_>> =
            entry.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
        let parts: Vec<_> =
            payments.iter().map(|payment| payment_amount(payment, entry, self.block.currency)).collect();
        // A batch is taken apart when each of its payments says how much it is.
        if parts.len() > 1 && parts.iter().all(Option::is_some) && is_booked(entry) {
            self.warn_of_difference(entry, &parts, row, intake);
            for (payment, part) in payments.into_iter().zip(parts.into_iter().flatten()) {
                let line = self.line(entry, &[payment], part, row, intake);
                self.block.lines.extend(note(intake, row, line));
            }
        } else {
            let whole = amount
                .ok_or_else(|| Verdict::skip(SkipCode::AmountMissing, "The entry has no amount"))
                .and_then(|amount| signed(amount, entry, self.block.currency));
            let line = self.line(entry, &payments, whole, row, intake);
            self.block.lines.extend(note(intake, row, line));
        }
    }

    fn warn_of_difference(
        &self,
        entry: &Element<'_>,
        parts: &[Option<Result<Money, Verdict>>],
        row: u64,
        intake: &mut Intake,
    ) {
        let whole = entry.child("Amt").and_then(|amount| signed(amount, entry, self.block.currency).ok());
        let sum = whole.and_then(|whole| {
            let known = parts.iter().flatten().flatten();
            known.into_iter().try_fold(Money::zero(whole.currency()), |sum, part| sum.plus(*part)).ok()
        });
        if whole != sum {
            let message = "The payments of this batch do not add up to the amount that was booked for it";
            intake.warn(Some(row), WarningCode::BatchDiffers, message);
        }
    }

    fn line(
        &self,
        entry: &Element<'_>,
        payments: &[&Element<'_>],
        amount: Result<Money, Verdict>,
        row: u64,
        intake: &mut Intake,
    ) -> Result<BankLineDraft, Verdict> {
        if !is_booked(entry) {
            return Err(Verdict::skip(
                SkipCode::NotBooked,
                "The bank has announced this entry and not booked it",
            ));
        }
        let amount = amount?;
        let value_on = date_in(entry.child("ValDt"));
        let on = match date_in(entry.child("BookgDt")).or(value_on) {
            Some(on) => on,
            None => {
                let on =
                    self.day.ok_or_else(|| Verdict::skip(SkipCode::DateMissing, "The entry has no date"))?;
                let message = format!("The entry has no date; it was given its statement's, {on}");
                intake.warn(Some(row), WarningCode::DayAssumed, message);
                on
            }
        };
        let reversal = entry.text_at(&["RvslInd"]).is_some_and(|said| matches!(said, "true" | "1"));
        let payment = payments.first().copied().filter(|_| payments.len() == 1).unwrap_or(entry);
        let party = self.other_side(payment, amount, reversal);
        let written = Written::of(entry, payments);
        let own_id = payment.text_at(&["Refs", "AcctSvcrRef"]).or_else(|| entry.text_at(&["AcctSvcrRef"]));
        Ok(BankLineDraft {
            on,
            value_on,
            amount,
            payer: party.0,
            payer_account: party.1,
            reference: written.reference,
            text: written.text,
            bank_id: own_id.or_else(|| entry.text_at(&["NtryRef"])).and_then(some),
            reversal,
            row,
        })
    }

    /// Name and account of who paid, or was paid.
    fn other_side(
        &self,
        payment: &Element<'_>,
        amount: Money,
        reversal: bool,
    ) -> (Option<String>, Option<String>) {
        let Some(parties) = payment.child("RltdPties") else { return (None, None) };
        let side = |debtor: bool| {
            let (party, ultimate, own) =
                if debtor { ("Dbtr", "UltmtDbtr", "DbtrAcct") } else { ("Cdtr", "UltmtCdtr", "CdtrAcct") };
            let name = |party: &str| {
                parties
                    .text_at(&[party, "Nm"])
                    .or_else(|| parties.text_at(&[party, "Pty", "Nm"]))
                    .and_then(some)
            };
            let number = parties
                .text_at(&[own, "Id", "IBAN"])
                .or_else(|| parties.text_at(&[own, "Id", "Othr", "Id"]))
                .and_then(account);
            (name(party).or_else(|| name(ultimate)), number)
        };
        // What takes a payment back names the parties of that payment.
        let debtor = (amount.minor() >= 0) != reversal;
        let likely = side(debtor);
        if likely.1.is_some() && likely.1 == self.block.account { side(!debtor) } else { likely }
    }
}

/// Announced and merely informative entries are not on the account yet.
fn is_booked(entry: &Element<'_>) -> bool {
    let status = entry.text_at(&["Sts", "Cd"]).or_else(|| entry.text_at(&["Sts"])).unwrap_or("BOOK");
    !matches!(status, "PDNG" | "INFO" | "FUTR")
}

/// How much one payment of a batch is, in the entry's currency where it says so in several.
fn payment_amount(
    payment: &Element<'_>,
    entry: &Element<'_>,
    currency: Currency,
) -> Option<Result<Money, Verdict>> {
    let paths: [&[&str]; 4] = [
        &["Amt"],
        &["AmtDtls", "TxAmt", "Amt"],
        &["AmtDtls", "CntrValAmt", "Amt"],
        &["AmtDtls", "InstdAmt", "Amt"],
    ];
    let own = entry.child("Amt").and_then(Element::currency);
    let all = || paths.iter().filter_map(|path| payment.at(path));
    let amount = all().find(|amount| amount.currency() == own).or_else(|| all().next())?;
    let told = if payment.child("CdtDbtInd").is_some() { payment } else { entry };
    Some(signed(amount, told, currency))
}

/// An amount with the sign its `CdtDbtInd` gives it: money in is positive.
fn signed(amount: &Element<'_>, told: &Element<'_>, currency: Currency) -> Result<Money, Verdict> {
    let currency = match amount.currency() {
        Some(code) => Currency::from_code(code).map_err(|_| {
            Verdict::skip(
                SkipCode::CurrencyUnknown,
                format!("\u{201c}{code}\u{201d} is not a currency we know"),
            )
        })?,
        None => currency,
    };
    let plain = money(&amount.text, DecimalMark::Dot, currency)?;
    match told.text_at(&["CdtDbtInd"]) {
        Some("CRDT") => Ok(plain),
        Some("DBIT") => Ok(plain.negated()),
        _ => Err(Verdict::skip(
            SkipCode::DirectionUnclear,
            "The entry does not say whether money came in or went out (CdtDbtInd)",
        )),
    }
}

/// A `Dt` or a `DtTm`: the day as it is written, whatever the zone.
fn date_in(choice: Option<&Element<'_>>) -> Option<Day> {
    let choice = choice?;
    choice.text_at(&["Dt"]).or_else(|| choice.text_at(&["DtTm"])).and_then(iso_day)
}

fn iso_day(text: &str) -> Option<Day> {
    leading_day(&text.trim().get(..10)?.replace('-', ""))
}

/// What was written with a payment.
struct Written {
    reference: Option<String>,
    text: String,
}

impl Written {
    /// A structured reference comes before the payer's own (end to end) one; what is not the reference
    /// stays in the text, for an invoice's number may stand in either.
    fn of(entry: &Element<'_>, payments: &[&Element<'_>]) -> Self {
        let remittances = || payments.iter().flat_map(|payment| payment.all("RmtInf"));
        let structured = || remittances().flat_map(|remittance| remittance.all("Strd"));
        let creditor = structured().find_map(|structured| structured.text_at(&["CdtrRefInf", "Ref"]));
        let end_to_end = payments.iter().find_map(|payment| {
            payment.text_at(&["Refs", "EndToEndId"]).filter(|id| !id.eq_ignore_ascii_case("NOTPROVIDED"))
        });
        let reference = creditor.or(end_to_end).and_then(some);
        let mut parts: Vec<&str> =
            remittances().flat_map(|remittance| remittance.all("Ustrd")).map(|e| e.text.as_str()).collect();
        for structured in structured() {
            parts.extend(structured.all("RfrdDocInf").filter_map(|document| document.text_at(&["Nb"])));
            parts.extend(structured.all("CdtrRefInf").filter_map(|reference| reference.text_at(&["Ref"])));
            parts.extend(structured.all("AddtlRmtInf").map(|e| e.text.as_str()));
        }
        parts.extend(end_to_end);
        parts.extend(payments.iter().flat_map(|payment| payment.all("AddtlTxInf")).map(|e| e.text.as_str()));
        parts.extend(entry.text_at(&["AddtlNtryInf"]));
        parts.retain(|part| Some(in_one_line(part)) != reference);
        Self { text: joined(parts), reference }
    }
}
