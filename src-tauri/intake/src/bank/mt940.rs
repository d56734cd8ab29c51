//! SWIFT MT940 and what banks made of it: envelopes or none, statements without a beginning, funds codes,
//! days no month has, and four ways of writing details.

mod line;

use super::block::Block;
use super::sepa::{self, Details};
use super::{account, joined, money, no_statement, note, some, whole_year};
use crate::drafts::{Intake, WarningCode};
use crate::options::{DecimalMark, Options};
use crate::statement::{BalanceDraft, BankLineDraft};
use goodterms_terms::{Currency, Day, Refusal, day};
use line::Movement;

/// One field: its tag without colons, where it begins, and its lines.
struct Field<'t> {
    tag: &'t str,
    row: u64,
    lines: Vec<&'t str>,
}

impl Field<'_> {
    fn first(&self) -> &str {
        self.lines.first().copied().unwrap_or_default().trim()
    }
}

/// Reads a file of any number of statements.
pub(super) fn read(text: &str, options: &Options, intake: &mut Intake) -> Result<(), Refusal> {
    let statements = statements(text);
    if statements.is_empty() {
        return Err(no_statement("The file is MT940 and holds no statement"));
    }
    let mut currency = None;
    for fields in &statements {
        let told = fields.iter().find_map(|field| Some(balance_parts(field)?.2).flatten());
        let row = fields.first().map_or(1, |field| field.row);
        if let (None, Some(before)) = (told, currency) {
            let message =
                format!("The statement names no currency; it was taken to be in {before}, as the one before");
            intake.warn(Some(row), WarningCode::CurrencyAssumed, message);
        }
        currency = told.or(currency);
        statement(fields, currency.unwrap_or(options.currency), row, intake);
    }
    Ok(())
}

/// The fields of each statement.
fn statements(text: &str) -> Vec<Vec<Field<'_>>> {
    let mut all: Vec<Vec<Field<'_>>> = Vec::new();
    let mut current: Vec<Field<'_>> = Vec::new();
    let mut text_goes_on = false;
    for (row, line) in (1..).zip(text.split('\n')) {
        let line = line.trim_matches(|c: char| c.is_control() || c == '\u{feff}');
        // Only what stands behind `{4:` is the message; the rest of the envelope is not.
        let line = line.rsplit_once("{4:").map_or(line, |(_, body)| body);
        if line == "-" || line.starts_with("-}") || line == "-XXX" {
            all.extend(Some(std::mem::take(&mut current)).filter(|fields| !fields.is_empty()));
            text_goes_on = false;
        } else if let Some((tag, value)) = tagged(line) {
            if begins_another(tag, &current) {
                all.push(std::mem::take(&mut current));
            }
            current.push(Field { tag, row, lines: vec![value] });
            text_goes_on = true;
        } else if let Some(field) = current.last_mut().filter(|_| text_goes_on) {
            field.lines.push(line);
        }
    }
    all.extend(Some(current).filter(|fields| !fields.is_empty()));
    all.retain(|fields| fields.iter().any(|field| field.tag.starts_with("6")));
    all
}

/// `:60F:…`: two digits and perhaps a letter, or `NS`.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let (tag, value) = line.strip_prefix(':')?.split_once(':')?;
    let digits = tag.bytes().take_while(u8::is_ascii_digit).count();
    let field =
        digits == 2 && (tag.len() == 2 || tag.len() == 3 && tag.ends_with(|c: char| c.is_ascii_uppercase()));
    (field || tag == "NS").then_some((tag, value))
}

