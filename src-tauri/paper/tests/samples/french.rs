//! The agreement, the final demand and the statement of a firm in Lyon, in French. The agreement has every usual
//! clause, as the rules word them.

use super::{address, currency, on};
use goodterms_paper::agreement::{
    ClauseText, CoveredInvoice, CoveredTotal, Instalment, InstalmentTotal, PlanAgreement, Signatory,
};
use goodterms_paper::demand::{
    ClaimedCharge, EarlierContact, FinalDemand, InterestClaim, InterestSpan, NextStep, OverdueInvoice,
    OverdueTotal,
};
use goodterms_paper::statement::{Account, Ageing, Statement, StatementEntry};
use goodterms_paper::{HowToPay, Manner, Party};
use goodterms_terms::agreement::{self, Clauses, Facts, Language};
use goodterms_terms::money::Percent;
use goodterms_terms::plan::QuoteRequest;
use goodterms_terms::{Money, day};

fn eur(minor: i64) -> Money {
    Money::of(minor, currency("EUR"))
}

pub fn lumen() -> Party {
    Party {
        name: "Atelier Lumen SARL".into(),
        contact: String::new(),
        address: address("14", "rue de la Charité", "Lyon", "", "69002", "FR"),
        email: "compta@atelier-lumen.example".into(),
        phone: "+33 4 72 00 01 42".into(),
        registration: "RCS Lyon 812 345 678".into(),
        tax_id: "TVA FR 42 812345678".into(),
    }
}

pub fn parvis() -> Party {
    Party {
        name: "Librairie du Parvis SRL".into(),
        contact: "Maëlle Vandenbroucke".into(),
        address: address("33", "rue de l’Étuve", "Bruxelles", "", "1000", "BE"),
        email: "maelle@parvis.example".into(),
        phone: String::new(),
        registration: "BCE 0712.345.678".into(),
        tax_id: String::new(),
    }
}

pub fn pay() -> HowToPay {
    HowToPay {
        details: vec![
            ("IBAN".into(), "FR76 3000 6000 0112 3456 7890 189".into()),
            ("BIC".into(), "AGRIFRPPXXX".into()),
            ("Banque".into(), "Crédit du Rhône, Lyon".into()),
        ],
        reference: "PLAN-2026-014".into(),
        ..HowToPay::default()
    }
}

fn manner() -> Manner {
    Manner::of("BE", Language::French)
}

const INVOICES: [(&str, &str, &str, i64, i64); 3] = [
    ("F-2026-118", "2026-06-02", "2026-07-02", 186_450, 50_000),
    ("F-2026-127", "2026-06-29", "2026-07-29", 194_175, 0),
    ("F-2026-140", "2026-08-11", "2026-09-10", 201_900, 0),
];

pub fn agreement() -> PlanAgreement {
    let debt = eur(532_525);
    let quote = QuoteRequest {
        count: Some(6),
        start: Some(on("2026-12-01")),
        ..QuoteRequest::of(debt, on("2026-11-17"))
    }
    .quote()
    .unwrap();
    let named = |party: &Party| agreement::Party {
        name: party.name.clone(),
        registration: party.registration.clone(),
        address: party.address_lines_in("FR", Language::French).join(", "),
        signatory: String::new(),
        contact: party.email.clone(),
    };
    let facts = Facts {
        language: Language::French,
        account: Some("IBAN FR76 3000 6000 0112 3456 7890 189".into()),
        reference: Some("PLAN-2026-014".into()),
        place: Some("France".into()),
        hours: Some(("9 h".into(), "17 h".into())),
        law: Some("droit français".into()),
        ..Facts::of(&quote, named(&lumen()), named(&parvis()), on("2026-11-17"), debt)
    };
    let clauses = Clauses::chosen([("acceleration", true)]).unwrap().text(&facts).unwrap();
    let mut plan = PlanAgreement {
        manner: manner(),
        creditor: lumen(),
        debtor: parvis(),
        logo: None,
        date: on("2026-11-17"),
        governing_law: "Droit français".into(),
        reference: "PLAN-2026-014".into(),
        version: 1,
        fingerprint: "7F3A91C2-58D0-4B7E-A1F6".into(),
        plan: String::new(),
        invoices: INVOICES
            .iter()
            .map(|(number, issued, due, total, paid)| CoveredInvoice {
                number: (*number).into(),
                issued: on(issued),
                due: on(due),
                total: eur(*total),
                paid: eur(*paid),
                covered: eur(total - paid),
            })
            .collect(),
        invoices_total: CoveredTotal { total: eur(582_525), paid: eur(50_000), covered: debt },
        debt,
        instalments: quote
            .instalments
            .iter()
            .map(|instalment| Instalment {
                number: instalment.n,
                due: instalment.due,
                amount: instalment.amount,
                parts: None,
            })
            .collect(),
        instalments_total: InstalmentTotal { amount: debt, parts: None },
        pay: pay(),
        clauses: ClauseText::numbered(&clauses),
        creditor_signatory: Signatory { name: "Élodie Marchand".into(), role: "Gérante".into() },
        debtor_signatory: Signatory { name: "Maëlle Vandenbroucke".into(), role: String::new() },
        changes: None,
        signing: None,
    };
    plan.plan = super::agreements::paper_of(&plan).canonical_json();
    plan
}

