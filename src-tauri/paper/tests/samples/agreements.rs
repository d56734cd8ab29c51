//! Agreements: plain, long, in many scripts, signed, amended.

use super::{address, cad, currency, granite, harbour, on, pay};
use chrono::DateTime;
use goodterms_paper::agreement::{
    Changes, ClauseText, CoveredInvoice, CoveredTotal, How, Instalment, InstalmentTotal, PlanAgreement,
    ReturnedCopy, Signatory, Signature, Signing, drawn, typed,
};
use goodterms_paper::{Logo, Manner, Party};
use goodterms_terms::agreement::Language;
use goodterms_terms::plan::{PaperClause, PaperInstalment, PaperInvoice, PaperParty, PlanPaper, SCHEMA};
use goodterms_terms::{Money, day};

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
    plan.plan = paper_of(&plan).canonical_json();
    plan
}

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
        fingerprint: "7F3A91C2-58D0-4B7E-A1F6".into(),
        plan: String::new(),
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
        changes: None,
        signing: None,
    }
}

/// What a hand leaves on a pad of 600 by 200.
fn scrawl() -> Vec<Vec<(i32, i32)>> {
    let first = (0..48).map(|at| {
        let swing = [0, 26, 40, 26, 0, -26, -40, -26][usize::try_from(at % 8).unwrap()];
        (40 + at * 9, 110 - swing - at / 2)
    });
    let under = (0..20).map(|at| (60 + at * 22, 160 - (at - 10) * (at - 10) / 9));
    vec![first.collect(), under.collect(), vec![(540, 60)]]
}

/// The same agreement, signed by both: one drew, the other typed.
pub fn signed(plan: PlanAgreement) -> PlanAgreement {
    let (creditor, debtor) = (plan.creditor_signatory.clone(), plan.debtor_signatory.clone());
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
    let typed_name = typed(&debtor.name).unwrap();
    let signing = Signing {
        creditor: Some(Signature {
            by: creditor,
            how: How::Drawn(drawn(&scrawl()).unwrap()),
            at: at("2026-11-17T14:32:05-05:00"),
        }),
        debtor: Some(Signature {
            by: debtor,
            how: How::Typed(typed_name),
            at: at("2026-11-17T14:35:41-05:00"),
        }),
        unsigned_sha256: "3f6c0b1d9a7e48525d1c7be0429fa8638c15d47720e9b3a61f0d5c8842be97da".into(),
        key_fingerprint: "9C41 7AE2 05BD F318 6E20 D4C7 118B 93F5 A2C6 40DE 7713 58B9 E50A 2C64 8F1D B307"
            .into(),
    };
    PlanAgreement { signing: Some(signing), ..plan }
}

/// A second version of the same agreement, with its annex; the first was signed on paper and with a picture.
pub fn amended(plan: PlanAgreement) -> PlanAgreement {
    let before = paper_of(&plan);
    let mut now = PlanAgreement { version: 2, ..plan };
    for instalment in &mut now.instalments {
        instalment.due = day::plus_months(instalment.due, 1);
    }
    now.clauses.retain(|clause| clause.id != "thanks");
    if let Some(clause) = now.clauses.iter_mut().find(|clause| clause.id == "method") {
        clause.paragraphs.push(
            match now.manner.locale.language() {
                Language::English => "A standing order is welcome.",
                Language::French => "Un virement permanent est bienvenu.",
            }
            .into(),
        );
    }
    let mut after = paper_of(&now);
    after.grace_days = 10;
    after.made_on = on("2027-01-11");
    now.date = on("2027-01-11");
    after.replaces = Some(before.fingerprint().to_string());
    now.fingerprint = after.fingerprint().to_string();
    now.plan = after.canonical_json();
    now.changes = Some(Changes::between(&before, &after, now.manner));
    let picture = How::Image(Logo::read(&super::logo_png(240, 96)).unwrap());
    let at = DateTime::parse_from_rfc3339("2027-01-11T09:04:00+01:00").unwrap();
    let paper = How::OnPaper(ReturnedCopy {
        file: "scan 2027-01-11.pdf".into(),
        sha256: "b41e7c2290d85fa36c17e0d94b28f6a15d30c9e87246bb0f9a5de1738c64f02a".into(),
        signed_on: on("2027-01-10"),
    });
    now.signing = Some(Signing {
        creditor: Some(Signature { by: now.creditor_signatory.clone(), how: picture, at }),
        debtor: Some(Signature { by: now.debtor_signatory.clone(), how: paper, at }),
        unsigned_sha256: "77d0c5e1b2a94f3880e6713c5a9d24fb1e08c76d935ab2f40617de8c92b3a540".into(),
        key_fingerprint: String::new(),
    });
    now
}

/// What an agreement says, as data.
pub fn paper_of(plan: &PlanAgreement) -> PlanPaper {
    let party = |party: &Party| PaperParty {
        name: party.name.clone(),
        registration: party.registration.clone(),
        address: party.address_lines(""),
    };
    PlanPaper {
        schema: SCHEMA.into(),
        plan: plan.reference.clone(),
        version: plan.version,
        replaces: None,
        made_on: plan.date,
        language: plan.manner.locale.language().code().into(),
        business: party(&plan.creditor),
        client: party(&plan.debtor),
        currency: plan.debt.currency(),
        invoices: plan
            .invoices
            .iter()
            .map(|invoice| PaperInvoice {
                number: invoice.number.clone(),
                issued: invoice.issued,
                due: invoice.due,
                total: invoice.total.to_string(),
                covered: invoice.covered.to_string(),
            })
            .collect(),
        instalments: plan
            .instalments
            .iter()
            .map(|instalment| PaperInstalment {
                n: instalment.number,
                due: instalment.due,
                amount: instalment.amount.to_string(),
                principal: instalment.amount.to_string(),
                interest: Money::zero(plan.debt.currency()).to_string(),
            })
            .collect(),
        total: plan.instalments_total.amount.to_string(),
        interest: Money::zero(plan.debt.currency()).to_string(),
        annual_rate: None,
        grace_days: 7,
        cure_days: 14,
        clauses: plan
            .clauses
            .iter()
            .map(|clause| PaperClause {
                id: clause.id.clone(),
                title: clause.title.clone(),
                paragraphs: clause.paragraphs.clone(),
            })
            .collect(),
    }
}
