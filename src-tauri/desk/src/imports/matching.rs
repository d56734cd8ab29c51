//! A file against the book: what is new, what changed, what is there already, and what must not be mixed.

use super::SkippedRow;
use super::changes::{Changed, ImportChange, Missing, lists_invoices};
use super::letters::NewWord;
use super::statements::NewLines;
use crate::error::Answer;
use goodterms_intake::{ClientDraft, CreditNoteDraft, Intake, InvoiceDraft, Kind, PaymentDraft};
use goodterms_ledger::Connection;
use goodterms_ledger::client::{self, Client, name_key};
use goodterms_ledger::known::{self, KnownInvoice, OpenInvoice};
use goodterms_terms::history::Counts;
use goodterms_terms::{Day, Money};
use std::collections::{BTreeSet, HashMap};

/// A client of the file.
#[derive(Debug, Clone)]
pub(super) enum Who {
    /// In the book, and as the file says.
    Known(i64),
    /// In the book, to be written anew: the file knows more, or their import had been taken back.
    Changed(Box<Client>),
    /// Not yet in the book.
    New(Box<Client>),
}

impl Who {
    /// Their row, when they have one.
    pub(super) fn row(&self) -> Option<i64> {
        match self {
            Self::Known(id) => Some(*id),
            Self::Changed(client) => Some(client.id),
            Self::New(_) => None,
        }
    }
}

/// More was paid on an invoice than the book knows.
#[derive(Debug, Clone)]
pub(super) struct MorePaid {
    pub(super) invoice: KnownInvoice,
    pub(super) on: Option<Day>,
    pub(super) amount: Money,
}

/// A payment row, the client who paid, and the invoice it names.
#[derive(Debug, Clone)]
pub(super) struct NewPayment<'a> {
    pub(super) draft: &'a PaymentDraft,
    pub(super) client: i64,
    pub(super) invoice: Option<KnownInvoice>,
}

/// What came of matching, for the report.
#[derive(Debug, Clone, Default)]
pub(super) struct Outcome {
    pub(super) created: Counts,
    pub(super) updated: Counts,
    pub(super) unchanged: Counts,
    pub(super) changed: Vec<ImportChange>,
    pub(super) missing: Vec<String>,
    pub(super) skipped: Vec<SkippedRow>,
}

/// What a file would change.
#[derive(Debug, Default)]
pub(super) struct Shipment<'a> {
    /// The file's clients, in its order.
    pub(super) clients: Vec<Who>,
    pub(super) invoices: Vec<&'a InvoiceDraft>,
    pub(super) credit_notes: Vec<&'a CreditNoteDraft>,
    pub(super) more_paid: Vec<MorePaid>,
    pub(super) payments: Vec<NewPayment<'a>>,
    pub(super) changed: Vec<Changed>,
    pub(super) gone: Vec<OpenInvoice>,
    pub(super) statements: Vec<NewLines>,
    pub(super) words: Vec<NewWord>,
    pub(super) outcome: Outcome,
}

impl<'a> Shipment<'a> {
    /// Matches a file with the book as it stands.
    pub(super) async fn match_with(conn: &mut Connection, read: &'a Intake, on: Day) -> Answer<Self> {
        let mut shipment = Self::default();
        shipment.match_clients(conn, &read.clients, read.reading.kind).await?;
        let numbers: BTreeSet<&str> = read
            .invoices
            .iter()
            .map(|draft| draft.number.as_str())
            .chain(read.credit_notes.iter().map(|draft| draft.number.as_str()))
            .chain(read.payments.iter().filter_map(|draft| draft.invoice.as_deref()))
            .collect();
        let known = Known::of(known::invoices(conn, &numbers.iter().collect::<Vec<_>>()).await?);
        shipment.match_invoices(&read.invoices, &known)?;
        shipment.match_credit_notes(&read.credit_notes, &known);
        shipment.match_payments(conn, &read.payments, &known).await?;
        shipment.match_statements(conn, &read.statements).await?;
        shipment.match_letters(conn, &read.letters, on).await?;
        if lists_invoices(&read.reading) {
            shipment.gone = known::open_from_files(conn, on).await?;
            shipment.gone.retain(|invoice| !numbers.contains(invoice.number.as_str()));
            shipment.outcome.missing = shipment.gone.iter().map(|invoice| invoice.number.clone()).collect();
        }
        Ok(shipment)
    }

