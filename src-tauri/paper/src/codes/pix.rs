//! PIX, the instant payments of Brazil: a static BR Code (Banco Central do Brasil, Manual de Padrões para
//! Iniciação do Pix; EMV QR Code Specification for Payment Systems, merchant-presented mode).

use super::digits::crc16;
use super::qr::{Kind, drawn};
use super::{Unfit, needed, two_decimals};
use crate::drawing::Drawing;
use goodterms_terms::Money;
use unicode_normalization::UnicodeNormalization;

/// A payment in reais to the owner of a PIX key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pix {
    /// The key: CPF, CNPJ, telephone with `+55`, e-mail address, or random key (a UUID).
    pub key: String,
    /// The payee's name. Its accents are dropped and it is shortened to 25 characters: the payer's bank shows
    /// the registered owner of the key, not this.
    pub name: String,
    /// The payee's town; likewise, 15 characters.
    pub town: String,
    /// How much, in reais.
    pub amount: Money,
    /// The payment's own mark: up to 25 letters and digits, or empty.
    pub txid: String,
}

impl Pix {
    /// What the code says; it can also be copied and pasted into a bank's application ("copia e cola").
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn payload(&self) -> Result<String, Unfit> {
        let txid = needed_or("***", &self.txid)?;
        let account = [tlv(0, "br.gov.bcb.pix"), tlv(1, &key(&self.key)?)].concat();
        let parts = [
            tlv(0, "01"),
            tlv(26, &account),
            tlv(52, "0000"),
            tlv(53, "986"),
            tlv(54, &two_decimals(self.amount, &["BRL"])?),
            tlv(58, "BR"),
            tlv(59, &plain("The name", &self.name, 25)?),
            tlv(60, &plain("The town", &self.town, 15)?),
            tlv(62, &tlv(5, &txid)),
            // The check covers its own head.
            "6304".to_owned(),
        ];
        let payload = parts.concat();
        let check = crc16(payload.as_bytes());
        Ok(format!("{payload}{check:04X}"))
    }

    /// The code itself; `alt` says what it is to those who do not see it.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn code(&self, alt: &str) -> Result<Drawing, Unfit> {
        drawn(&self.payload()?, Kind { largest: 15, quiet: true, swiss: false }, alt)
    }
}

/// A field: its number, its length, what it holds.
fn tlv(number: u8, value: &str) -> String {
    format!("{number:02}{:02}{value}", value.len())
}

fn needed_or(nothing: &str, txid: &str) -> Result<String, Unfit> {
    let what = "The mark of the payment";
    let txid = txid.trim();
    if txid.is_empty() {
        return Ok(nothing.to_owned());
    }
    if txid.len() > 25 {
        return Err(Unfit::TooLong { what, most: 25 });
    }
    match txid.chars().find(|c| !c.is_ascii_alphanumeric()) {
        Some(character) => Err(Unfit::Character { what, character }),
        None => Ok(txid.to_owned()),
    }
}

/// A name without accents, no longer than the scheme has room for.
fn plain(what: &'static str, text: &str, most: usize) -> Result<String, Unfit> {
    let whole = needed(what, text, 200)?;
    let unmarked: String =
        whole.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    if let Some(character) = unmarked.chars().find(|c| !matches!(c, ' '..='~')) {
        return Err(Unfit::Character { what, character });
    }
    let mut short = unmarked;
    short.truncate(most);
    Ok(short.trim_end().to_owned())
}

/// A PIX key in the form the directory keeps it.
fn key(text: &str) -> Result<String, Unfit> {
    let what = "The PIX key";
    let text = needed(what, text, 77)?;
    if text.contains('@') {
        let email = text.to_ascii_lowercase();
        let (user, host) = email.split_once('@').unwrap_or_default();
        let shaped = !user.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && email.bytes().all(|byte| byte.is_ascii_graphic());
        return if shaped { Ok(email) } else { Err(Unfit::Form { what }) };
    }
    if let Some(number) = text.strip_prefix('+') {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let shaped = digits.starts_with("55")
            && matches!(digits.len(), 12 | 13)
            && number.chars().all(|c| c.is_ascii_digit() || " ()-".contains(c));
        return if shaped { Ok(format!("+{digits}")) } else { Err(Unfit::Form { what }) };
    }
    let random = text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if random {
        return Ok(text.to_ascii_lowercase());
    }
    let kept: String =
        text.chars().filter(|c| !matches!(c, '.' | '-' | '/' | ' ')).collect::<String>().to_ascii_uppercase();
    match kept.len() {
        11 if kept.bytes().all(|byte| byte.is_ascii_digit()) => registered(&kept, 9, 11),
        14 if kept.bytes().all(|byte| byte.is_ascii_alphanumeric()) => registered(&kept, 12, 9),
        _ => Err(Unfit::Form { what }),
    }
}

