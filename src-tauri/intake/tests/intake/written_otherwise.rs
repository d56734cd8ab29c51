//! One list written in dozens of ways: the drafts must not change.

use crate::list::{AMOUNT, DATES, List};
use crate::receivables::replay;
use crate::samples::{options, reading};
use goodterms_intake::{DateOrder, DecimalMark, Intake, Receipt};
use goodterms_terms::{Day, Money, day};

type Fact = (String, String, Day, Day, Money, bool, Vec<Receipt>);

fn facts(intake: &Intake) -> Vec<Fact> {
    assert!(intake.skipped.is_empty(), "{:?}", intake.skipped.first());
    let client = |at: usize| intake.clients[at].known_as().to_owned();
    let fact = |i: &goodterms_intake::InvoiceDraft| {
        (i.number.clone(), client(i.client), i.issued, i.due, i.total, i.disputed, i.payments.clone())
    };
    intake.invoices.iter().map(fact).collect()
}

/// Reads each way of writing and compares the drafts with those of the plain one.
pub(crate) fn same_drafts(ways: impl Fn(&List) -> Vec<(String, Vec<u8>)>) {
    for list in List::all() {
        let plain = reading(&list.bytes(), &options()).unwrap();
        assert_eq!(plain.invoices.len() + plain.credit_notes.len(), list.rows.len());
        if list.rows.len() == 2466 {
            let [open, overdue] = replay(&plain.invoices, day::parse("2013-07-01").unwrap());
            assert_eq!((open, overdue), ((87, "5274.43".into()), (14, "995.70".into())));
        }
        let plain = facts(&plain);
        for (way, bytes) in ways(&list) {
            let intake = reading(&bytes, &options()).unwrap_or_else(|refusal| panic!("{way}: {refusal:?}"));
            let found = facts(&intake);
            assert_eq!(found.len(), plain.len(), "{way}");
            for (found, plain) in found.iter().zip(&plain) {
                assert_eq!(found, plain, "{way}");
            }
        }
    }
}

#[test]
fn columns_may_stand_in_any_order() {
    same_drafts(|list| (2..7).map(|step| (format!("every {step}th"), list.shuffled(step).bytes())).collect());
}

#[test]
fn headers_may_speak_seven_languages() {
    let languages: [[&str; 7]; 8] = [
        ["Customer ID", "Invoice #", "Date Issued", "Due", "Total", "In dispute", "Date paid"],
        [
            "Kunden-Nr.",
            "Rechnungsnummer",
            "Rechnungsdatum",
            "F\u{e4}llig am",
            "Rechnungsbetrag",
            "Strittig",
            "Bezahlt am",
        ],
        [
            "Code client",
            "N\u{b0} de facture",
            "Date de facture",
            "\u{c9}ch\u{e9}ance",
            "Montant TTC",
            "Litige",
            "Date de paiement",
        ],
        [
            "Klantnummer",
            "Factuurnummer",
            "Factuurdatum",
            "Vervaldatum",
            "Factuurbedrag",
            "Betwist",
            "Betaald op",
        ],
        [
            "C\u{f3}digo cliente",
            "N\u{ba} factura",
            "Fecha factura",
            "Vencimiento",
            "Importe total",
            "En disputa",
            "Fecha de pago",
        ],
        [
            "Codice cliente",
            "Numero fattura",
            "Data fattura",
            "Scadenza",
            "Importo totale",
            "Contestata",
            "Data pagamento",
        ],
        [
            "C\u{f3}digo do cliente",
            "N\u{fa}mero da fatura",
            "Data da fatura",
            "Vencimento",
            "Valor total",
            "Em disputa",
            "Data de pagamento",
        ],
        [
            "Debitor",
            "RECHNUNGS-NR",
            "ausstellungsdatum",
            "FAELLIGKEITSDATUM",
            "*Betrag brutto",
            "bestritten",
            "zahlungsdatum",
        ],
    ];
    same_drafts(|list| {
        languages.iter().map(|names| (names[1].into(), list.with_header(names).bytes())).collect()
    });
}

