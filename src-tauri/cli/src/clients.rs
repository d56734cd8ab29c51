//! `client`: who owes what.

use crate::output::{Done, Output};
use crate::page::{Page, Paged};
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::{count, or_dash};
use crate::{invoices, words};
use clap::{Args, Subcommand};
use goodterms_desk::clients::{
    self, ClientAdd, ClientAsk, ClientEdit, ClientKept, ClientList, ClientListAsk, ClientView, ClientWords,
};
use std::collections::BTreeMap;

#[derive(Debug, Subcommand)]
pub(crate) enum ClientVerb {
    /// All clients and what they owe.
    List,
    /// One client, whole.
    Show {
        /// Whom, by id, name or number.
        client: String,
    },
    /// Add a client.
    Add(Box<Particulars>),
    /// Change a client; what is not named stays as it is.
    Edit {
        /// Whom, by id, name or number.
        client: String,
        #[command(flatten)]
        particulars: Box<Particulars>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Particulars {
    /// Name, as on the contract.
    #[arg(long)]
    name: Option<String>,
    /// business or consumer.
    #[arg(long)]
    kind: Option<String>,
    /// Their number in another system.
    #[arg(long)]
    reference: Option<String>,
    /// E-mail address.
    #[arg(long)]
    email: Option<String>,
    /// Telephone number.
    #[arg(long)]
    phone: Option<String>,
    /// Language, such as fr-CA.
    #[arg(long)]
    language: Option<String>,
    /// Street name.
    #[arg(long)]
    street: Option<String>,
    /// House number.
    #[arg(long)]
    number: Option<String>,
    /// A second line of the address.
    #[arg(long)]
    extra: Option<String>,
    /// Postal code.
    #[arg(long)]
    postcode: Option<String>,
    /// Town.
    #[arg(long)]
    town: Option<String>,
    /// Region, province or state, as in ISO 3166-2: ON.
    #[arg(long)]
    region: Option<String>,
    /// Country, as in ISO 3166: CA.
    #[arg(long)]
    country: Option<String>,
    /// Notes.
    #[arg(long)]
    notes: Option<String>,
}

impl From<Particulars> for ClientWords {
    fn from(given: Particulars) -> Self {
        Self {
            name: given.name,
            kind: given.kind,
            reference: given.reference,
            email: given.email,
            phone: given.phone,
            language: given.language,
            street: given.street,
            number: given.number,
            extra: given.extra,
            postcode: given.postcode,
            town: given.town,
            region: given.region,
            country: given.country,
            notes: given.notes,
        }
    }
}

impl ClientVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let as_of = sitting.as_of();
        match self {
            Self::List => {
                let mut list =
                    clients::client_list(sitting.reading().await?, ClientListAsk { as_of }).await?;
                let next = sitting.page().cut(&mut list.clients, |row| &row.id)?;
                let words = owing(&list) + &Page::onward(next.as_ref());
                Output::of(&Paged { list, next }, words)
            }
            Self::Show { client } => {
                let view =
                    clients::client_view(sitting.reading().await?, ClientAsk { client, as_of }).await?;
                Output::of(&view, whole(&view))
            }
            Self::Add(particulars) => {
                let ask = ClientAdd { words: (*particulars).into(), as_of };
                let kept = clients::client_add(sitting.writing().await?, ask).await?;
                Output::of(&kept, format!("Added {} ({}).", kept.name, kept.client))
            }
            Self::Edit { client, particulars } => {
                let ask = ClientEdit { client, words: (*particulars).into(), as_of };
                let ClientKept { client, name } = clients::client_edit(sitting.writing().await?, ask).await?;
                let words = format!("{name} ({client}) now stands as you wrote.");
                Output::of(&ClientKept { client, name }, words)
            }
        }
    }
}

fn owing(list: &ClientList) -> String {
    if list.clients.is_empty() {
        return "There are no clients here.".to_owned();
    }
    let mut table = Table::new(&["Client", "Id", ">Open invoices", ">Balance", ">Overdue"]);
    for row in &list.clients {
        let open = row.open_invoices.to_string();
        table.row([row.name.as_str(), &row.id, &open, &amounts(&row.balance), &amounts(&row.overdue)]);
    }
    format!("As at {}\n\n{}", list.as_of, table.drawn())
}

/// `100.00 CAD + 20.00 USD`: currencies stand side by side, never added.
fn amounts(by_currency: &BTreeMap<String, String>) -> String {
    let parts: Vec<String> =
        by_currency.iter().map(|(currency, amount)| format!("{amount} {currency}")).collect();
    or_dash(&parts.join(" + ")).to_owned()
}

fn whole(view: &ClientView) -> String {
    let known = &view.particulars;
    let address = &known.address;
    let street = [address.street.as_str(), address.number.as_str()].join(" ");
    let parts =
        [street.trim(), &address.extra, &address.postcode, &address.town, &address.region, &address.country];
    let address = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let lines = [
        ("Kind", known.kind.as_str()),
        ("Reference", &known.reference),
        ("E-mail", &known.email),
        ("Telephone", &known.phone),
        ("Language", &known.language),
        ("Address", &address),
        ("Balance", &amounts(&view.row.balance)),
        ("Overdue", &amounts(&view.row.overdue)),
        ("Credit", &amounts(&view.credit)),
    ]
    .map(|(what, fact)| format!("{what:<12} {}", or_dash(fact)))
    .join("\n");
    let mut text = format!("{} ({}), as at {}\n\n{lines}", view.row.name, view.row.id, view.as_of);
    if !known.notes.is_empty() {
        text.push_str(&format!("\n\n{}", known.notes));
    }
    let invoices = count(view.invoices.len() as u64, "invoice");
    text.push_str(&format!(
        "\n\n{invoices}, {} open\n\n{}",
        view.row.open_invoices,
        invoices::rows(&view.invoices)
    ));
    if !view.contacts.is_empty() {
        let mut table = Table::new(&["On", "Channel", "Way", "About", "Note"]);
        for contact in &view.contacts {
            let on = contact.on.to_string();
            let about = words::spoken(&contact.kind);
            table.row([on.as_str(), &contact.channel, &contact.direction, &about, &contact.note]);
        }
        text.push_str(&format!("\n\nWords to and from them\n\n{}", table.drawn()));
    }
    text
}
