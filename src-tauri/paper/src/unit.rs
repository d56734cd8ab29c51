//! Lengths. Everything is laid out in whole thousandths of a point, so that every machine sets the same page.

/// A length in thousandths of a point (1/72000 inch).
pub(crate) type Mil = i32;

/// So many points.
pub(crate) const fn pt(points: i32) -> Mil {
    points * 1000
}

/// So many tenths of a millimetre.
pub(crate) const fn tenth_mm(tenths: i32) -> Mil {
    // 1 mm is 72/25.4 pt: 720_000 / 2_540 thousandths of a point for each tenth.
    (tenths * 72_000 + 127) / 254
}

/// So many millimetres.
pub(crate) const fn mm(millimetres: i32) -> Mil {
    tenth_mm(millimetres * 10)
}

/// `units` thousandths of an em, set in `size`.
pub(crate) fn scaled(units: i32, size: Mil) -> Mil {
    let exact = i64::from(units) * i64::from(size);
    i32::try_from((exact + exact.signum() * 500) / 1000).unwrap_or(i32::MAX)
}

/// Writes a length in points with up to three decimals, as SVG wants it: `12.5`.
pub(crate) fn decimal(length: Mil) -> String {
    let sign = if length < 0 { "-" } else { "" };
    let (whole, rest) = (length.unsigned_abs() / 1000, length.unsigned_abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let decimals = format!("{rest:03}");
    format!("{sign}{whole}.{}", decimals.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_exact_to_a_thousandth_of_a_point() {
        assert_eq!(mm(254), 720_000);
        assert_eq!(mm(210), 595_276);
        assert_eq!(mm(297), 841_890);
        assert_eq!(scaled(500, 10_500), 5_250);
        assert_eq!(scaled(-333, 10_500), -3_497);
        assert_eq!(decimal(-12_050), "-12.05");
        assert_eq!(decimal(7_000), "7");
    }
}