#[test]
fn any_delimiter_line_end_and_quoting_will_do() {
    same_drafts(|list| {
        let mut ways = Vec::new();
        for delimiter in [',', ';', '\t', '|'] {
            for end in ["\n", "\r\n", "\r"] {
                ways.push((format!("{delimiter:?} {end:?}"), list.text(delimiter, end).into_bytes()));
            }
        }
        let quoted = list.text(',', "\n").replace(',', "\",\"").replace('\n', "\"\n\"");
        ways.push(("quoted".into(), format!("\"{}", quoted.trim_end_matches('"')).into_bytes()));
        ways.push(("told by Excel".into(), format!("sep=;\r\n{}", list.text(';', "\r\n")).into_bytes()));
        ways
    });
}

#[test]
fn any_encoding_will_do() {
    same_drafts(|list| {
        let text = list
            .with_header(&[
                "Kunden-Nr.",
                "Rechnungsnummer",
                "Rechnungsdatum",
                "F\u{e4}lligkeit",
                "Betrag brutto",
                "Strittig",
                "Bezahlt am",
            ])
            .text(';', "\r\n");
        let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let latin = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let with = |bom: &[u8], rest: &[u8]| [bom, rest].concat();
        vec![
            ("UTF-8".into(), text.clone().into_bytes()),
            ("UTF-8 with a mark".into(), with(b"\xEF\xBB\xBF", text.as_bytes())),
            ("UTF-16LE".into(), with(b"\xFF\xFE", &wide(u16::to_le_bytes))),
            ("UTF-16BE".into(), with(b"\xFE\xFF", &wide(u16::to_be_bytes))),
            ("UTF-16LE without a mark".into(), wide(u16::to_le_bytes)),
            ("UTF-16BE without a mark".into(), wide(u16::to_be_bytes)),
            ("windows-1252".into(), latin),
        ]
    });
}

#[test]
fn a_title_block_footers_and_totals_change_nothing() {
    same_drafts(|list| {
        let table = list.text(',', "\r\n");
        let width = ",".repeat(6);
        vec![
            (
                "title".into(),
                format!("Acme Ltd\r\nInvoices as of 31 December 2026\r\n\r\n{table}").into_bytes(),
            ),
            (
                "wide title".into(),
                format!("\"Acme, Ltd\"{width}\r\n{width}\r\nINVOICES{width}\r\n{table}").into_bytes(),
            ),
            ("blank rows".into(), table.replacen("\r\n", &format!("\r\n\r\n{width}\r\n"), 3).into_bytes()),
            ("total".into(), format!("{table}Total,,,,\"147,703.18\",,\r\n").into_bytes()),
            (
                "footer".into(),
                format!("{table}\r\n\r\n\" Thursday, July 30, 2026 04:19 PM GMT-06:00\"{width}\r\n")
                    .into_bytes(),
            ),
        ]
    });
}

#[test]
fn any_way_of_writing_dates_will_do() {
    let parts = |iso: &str| (iso[..4].to_owned(), iso[5..7].to_owned(), iso[8..].to_owned());
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let german = [
        "Januar",
        "Februar",
        "M\u{e4}rz",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let month = |names: [&str; 12], m: &str| names[m.parse::<usize>().unwrap() - 1].to_owned();
    type Write<'a> = Box<dyn Fn(&str) -> String + 'a>;
    let ways: Vec<(&str, Write<'_>)> = vec![
        (
            "d/m/y",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{d}/{m}/{y}")
            }),
        ),
        (
            "m/d/y",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{}/{}/{y}", m.trim_start_matches('0'), d.trim_start_matches('0'))
            }),
        ),
        (
            "d.m.yy",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{d}.{m}.{}", &y[2..])
            }),
        ),
        (
            "d-m-y",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{d}-{m}-{y}")
            }),
        ),
        (
            "y.m.d.",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{y}.{m}.{d}.")
            }),
        ),
        ("yyyymmdd", Box::new(|iso| iso.replace('-', ""))),
        (
            "Mon d y",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{} {d} {y}", month(months, &m))
            }),
        ),
        (
            "d. Monat y",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{d}. {} {y}", month(german, &m))
            }),
        ),
        ("with time", Box::new(|iso| format!("{iso}T11:04:09+00:00"))),
        (
            "m/d/y 0:00",
            Box::new(|iso| {
                let (y, m, d) = parts(iso);
                format!("{m}/{d}/{y} 0:00")
            }),
        ),
        (
            "day numbers",
            Box::new(|iso| {
                (day::parse(iso).unwrap() - Day::from_ymd_opt(1899, 12, 30).unwrap()).num_days().to_string()
            }),
        ),
    ];
    same_drafts(|list| {
        ways.iter().map(|(name, write)| ((*name).into(), list.with_cells(&DATES, write).bytes())).collect()
    });
}

