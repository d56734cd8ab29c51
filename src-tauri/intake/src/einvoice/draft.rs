//! From an electronic invoice to a draft, its client, and what is shown of how it was read.

use super::paper::{Paper, Party};
use super::shown::{self, Shown};
use super::sums::{Sums, money, plain_money};
use super::terms::{self, Due};
use crate::drafts::{ClientDraft, CreditNoteDraft, Intake, InvoiceDraft, Receipt, SkipCode, WarningCode};
use crate::options::Options;
use crate::particulars::{EarlyPayment, Particulars};
use crate::payments::within_years;
use crate::sheet::Verdict;
use crate::values::{date, words};
use goodterms_terms::{Currency, Day, Money, day};

/// Credit notes among the codes of UNTDID 1001, as EN 16931 lists them (BT-3).
const CREDIT: [&str; 13] =
    ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"];
/// Invoices among them. A pro forma invoice (325) is none: nobody owes it.
const INVOICE: [&str; 41] = [
    "71", "80", "82", "84", "102", "130", "202", "203", "204", "211", "218", "219", "295", "326", "331",
    "380", "382", "383", "384", "385", "386", "387", "388", "389", "390", "393", "394", "395", "456", "457",
    "500", "501", "527", "553", "575", "623", "633", "751", "780", "875", "876",
];

/// Puts a document into the intake, as one row.
pub(super) fn take(paper: Paper, row: u64, options: &Options, intake: &mut Intake) {
    intake.rows.read += 1;
    let taking = Taking { paper: &paper, row, options };
    match taking.draft(intake) {
        Ok(()) => intake.rows.used += 1,
        Err(Verdict::Skip(code, message)) => intake.skip(row, code, message),
        Err(_) => intake.rows.totals += 1,
    }
}

struct Taking<'p> {
    paper: &'p Paper,
    row: u64,
    options: &'p Options,
}

