//! Check digits of account numbers and payment references.

use super::Unfit;

/// The account number without spaces and in capitals, when its check digits are right (ISO 13616).
pub fn iban(text: &str) -> Result<String, Unfit> {
    let iban: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let bytes = iban.as_bytes();
    let shaped = (15..=34).contains(&bytes.len())
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric);
    if !shaped {
        return Err(Unfit::Form { what: "The IBAN" });
    }
    if modulo_97(&iban) == Some(1) { Ok(iban) } else { Err(Unfit::CheckDigit { what: "The IBAN" }) }
}

/// The creditor reference without spaces and in capitals, when its check digits are right (ISO 11649):
/// `RF`, two check digits, up to 21 letters and digits.
pub fn creditor_reference(text: &str) -> Result<String, Unfit> {
    let what = "The RF creditor reference";
    let reference: String =
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let shaped = (5..=25).contains(&reference.len())
        && reference.starts_with("RF")
        && reference.bytes().skip(2).take(2).all(|byte| byte.is_ascii_digit())
        && reference.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !shaped {
        return Err(Unfit::Form { what });
    }
    if modulo_97(&reference) == Some(1) { Ok(reference) } else { Err(Unfit::CheckDigit { what }) }
}

/// Makes a creditor reference of a number of one's own: letters and digits are kept, everything else is left
/// out. Nothing when nothing is left, or more than 21 characters are.
pub fn creditor_reference_for(own: &str) -> Option<String> {
    let own: String =
        own.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    if own.is_empty() || own.len() > 21 {
        return None;
    }
    let check = 98 - modulo_97(&format!("RF00{own}"))?;
    Some(format!("RF{check:02}{own}"))
}

/// The Swiss QR reference without spaces, when its check digit is right: 26 digits and one (modulo 10,
/// recursive).
pub fn qr_reference(text: &str) -> Result<String, Unfit> {
    let what = "The QR reference";
    let reference: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if reference.len() != 27 || !reference.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unfit::Form { what });
    }
    let (number, check) = reference.split_at(26);
    let right = modulo_10(number).map(|digit| digit.to_string());
    if right.as_deref() == Some(check) { Ok(reference) } else { Err(Unfit::CheckDigit { what }) }
}

/// The remainder of ISO 7064 MOD 97-10: the first four characters go last, letters count from 10.
fn modulo_97(text: &str) -> Option<u32> {
    let (first, rest) = text.split_at_checked(4)?;
    rest.chars().chain(first.chars()).try_fold(0_u32, |sum, c| {
        let value = c.to_digit(36)?;
        Some((sum * if value > 9 { 100 } else { 10 } + value) % 97)
    })
}

/// The check digit modulo 10, recursive, as on Swiss payment slips.
fn modulo_10(digits: &str) -> Option<u32> {
    const CARRY: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carry = digits.chars().try_fold(0_u32, |carry, c| {
        let at = usize::try_from((carry + c.to_digit(10)?) % 10).ok()?;
        CARRY.get(at).copied()
    })?;
    Some((10 - carry) % 10)
}

/// CRC-16/CCITT-FALSE, with which a PIX code ends (EMV QR Code Specification, 4.7.3).
pub(super) fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::vectors;
    use super::*;

    #[test]
    fn check_digits_agree_with_the_published_references() {
        let Some(table) = vectors::text("references.tsv") else { return };
        let mut seen = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let [kind, value, valid] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let result = match kind {
                "QRR" => qr_reference(value),
                "SCOR" => creditor_reference(value),
                _ => iban(value),
            };
            assert_eq!(result.is_ok(), valid == "yes", "{line}: {result:?}");
            seen += 1;
        }
        assert!(seen >= 20, "{seen}");
    }

    #[test]
    fn a_number_of_ones_own_becomes_a_creditor_reference() {
        assert_eq!(creditor_reference_for("5390-0754 7034").as_deref(), Some("RF18539007547034"));
        assert_eq!(creditor_reference_for("g72uur").as_deref(), Some("RF45G72UUR"));
        assert_eq!(creditor_reference_for("--"), None);
        let made = creditor_reference_for("INV-2026-014").unwrap();
        assert_eq!(creditor_reference(&made), Ok(made));
    }

    #[test]
    fn spaces_and_small_letters_are_forgiven_and_nothing_else() {
        assert_eq!(iban("de71 1102 2033 0123 4567 89").as_deref(), Ok("DE71110220330123456789"));
        assert_eq!(iban("DE7111022033012345678é"), Err(Unfit::Form { what: "The IBAN" }));
        assert_eq!(iban("DE72110220330123456789"), Err(Unfit::CheckDigit { what: "The IBAN" }));
        assert_eq!(iban(""), Err(Unfit::Form { what: "The IBAN" }));
    }
}