#[test]
fn any_way_of_writing_amounts_will_do() {
    type Write = (&'static str, fn(&str) -> String);
    let ways: [Write; 10] = [
        ("comma", |a| a.replace('.', ",")),
        ("sign before", |a| format!("${a}")),
        ("sign and blank after", |a| format!("${a} ")),
        ("code after", |a| format!("{a} USD")),
        ("code before", |a| format!("USD {a}")),
        ("comma and code", |a| format!("{} US$", a.replace('.', ","))),
        ("plus", |a| format!("+{a}")),
        ("noise", |a| format!("{a}00000000079")),
        ("four decimals", |a| format!("{a}00")),
        ("debit", |a| format!("{a} DR")),
    ];
    same_drafts(|list| {
        ways.iter().map(|(name, write)| ((*name).into(), list.with_cells(&[AMOUNT], write).bytes())).collect()
    });
    let list = List::made_up().with_cells(&[AMOUNT], |a| a.replace('.', ","));
    assert_eq!(reading(&list.bytes(), &options()).unwrap().reading.decimal, Some(DecimalMark::Comma));
}

#[test]
fn thousands_are_told_from_decimals_by_the_column() {
    let plain = List::made_up().with_cells(&[AMOUNT], |a| format!("12{:0>6}", a));
    let expected = facts(&reading(&plain.bytes(), &options()).unwrap());
    let grouped = |mark: char, point: char| {
        plain.with_cells(&[AMOUNT], |a| {
            let (whole, cents) = a.split_once('.').unwrap();
            let (thousands, rest) = whole.split_at(whole.len() - 3);
            format!("{thousands}{mark}{rest}{point}{cents}")
        })
    };
    for (mark, point) in [
        (',', '.'),
        ('.', ','),
        (' ', ','),
        ('\'', '.'),
        ('\u{a0}', ','),
        ('\u{202f}', ','),
        ('\u{2019}', '.'),
    ] {
        let intake = reading(&grouped(mark, point).bytes(), &options()).unwrap();
        assert_eq!(facts(&intake), expected, "{mark}{point}");
    }
}

#[test]
fn everything_at_once() {
    for list in List::all() {
        let plain = facts(&reading(&list.bytes(), &options()).unwrap());
        let german = list
            .with_header(&[
                "Kunden-Nr.",
                "Rechnungsnummer",
                "Rechnungsdatum",
                "F\u{e4}lligkeitsdatum",
                "Betrag brutto",
                "Strittig",
                "Bezahlt am",
            ])
            .with_cells(&DATES, |iso| format!("{}.{}.{}", &iso[8..], &iso[5..7], &iso[..4]))
            .with_cells(&[AMOUNT], |a| format!("{} $", a.replace('.', ",")))
            .with_cells(&[5], |d| if d == "Yes" { "Ja".into() } else { "Nein".into() })
            .shuffled(3);
        let text =
            format!("M\u{fc}ller & S\u{f6}hne GmbH;;;\r\nOffene Posten\r\n\r\n{}", german.text(';', "\r\n"));
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let intake = reading(&latin, &options()).unwrap();
        assert_eq!(facts(&intake), plain);
        assert_eq!(
            (intake.reading.encoding, intake.reading.delimiter, intake.reading.header_row),
            ("windows-1252", Some(';'), Some(4))
        );
        assert_eq!(intake.reading.date_order, Some(DateOrder::Dmy));
    }
}
