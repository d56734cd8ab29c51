//! What all papers share: who writes to whom, how to pay, and putting a file where it was asked for.

use crate::error::Answer;
use goodterms_ledger::LedgerError;
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::home::Beside;
use goodterms_paper::{HowToPay, Logo, Manner, Party, Rendered};
use goodterms_terms::jurisdiction::Jurisdiction;
use goodterms_terms::{Address, Code, Refusal};
use std::path::{Path, PathBuf};

/// The business as it stands on paper.
pub(crate) fn creditor(business: &Business) -> Party {
    Party {
        name: business.name.clone(),
        address: Address { country: business.country.clone(), ..business.address.clone() },
        email: business.email.clone(),
        phone: business.phone.clone(),
        tax_id: business.tax_id.clone(),
        ..Party::default()
    }
}

/// The client as they stand on paper.
pub(crate) fn debtor(client: &Client) -> Party {
    Party {
        name: client.name.clone(),
        address: client.address.clone(),
        email: client.email.clone(),
        phone: client.phone.clone(),
        ..Party::default()
    }
}

/// The country the reader lives in: theirs, else the business's.
pub(crate) fn country<'a>(client: &'a Client, business: &'a Business) -> &'a str {
    if client.address.country.is_empty() { &business.country } else { &client.address.country }
}

/// Paper and habits of the reader's country.
pub(crate) fn manner(client: &Client, business: &Business) -> Manner {
    Manner::for_country(country(client, business))
}

/// The business's logo, read anew: what was kept once is still a picture.
pub(crate) fn logo(business: &Business) -> Answer<Option<Logo>> {
    Ok(business.logo.as_deref().map(Logo::read).transpose()?)
}

/// How to pay, as the business said; `Label: value` lines become labelled details.
pub(crate) fn how_to_pay(business: &Business, reference: &str) -> HowToPay {
    let mut details: Vec<(String, String)> = business
        .pay_to
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match line.split_once(':') {
            Some((label, value)) if !value.trim().is_empty() && !value.starts_with("//") => {
                (label.trim().to_owned(), value.trim().to_owned())
            }
            _ => (String::from("Pay to"), line.to_owned()),
        })
        .collect();
    if details.is_empty() {
        details.push(("Account".to_owned(), "as given on our invoices".to_owned()));
    }
    HowToPay { details, reference: reference.to_owned(), link: String::new() }
}

/// The place whose law is looked at: the reader's, else the business's; nothing when our data has neither.
pub(crate) fn place(client: &Client, business: &Business) -> Option<&'static Jurisdiction> {
    let theirs = (client.address.country.as_str(), client.address.region.as_str());
    let ours = (business.country.as_str(), business.region.as_str());
    let by_country =
        if theirs.0.is_empty() || theirs.0 == ours.0 && theirs.1.is_empty() { ours } else { theirs };
    let (country, region) = by_country;
    let whole = Jurisdiction::find(country).ok();
    if region.is_empty() { whole } else { Jurisdiction::find(&format!("{country}-{region}")).ok().or(whole) }
}

/// A file about to be put in its place: written whole beside it, moved there when the book has kept the rest.
pub(crate) struct Delivery {
    place: PathBuf,
    bytes: Vec<u8>,
}

impl Delivery {
    /// Makes sure that the paper can be put there: characters no face has are refused rather than printed
    /// as boxes, and the folder must exist.
    pub(crate) fn of(rendered: Rendered, place: &str) -> Answer<Self> {
        if !rendered.missing.is_empty() {
            let missing: String = rendered.missing.iter().take(20).collect();
            return Err(Refusal::rule(
                Code::PaperCharactersMissing,
                format!("The typefaces have no signs for \u{201c}{missing}\u{201d}, so the paper would show boxes."),
            )
            .hint("Write these words in Latin, Greek or Cyrillic letters.")
            .into());
        }
        let place = PathBuf::from(place);
        let folder = match place.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if place.file_name().is_none() || place.is_dir() || !folder.is_dir() {
            return Err(Refusal::input(
                Code::PathMissing,
                format!("{} is not a place for a file.", place.display()),
            )
            .hint("Name a file in a folder that exists.")
            .field("out")
            .into());
        }
        Ok(Self { place, bytes: rendered.bytes })
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file's own name.
    pub(crate) fn name(&self) -> String {
        self.place.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Writes the file beside its place; [`Delivered::keep`] moves it there.
    pub(crate) fn prepare(&self) -> Answer<Delivered> {
        Ok(Delivered { beside: Beside::write(&self.place, &self.bytes)?, place: self.place.clone() })
    }
}

/// A file that lies ready beside its place; dropped without being kept, it is gone.
pub(crate) struct Delivered {
    beside: Beside,
    place: PathBuf,
}

impl Delivered {
    /// Puts it in its place and answers that.
    pub(crate) fn keep(self) -> Result<String, LedgerError> {
        self.beside.keep()?;
        Ok(self.place.to_string_lossy().into_owned())
    }
}
