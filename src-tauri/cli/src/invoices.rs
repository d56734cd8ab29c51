//! `invoice`: lists as they stand on a day, and entering one.

use crate::line::a_day;
use crate::output::{Done, Output};
use crate::page::{Page, Paged};
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::{count, spoken};
use clap::{Args, Subcommand};
use goodterms_desk::Day;
use goodterms_desk::invoices::{self, InvoiceAdd, InvoiceList, InvoiceListAsk, InvoiceView};

#[derive(Debug, Subcommand)]
pub(crate) enum InvoiceVerb {
    /// Invoices as they stand on a day.
    List(List),
    /// Enter an invoice.
    Add(Add),
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// One client's, by id, name or number.
    #[arg(long)]
    client: Option<String>,
    /// Those in this state: draft, open, part_paid, paid, overdue, disputed, on_plan, written_off or void.
    #[arg(long)]
    state: Option<String>,
    /// Those whose number or client holds this.
    #[arg(long)]
    search: Option<String>,
    /// In this order: issued, due, number, client, total or balance.
    #[arg(long)]
    sort: Option<String>,
    /// The other way round.
    #[arg(long)]
    descending: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// Whose, by id, name or number.
    #[arg(long)]
    client: String,
    /// Its number.
    #[arg(long)]
    number: String,
    /// Day of issue [default: the business day].
    #[arg(long, alias = "on", value_name = "YYYY-MM-DD", value_parser = a_day)]
    issued: Option<Day>,
    /// Due day [default: by the terms].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day, conflicts_with = "terms_days")]
    due: Option<Day>,
    /// Days from issue to due [default: the policy's terms_days].
    #[arg(long, value_name = "DAYS")]
    terms_days: Option<u32>,
    /// Amount with tax.
    #[arg(long, alias = "amount", allow_hyphen_values = true)]
    total: String,
    /// Currency, as in ISO 4217 [default: the book's].
    #[arg(long)]
    currency: Option<String>,
    /// What it is for, in a few words.
    #[arg(long)]
    subject: Option<String>,
    /// Purchase order.
    #[arg(long)]
    reference: Option<String>,
    /// Why, when its day is closed.
    #[arg(long)]
    reason: Option<String>,
}

impl InvoiceVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let as_of = sitting.as_of();
        match self {
            Self::List(list) => list.run(sitting).await,
            Self::Add(add) => {
                let ask = InvoiceAdd {
                    client: add.client,
                    number: add.number,
                    subject: add.subject,
                    issued: add.issued,
                    due: add.due,
                    terms_days: add.terms_days,
                    total: add.total,
                    currency: add.currency,
                    reference: add.reference,
                    reason: add.reason,
                    as_of,
                };
                let kept = invoices::invoice_add(sitting.writing().await?, ask).await?;
                let words = kept.invoices.first().map_or_else(String::new, |invoice| {
                    format!(
                        "Entered {} for {}: {} {}, due {} ({}).",
                        invoice.number,
                        invoice.client,
                        invoice.total,
                        invoice.currency,
                        invoice.due,
                        invoice.id
                    )
                });
                Output::of(&kept, words)
            }
        }
    }
}

impl List {
    async fn run(self, sitting: &Sitting) -> Done {
        let ask = InvoiceListAsk {
            as_of: sitting.as_of(),
            client: self.client,
            state: self.state,
            search: self.search,
            sort: self.sort,
            descending: Some(self.descending),
            offset: None,
            limit: None,
        };
        let mut list = invoices::invoice_list(sitting.reading().await?, ask).await?;
        let next = sitting.page().cut(&mut list.invoices, |row| &row.id)?;
        let words = listed(&list) + &Page::onward(next.as_ref());
        Output::of(&Paged { list, next }, words)
    }
}

fn listed(list: &InvoiceList) -> String {
    if list.total_count == 0 {
        return format!("There are no such invoices as at {}.", list.as_of);
    }
    let totals = list.totals.iter().map(|total| {
        let invoices = count(total.count, "invoice");
        format!("{invoices} in {}: {} in all, {} still owed", total.currency, total.total, total.balance)
    });
    let totals: Vec<String> = totals.collect();
    format!("As at {}\n\n{}\n\n{}", list.as_of, rows(&list.invoices), totals.join("\n"))
}

/// A table of invoices.
pub(crate) fn rows(invoices: &[InvoiceView]) -> String {
    let heads =
        ["Number", "Client", "Issued", "Due", ">Total", ">Balance", "Currency", "State", ">Days late"];
    let mut table = Table::new(&heads);
    for invoice in invoices {
        let late = if invoice.days_late > 0 { invoice.days_late.to_string() } else { String::new() };
        table.row([
            invoice.number.clone(),
            invoice.client.clone(),
            invoice.issued.to_string(),
            invoice.due.to_string(),
            invoice.total.clone(),
            invoice.balance.clone(),
            invoice.currency.clone(),
            spoken(&invoice.state),
            late,
        ]);
    }
    table.drawn()
}