/// Whether a field begins the next statement: a new `:20:`, or an account or opening balance after the last
/// one's closing balance.
fn begins_another(tag: &str, current: &[Field<'_>]) -> bool {
    let has = |tags: &[&str]| current.iter().any(|field| tags.contains(&field.tag));
    match tag {
        "20" => has(&["20", "25", "60F", "60M", "61", "62F", "62M"]),
        "25" | "60F" | "60M" => has(&["62F", "62M"]) || tag != "25" && has(&["60F", "60M"]),
        "61" => has(&["62F", "62M"]),
        _ => false,
    }
}

fn statement(fields: &[Field<'_>], currency: Currency, row: u64, intake: &mut Intake) {
    let mut block = Block::of(None, currency, row);
    let mut movement: Option<(Movement<'_>, Vec<&Field<'_>>, u64)> = None;
    for field in fields {
        match field.tag {
            "61" => {
                take(movement.take(), &mut block, intake);
                match line::read(&field.lines, currency) {
                    Ok(read) => movement = Some((read, Vec::new(), field.row)),
                    Err(verdict) => drop(note::<()>(intake, field.row, Err(verdict))),
                }
            }
            // Behind the closing balance, 86 is about the statement.
            "60F" | "60M" => block.opening = balance(field, currency),
            "62F" | "62M" => {
                take(movement.take(), &mut block, intake);
                block.closing = balance(field, currency);
            }
            "25" if block.account.is_none() && movement.is_none() => block.account = account(field.first()),
            // Some programs write another tag where 86 is meant.
            "86" | "NS" | "25" => {
                if let Some((_, details, _)) = &mut movement {
                    details.push(field);
                }
            }
            _ => {}
        }
    }
    take(movement, &mut block, intake);
    block.close(intake);
}

fn take(movement: Option<(Movement<'_>, Vec<&Field<'_>>, u64)>, block: &mut Block, intake: &mut Intake) {
    let Some((movement, fields, row)) = movement else { return };
    if let Some(day) = movement.clamped {
        let message = format!("The day {day} is in no calendar; the last of its month was taken");
        intake.warn(Some(row), WarningCode::DayClamped, message);
    }
    let mut details = Details::default();
    for field in fields {
        let whole = field.lines.join("\n");
        let found = if field.tag == "NS" { numbered(&field.lines) } else { sepa::details(&whole) };
        details = Details {
            payer: details.payer.or(found.payer),
            payer_account: details.payer_account.or(found.payer_account),
            reference: details.reference.or(found.reference),
            text: joined([details.text.as_str(), found.text.as_str()]),
        };
    }
    // ASN and Volksbank put the other account where the reference stands, and its name below.
    let other =
        movement.reference.as_deref().filter(|text| looks_like_iban(text) && details.text.starts_with(text));
    if let Some(iban) = other {
        details.payer_account = details.payer_account.or_else(|| account(iban));
        details.payer = details.payer.or_else(|| some(&movement.below));
    } else {
        details.reference = details.reference.or_else(|| movement.reference.clone());
    }
    if details.payer_account.is_none() && looks_like_iban(&movement.below) {
        details.payer_account = account(&movement.below);
    }
    let line = BankLineDraft {
        on: movement.on,
        value_on: movement.value_on,
        amount: movement.amount,
        payer: details.payer,
        payer_account: details.payer_account,
        reference: details.reference,
        text: joined([details.text.as_str(), if other.is_some() { "" } else { movement.below.as_str() }]),
        bank_id: movement.bank_id,
        reversal: movement.reversal,
        row,
    };
    block.lines.extend(note(intake, row, Ok(line)));
}

fn looks_like_iban(text: &str) -> bool {
    (15..=34).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && text.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && text.bytes().skip(2).take(2).all(|b| b.is_ascii_digit())
}

/// `NS` fields: lines that begin with a number; 01 to 14 are words, 15 and 16 a name.
fn numbered(lines: &[&str]) -> Details {
    let numbered = || {
        lines
            .iter()
            .filter_map(|line| line.split_at_checked(2))
            .filter_map(|(n, text)| Some((n.parse::<u8>().ok()?, text)))
    };
    let of = |range: std::ops::RangeInclusive<u8>| {
        numbered().filter(move |(number, _)| range.contains(number)).map(|(_, text)| text)
    };
    let name: String = of(15..=16).collect();
    Details {
        payer: some(&name),
        payer_account: None,
        reference: None,
        text: joined(of(1..=14).chain(of(17..=17))),
    }
}

/// `C160229EUR1200,00`: sign, day, currency and amount. Some banks leave the currency out.
fn balance_parts<'f>(field: &'f Field<'_>) -> Option<(bool, &'f str, Option<Currency>, &'f str)> {
    if !matches!(field.tag, "60F" | "60M" | "62F" | "62M") {
        return None;
    }
    let text = field.first();
    let sign = text.bytes().take_while(|b| matches!(b, b'C' | b'D' | b'R')).count();
    let (mark, rest) = text.split_at_checked(sign)?;
    let (day, rest) = rest.split_at_checked(6)?;
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (code, amount) = rest.split_at_checked(letters)?;
    Some((mark.contains('D'), day, Currency::from_code(code).ok(), amount))
}

fn balance(field: &Field<'_>, currency: Currency) -> Option<BalanceDraft> {
    let (negative, day, own, amount) = balance_parts(field)?;
    let amount = money(amount, DecimalMark::Comma, own.unwrap_or(currency)).ok()?;
    let on = short_day(day).map(|(day, _)| day);
    Some(BalanceDraft { on, amount: if negative { amount.negated() } else { amount } })
}

/// `YYMMDD`. A 29th, 30th or 31st that its month does not have is its last, as banks reckon that give every
/// month thirty days; `true` says so.
fn short_day(text: &str) -> Option<(Day, bool)> {
    let digits = text.get(..6).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let year = whole_year(i32::try_from(part(0..2)?).ok()?);
    on(year, part(2..4)?, part(4..6)?)
}

fn on(year: i32, month: u32, number: u32) -> Option<(Day, bool)> {
    match Day::from_ymd_opt(year, month, number) {
        Some(found) => Some((found, false)),
        None if (29..=31).contains(&number) => {
            Day::from_ymd_opt(year, month, 1).map(|first| (day::month_end(first), true))
        }
        None => None,
    }
}
