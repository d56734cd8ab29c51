//! OFX and QFX: SGML (1.x) and XML (2.x) alike, after the OFX specification 1.6 and 2.2.
//!
//! Values are leaves without an end tag or with one; aggregates may be left open. A movement begins at
//! `<STMTTRN>` and ends at its end tag, at the next one, or where its list ends: none is ever dropped.

use super::block::Block;
use super::markup::{Token, Tokens};
use super::{Decided, Marks, account, joined, leading_day, lines_name_records, no_statement, note, some};
use crate::drafts::{Intake, SkipCode};
use crate::options::Options;
use crate::sheet::Verdict;
use crate::statement::{BalanceDraft, BankLineDraft};
use goodterms_terms::{Currency, Refusal};
use std::collections::BTreeMap;

/// The fields of a record by their tags in capitals. What stands in an aggregate inside of it bears that
/// one's name too: `BANKACCTTO.ACCTID`.
type Fields = BTreeMap<String, String>;

/// One account's part of the file, as written.
#[derive(Default)]
struct Part {
    row: u64,
    fields: Fields,
    ledger: Fields,
    movements: Vec<(u64, Fields)>,
    /// Where shares were bought and sold.
    trades: Vec<u64>,
}

/// Reads a file.
pub(super) fn read(text: &str, options: &Options, intake: &mut Intake) -> Result<(), Refusal> {
    let mut found = Found::of(text);
    found.parts.retain(|part| !part.is_empty());
    if found.parts.is_empty() {
        return Err(no_statement(match found.trouble {
            Some(said) => format!("The bank sent no statement, but this word: \u{201c}{said}\u{201d}"),
            None => "The file is OFX and holds no statement".to_owned(),
        }));
    }
    let mut marks = Marks::default();
    for part in &found.parts {
        let currency = part.currency(options).unwrap_or(options.currency);
        let movements = part.movements.iter().filter_map(|(row, fields)| Some((*row, fields.get("TRNAMT")?)));
        let balance = part.ledger.get("BALAMT").map(|amount| (part.row, amount));
        for (row, amount) in movements.chain(balance) {
            marks.see(row, amount, currency);
        }
    }
    let mark = marks.decide("TRNAMT", options, intake)?;
    for part in found.parts {
        part.close(&mark, options, intake);
    }
    Ok(())
}

/// What the walk over a file has found.
#[derive(Default)]
struct Found {
    parts: Vec<Part>,
    open: bool,
    /// The aggregate that values belong to now.
    place: Place,
    /// An aggregate inside a movement.
    inside: Option<String>,
    trouble: Option<String>,
    status: Fields,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Elsewhere,
    Account,
    Ledger,
    Status,
    Movement,
}

/// Aggregates of a movement whose values are not the movement's own.
const INNER: [&str; 7] =
    ["BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY", "IMAGEDATA", "LOANACCTTO", "EXTDPAYEE"];

impl Found {
    fn of(text: &str) -> Self {
        let by_line = lines_name_records(&text.to_ascii_uppercase(), "<STMTTRN>");
        let mut found = Self::default();
        let mut tokens = Tokens::of(text);
        let (mut leaf, mut count) = (None, 0_u64);
        while let Some(token) = tokens.next() {
            match token {
                Token::Open { name, closed, .. } => {
                    let name = name.to_ascii_uppercase();
                    count += u64::from(matches!(name.as_str(), "STMTTRN" | "INVTRAN"));
                    found.open(&name, if by_line { tokens.line() } else { count });
                    leaf = Some(name).filter(|_| !closed);
                }
                Token::Text(value) => {
                    if let Some(name) = leaf.take() {
                        found.value(&name, &value);
                    }
                }
                Token::Close(name) => {
                    leaf = None;
                    found.end(&name.to_ascii_uppercase());
                }
            }
        }
        found
    }

    fn part(&mut self, row: u64) -> Option<&mut Part> {
        if !self.open {
            self.parts.push(Part { row, ..Part::default() });
            self.open = true;
        }
        self.parts.last_mut()
    }

    fn open(&mut self, name: &str, row: u64) {
        match name {
            "STMTRS" | "CCSTMTRS" | "INVSTMTRS" => {
                self.open = false;
                self.part(row);
                self.place = Place::Elsewhere;
            }
            "STMTTRN" => {
                if let Some(part) = self.part(row) {
                    part.movements.push((row, Fields::new()));
                }
                (self.place, self.inside) = (Place::Movement, None);
            }
            "INVTRAN" => {
                if let Some(part) = self.part(row) {
                    part.trades.push(row);
                }
                self.place = Place::Elsewhere;
            }
            "BANKACCTFROM" | "CCACCTFROM" | "INVACCTFROM" | "CCACCTINFO" => self.place = Place::Account,
            "LEDGERBAL" => self.place = Place::Ledger,
            "AVAILBAL" | "BALLIST" | "INVBAL" => self.place = Place::Elsewhere,
            "STATUS" => {
                self.status.clear();
                self.place = Place::Status;
            }
            _ if self.place == Place::Movement && INNER.contains(&name) => {
                self.inside = Some(name.to_owned())
            }
            _ => {}
        }
    }

