//! Final demands and statements in English.

use super::{cad, currency, granite, harbour, on, pay};
use goodterms_paper::agreement::Signatory;
use goodterms_paper::demand::{
    ClaimedCharge, EarlierContact, FinalDemand, InterestClaim, InterestSpan, NextStep, OverdueInvoice,
    OverdueTotal, PlanOffer,
};
use goodterms_paper::statement::{Account, Ageing, Statement, StatementEntry};
use goodterms_paper::{HowToPay, Manner};
use goodterms_terms::Money;
use goodterms_terms::money::Percent;

pub fn demand() -> FinalDemand {
    let invoice = |number: &str, issued: &str, due: &str, late: i64, total: i64, paid: i64| OverdueInvoice {
        number: number.into(),
        issued: on(issued),
        due: on(due),
        days_late: late,
        total: cad(total),
        paid: cad(paid),
        open: cad(total - paid),
    };
    FinalDemand {
        manner: Manner::for_country("CA"),
        creditor: harbour(),
        debtor: granite(),
        logo: None,
        date: on("2026-11-17"),
        reference: "GB-2026-3".into(),
        greeting: "Ms Fournier".into(),
        for_what: "the catering of your summer receptions between June and August 2026".into(),
        invoices: vec![
            invoice("INV-1051", "2026-06-02", "2026-07-02", 138, 186_450, 50_000),
            invoice("INV-1057", "2026-06-29", "2026-07-29", 111, 194_175, 0),
            invoice("INV-1060", "2026-08-11", "2026-09-10", 68, 201_900, 0),
        ],
        invoices_total: OverdueTotal { total: cad(582_525), paid: cad(50_000), open: cad(532_525) },
        interest: Some(InterestClaim {
            spans: vec![
                InterestSpan {
                    from: on("2026-07-03"),
                    to: on("2026-07-29"),
                    days: 27,
                    balance: cad(136_450),
                    rate: Percent::parse("12").unwrap(),
                    amount: cad(1_211),
                },
                InterestSpan {
                    from: on("2026-07-30"),
                    to: on("2026-09-10"),
                    days: 43,
                    balance: cad(330_625),
                    rate: Percent::parse("12").unwrap(),
                    amount: cad(4_674),
                },
                InterestSpan {
                    from: on("2026-09-11"),
                    to: on("2026-11-17"),
                    days: 68,
                    balance: cad(532_525),
                    rate: Percent::parse("12").unwrap(),
                    amount: cad(11_905),
                },
            ],
            total: cad(17_790),
            per_day: Some(cad(175)),
            rule: "simple interest at 12% a year (actual/365), as agreed in clause 7 of our terms of service"
                .into(),
            source: "Interest Act, s. 4, which requires the yearly rate to be stated".into(),
            as_of: on("2026-11-17"),
        }),
        charges: vec![ClaimedCharge {
            what: "Returned payment fee charged by the bank".into(),
            on: on("2026-08-20"),
            amount: cad(2_500),
        }],
        total: cad(552_815),
        contacts: vec![
            EarlierContact {
                on: on("2026-07-06"),
                channel: "E-mail".into(),
                what: "Friendly reminder about INV-1051".into(),
            },
            EarlierContact {
                on: on("2026-08-12"),
                channel: "E-mail".into(),
                what: "Second reminder, INV-1051 and INV-1057".into(),
            },
            EarlierContact {
                on: on("2026-09-24"),
                channel: "Telephone call".into(),
                what: "Conversation with Ms Fournier; payment promised for 9 October".into(),
            },
            EarlierContact {
                on: on("2026-10-20"),
                channel: "Letter".into(),
                what: "Third reminder with a statement of account".into(),
            },
        ],
        deadline: on("2026-12-08"),
        pay: HowToPay { reference: "GB-2026-3".into(), ..pay() },
        offer: Some(PlanOffer {
            instalments: 6,
            each: cad(92_136),
            every: "monthly".into(),
            first: on("2026-12-15"),
        }),
        next_step: NextStep {
            on: on("2026-12-15"),
            what: "file a claim in the Small Claims Court at Kingston".into(),
        },
        notices: Vec::new(),
        enclosures: vec!["copies of the three invoices".into(), "statement of account".into()],
        signatory: Signatory { name: "Maeve O’Connell".into(), role: "Managing director".into() },
    }
}

pub fn statement() -> Statement {
    let entry =
        |day: &str, kind: &str, reference: &str, debit: i64, credit: i64, balance: i64| StatementEntry {
            on: on(day),
            kind: kind.into(),
            reference: reference.into(),
            debit: (debit != 0).then(|| cad(debit)),
            credit: (credit != 0).then(|| cad(credit)),
            balance: cad(balance),
        };
    let yen = |minor| Money::of(minor, currency("JPY"));
    Statement {
        manner: Manner::for_country("CA"),
        creditor: harbour(),
        client: granite(),
        logo: None,
        date: on("2026-11-17"),
        reference: "C-0031".into(),
        period: (on("2026-06-01"), on("2026-10-31")),
        accounts: vec![
            Account {
                currency: currency("CAD"),
                opening: cad(0),
                entries: vec![
                    entry("2026-06-02", "Invoice", "INV-1051, summer opening", 186_450, 0, 186_450),
                    entry("2026-06-29", "Invoice", "INV-1057", 194_175, 0, 380_625),
                    entry("2026-07-14", "Payment", "INV-1051, Interac", 0, 50_000, 330_625),
                    entry("2026-08-11", "Invoice", "INV-1060", 201_900, 0, 532_525),
                    entry("2026-09-01", "Credit note", "CN-17, unused linen", 0, 6_000, 526_525),
                ],
                closing: cad(526_525),
                ageing: Ageing {
                    current: cad(0),
                    d1_30: cad(0),
                    d31_60: cad(201_900),
                    d61_90: cad(0),
                    d90_plus: cad(330_625),
                    credit: cad(-6_000),
                    net: cad(526_525),
                },
            },
            Account {
                currency: currency("JPY"),
                opening: yen(240_000),
                entries: vec![StatementEntry {
                    on: on("2026-06-12"),
                    kind: "Payment".into(),
                    reference: "Wire 88120".into(),
                    debit: None,
                    credit: Some(yen(240_000)),
                    balance: yen(0),
                }],
                closing: yen(0),
                ageing: Ageing {
                    current: yen(0),
                    d1_30: yen(0),
                    d31_60: yen(0),
                    d61_90: yen(0),
                    d90_plus: yen(0),
                    credit: yen(0),
                    net: yen(0),
                },
            },
        ],
        pay: HowToPay { reference: "C-0031".into(), ..pay() },
        note: String::new(),
    }
}