    /// The earliest day anything in it counts from, brought in on a day.
    pub(super) fn first_day(&self, on: Day, missing: Missing) -> Option<Day> {
        let receipts =
            self.invoices.iter().flat_map(|draft| draft.payments.iter().filter_map(|paid| paid.on));
        // Another due day makes an invoice late, or not, on earlier days too.
        let changed = self.changed.iter().map(|changed| match changed.due {
            Some(_) => changed.invoice.issued,
            None => on.max(changed.invoice.issued),
        });
        let gone = self.gone.iter().map(|gone| match missing {
            Missing::Paid(day) => day.unwrap_or(on).max(gone.issued),
            Missing::Void | Missing::Leave => gone.issued,
        });
        self.invoices
            .iter()
            .map(|draft| draft.issued)
            .chain(receipts)
            .chain(self.credit_notes.iter().map(|draft| draft.issued))
            .chain(self.payments.iter().map(|payment| payment.draft.on))
            .chain(self.more_paid.iter().filter_map(|more| more.on))
            .chain(changed)
            .chain(gone)
            .min()
    }

    /// Steps of writing beside the file's own invoices and credit notes.
    pub(super) fn further_steps(&self) -> usize {
        let lines: usize = self.statements.iter().map(|statement| statement.lines.len()).sum();
        self.changed.len() + self.more_paid.len() + self.gone.len() + self.payments.len() + lines
    }

    pub(super) fn skip(&mut self, row: u64, code: &str, message: String) {
        self.outcome.skipped.push(SkippedRow { row, code: code.to_owned(), message });
    }

    async fn match_clients(
        &mut self,
        conn: &mut Connection,
        drafts: &[ClientDraft],
        kind: Kind,
    ) -> Answer<()> {
        let known = client::all_known(conn).await?;
        let mut by_name: HashMap<String, &(Client, bool)> = HashMap::new();
        let mut by_reference: HashMap<&str, &(Client, bool)> = HashMap::new();
        // Those who stand come first, so they win over one who was withdrawn.
        for one in &known {
            by_name.entry(name_key(&one.0.name)).or_insert(one);
            if !one.0.reference.is_empty() {
                by_reference.entry(&one.0.reference).or_insert(one);
            }
        }
        for draft in drafts {
            let reference = draft.reference.as_deref().unwrap_or_default();
            let found = by_reference.get(reference).or_else(|| by_name.get(&name_key(draft.known_as())));
            let who = match found {
                None => Who::New(Box::new(with_words(Client::named(draft.known_as()), draft, true))),
                Some((client, stands)) => {
                    let told = with_words(client.clone(), draft, kind == Kind::Clients);
                    if told == *client && *stands {
                        Who::Known(client.id)
                    } else {
                        Who::Changed(Box::new(told))
                    }
                }
            };
            match &who {
                Who::Known(_) => self.outcome.unchanged.clients += 1,
                Who::Changed(_) => self.outcome.updated.clients += 1,
                Who::New(_) => self.outcome.created.clients += 1,
            }
            self.clients.push(who);
        }
        Ok(())
    }

    fn match_invoices(&mut self, drafts: &'a [InvoiceDraft], known: &Known) -> Answer<()> {
        for draft in drafts {
            let row = draft.rows.first().copied().unwrap_or(0);
            let client = self.clients.get(draft.client).and_then(Who::row);
            match known.of_client(&draft.number, client) {
                Some(invoice) => self.compare(draft, invoice, row)?,
                None => match known.of_another(&draft.number, client) {
                    Some(other) => self.skip(
                        row,
                        "number_of_another_client",
                        format!("{} is already an invoice of {}.", draft.number, other.client_name),
                    ),
                    None => {
                        self.outcome.created.invoices += 1;
                        self.outcome.created.payments += draft.payments.len() as u64;
                        self.invoices.push(draft);
                    }
                },
            }
        }
        Ok(())
    }

    fn match_credit_notes(&mut self, drafts: &'a [CreditNoteDraft], known: &Known) {
        for draft in drafts {
            let row = draft.rows.first().copied().unwrap_or(0);
            let client = self.clients.get(draft.client).and_then(Who::row);
            if known.credit_note(&draft.number, client) {
                self.outcome.unchanged.credit_notes += 1;
            } else if draft.draft {
                self.skip(row, "credit_note_draft", format!("{} has not been issued yet.", draft.number));
            } else if draft.remaining.is_some_and(|remaining| !remaining.is_positive()) {
                self.skip(row, "credit_note_used", format!("{} has already been used up.", draft.number));
            } else {
                self.outcome.created.credit_notes += 1;
                self.credit_notes.push(draft);
            }
        }
    }

