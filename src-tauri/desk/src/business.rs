//! The business's own particulars, as they stand on its papers.

use crate::desk::Desk;
use crate::error::Answer;
use crate::founding::region_of;
use crate::written::{accepted, note};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use goodterms_ledger::business::{self, Business};
use goodterms_paper::Logo;
use goodterms_terms::history::{Change, Happening};
use goodterms_terms::{Address, Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the business's particulars.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BusinessShow {}

/// The business's particulars.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BusinessView {
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2 suffix, or nothing.
    pub region: String,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47.
    pub locale: String,
    /// IANA name.
    pub time_zone: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Tax or registration number, as printed.
    pub tax_id: String,
    /// Postal address.
    #[ts(
        type = "{ street: string; number: string; extra: string; postcode: string; town: string; region: string; country: string }"
    )]
    pub address: Address,
    /// How to pay, one line each, as printed.
    pub pay_to: Vec<String>,
    /// Whether it has a logo.
    pub logo: bool,
}

impl From<Business> for BusinessView {
    fn from(business: Business) -> Self {
        Self {
            pay_to: business.pay_to.lines().map(str::to_owned).collect(),
            logo: business.logo.is_some(),
            currency: business.currency.to_string(),
            address: Address { country: business.country.clone(), ..business.address },
            name: business.name,
            country: business.country,
            region: business.region,
            locale: business.locale,
            time_zone: business.time_zone,
            email: business.email,
            phone: business.phone,
            tax_id: business.tax_id,
        }
    }
}

/// Changes the business's particulars; what is absent stays as it is.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BusinessEdit {
    /// Name, as on its papers.
    #[ts(optional)]
    pub name: Option<String>,
    /// E-mail address.
    #[ts(optional)]
    pub email: Option<String>,
    /// Telephone number.
    #[ts(optional)]
    pub phone: Option<String>,
    /// Tax or registration number, as printed.
    #[ts(optional)]
    pub tax_id: Option<String>,
    /// Street name.
    #[ts(optional)]
    pub street: Option<String>,
    /// House number.
    #[ts(optional)]
    pub number: Option<String>,
    /// A second line of the address.
    #[ts(optional)]
    pub extra: Option<String>,
    /// Postal code.
    #[ts(optional)]
    pub postcode: Option<String>,
    /// Town.
    #[ts(optional)]
    pub town: Option<String>,
    /// Region, province or state, as in ISO 3166-2; its law applies.
    #[ts(optional)]
    pub region: Option<String>,
    /// Country, two letters; its law applies.
    #[ts(optional)]
    pub country: Option<String>,
    /// How to pay, one line each, such as `IBAN: DE89 …`.
    #[ts(optional)]
    pub pay_to: Option<Vec<String>>,
    /// Its logo, PNG or JPEG; no bytes take it away.
    #[ts(optional)]
    pub logo: Option<Vec<u8>>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// The business's particulars.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn business_show(desk: &Desk, _: BusinessShow) -> Answer<BusinessView> {
    Ok(desk.look(None).await?.business.into())
}

/// Asks for the business's logo.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BusinessLogoAsk {}

/// The business's logo.
#[derive(Debug, Serialize, TS)]
pub struct BusinessLogo {
    /// PNG or JPEG as a `data:` address; nothing when there is none.
    pub picture: Option<String>,
}

/// The business's logo, for whoever shows it.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn business_logo(desk: &Desk, _: BusinessLogoAsk) -> Answer<BusinessLogo> {
    let logo = desk.look(None).await?.business.logo;
    let picture = logo.map(|bytes| {
        let kind = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
        format!("data:image/{kind};base64,{}", BASE64.encode(bytes))
    });
    Ok(BusinessLogo { picture })
}

/// Changes the business's particulars and answers all of them.
///
/// # Errors
/// When a word or the logo is refused, or the book cannot be written; then nothing has changed.
pub async fn business_edit(desk: &Desk, ask: BusinessEdit) -> Answer<BusinessView> {
    let mut doing = desk.begin(ask.as_of).await?;
    let mut business = doing.business.clone();
    let mut changes = write(&mut business, &ask)?;
    if let Some(logo) = ask.logo {
        changes.extend(hang(&mut business, logo)?);
    }
    if !changes.is_empty() {
        business::save(&mut doing.act, &business).await?;
        doing.tell(&Happening::BusinessEdited { changes }, "business", None).await?;
        doing.done().await?;
    }
    Ok(business.into())
}

/// Writes the words that are there and answers what changed.
fn write(business: &mut Business, ask: &BusinessEdit) -> Result<Vec<Change>, Refusal> {
    let mut changes = Vec::new();
    let address = &mut business.address;
    for (field, place, word) in [
        ("name", &mut business.name, &ask.name),
        ("email", &mut business.email, &ask.email),
        ("phone", &mut business.phone, &ask.phone),
        ("tax_id", &mut business.tax_id, &ask.tax_id),
        ("street", &mut address.street, &ask.street),
        ("number", &mut address.number, &ask.number),
        ("extra", &mut address.extra, &ask.extra),
        ("postcode", &mut address.postcode, &ask.postcode),
        ("town", &mut address.town, &ask.town),
        ("country", &mut business.country, &ask.country),
    ] {
        let Some(word) = word else { continue };
        let word = accepted(Code::BusinessWordRefused, field, word)?;
        if word.is_empty() && matches!(field, "name" | "country") {
            let message = format!("A business needs a {field}.");
            return Err(Refusal::input(Code::BusinessWordRefused, message).field(field));
        }
        note(&mut changes, field, place, &word);
        *place = word;
    }
    if let Some(region) = &ask.region {
        let region = region_of(region, &business.country)?;
        note(&mut changes, "region", &business.region, &region);
        business.region = region;
    }
    // Where the business is decides the law; the address on its papers says the same.
    business.address.region.clone_from(&business.region);
    business.address.country.clone_from(&business.country);
    if let Some(lines) = &ask.pay_to {
        let lines = lines
            .iter()
            .map(|line| accepted(Code::BusinessWordRefused, "pay_to", line))
            .collect::<Result<Vec<_>, _>>()?;
        let pay_to = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        note(&mut changes, "pay_to", &business.pay_to, &pay_to);
        business.pay_to = pay_to;
    }
    Ok(changes)
}

/// Keeps a logo that can be printed, or takes it away.
fn hang(business: &mut Business, logo: Vec<u8>) -> Result<Option<Change>, Refusal> {
    let after = if logo.is_empty() { None } else { Some(logo) };
    if let Some(bytes) = &after {
        Logo::read(bytes).map_err(|refusal| refusal.field("logo"))?;
    }
    if after == business.logo {
        return Ok(None);
    }
    let said = |logo: &Option<Vec<u8>>| {
        logo.as_ref().map_or_else(String::new, |logo| format!("{} bytes", logo.len()))
    };
    let change = Change { field: "logo".to_owned(), before: said(&business.logo), after: said(&after) };
    business.logo = after;
    Ok(Some(change))
}
