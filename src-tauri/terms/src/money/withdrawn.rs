//! Currencies that ISO 4217 has withdrawn (its list three) and that older books and bank files are kept in.

/// Code and decimal places.
const WITHDRAWN: [(&str, u8); 20] = [
    ("ATS", 2),
    ("BEF", 0),
    ("CYP", 2),
    ("DEM", 2),
    ("EEK", 2),
    ("ESP", 0),
    ("FIM", 2),
    ("FRF", 2),
    ("GRD", 0),
    ("HRK", 2),
    ("IEP", 2),
    ("ITL", 0),
    ("LTL", 2),
    ("LUF", 0),
    ("LVL", 2),
    ("MTL", 2),
    ("NLG", 2),
    ("PTE", 0),
    ("SIT", 2),
    ("SKK", 2),
];

/// The decimal places of a currency the euro replaced.
pub(super) fn exponent(code: &str) -> Option<u8> {
    WITHDRAWN.iter().find(|(known, _)| *known == code).map(|&(_, exponent)| exponent)
}
