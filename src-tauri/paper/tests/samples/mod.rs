//! Documents to look at and to test with. Everyone in them is invented.
#![allow(dead_code, unreachable_pub, reason = "each test uses some of them")]
#![allow(clippy::unwrap_used, reason = "all of it is written here, and a sample that is wrong should fail")]

use goodterms_paper::agreement::{
    ClauseText, CoveredInvoice, CoveredTotal, Instalment, InstalmentTotal, PlanAgreement, Signatory,
};
use goodterms_paper::demand::{
    ClaimedCharge, EarlierContact, FinalDemand, InterestClaim, InterestSpan, NextStep, OverdueInvoice,
    OverdueTotal, PlanOffer,
};
use goodterms_paper::statement::{Account, Ageing, Statement, StatementEntry};
use goodterms_paper::{HowToPay, Logo, Manner, Party};
use goodterms_terms::money::Percent;
use goodterms_terms::{Address, Currency, Day, Money, day};

pub fn on(text: &str) -> Day {
    day::parse(text).unwrap()
}

pub fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn cad(minor: i64) -> Money {
    Money::of(minor, currency("CAD"))
}

fn address(number: &str, street: &str, town: &str, region: &str, postcode: &str, country: &str) -> Address {
    Address {
        street: street.into(),
        number: number.into(),
        extra: String::new(),
        postcode: postcode.into(),
        town: town.into(),
        region: region.into(),
        country: country.into(),
    }
}

pub fn harbour() -> Party {
    Party {
        name: "Harbour & Lane Catering Ltd.".into(),
        contact: String::new(),
        address: address("48", "Wharf Street", "Kingston", "ON", "K7L 2Y4", "CA"),
        email: "accounts@harbourlane.example".into(),
        phone: "+1 613 555 0142".into(),
        registration: "Ontario corporation 2784519".into(),
        tax_id: "GST/HST 81234 5678 RT0001".into(),
    }
}

pub fn granite() -> Party {
    Party {
        name: "Granite Bay Events Inc.".into(),
        contact: "Lena Fournier".into(),
        address: address("1207", "Princess Street", "Kingston", "ON", "K7M 3E1", "CA"),
        email: "lena@granitebay.example".into(),
        phone: String::new(),
        registration: "Ontario corporation 3019926".into(),
        tax_id: String::new(),
    }
}

pub fn pay() -> HowToPay {
    HowToPay {
        details: vec![
            ("Bank".into(), "Limestone Credit Union, Kingston".into()),
            ("Transit and account".into(), "00412-829, 100 482 7".into()),
            ("Interac e-Transfer".into(), "accounts@harbourlane.example".into()),
        ],
        reference: "PLAN-2026-014".into(),
        link: String::new(),
    }
}

const CLAUSES: [(&str, &str); 10] = [
    (
        "Non-working days",
        "If a due date is not a working day in Ontario, a payment received on the next working day counts as on time.",
    ),
    (
        "Order of payments",
        "Payments reduce the oldest instalment first; charges and interest come last. A payment of more than is due is applied to the next instalment, unless the debtor asks for something else in writing.",
    ),
    ("Interest", "No interest runs while the plan is kept."),
    (
        "Grace period",
        "An instalment paid within seven days of its date is on time. The debtor may ask in writing, before it is due, to move one instalment by up to fourteen days; the creditor will agree where it reasonably can.",
    ),
    (
        "If an instalment is missed",
        "If an instalment is still unpaid after the grace period, the creditor will send a written notice that names the instalment and a day, at least fourteen days later, by which it can be made good. If it is paid by that day, the plan continues as if nothing had happened.",
    ),
    (
        "Acceleration",
        "If two instalments are unpaid on the day named in such a notice, the creditor may, by a further written notice, make the whole remaining balance due. Amounts already paid remain paid.",
    ),
    (
        "What the creditor promises",
        "While the plan is kept, the creditor will not start proceedings about the invoices in this agreement, will not hand them to a collection agency, and will not add late fees or interest to them.",
    ),
    (
        "No novation, no waiver",
        "This plan changes the dates of payment only. It does not replace the original contracts, guarantees or retention of title. Accepting a late instalment once does not change the plan.",
    ),
    (
        "Governing law",
        "The law of the Province of Ontario and the federal laws of Canada that apply there govern this agreement. Its courts have jurisdiction, without excluding mediation, which the parties will consider first.",
    ),
    (
        "Electronic signature",
        "The parties agree that this agreement may be signed electronically and in counterparts. A signed copy delivered electronically is as good as the original.",
    ),
];