impl Taking<'_> {
    fn draft(&self, intake: &mut Intake) -> Result<(), Verdict> {
        let paper = self.paper;
        let number = paper
            .number
            .clone()
            .ok_or_else(|| Verdict::skip(SkipCode::NumberMissing, "The invoice has no number"))?;
        let credit = self.is_credit()?;
        if let Some(business) = &self.options.business
            && paper.buyer.is_called(business)
            && !paper.seller.is_called(business)
        {
            let message = format!(
                "Invoice {number} is made out to \u{201c}{business}\u{201d}: a bill to pay, not money to come in"
            );
            return Err(Verdict::skip(SkipCode::Bill, message));
        }
        let client = self.client()?;
        let issued = needed(&paper.issued, "issue date")?;
        let currency = self.currency(intake)?;
        let sums = Sums::of(paper, currency)?;
        if sums.total.is_zero() {
            return Err(Verdict::skip(SkipCode::ZeroAmount, format!("Invoice {number} is of nothing")));
        }
        let credit = credit || sums.total.minor() < 0;
        let (due, due_assumed) = self.due(issued, credit, intake)?;
        let particulars = self.particulars(issued, &sums, currency);
        for complaint in sums.complaints(paper) {
            intake.warn(
                Some(self.row),
                WarningCode::AmountsDisagree,
                format!("Invoice {number}: {complaint}"),
            );
        }
        self.note_the_seller(intake);
        shown::show(
            &Shown { row: self.row, paper, issued, due, sums: &sums, particulars: &particulars },
            intake,
        );
        let client = place(client, intake);
        let rows = vec![self.row];
        if credit {
            let positive = |money: Money| if money.minor() < 0 { money.negated() } else { money };
            let (amount, remaining) = (positive(sums.total), Some(positive(sums.payable)));
            let note = CreditNoteDraft {
                number,
                client,
                issued,
                amount,
                remaining,
                draft: false,
                rows,
                particulars,
            };
            intake.credit_notes.push(note);
            return Ok(());
        }
        if due < issued {
            let message = format!("Invoice {number} is due {due} but issued {issued}");
            intake.warn(Some(self.row), WarningCode::DueBeforeIssued, message);
        }
        let payments = self.receipts(&number, &sums, currency, intake)?;
        intake.invoices.push(InvoiceDraft {
            number,
            client,
            issued,
            due,
            due_assumed,
            total: sums.total,
            balance: Some(sums.payable),
            written_off: None,
            payments,
            po_number: paper.order.clone(),
            disputed: false,
            draft: false,
            rows,
            particulars,
        });
        Ok(())
    }

    fn is_credit(&self) -> Result<bool, Verdict> {
        let code = self.paper.type_code.as_deref().map(|code| code.trim_start_matches('0'));
        match code {
            _ if self.paper.credit_note => Ok(true),
            None => Ok(false),
            Some(code) if CREDIT.contains(&code) => Ok(true),
            Some(code) if INVOICE.contains(&code) => Ok(false),
            Some("325") => {
                Err(Verdict::skip(SkipCode::NotAnInvoice, "This is a pro forma invoice, which nobody owes"))
            }
            Some(code) => Err(Verdict::skip(
                SkipCode::NotAnInvoice,
                format!("The document is of type {code}, which is neither an invoice nor a credit note"),
            )),
        }
    }

    fn client(&self) -> Result<ClientDraft, Verdict> {
        let Party { id, contact, email, phone, address, .. } = &self.paper.buyer;
        let name = self.paper.buyer.known_as().map(str::to_owned);
        if name.is_none() && id.is_none() {
            return Err(Verdict::skip(SkipCode::ClientMissing, "The invoice does not say who it is for"));
        }
        Ok(ClientDraft {
            contact: contact.clone().filter(|contact| name.as_ref() != Some(contact)),
            name,
            reference: id.clone(),
            email: email.as_deref().and_then(words::email).map(str::to_owned),
            phone: phone.clone(),
            address: address.clone(),
            notes: None,
            row: self.row,
        })
    }

    fn currency(&self, intake: &mut Intake) -> Result<Currency, Verdict> {
        let beside = || self.paper.total.as_ref().and_then(|total| total.currency.clone());
        let Some(code) = self.paper.currency.clone().or_else(beside) else {
            let book = self.options.currency;
            let message = format!("The invoice names no currency; {book} was taken");
            intake.warn(Some(self.row), WarningCode::CurrencyAssumed, message);
            return Ok(book);
        };
        Currency::from_code(&code)
            .map_err(|refusal| Verdict::skip(SkipCode::CurrencyUnknown, refusal.message))
    }

    /// BT-9 where it stands; else what the terms say; else the usual terms. A credit note falls due never.
    fn due(&self, issued: Day, credit: bool, intake: &mut Intake) -> Result<(Day, bool), Verdict> {
        if self.paper.due.is_some() {
            return needed(&self.paper.due, "due date").map(|due| (due, false));
        }
        let said = self.paper.terms.as_deref().and_then(terms::due);
        let days = self.options.default_terms_days;
        let due = match said {
            Some(Due::On(due)) => due,
            Some(Due::After(days)) => day::plus_days(issued, i64::from(days)),
            None => day::plus_days(issued, i64::from(days)),
        };
        if !credit {
            intake.warn(
                Some(self.row),
                WarningCode::DueDatesAssumed,
                match said {
                    Some(_) => format!("The invoice states no due date; {due} was read out of its terms"),
                    None => format!("The invoice states no due date; {due} is {days} days from issue"),
                },
            );
        }
        within_years(due).map(|due| (due, true))
    }

    /// What was prepaid, on its own days where the document lists them and they add up.
    fn receipts(
        &self,
        number: &str,
        sums: &Sums,
        currency: Currency,
        intake: &mut Intake,
    ) -> Result<Vec<Receipt>, Verdict> {
        let Some(prepaid) = sums.prepaid else { return Ok(Vec::new()) };
        if prepaid.minor() < 0 {
            let message = format!("Invoice {number}: less than nothing ({prepaid}) was prepaid");
            intake.warn(Some(self.row), WarningCode::AmountsDisagree, message);
            return Ok(Vec::new());
        }
        if prepaid.minor() > sums.total.minor() {
            let message = format!("Invoice {number}: {prepaid} was paid on {}", sums.total);
            intake.warn(Some(self.row), WarningCode::Overpaid, message);
        }
        let mut listed = Vec::new();
        for one in &self.paper.prepayments {
            let on = one.on.as_deref().and_then(day_of).and_then(|on| day::within_years(on).ok());
            listed.extend(
                money(&Some(one.amount.clone()), currency, "prepayment")?
                    .map(|amount| Receipt { on, amount }),
            );
        }
        let whole: i128 = listed.iter().map(|one| i128::from(one.amount.minor())).sum();
        let trusted =
            whole == i128::from(prepaid.minor()) && listed.iter().all(|one| one.amount.is_positive());
        Ok(if trusted { listed } else { vec![Receipt { on: None, amount: prepaid }] })
    }

    fn particulars(&self, issued: Day, sums: &Sums, currency: Currency) -> Particulars {
        let paper = self.paper;
        let said = paper.terms.as_deref().map(terms::promised).unwrap_or_default();
        let of = |text: &str| plain_money(text, currency).ok();
        let mut early_payment: Vec<EarlyPayment> = said
            .iter()
            .map(|one| EarlyPayment {
                days: one.days,
                percent: one.percent,
                base: one.base.as_deref().and_then(of),
            })
            .chain(paper.early.iter().filter_map(|one| {
                let until = one.until.as_deref().and_then(day_of);
                let days = one.days.or_else(|| u32::try_from((until? - issued).num_days()).ok())?;
                Some(EarlyPayment {
                    days,
                    percent: one.percent,
                    base: one.base.as_ref().and_then(|base| of(&base.text)),
                })
            }))
            // A discount of nothing only says when it is due.
            .filter(|one| one.percent.is_sign_positive() && !one.percent.is_zero())
            .collect();
        early_payment.sort_by_key(|one| one.days);
        early_payment.dedup();
        let mut accounts: Vec<String> = Vec::new();
        for account in paper.accounts.iter().map(|account| account.split_whitespace().collect::<String>()) {
            if !accounts.contains(&account) {
                accounts.push(account);
            }
        }
        Particulars {
            type_code: paper.type_code.clone(),
            rounding: sums.rounding,
            terms: paper.terms.as_deref().map(|terms| terms.trim().to_owned()),
            early_payment,
            accounts,
            bic: paper.bic.clone(),
            payment_reference: paper.payment_reference.clone(),
            preceding: paper.preceding.clone(),
            buyer_reference: paper.buyer_reference.clone(),
            buyer_vat_id: paper.buyer.vat_id.clone(),
        }
    }

    fn note_the_seller(&self, intake: &mut Intake) {
        let seller = &self.paper.seller;
        if let (Some(business), Some(name)) = (&self.options.business, seller.known_as())
            && !seller.is_called(business)
        {
            let message = format!(
                "The seller is \u{201c}{name}\u{201d}, the book belongs to \u{201c}{business}\u{201d}"
            );
            intake.warn(Some(self.row), WarningCode::SellerDiffers, message);
        }
    }
}