    async fn match_payments(
        &mut self,
        conn: &mut Connection,
        drafts: &'a [PaymentDraft],
        known: &Known,
    ) -> Answer<()> {
        if drafts.is_empty() {
            return Ok(());
        }
        // The same payment twice in a file is two payments; the same file twice is not.
        let mut recorded: HashMap<(i64, Day, i64, String), u64> = HashMap::new();
        for payment in known::payments(conn).await? {
            *recorded.entry((payment.client, payment.on, payment.amount, payment.reference)).or_default() +=
                1;
        }
        for draft in drafts {
            let named = draft.client.and_then(|client| self.clients.get(client)).and_then(Who::row);
            let invoice = draft.invoice.as_deref().and_then(|number| match named {
                Some(client) => known.of_client(number, Some(client)),
                None => known.only(number),
            });
            let Some(client) = invoice.map(|invoice| invoice.client).or(named) else {
                self.skip(
                    draft.row,
                    "invoice_unknown",
                    match &draft.invoice {
                        Some(number) => {
                            format!("The book has no invoice {number}; bring the invoices in first.")
                        }
                        None => "The book does not know this client; bring the invoices in first.".to_owned(),
                    },
                );
                continue;
            };
            if draft.invoice.is_some() && invoice.is_none() {
                let number = draft.invoice.clone().unwrap_or_default();
                self.skip(
                    draft.row,
                    "invoice_unknown",
                    format!("The book has no invoice {number} of this client."),
                );
                continue;
            }
            let reference = reference_of(draft);
            let times = recorded.entry((client, draft.on, -draft.amount.minor(), reference)).or_default();
            if *times > 0 {
                *times -= 1;
                self.outcome.unchanged.payments += 1;
            } else {
                self.outcome.created.payments += 1;
                self.payments.push(NewPayment { draft, client, invoice: invoice.cloned() });
            }
        }
        // A payments file makes no clients of its own: who is new owes nothing and paid nothing.
        let made = self.clients.iter().filter(|who| matches!(who, Who::New(_))).count() as u64;
        self.outcome.created.clients -= made.min(self.outcome.created.clients);
        Ok(())
    }
}

/// A payment's own reference, or the invoice it names, by which it is known again.
pub(super) fn reference_of(draft: &PaymentDraft) -> String {
    draft.reference.clone().or_else(|| draft.invoice.clone()).unwrap_or_default()
}

/// Fills in what the file says. Words the book has stay, unless the file is about clients.
fn with_words(mut client: Client, draft: &ClientDraft, prefer_file: bool) -> Client {
    let address = &mut client.address;
    for (place, word) in [
        (&mut client.reference, draft.reference.as_deref()),
        (&mut client.email, draft.email.as_deref()),
        (&mut client.phone, draft.phone.as_deref()),
        (&mut client.notes, draft.notes.as_deref()),
        (&mut address.street, Some(draft.address.street.as_str())),
        (&mut address.number, Some(draft.address.number.as_str())),
        (&mut address.extra, Some(draft.address.extra.as_str())),
        (&mut address.postcode, Some(draft.address.postcode.as_str())),
        (&mut address.town, Some(draft.address.town.as_str())),
        (&mut address.region, Some(draft.address.region.as_str())),
        (&mut address.country, Some(draft.address.country.as_str())),
    ] {
        if let Some(word) = word.map(str::trim).filter(|word| !word.is_empty())
            && (place.is_empty() || prefer_file)
        {
            word.clone_into(place);
        }
    }
    client
}

/// Invoices and credit notes of the book whose numbers the file names.
struct Known {
    by_number: HashMap<String, Vec<KnownInvoice>>,
}

impl Known {
    fn of(invoices: Vec<KnownInvoice>) -> Self {
        let mut by_number: HashMap<String, Vec<KnownInvoice>> = HashMap::new();
        for invoice in invoices {
            by_number.entry(invoice.number.clone()).or_default().push(invoice);
        }
        Self { by_number }
    }

    fn numbered(&self, number: &str) -> impl Iterator<Item = &KnownInvoice> {
        self.by_number.get(number).into_iter().flatten()
    }

    fn of_client(&self, number: &str, client: Option<i64>) -> Option<&KnownInvoice> {
        self.numbered(number).find(|known| !known.credit_note && Some(known.client) == client)
    }

    fn of_another(&self, number: &str, client: Option<i64>) -> Option<&KnownInvoice> {
        self.numbered(number).find(|known| !known.credit_note && Some(known.client) != client)
    }

    fn only(&self, number: &str) -> Option<&KnownInvoice> {
        let mut invoices = self.numbered(number).filter(|known| !known.credit_note);
        invoices.next().filter(|_| invoices.next().is_none())
    }

    fn credit_note(&self, number: &str, client: Option<i64>) -> bool {
        self.numbered(number).any(|known| known.credit_note && Some(known.client) == client)
    }
}