pub fn clauses(count: usize) -> Vec<ClauseText> {
    (0..count)
        .map(|at| {
            let (title, text) = CLAUSES[at % CLAUSES.len()];
            ClauseText {
                id: String::new(),
                number: Some((at + 1).to_string()),
                title: title.into(),
                paragraphs: vec![text.into()],
            }
        })
        .collect()
}

/// The clauses that schedules and account belong to, as the rules word them.
const CORE: [(&str, &str, &str); 4] = [
    (
        "background",
        "Background",
        "The Business sent the Client the invoices listed in Schedule A. The part of them covered by this agreement comes to CAD\u{A0}5,325.25. Both parties want to settle this fairly and to go on working together.",
    ),
    (
        "acknowledgment",
        "Acknowledgment of the debt",
        "The Client confirms that, on 17\u{A0}November 2026, the Client owes the Business CAD\u{A0}5,325.25 (five thousand three hundred and twenty-five and 25/100 CAD) on the invoices in Schedule A.",
    ),
    (
        "schedule",
        "Payments",
        "The Client will pay CAD\u{A0}5,325.25 in six instalments, on the days and in the amounts listed in Schedule B. The Client may pay any of it earlier, at any time and without a charge.",
    ),
    (
        "method",
        "How to pay",
        "Each payment bears the reference PLAN-2026-014. A payment counts on the day it reaches the Business.",
    ),
];

pub fn agreement() -> PlanAgreement {
    let mut plan = plan(3, 6, 10);
    let core = CORE.iter().map(|(id, title, text)| ClauseText {
        id: (*id).into(),
        number: None,
        title: (*title).into(),
        paragraphs: vec![(*text).into()],
    });
    plan.clauses = core.chain(plan.clauses).collect();
    for (at, clause) in plan.clauses.iter_mut().enumerate() {
        clause.number = Some((at + 1).to_string());
    }
    plan
}

/// Names of many scripts, long and short.
pub const NAMES: [&str; 6] = [
    "Grzegorz Brzęczyszczykiewicz i Wspólnicy Spółka z ograniczoną odpowiedzialnością",
    "Παπαδοπούλου & Υιοί Α.Ε., ᾿Αθῆναι",
    "ТОВ «Щербаченко і Ґудзь», Київ",
    "שירותי הסעדה בע״מ",
    "شركة الخليج للضيافة",
    "Þórður Łukasz-O’Neill, Ġużè & fils — café à l’œuvre ﬁ ffi",
];

/// An agreement between two of [`NAMES`], in another currency, with interest and a down payment.
pub fn wild(creditor: &str, debtor: &str, code: &str) -> PlanAgreement {
    let money = |minor| Money::of(minor, currency(code));
    let mut plan = plan(4, 5, 3);
    plan.manner = Manner::for_country("PL");
    plan.creditor.name = creditor.into();
    plan.debtor.name = debtor.into();
    plan.debtor.address = address("17", "ul. Świętojańska", "Łódź", "", "90-001", "PL");
    for (at, invoice) in plan.invoices.iter_mut().enumerate() {
        let at = i64::try_from(at).unwrap();
        invoice.total = money(123_456_789 + at);
        invoice.paid = money(0);
        invoice.covered = invoice.total;
    }
    let debt = money(4 * 123_456_789 + 6);
    plan.invoices_total = CoveredTotal { total: debt, paid: money(0), covered: debt };
    plan.debt = debt;
    let interest = money(1_234_567);
    for (at, instalment) in plan.instalments.iter_mut().enumerate() {
        instalment.number = u32::try_from(at).unwrap();
        instalment.amount = money(99_012_345);
        instalment.parts = (at > 0).then(|| (money(98_700_000), money(312_345)));
    }
    plan.instalments_total =
        InstalmentTotal { amount: debt.plus(interest).unwrap(), parts: Some((debt, interest)) };
    plan
}

