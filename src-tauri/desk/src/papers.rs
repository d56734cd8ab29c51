//! What all papers share: who writes to whom, how to pay, and putting a file where it was asked for.

use crate::error::Answer;
use crate::{said, stamping};
use chrono::{DateTime, FixedOffset};
use goodterms_ledger::LedgerError;
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::document::NewDocument;
use goodterms_ledger::home::Beside;
use goodterms_paper::seal::{Seal, SealOrder};
use goodterms_paper::{Document, Faces, Logo, Manner, Party, Rendered};
use goodterms_terms::agreement::{Language, Warning};
use goodterms_terms::jurisdiction::{Jurisdiction, Mark};
use goodterms_terms::{Address, Code, Day, Refusal};
use serde::Serialize;
use std::path::{Path, PathBuf};
use ts_rs::TS;

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

/// Paper and habits of the reader's country, and the faces there are.
pub(crate) fn manner(client: &Client, business: &Business, faces: Faces) -> Manner {
    Manner { faces, ..Manner::of(country(client, business), said::language(client)) }
}

/// The business's logo, read anew: what was kept once is still a picture.
pub(crate) fn logo(business: &Business) -> Answer<Option<Logo>> {
    Ok(business.logo.as_deref().map(Logo::read).transpose()?)
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

/// The law of the business's own place, by name: that of the contracts its invoices came from.
pub(crate) fn law_of(business: &Business, language: Language) -> Option<String> {
    let country = Jurisdiction::find(&business.country).ok();
    let region = Jurisdiction::find(&format!("{}-{}", business.country, business.region)).ok();
    match (region, country) {
        (Some(region), Some(country)) if region.name != country.name => {
            Some(format!("{}, {}", region.name_in(language), country.name_in(language)))
        }
        (Some(place), _) | (None, Some(place)) => Some(place.name_in(language).to_owned()),
        (None, None) => None,
    }
}

/// Something to mind about a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperWarning {
    /// Stable name.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// The same in French, where it is about the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub message_fr: Option<String>,
    /// Where a figure of law was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub source: Option<String>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
    /// How sure it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub confidence: Option<String>,
}

impl PaperWarning {
    /// What the law gives to think about, with where that was read.
    pub(crate) fn sourced(code: &str, (english, french): (String, String), mark: &Mark) -> Self {
        Self {
            code: code.to_owned(),
            message: english,
            message_fr: Some(french),
            source: Some(mark.in_words()),
            as_of: Some(mark.as_of),
            confidence: Some(wire_name(&mark.confidence)),
        }
    }

    /// A warning of the agreement's own rules.
    pub(crate) fn of_law(warning: &Warning) -> Self {
        Self {
            code: wire_name(&warning.code),
            message: warning.message.clone(),
            message_fr: Some(warning.message_fr.clone()),
            source: Some(warning.source.clone()),
            as_of: Some(warning.as_of),
            confidence: Some(wire_name(&warning.confidence)),
        }
    }
}

/// The wire name of something that serialises as a plain string.
pub(crate) fn wire_name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What the business's papers still lack: where it can be reached, and where it can be paid.
pub(crate) fn lacking(business: &Business) -> Vec<PaperWarning> {
    let reachable = !business.email.is_empty()
        || !business.phone.is_empty()
        || !business.address.street.is_empty()
        || !business.address.town.is_empty();
    let plain = |code: &str, message: &str| PaperWarning {
        code: code.to_owned(),
        message: message.to_owned(),
        message_fr: None,
        source: None,
        as_of: None,
        confidence: None,
    };
    let mut lacking = Vec::new();
    if !reachable {
        lacking.push(plain(
            "business_contact_missing",
            "The paper names no address, e-mail or telephone number of yours. Add them with book edit.",
        ));
    }
    if business.pay_to.trim().is_empty() {
        lacking.push(plain(
            "payment_details_missing",
            "The paper does not say where to pay, only \u{201c}as given on our invoices\u{201d}. Add it with book edit.",
        ));
    }
    lacking
}

