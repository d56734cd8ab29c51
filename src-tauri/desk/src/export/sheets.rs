//! The sheets of an export, written once into every format that was asked for.

use super::Making;
use super::csv::Dialect;
use super::files::finish;
use super::workbook::Sheets;
use crate::error::Answer;
use crate::invoices::{self, InvoiceView};
use crate::shown::known;
use goodterms_ledger::reading::invoices::InvoiceQuery;
use goodterms_ledger::reading::sheets::{self, Cell, SHEETS};
use goodterms_ledger::{Connection, Reader};
use goodterms_terms::Money;
use std::fs::File;
use std::io::{BufWriter, Write as _};

/// The workbook's name.
const WORKBOOK: &str = "goodterms.xlsx";
/// What tells Excel that a table of text is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// Invoices read at once.
const AT_ONCE: usize = 2_000;

const INVOICE_HEADS: [&str; 13] = [
    "Invoice number",
    "Client",
    "Issued",
    "Due",
    "Due assumed",
    "Currency",
    "Total",
    "Paid",
    "Balance",
    "State",
    "Days late",
    "Subject",
    "Invoice",
];

/// A sheet in the making, in each format.
struct Pages<'a> {
    texts: Vec<(Dialect, BufWriter<File>)>,
    book: Option<&'a mut Sheets>,
}

impl Pages<'_> {
    fn row(&mut self, cells: &[Cell]) -> Answer<()> {
        for (dialect, file) in &mut self.texts {
            dialect.row(file, cells)?;
        }
        match &mut self.book {
            Some(book) => book.row(cells),
            None => Ok(()),
        }
    }

    fn finish(self) -> Answer<()> {
        self.texts.into_iter().try_for_each(|(_, file)| finish(file))
    }
}

impl Making<'_> {
    /// Writes every sheet in the formats asked for.
    pub(super) async fn sheets(&mut self, reader: &mut Reader, local: Dialect) -> Answer<()> {
        if !self.formats.csv && !self.formats.local && !self.formats.workbook {
            return Ok(());
        }
        let mut book = if self.formats.workbook { Some(Sheets::new(self.folder.path())?) } else { None };
        self.invoices(reader, local, book.as_mut()).await?;
        for sheet in SHEETS {
            let heads: Vec<&'static str> = sheet.columns.iter().map(|(head, _)| *head).collect();
            let mut pages = self.pages(sheet.name, heads, local, book.as_mut())?;
            let mut after = Some(0);
            while let Some(place) = after {
                let (rows, next) = sheets::rows(reader, sheet, place).await?;
                rows.iter().try_for_each(|row| pages.row(row))?;
                self.count(&sheet.name.replace('-', "_"), rows.len())?;
                after = next;
            }
            pages.finish()?;
        }
        if let Some(book) = book {
            let path = self.folder.note(WORKBOOK);
            book.save(&path)?;
        }
        Ok(())
    }

    fn pages<'a>(
        &mut self,
        name: &'static str,
        heads: Vec<&'static str>,
        local: Dialect,
        mut book: Option<&'a mut Sheets>,
    ) -> Answer<Pages<'a>> {
        let mut texts = Vec::new();
        let wanted = [(self.formats.csv, "csv", Dialect::PLAIN), (self.formats.local, "csv-local", local)];
        for (_, folder, dialect) in wanted.into_iter().filter(|(wanted, ..)| *wanted) {
            let mut file = self.folder.file(&format!("{folder}/{name}.csv"))?;
            file.write_all(BYTE_ORDER_MARK)?;
            let head: Vec<Cell> = heads.iter().map(|head| Cell::Words((*head).to_owned())).collect();
            dialect.row(&mut file, &head)?;
            texts.push((dialect, file));
        }
        if let Some(book) = &mut book {
            book.begin(name, heads)?;
        }
        Ok(Pages { texts, book })
    }

    async fn invoices(
        &mut self,
        reader: &mut Connection,
        local: Dialect,
        book: Option<&mut Sheets>,
    ) -> Answer<()> {
        let mut pages = self.pages("invoices", INVOICE_HEADS.to_vec(), local, book)?;
        for some in sheets::invoices(reader).await?.chunks(AT_ONCE) {
            let query = InvoiceQuery { only: Some(some.to_vec()), ..InvoiceQuery::default() };
            let views = invoices::listed(reader, &query, self.on).await?;
            for view in &views {
                pages.row(&invoice(view)?)?;
            }
            self.count("invoices", views.len())?;
        }
        pages.finish()
    }
}

fn invoice(view: &InvoiceView) -> Answer<Vec<Cell>> {
    let currency = known(&view.currency)?;
    let money = |amount: &str| Ok::<_, crate::DeskError>(Cell::Amount(Money::parse(amount, currency)?));
    let words = |text: &str| Cell::Words(text.to_owned());
    Ok(vec![
        words(&view.number),
        words(&view.client),
        Cell::Day(view.issued),
        Cell::Day(view.due),
        Cell::Flag(view.due_assumed),
        words(&view.currency),
        money(&view.total)?,
        money(&view.paid)?,
        money(&view.balance)?,
        words(&view.state),
        Cell::Number(view.days_late),
        words(&view.subject),
        words(&view.id),
    ])
}
