//! The words reports put around their rows: totals, spans of ageing, the stamp at the end.

/// Whether a row that begins so adds others up: `Total`, `TOTAL for Acme`, `Summe`, `Acme Total`.
pub(crate) fn is_total(text: &str) -> bool {
    const TOTALS: &str = "total totals subtotal sub-total grand summe gesamt gesamtsumme gesamtergebnis zwischensumme \
        totaal eindtotaal subtotaal totale subtotale sum suma somme sous-total soma";
    // Nearly every cell begins with another letter.
    if !text.trim_start().starts_with(['t', 'T', 's', 'S', 'g', 'G', 'z', 'Z', 'e', 'E'])
        && text.get(text.len().saturating_sub(6)..).is_none_or(|end| !end.eq_ignore_ascii_case(" total"))
    {
        return false;
    }
    let small = text.trim().to_lowercase();
    let first = small.split([' ', ':']).next().unwrap_or_default();
    TOTALS.split_ascii_whitespace().any(|word| word == first) || small.ends_with(" total")
}

/// What a total is of: `Total for Acme` and `Acme Total` are of `Acme`; `TOTAL` and `Grand Total` of all.
pub(crate) fn total_of(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches(':');
    let starts = [
        "total for ",
        "total - ",
        "total de ",
        "total du ",
        "total of ",
        "summe ",
        "totale ",
        "totaal ",
        "total ",
    ];
    let begins =
        |start: &&str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    let name = match starts.iter().find(|start| begins(start)) {
        Some(start) => text.get(start.len()..),
        None => text
            .len()
            .checked_sub(6)
            .filter(|&end| text.get(end..).is_some_and(|end| end.eq_ignore_ascii_case(" total")))
            .and_then(|end| text.get(..end)),
    };
    let all = [
        "",
        "grand",
        "all",
        "sub",
        "amount",
        "due",
        "outstanding",
        "receivables",
        "accounts receivable",
        "open",
        "balance",
    ];
    name.map(str::trim).filter(|name| all.iter().all(|word| !name.eq_ignore_ascii_case(word)))
}

/// Whether a heading or column names a span of ageing and not a client: `Current`, `1 - 30`, `< 1 Month`,
/// `91 or more days past due`, `Older`.
pub(crate) fn is_ageing(text: &str) -> bool {
    const WORDS: &str = "current older over under days day month months past due overdue or more and to from than not yet \
        less future period nicht f\u{e4}llig tage tag \u{fc}berf\u{e4}llig bis \u{fc}ber mehr als jours jour \u{e9}chu plus de moins non \
        corriente vencido d\u{ed}as m\u{e1}s giorni oltre scaduto dias vencidos dagen vervallen ouder";
    let small = text.trim().to_lowercase();
    if small.len() > 40
        || matches!(small.as_str(), "current" | "older" | "future" | "not due" | "not yet due" | "overdue")
    {
        return small.len() <= 40;
    }
    let parts = || small.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let is_number = |part: &str| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = parts().filter(|part| is_number(part)).count();
    let in_words = parts().any(|part| !is_number(part));
    let is_span = match numbers {
        1 => in_words || small.starts_with(['<', '>']) || small.ends_with('+'),
        2 => in_words || small.contains(['-', '\u{2013}']) && !small.contains(['.', ',', '/']),
        _ => false,
    };
    is_span && parts().all(|part| is_number(part) || WORDS.split_ascii_whitespace().any(|word| word == part))
}

/// Whether a lone cell is the stamp a report ends with: a time of day and a year.
pub(crate) fn is_report_stamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    let time = bytes
        .windows(4)
        .any(|w| matches!(w, [a, b':', b, c] if [a, b, c].iter().all(|d| d.is_ascii_digit())));
    let year = bytes.windows(4).any(|w| w.starts_with(b"20") && w.iter().all(u8::is_ascii_digit));
    time && year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_spans_and_stamps_are_told_from_names() {
        assert!(
            is_report_stamp(" Thursday, July 30, 2026 04:19 PM GMT-06:00")
                && !is_report_stamp("SHELL OIL 123")
        );
        assert!(
            is_total("Total for Acme")
                && is_total("TOTAL")
                && is_total("Summe:")
                && is_total("Acme Total")
                && !is_total("Totalenergies")
        );
        assert_eq!(total_of("Total for Total Gas"), Some("Total Gas"));
        assert_eq!((total_of("Total Ace Corp"), total_of("Acme Total:")), (Some("Ace Corp"), Some("Acme")));
        assert_eq!((total_of("TOTAL"), total_of("Grand Total"), total_of("Total:")), (None, None, None));
        for text in [
            "CURRENT",
            "1 - 30 days past due",
            "91 or more days past due",
            "> 90",
            "< 1 Month",
            "61-90",
            "90+",
            "Older",
        ] {
            assert!(is_ageing(text), "{text}");
        }
        for text in [
            "Current Affairs Ltd",
            "3M",
            "Acme 90",
            "",
            "Over the Moon",
            "Period 4 Design",
            "1042",
            "1,234",
            "-30",
            "12/31",
            "2026-01-05",
        ] {
            assert!(!is_ageing(text), "{text}");
        }
    }
}