/// Every sample, with its name.
pub fn all() -> Vec<(&'static str, goodterms_paper::Document)> {
    let mut british = demand();
    british.manner = Manner::for_country("GB");
    british.logo = Some(logo());
    british.interest = None;
    british.charges.clear();
    british.total = british.invoices_total.open;
    british.offer = None;
    let mut many = demand();
    many.invoices = (0..40).map(|at| many.invoices[at % 3].clone()).collect();
    vec![
        ("agreement", agreement().document()),
        ("agreement-long", plan(40, 60, 27).document()),
        ("agreement-kwd", wild(NAMES[0], NAMES[1], "KWD").document()),
        ("agreement-jpy", wild(NAMES[2], NAMES[5], "JPY").document()),
        ("agreement-rtl", wild(NAMES[3], NAMES[4], "EUR").document()),
        ("demand", demand().document()),
        ("demand-a4", british.document()),
        ("demand-long", many.document()),
        ("statement", statement().document()),
    ]
}

/// An agreement over so many invoices, with so many instalments and clauses.
pub fn plan(invoices: i64, instalments: u32, clause_count: usize) -> PlanAgreement {
    let covered: Vec<CoveredInvoice> = (0..invoices)
        .map(|at| CoveredInvoice {
            number: format!("INV-{}", 1051 + at),
            issued: day::plus_days(on("2026-06-02"), at * 9),
            due: day::plus_days(on("2026-07-02"), at * 9),
            total: cad(186_450 + at * 7_725),
            paid: cad(if at == 0 { 50_000 } else { 0 }),
            covered: cad(186_450 + at * 7_725 - if at == 0 { 50_000 } else { 0 }),
        })
        .collect();
    let total: i64 = covered.iter().map(|invoice| invoice.total.minor()).sum();
    let debt = cad(total - 50_000);
    let amounts = debt.split(instalments);
    PlanAgreement {
        manner: Manner::for_country("CA"),
        creditor: harbour(),
        debtor: granite(),
        logo: None,
        date: on("2026-11-17"),
        governing_law: "Ontario, Canada".into(),
        reference: "PLAN-2026-014".into(),
        version: 1,
        fingerprint: "7F3A91C2-58D0-4B7E-A1F6-0C93D2E84B15".into(),
        invoices: covered,
        invoices_total: CoveredTotal { total: cad(total), paid: cad(50_000), covered: debt },
        debt,
        instalments: amounts
            .iter()
            .zip(1_u32..)
            .map(|(amount, number)| Instalment {
                number,
                due: day::plus_months(on("2026-12-01"), number - 1),
                amount: *amount,
                parts: None,
            })
            .collect(),
        instalments_total: InstalmentTotal { amount: debt, parts: None },
        pay: pay(),
        clauses: clauses(clause_count),
        creditor_signatory: Signatory { name: "Maeve O’Connell".into(), role: "Managing director".into() },
        debtor_signatory: Signatory { name: "Lena Fournier".into(), role: String::new() },
    }
}

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

/// A small logo with an opacity channel: a disc of ink.
pub fn logo() -> Logo {
    Logo::read(&logo_png(240, 96)).unwrap()
}

pub fn logo_png(wide: u32, high: u32) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..high {
        for x in 0..wide {
            let (dx, dy) = (i64::from(x) - i64::from(high) / 2, i64::from(y) - i64::from(high) / 2);
            let radius = i64::from(high) / 2 - 2;
            let inside = dx * dx + dy * dy <= radius * radius;
            let bar = x > high + 10 && (y / 12) % 2 == 0;
            pixels.extend([0x1E, 0x5A, 0x66, if inside || bar { 255 } else { 0 }]);
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, wide, high);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    file
}
