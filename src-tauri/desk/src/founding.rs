//! What is said of a business when its book is begun.

use crate::books::BookCreate;
use crate::clock;
use crate::error::Answer;
use crate::written;
use goodterms_ledger::business::Business;
use goodterms_terms::{Address, Code, Currency, Refusal};

/// The business of a new book.
///
/// # Errors
/// When one of its words cannot be taken.
pub(crate) fn business_of(ask: &BookCreate) -> Answer<Business> {
    let name = ask.name.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(Refusal::input(Code::BusinessNameMissing, "A book needs the business's name.")
            .field("name")
            .into());
    }
    let country = written::country(&ask.country).ok_or_else(|| {
        Refusal::input(
            Code::CountryUnknown,
            format!("\u{201c}{}\u{201d} is not a country code.", ask.country),
        )
        .hint("Use the two letters of ISO 3166, such as CA, DE or GB.")
        .field("country")
    })?;
    let region = region_of(ask.region.as_deref().unwrap_or_default(), &country)?;
    let time_zone = match ask.time_zone.as_deref().map(str::trim).filter(|zone| !zone.is_empty()) {
        Some(zone) => zone.to_owned(),
        None => clock::machine_zone(),
    };
    clock::zone(&time_zone)?;
    let locale = match ask.locale.as_deref().map(str::trim).filter(|locale| !locale.is_empty()) {
        Some(locale) => locale_of(locale)?,
        None => usual_locale(&country, &region),
    };
    Ok(Business {
        name: name.to_owned(),
        currency: Currency::from_code(&ask.currency).map_err(|refusal| refusal.field("currency"))?,
        country,
        region,
        locale,
        time_zone,
        email: String::new(),
        phone: String::new(),
        tax_id: String::new(),
        address: Address::default(),
        pay_to: String::new(),
        logo: None,
    })
}

/// `ON`, also from `CA-ON`.
///
/// # Errors
/// [`Code::RegionUnknown`].
pub(crate) fn region_of(text: &str, country: &str) -> Result<String, Refusal> {
    let upper = text.trim().to_ascii_uppercase();
    let region = upper.strip_prefix(&format!("{country}-")).unwrap_or(&upper).to_owned();
    if region.len() <= 3 && region.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(region);
    }
    Err(Refusal::input(Code::RegionUnknown, format!("\u{201c}{text}\u{201d} is not a region code."))
        .hint("Use the letters after the dash in ISO 3166-2, such as ON for CA-ON.")
        .field("region"))
}

fn locale_of(text: &str) -> Result<String, Refusal> {
    let well_formed = text.split('-').enumerate().all(|(place, part)| {
        let lengths = if place == 0 { 2..=3 } else { 1..=8 };
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if well_formed {
        return Ok(text.to_owned());
    }
    Err(Refusal::input(Code::LocaleUnknown, format!("\u{201c}{text}\u{201d} is not a language tag."))
        .hint("Use a tag such as en-CA or fr-FR.")
        .field("locale"))
}

fn usual_locale(country: &str, region: &str) -> String {
    let french = matches!(country, "FR" | "MC" | "LU") || (country, region) == ("CA", "QC");
    format!("{}-{country}", if french { "fr" } else { "en" })
}

/// This computer's language. `C` and `POSIX` are settings, not languages.
pub(crate) fn machine_locale() -> String {
    sys_locale::get_locale().and_then(|tag| locale_of(&tag).ok()).unwrap_or_else(|| "en".to_owned())
}
