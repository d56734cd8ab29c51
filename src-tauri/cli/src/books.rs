//! `book`: making one, looking at it, proving it.

use crate::output::{Done, Output};
use crate::progress::Progress;
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::{listed, or_dash};
use clap::{Args, Subcommand};
use goodterms_desk::books::{self, BookCreate, BookInfo, BookInfoAsk, BookProof, BookVerify, BookWarning};
use goodterms_desk::business::{self, BusinessEdit, BusinessShow, BusinessView};
use goodterms_desk::{Answer, DeskError};
use serde::Serialize;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum BookVerb {
    /// Make a book, and show the recovery words that are its key, this once.
    New(New),
    /// Facts about the book's file.
    Info,
    /// Prove the book: its pages, its history, its papers, its money.
    Verify,
    /// The business's particulars, as they stand on its papers.
    Business,
    /// Change the business's particulars; what is not named stays as it is.
    Edit(Box<Edit>),
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// Where it shall lie; nothing may lie there yet.
    file: PathBuf,
    /// The business's name.
    #[arg(long)]
    name: String,
    /// Its country, as in ISO 3166: CA.
    #[arg(long)]
    country: String,
    /// Its region where law depends on it, as in ISO 3166-2: ON.
    #[arg(long)]
    region: Option<String>,
    /// Its currency, as in ISO 4217: CAD.
    #[arg(long)]
    currency: String,
    /// Its language and habits, such as en-CA [default: after the country].
    #[arg(long)]
    locale: Option<String>,
    /// The zone its days end in, such as America/Toronto [default: this computer's].
    #[arg(long)]
    time_zone: Option<String>,
    /// Leave the key out of this computer's keychain.
    #[arg(long)]
    no_keychain: bool,
    /// Write the recovery words as a sheet to print. Whoever has it can open the book: keep it as you keep a key.
    #[arg(long, value_name = "PDF")]
    recovery_sheet: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// Name, as on its papers.
    #[arg(long)]
    name: Option<String>,
    /// E-mail address.
    #[arg(long)]
    email: Option<String>,
    /// Telephone number.
    #[arg(long)]
    phone: Option<String>,
    /// Tax or registration number, as printed.
    #[arg(long)]
    tax_id: Option<String>,
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
    /// Region whose law applies, as in ISO 3166-2: ON.
    #[arg(long)]
    region: Option<String>,
    /// Country whose law applies, as in ISO 3166: CA.
    #[arg(long)]
    country: Option<String>,
    /// A line of how to pay, such as "IBAN: DE89 …"; once for each line, together in place of those before.
    #[arg(long, value_name = "LINE")]
    pay_to: Option<Vec<String>>,
    /// A picture for its papers, PNG or JPEG.
    #[arg(long, value_name = "FILE", conflicts_with = "no_logo")]
    logo: Option<PathBuf>,
    /// Take the picture away.
    #[arg(long)]
    no_logo: bool,
}

impl BookVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        match self {
            Self::New(new) => new.run(sitting).await,
            Self::Info => {
                let info = books::book_info(sitting.reading().await?, BookInfoAsk {}).await?;
                Output::of(&info, facts(&info))
            }
            Self::Verify => {
                let desk = sitting.reading().await?;
                let progress = Progress::says("Going through the book");
                let proof = books::book_verify(desk, BookVerify {}).await?;
                drop(progress);
                Ok(Output::of(&proof, proven(&proof))?.but(proof.complaint()))
            }
            Self::Business => {
                let business = business::business_show(sitting.reading().await?, BusinessShow {}).await?;
                Output::of(&business, particulars(&business))
            }
            Self::Edit(edit) => {
                let ask = edit.ask(sitting)?;
                let business = business::business_edit(sitting.writing().await?, ask).await?;
                Output::of(&business, particulars(&business))
            }
        }
    }
}

/// A new book, as the command line answers it.
#[derive(Serialize)]
struct Made {
    book: String,
    recovery_phrase: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    recovery_sheet: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<BookWarning>,
}

impl New {
    async fn run(self, sitting: &Sitting) -> Done {
        let path = self.file.to_string_lossy().into_owned();
        let ask = BookCreate {
            path,
            name: self.name,
            country: self.country,
            region: self.region,
            currency: self.currency,
            locale: self.locale,
            time_zone: self.time_zone,
            passphrase: sitting.new_passphrase()?,
            keychain: !self.no_keychain,
            recovery_sheet: self.recovery_sheet.map(|place| place.to_string_lossy().into_owned()),
            as_of: sitting.as_of(),
        };
        let created = books::book_create(sitting.desk(), ask).await?;
        let made = Made {
            book: created.book.path,
            recovery_phrase: created.recovery_phrase,
            recovery_sheet: created.recovery_sheet,
            warnings: created.warnings,
        };
        Output::of(&made, welcome(&made))
    }
}