/// A CPF or CNPJ whose two check digits are right (modulo 11; weights count from 2 up to `heaviest` and start
/// again). A CNPJ may hold letters since July 2026, worth their ASCII code less 48.
fn registered(number: &str, own: usize, heaviest: u32) -> Result<String, Unfit> {
    let worth = |byte: u8| u32::from(byte) - 48;
    for length in [own, own + 1] {
        let weights = (2..=heaviest).cycle();
        let sum: u32 =
            number.bytes().take(length).rev().zip(weights).map(|(byte, weight)| worth(byte) * weight).sum();
        let check = match sum % 11 {
            0 | 1 => 0,
            rest => 11 - rest,
        };
        if number.as_bytes().get(length).copied().map(worth) != Some(check) {
            return Err(Unfit::CheckDigit { what: "The PIX key" });
        }
    }
    Ok(number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::vectors;
    use super::*;
    use goodterms_terms::Currency;

    fn pix() -> Pix {
        let brl = Currency::from_code("BRL").unwrap();
        Pix {
            key: "579.466.632-34".into(),
            name: "CLENILTON CRUZ DE ALENCAR".into(),
            town: "Manáus".into(),
            amount: Money::parse("1", brl).unwrap(),
            txid: String::new(),
        }
    }

    /// Reads fields down to the last, or nothing when a length is wrong.
    fn read(mut text: &str) -> Option<Vec<(String, String)>> {
        let mut fields = Vec::new();
        while !text.is_empty() {
            let length: usize = text.get(2..4)?.parse().ok()?;
            let value = text.get(4..4 + length)?;
            let number = text.get(..2)?.to_owned();
            if matches!(number.as_str(), "26" | "62") {
                read(value)?;
            }
            fields.push((number, value.to_owned()));
            text = text.get(4 + length..)?;
        }
        Some(fields)
    }

    #[test]
    fn published_codes_check_as_they_should_and_ours_reads_like_them() {
        let Some(table) = vectors::text("pix_vectors.tsv") else { return };
        let mut seen = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let (payload, check) = columns[1].split_at(columns[1].len() - 4);
            let right = format!("{:04X}", crc16(payload.as_bytes()));
            assert_eq!(right == check, columns[2] == "yes", "{line}: {right}");
            assert_eq!(read(columns[1]).is_some(), columns[3] == "yes", "{line}");
            if columns[0] == "forum_static_amount" {
                let ours = pix().payload().unwrap();
                let wanted = payload.replace("BR.GOV.BCB.PIX", "br.gov.bcb.pix");
                assert_eq!(ours[..ours.len() - 4].replace("Manaus", "MANAUS"), wanted);
                seen += 1;
            }
            if columns[0] == "bacen_manual_static" {
                let mut fields = read(columns[1]).unwrap();
                let mut ours = Pix {
                    key: "123e4567-e12b-12d1-a456-426655440000".into(),
                    name: "Fulano de Tal".into(),
                    town: "BRASILIA".into(),
                    ..pix()
                };
                ours.txid = String::new();
                let mut read = read(&ours.payload().unwrap()).unwrap();
                // Theirs names no amount, so the checks differ too.
                fields.retain(|(number, _)| number != "63");
                read.retain(|(number, _)| number != "63" && number != "54");
                assert_eq!(read, fields);
                seen += 1;
            }
        }
        assert_eq!(seen, 2);
    }

    #[test]
    fn keys_are_read_in_every_usual_form_and_wrong_ones_refused() {
        let read = |text: &str| key(text).map_err(|unfit| unfit.reason());
        assert_eq!(read("11.222.333/0001-81").as_deref(), Ok("11222333000181"));
        assert_eq!(read("12.ABC.345/01DE-35").as_deref(), Ok("12ABC34501DE35"));
        assert_eq!(read("+55 (11) 94321-4321").as_deref(), Ok("+5511943214321"));
        assert_eq!(read("Lena@Example.com").as_deref(), Ok("lena@example.com"));
        assert_eq!(read("11.222.333/0001-82"), Err("check_digit"));
        assert_eq!(read("579.466.632-35"), Err("check_digit"));
        assert_eq!(read("+44 20 7946 0000"), Err("form"));
        assert_eq!(read("lena@"), Err("form"));
        assert_eq!(read("hello"), Err("form"));
        assert_eq!(read(""), Err("missing"));
    }

    #[test]
    fn a_name_no_code_can_hold_is_refused() {
        let refused = |change: &dyn Fn(&mut Pix)| {
            let mut pix = pix();
            change(&mut pix);
            pix.payload().unwrap_err().reason()
        };
        assert_eq!(refused(&|pix| pix.name = "漢字".into()), "character");
        assert_eq!(refused(&|pix| pix.txid = "A-1".into()), "character");
        assert_eq!(refused(&|pix| pix.txid = "A".repeat(26)), "too_long");
        let eur = Currency::from_code("EUR").unwrap();
        assert_eq!(refused(&|pix| pix.amount = Money::parse("1", eur).unwrap()), "currency");
    }
}
