//! What the journeys share: a folder, a desk on a day, a book, and short words for long acts.

use goodterms_desk::books::{BookCreate, BookVerify, Unlock, book_create, book_verify, open_for};
use goodterms_desk::clients::{ClientAdd, ClientWords, client_add};
use goodterms_desk::contacts::{ContactAdd, contact_add};
use goodterms_desk::imports::{ImportAsk, ImportReport, import};
use goodterms_desk::invoices::{InvoiceAdd, InvoiceListAsk, InvoiceView, invoice_add, invoice_list};
use goodterms_desk::payments::{PaymentAdd, PaymentKept, payment_add};
use goodterms_desk::{Access, Answer, Clock, Day, Desk};
use std::path::PathBuf;
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "a quiet passphrase";

pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) desk: Desk,
    pub(crate) book: PathBuf,
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

impl Place {
    /// A new Canadian book, open, on Tuesday 17 November 2026.
    pub(crate) async fn new() -> Self {
        Self::in_currency("CAD").await
    }

    pub(crate) async fn in_currency(currency: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("books")).unwrap();
        let book = folder.path().join("books").join("Birch.book");
        let desk = desk(&folder);
        let ask = BookCreate {
            path: book.to_str().unwrap().to_owned(),
            name: "Birch & Ferry Millwork".to_owned(),
            country: "CA".to_owned(),
            region: Some("ON".to_owned()),
            currency: currency.to_owned(),
            time_zone: Some("America/Toronto".to_owned()),
            passphrase: Some(PASSPHRASE.to_owned()),
            keychain: false,
            ..BookCreate::default()
        };
        book_create(&desk, ask).await.unwrap();
        Self { folder, desk, book }
    }

    /// Closes the book and opens it again, as on the next morning.
    pub(crate) async fn next_morning(&mut self) {
        self.reopened(desk(&self.folder)).await;
    }

    /// The same by the machine's own clock, by which other programs date what they make.
    pub(crate) async fn by_the_machines_clock(&mut self) {
        self.reopened(Desk::new(self.folder.path().join("home"), Clock::Machine, "tester")).await;
    }

    async fn reopened(&mut self, desk: Desk) {
        self.desk.close().await.unwrap();
        self.desk = desk;
        let unlock = Unlock::Passphrase { passphrase: PASSPHRASE.to_owned() };
        open_for(&self.desk, &self.book, unlock, Access::Write).await.unwrap();
    }

    pub(crate) async fn client(&self, name: &str) {
        let words = ClientWords { name: Some(name.to_owned()), ..ClientWords::default() };
        client_add(&self.desk, ClientAdd { words, as_of: None }).await.unwrap();
    }

    pub(crate) async fn invoice(&self, client: &str, number: &str, total: &str, issued: &str, due: &str) {
        let ask = InvoiceAdd {
            client: client.to_owned(),
            number: number.to_owned(),
            total: total.to_owned(),
            issued: Some(day(issued)),
            due: Some(day(due)),
            as_of: Some(day(issued)),
            ..InvoiceAdd::default()
        };
        invoice_add(&self.desk, ask).await.unwrap();
    }

    pub(crate) async fn reminded(&self, client: &str, on: &str) {
        let ask = ContactAdd {
            client: client.to_owned(),
            on: Some(day(on)),
            channel: "email".to_owned(),
            direction: "out".to_owned(),
            kind: "reminder".to_owned(),
            note: None,
            as_of: Some(day(on)),
        };
        contact_add(&self.desk, ask).await.unwrap();
    }

    pub(crate) async fn paid(&self, client: &str, amount: &str, on: &str) -> PaymentKept {
        let ask = PaymentAdd {
            client: Some(client.to_owned()),
            amount: amount.to_owned(),
            on: Some(day(on)),
            as_of: Some(day(on)),
            ..PaymentAdd::default()
        };
        payment_add(&self.desk, ask).await.unwrap()
    }

    pub(crate) async fn import(&self, name: &str, text: &str, on: &str) -> Answer<ImportReport> {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let ask = ImportAsk {
            path: path.to_str().unwrap().to_owned(),
            as_of: Some(day(on)),
            ..ImportAsk::default()
        };
        import(&self.desk, ask).await
    }

    pub(crate) async fn invoices(&self, on: &str) -> Vec<InvoiceView> {
        let ask = InvoiceListAsk { as_of: Some(day(on)), ..InvoiceListAsk::default() };
        invoice_list(&self.desk, ask).await.unwrap().invoices
    }

    pub(crate) fn out(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Pages, history, papers and money are all as they should be.
    pub(crate) async fn is_whole(&self) {
        let proof = book_verify(&self.desk, BookVerify {}).await.unwrap();
        assert!(proof.is_whole(), "{:?}", proof.damage);
    }
}

pub(crate) fn desk(folder: &TempDir) -> Desk {
    let now = "2026-11-17T14:05:00Z".parse().unwrap();
    Desk::new(folder.path().join("home"), Clock::Frozen(now), "tester")
}