pub fn demand() -> FinalDemand {
    let date = on("2026-11-17");
    let contact = |day: &str, channel: &str, what: &str| EarlierContact {
        on: on(day),
        channel: channel.into(),
        what: what.into(),
    };
    let span = |from: &str, to: &str, days, balance, amount| InterestSpan {
        from: on(from),
        to: on(to),
        days,
        balance: eur(balance),
        rate: Percent::parse("12.15").unwrap(),
        amount: eur(amount),
    };
    FinalDemand {
        manner: manner(),
        creditor: lumen(),
        debtor: parvis(),
        logo: None,
        date,
        reference: "DF-2026-3".into(),
        greeting: "Madame Vandenbroucke".into(),
        for_what: "l’éclairage de vos vitrines, de juin à août 2026".into(),
        invoices: INVOICES
            .iter()
            .map(|(number, issued, due, total, paid)| OverdueInvoice {
                number: (*number).into(),
                issued: on(issued),
                due: on(due),
                days_late: day::days_late(on(due), date),
                total: eur(*total),
                paid: eur(*paid),
                open: eur(total - paid),
            })
            .collect(),
        invoices_total: OverdueTotal { total: eur(582_525), paid: eur(50_000), open: eur(532_525) },
        interest: Some(InterestClaim {
            spans: vec![
                span("2026-07-03", "2026-07-29", 27, 136_450, 1_226),
                span("2026-07-30", "2026-09-10", 43, 330_625, 4_732),
                span("2026-09-11", "2026-11-17", 68, 532_525, 12_054),
            ],
            total: eur(18_012),
            per_day: Some(eur(177)),
            rule: "des intérêts simples de 12,15\u{A0}% par an, calculés sur 365 jours".into(),
            source: "article L. 441-10 du code de commerce".into(),
            as_of: date,
        }),
        charges: vec![ClaimedCharge {
            what: "Indemnité forfaitaire de recouvrement, trois factures (art. D. 441-5 du code de commerce)"
                .into(),
            on: date,
            amount: eur(12_000),
        }],
        total: eur(562_537),
        contacts: vec![
            contact("2026-07-06", "Courriel", "Rappel amical de la facture F-2026-118"),
            contact("2026-08-12", "Courriel", "Deuxième rappel, F-2026-118 et F-2026-127"),
            contact(
                "2026-09-24",
                "Téléphone",
                "Conversation avec Mme Vandenbroucke ; paiement annoncé pour le 9 octobre",
            ),
            contact("2026-10-20", "Lettre", "Troisième rappel, avec un relevé de compte"),
        ],
        deadline: on("2026-12-08"),
        pay: HowToPay { reference: "DF-2026-3".into(), ..pay() },
        offer: None,
        next_step: NextStep {
            on: on("2026-12-15"),
            what: "déposer une requête en injonction de payer européenne".into(),
        },
        notices: Vec::new(),
        enclosures: vec!["copies des trois factures".into(), "relevé de compte".into()],
        signatory: Signatory { name: "Élodie Marchand".into(), role: "Gérante".into() },
    }
}

pub fn statement() -> Statement {
    let entry =
        |day: &str, kind: &str, reference: &str, debit: i64, credit: i64, balance: i64| StatementEntry {
            on: on(day),
            kind: kind.into(),
            reference: reference.into(),
            debit: (debit != 0).then(|| eur(debit)),
            credit: (credit != 0).then(|| eur(credit)),
            balance: eur(balance),
        };
    Statement {
        manner: manner(),
        creditor: lumen(),
        client: parvis(),
        logo: None,
        date: on("2026-11-17"),
        reference: "C-0031".into(),
        period: (on("2026-06-01"), on("2026-10-31")),
        accounts: vec![Account {
            currency: currency("EUR"),
            opening: eur(0),
            entries: vec![
                entry("2026-06-02", "Facture", "F-2026-118, vitrine d’été", 186_450, 0, 186_450),
                entry("2026-06-29", "Facture", "F-2026-127", 194_175, 0, 380_625),
                entry("2026-07-14", "Paiement", "F-2026-118, virement", 0, 50_000, 330_625),
                entry("2026-08-11", "Facture", "F-2026-140", 201_900, 0, 532_525),
                entry("2026-09-01", "Avoir", "AV-17, lampe reprise", 0, 6_000, 526_525),
            ],
            closing: eur(526_525),
            ageing: Ageing {
                current: eur(0),
                d1_30: eur(0),
                d31_60: eur(201_900),
                d61_90: eur(0),
                d90_plus: eur(330_625),
                credit: eur(-6_000),
                net: eur(526_525),
            },
        }],
        pay: HowToPay { reference: "C-0031".into(), ..pay() },
        note: "Merci pour les belles photographies de vos vitrines.".into(),
    }
}