    fn value(&mut self, name: &str, value: &str) {
        let inside = self.inside.as_deref();
        let place = self.place;
        let open = self.open;
        let part = self.parts.last_mut().filter(|_| open);
        let (fields, key) = match (place, part) {
            (Place::Movement, Some(part)) => {
                let key = inside.map_or_else(|| name.to_owned(), |inside| format!("{inside}.{name}"));
                let Some((_, fields)) = part.movements.last_mut() else { return };
                (fields, key)
            }
            (Place::Ledger, Some(part)) => (&mut part.ledger, name.to_owned()),
            (Place::Account, Some(part)) => (&mut part.fields, name.to_owned()),
            (Place::Elsewhere, Some(part)) if name == "CURDEF" => (&mut part.fields, name.to_owned()),
            (Place::Status, _) => (&mut self.status, name.to_owned()),
            _ => return,
        };
        // The first of several: a bank's own additions come last.
        fields.entry(key).or_insert_with(|| value.to_owned());
    }

    fn end(&mut self, name: &str) {
        match name {
            "STMTRS" | "CCSTMTRS" | "INVSTMTRS" => {
                self.open = false;
                self.place = Place::Elsewhere;
            }
            "STATUS" => {
                self.place = Place::Elsewhere;
                let failed =
                    self.status.get("SEVERITY").is_some_and(|word| word.eq_ignore_ascii_case("ERROR"));
                if failed && self.trouble.is_none() {
                    let code = self.status.get("CODE").map(String::as_str).unwrap_or_default();
                    let said = self.status.get("MESSAGE").map_or(code, String::as_str);
                    self.trouble = some(said).map(|said| said.chars().take(200).collect());
                }
            }
            "STMTTRN" | "BANKTRANLIST" | "LEDGERBAL" | "BANKACCTFROM" | "CCACCTFROM" | "INVACCTFROM" => {
                (self.place, self.inside) = (Place::Elsewhere, None);
            }
            _ if self.inside.as_deref() == Some(name) => self.inside = None,
            _ => {}
        }
    }
}

impl Part {
    fn is_empty(&self) -> bool {
        self.fields.is_empty()
            && self.ledger.is_empty()
            && self.movements.is_empty()
            && self.trades.is_empty()
    }

    /// The account's currency: the book's where the file names none.
    fn currency(&self, options: &Options) -> Result<Currency, Verdict> {
        match self.fields.get("CURDEF") {
            Some(code) => known_currency(code),
            None => Ok(options.currency),
        }
    }

    fn close(self, mark: &Decided, options: &Options, intake: &mut Intake) {
        let currency = self.currency(options);
        let number = self.fields.get("ACCTID").and_then(|number| account(number));
        let mut block = Block::of(number, currency.as_ref().copied().unwrap_or(options.currency), self.row);
        block.closing = self.ledger.get("BALAMT").filter(|_| currency.is_ok()).and_then(|text| {
            let amount = mark.money(text, block.currency).ok()?;
            Some(BalanceDraft { on: self.ledger.get("DTASOF").and_then(|day| leading_day(day)), amount })
        });
        for (row, fields) in &self.movements {
            let line = match &currency {
                Ok(currency) => movement(*row, fields, *currency, mark),
                Err(Verdict::Skip(code, message)) => Err(Verdict::skip(*code, message.clone())),
                Err(_) => continue,
            };
            block.lines.extend(note(intake, *row, line));
        }
        for row in self.trades {
            let message = "Shares were bought, sold or held here; it is no movement on a bank account";
            note::<()>(intake, row, Err(Verdict::skip(SkipCode::NotAMovement, message)));
        }
        block.close(intake);
    }
}

fn known_currency(code: &str) -> Result<Currency, Verdict> {
    Currency::from_code(code).map_err(|_| {
        Verdict::skip(SkipCode::CurrencyUnknown, format!("\u{201c}{code}\u{201d} is not a currency we know"))
    })
}

fn movement(row: u64, fields: &Fields, currency: Currency, mark: &Decided) -> Result<BankLineDraft, Verdict> {
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    // With CURRENCY the amount is in that one; ORIGCURRENCY only says what it was converted from.
    let currency = match fields.get("CURRENCY.CURSYM") {
        Some(code) => known_currency(code)?,
        None => currency,
    };
    let amount = match field("TRNAMT") {
        "" => Err(Verdict::skip(SkipCode::AmountMissing, "The movement has no amount")),
        text => mark.money(text, currency),
    }?;
    let on = match field("DTPOSTED") {
        "" => Err(Verdict::skip(SkipCode::DateMissing, "The movement has no day it was booked on")),
        text => leading_day(text).ok_or_else(|| {
            Verdict::skip(
                SkipCode::DateUnreadable,
                format!("\u{201c}{text}\u{201d} is no day of the calendar"),
            )
        }),
    }?;
    let bank_id = some(field("FITID"));
    // Many banks repeat their own number as the number of a cheque, or write 0 for none.
    let tells = |text: &&str| {
        !text.trim_matches('0').is_empty() && some(text).is_some_and(|text| bank_id.as_ref() != Some(&text))
    };
    let payer = some(field("NAME")).or_else(|| some(field("PAYEE")));
    let written = joined([field("MEMO"), field("EXTDNAME")]);
    Ok(BankLineDraft {
        on,
        value_on: leading_day(field("DTAVAIL")).or_else(|| leading_day(field("VALUEDATE"))),
        amount,
        text: if written.is_empty() { payer.clone().unwrap_or_default() } else { written },
        payer,
        payer_account: ["BANKACCTTO.ACCTID", "CCACCTTO.ACCTID"]
            .into_iter()
            .find_map(|name| account(field(name))),
        reference: [field("CHECKNUM"), field("REFNUM")].into_iter().find(tells).and_then(some),
        bank_id,
        reversal: false,
        row,
    })
}