/// A paper about to be kept in the book and, when a place was asked for, put there as a file: written whole
/// beside it, moved there when the book has kept the rest.
pub(crate) struct Delivery {
    place: Option<PathBuf>,
    name: String,
    bytes: Vec<u8>,
    pages: Vec<String>,
}

impl Delivery {
    /// Draws a paper, once as a file and once as pages to look at, and makes sure that it can be put where
    /// it was asked for. Characters no face has are refused rather than printed as boxes.
    pub(crate) fn of(paper: &Document, out: Option<&str>, usual_name: String) -> Answer<Self> {
        let Rendered { bytes, missing, .. } = goodterms_paper::render_pdf(paper);
        refuse_missing(&missing)?;
        let place = out.map(place_for_a_file).transpose()?;
        let name = place
            .as_deref()
            .and_then(Path::file_name)
            .map_or(usual_name, |name| name.to_string_lossy().into_owned());
        Ok(Self { place, name, bytes, pages: goodterms_paper::render_svg(paper) })
    }

    /// A paper that is in the book already, to be written once more.
    pub(crate) fn again(bytes: Vec<u8>, out: Option<&str>, usual_name: String) -> Answer<Self> {
        let place = out.map(place_for_a_file).transpose()?;
        Ok(Self { place, name: usual_name, bytes, pages: Vec::new() })
    }

    /// The file with the business's seal on it, time-stamped by that authority if one is named.
    pub(crate) async fn sealed(
        self,
        seal: &Seal,
        moment: DateTime<FixedOffset>,
        authority: Option<&str>,
    ) -> Answer<Self> {
        let order = SealOrder { field: "business", moment, reason: "", time_stamp: authority.is_some() };
        let mut sealed = goodterms_paper::seal::seal(&self.bytes, seal, &order)?;
        if let Some(authority) = authority {
            sealed = stamping::stamped(sealed, authority).await?;
        }
        Ok(Self { bytes: sealed.bytes, ..self })
    }

    /// The very bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What the book keeps of it.
    pub(crate) fn kept(&self, client: i64, kind: &'static str, on: Day) -> NewDocument<'_> {
        NewDocument { client, kind, name: &self.name, on, bytes: &self.bytes, pages: &self.pages }
    }

    /// Writes the file, if one was asked for, beside its place; [`Delivered::keep`] moves it there.
    pub(crate) fn prepare(self) -> Answer<Delivered> {
        let file = self.place.map(|place| Ok::<_, LedgerError>((Beside::write(&place, &self.bytes)?, place)));
        Ok(Delivered(file.transpose()?))
    }
}

/// Refuses a paper that would show boxes instead of signs.
pub(crate) fn refuse_missing(missing: &[char]) -> Result<(), Refusal> {
    if missing.is_empty() {
        return Ok(());
    }
    let missing: String = missing.iter().take(20).collect();
    Err(Refusal::rule(
        Code::PaperCharactersMissing,
        format!("The typefaces have no signs for \u{201c}{missing}\u{201d}, so the paper would show boxes."),
    )
    .hint(
        "Write these words in other letters, or put a TrueType font that has them into the folder \u{201c}fonts\u{201d} \
         of the app's own files and start it anew.",
    ))
}

/// A place where a file can be: a name in a folder that exists.
pub(crate) fn place_for_a_file(out: &str) -> Result<PathBuf, Refusal> {
    let place = PathBuf::from(out);
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
        .field("out"));
    }
    Ok(place)
}

/// A file that lies ready beside its place, if one was asked for; dropped without being kept, it is gone.
pub(crate) struct Delivered(Option<(Beside, PathBuf)>);

impl Delivered {
    /// Puts it in its place and answers that.
    pub(crate) fn keep(self) -> Result<Option<String>, LedgerError> {
        let Some((beside, place)) = self.0 else { return Ok(None) };
        beside.keep()?;
        Ok(Some(place.to_string_lossy().into_owned()))
    }
}