/// The client's place in the intake: the documents of an archive may be for the same one.
fn place(client: ClientDraft, intake: &mut Intake) -> usize {
    let same = |known: &ClientDraft| {
        known.reference == client.reference
            && known.known_as().to_lowercase() == client.known_as().to_lowercase()
    };
    intake.clients.iter().position(same).unwrap_or_else(|| {
        intake.clients.push(client);
        intake.clients.len() - 1
    })
}

fn needed(text: &Option<String>, what: &str) -> Result<Day, Verdict> {
    let text = text
        .as_deref()
        .ok_or_else(|| Verdict::skip(SkipCode::DateMissing, format!("The invoice has no {what}")))?;
    let shown: String = text.chars().take(40).collect();
    let day = day_of(text).ok_or_else(|| {
        Verdict::skip(SkipCode::DateUnreadable, format!("\u{201c}{shown}\u{201d} as {what} is not a date"))
    })?;
    within_years(day)
}

/// `2018-03-05`, with a zone or a time behind it; `20180305`, with a time behind it.
fn day_of(text: &str) -> Option<Day> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let cut = match digits {
        4 => 10,
        8 | 12 | 14 => 8,
        _ => return None,
    };
    match date::shape(text.get(..cut)?)? {
        date::Shape::Clear(day, _) => Some(day),
        date::Shape::Either { .. } | date::Shape::Serial(_) => None,
    }
}