fn welcome(made: &Made) -> String {
    let words: Vec<&str> = made.recovery_phrase.split_whitespace().collect();
    let rows: Vec<String> = words
        .chunks(6)
        .enumerate()
        .map(|(row, four)| {
            let numbered =
                four.iter().enumerate().map(|(place, word)| format!("{:>2} {word:<9}", row * 6 + place + 1));
            format!("  {}", numbered.collect::<Vec<_>>().join(" ").trim_end())
        })
        .collect();
    let mut text = format!(
        "The book is made: {}\n\nThese 24 words are its key. Write them down and keep them apart from this computer;\n\
         they are shown this once, and nobody else has them.\n\n{}",
        made.book,
        rows.join("\n")
    );
    if let Some(sheet) = &made.recovery_sheet {
        text.push_str(&format!(
            "\n\nThe sheet with them: {sheet}\nWhoever has it can open the book. Print it, and delete the file."
        ));
    }
    for warning in &made.warnings {
        text.push_str(&format!("\n\nPlease note: {}", crate::words::sentence(&warning.message)));
    }
    text
}

impl Edit {
    fn ask(self, sitting: &Sitting) -> Answer<BusinessEdit> {
        let logo = match self.logo {
            Some(file) => Some(picture(&file)?),
            None => self.no_logo.then(Vec::new),
        };
        Ok(BusinessEdit {
            name: self.name,
            email: self.email,
            phone: self.phone,
            tax_id: self.tax_id,
            street: self.street,
            number: self.number,
            extra: self.extra,
            postcode: self.postcode,
            town: self.town,
            region: self.region,
            country: self.country,
            pay_to: self.pay_to,
            logo,
            as_of: sitting.as_of(),
        })
    }
}

/// A picture's bytes.
///
/// # Errors
/// When there is none.
pub(crate) fn picture(file: &std::path::Path) -> Answer<Vec<u8>> {
    let refused = |why: &str| DeskError {
        code: "file_unreadable".to_owned(),
        file: Some(file.to_string_lossy().into_owned()),
        ..crate::failure::slip(&format!("{} {why}", file.display()), "Give a picture that is there.", None)
    };
    let bytes = std::fs::read(file).map_err(|_| refused("cannot be read."))?;
    if bytes.is_empty() { Err(refused("holds nothing.")) } else { Ok(bytes) }
}

fn facts(info: &BookInfo) -> String {
    let place = if info.region.is_empty() {
        info.country.clone()
    } else {
        format!("{}-{}", info.country, info.region)
    };
    let counts: Vec<String> =
        info.counts.iter().map(|(what, many)| format!("{many} {}", what.replace('_', " "))).collect();
    let lines = [
        ("Business", info.name.clone()),
        ("Place", place),
        ("Currency", info.currency.clone()),
        ("Language", info.locale.clone()),
        ("Time zone", info.time_zone.clone()),
        ("File", format!("{} ({} bytes)", info.book, info.bytes)),
        ("Schema", format!("version {}", info.schema_version)),
        ("Holds", listed(&counts)),
        ("Last backup", info.last_backup.clone().unwrap_or_else(|| "none yet".to_owned())),
    ];
    lines.map(|(what, fact)| format!("{what:<12} {fact}")).join("\n")
}

fn proven(proof: &BookProof) -> String {
    let mut table = Table::new(&["What", "As it was written"]);
    let yes_or_no = |ok| if ok { "yes" } else { "no" };
    table.row(["Pages", yes_or_no(proof.pages_ok)]);
    table.row([
        "History".to_owned(),
        format!("{} ({} entries)", yes_or_no(proof.history_ok), proof.history_entries),
    ]);
    table.row(["Papers", yes_or_no(proof.attachments_ok)]);
    table.row(["Money", yes_or_no(proof.money_ok)]);
    let verdict = if proof.is_whole() { "The book is whole." } else { "The book is damaged." };
    format!("{}\n\n{verdict}", table.drawn())
}

fn particulars(business: &BusinessView) -> String {
    let address = &business.address;
    let street = [address.street.as_str(), address.number.as_str()].join(" ");
    let town =
        [address.postcode.as_str(), address.town.as_str(), address.region.as_str(), address.country.as_str()];
    let town = town.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let parts = [street.trim().to_owned(), address.extra.clone(), town];
    let address = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let mut lines = [
        ("Name", business.name.as_str()),
        ("Address", &address),
        ("E-mail", &business.email),
        ("Telephone", &business.phone),
        ("Tax number", &business.tax_id),
        ("Currency", &business.currency),
        ("Time zone", &business.time_zone),
        ("Logo", if business.logo { "yes" } else { "" }),
    ]
    .map(|(what, fact)| format!("{what:<12} {}", or_dash(fact)))
    .to_vec();
    for (place, line) in business.pay_to.iter().enumerate() {
        lines.push(format!("{:<12} {line}", if place == 0 { "How to pay" } else { "" }));
    }
    lines.join("\n")
}
