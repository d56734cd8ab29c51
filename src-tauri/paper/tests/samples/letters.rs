//! Letters of three desks: Kingston in English, Lyon and Montréal in French.

use super::{address, currency, french, granite, harbour, logo, on, pay};
use goodterms_paper::agreement::Signatory;
use goodterms_paper::codes::{PaymentLink, Remittance, SepaTransfer};
use goodterms_paper::letter::{
    Acceleration, DefaultNotice, Letter, Matter, MissedInstalment, NextInstalment, OpenInstalment, Owed,
    PaidInvoice, PromiseReminder, Receipt, Reminder, SignedPlan, Step, Thanks, Tone,
};
use goodterms_paper::{Document, HowToPay, Manner, Party, PaymentCode};
use goodterms_terms::agreement::Language;
use goodterms_terms::{Money, day};

/// Who writes to whom, in which language and money.
pub struct Desk {
    pub manner: Manner,
    pub business: Party,
    pub client: Party,
    pub code: &'static str,
    pub pay: HowToPay,
    pub signatory: Signatory,
    pub greeting: &'static str,
}

impl Desk {
    pub fn kingston() -> Self {
        let link = PaymentLink::new("https://pay.harbourlane.example/i/1051").unwrap();
        let code = PaymentCode {
            drawing: link.code("QR code that opens the payment page").unwrap(),
            caption: "Scan to pay on line".into(),
        };
        Self {
            manner: Manner::of("CA", Language::English),
            business: harbour(),
            client: granite(),
            code: "CAD",
            pay: HowToPay { reference: "C-0031".into(), code: Some(code), ..pay() },
            signatory: Signatory { name: "Maeve O’Connell".into(), role: "Managing director".into() },
            greeting: "Ms Fournier",
        }
    }

    pub fn lyon() -> Self {
        let transfer = SepaTransfer {
            name: "Atelier Lumen SARL".into(),
            iban: "FR7630006000011234567890189".into(),
            bic: String::new(),
            amount: Money::of(532_525, currency("EUR")),
            purpose: String::new(),
            remittance: Remittance::Text("C-0031".into()),
            note: String::new(),
        };
        let code = PaymentCode {
            drawing: transfer.code("Code QR de virement SEPA").unwrap(),
            caption: "Code de virement SEPA".into(),
        };
        Self {
            manner: Manner::of("BE", Language::French),
            business: french::lumen(),
            client: french::parvis(),
            code: "EUR",
            pay: HowToPay { reference: "C-0031".into(), code: Some(code), ..french::pay() },
            signatory: Signatory { name: "Élodie Marchand".into(), role: "Gérante".into() },
            greeting: "Madame Vandenbroucke",
        }
    }

    pub fn montreal() -> Self {
        let business = Party {
            name: "Traiteur Rivage inc.".into(),
            address: address("425", "rue Saint-Paul Est", "Montréal", "QC", "H2Y 1H3", "CA"),
            email: "comptes@rivage.example".into(),
            phone: "+1 514 555 0173".into(),
            registration: "NEQ 1174839201".into(),
            ..Party::default()
        };
        let client = Party {
            name: "Productions Baie-Granit inc.".into(),
            contact: "Thierry Gagné".into(),
            address: address("88", "côte de la Montagne", "Québec", "QC", "G1K 4E4", "CA"),
            email: "tgagne@baie-granit.example".into(),
            ..Party::default()
        };
        let details = vec![
            ("Banque".into(), "Caisse du Vieux-Port, Montréal".into()),
            ("Virement Interac".into(), "comptes@rivage.example".into()),
        ];
        Self {
            manner: Manner::of("CA", Language::French),
            business,
            client,
            code: "CAD",
            pay: HowToPay { details, reference: "C-0031".into(), ..HowToPay::default() },
            signatory: Signatory { name: "Geneviève Lachance".into(), role: "Directrice générale".into() },
            greeting: "",
        }
    }

    pub fn says(&self, english: &str, french: &str) -> String {
        match self.manner.locale.language() {
            Language::English => english.into(),
            Language::French => french.into(),
        }
    }

    pub fn money(&self, minor: i64) -> Money {
        Money::of(minor, currency(self.code))
    }

    /// A letter of this desk; its day is 17 November 2026.
    pub fn letter(&self, matter: Matter) -> Letter {
        Letter {
            manner: self.manner,
            creditor: self.business.clone(),
            client: self.client.clone(),
            logo: matches!(matter, Matter::Thanks(_)).then(logo),
            date: on("2026-11-17"),
            reference: "C-0031".into(),
            greeting: self.greeting.into(),
            matter,
            pay: self.pay.clone(),
            signatory: self.signatory.clone(),
            enclosures: Vec::new(),
        }
    }

    fn owed(&self, number: &str, due: &str, minor: i64) -> Owed {
        Owed {
            number: number.into(),
            issued: day::plus_days(on(due), -30),
            due: on(due),
            days_late: day::days_late(on(due), on("2026-11-17")).max(0),
            open: self.money(minor),
        }
    }

    pub fn reminder(&self, step: Step, tone: Tone) -> Reminder {
        let (owed, total) = match step {
            Step::BeforeDue => (vec![self.owed("INV-1072", "2026-11-20", 194_175)], 194_175),
            Step::NextDay => (vec![self.owed("INV-1071", "2026-11-16", 201_900)], 201_900),
            _ => (
                vec![
                    self.owed("INV-1051", "2026-10-18", 136_450),
                    self.owed("INV-1057", "2026-11-03", 194_175),
                    self.owed("INV-1072", "2026-11-20", 201_900),
                ],
                532_525,
            ),
        };
        Reminder { step, tone, owed, totals: vec![self.money(total)], answer_by: on("2026-11-27") }
    }

    fn promise(&self, by: &str, received: i64) -> Matter {
        let owed =
            vec![self.owed("INV-1051", "2026-10-18", 136_450), self.owed("INV-1057", "2026-11-03", 194_175)];
        Matter::Promise(PromiseReminder {
            promised_on: on("2026-11-05"),
            by: on(by),
            amount: self.money(200_000),
            received: self.money(received),
            missing: self.money(200_000 - received),
            owed,
            totals: vec![self.money(330_625)],
            answer_by: on("2026-11-27"),
        })
    }

    fn thanks(&self) -> Vec<(&'static str, Thanks)> {
        let (on, money) = (on("2026-11-16"), |minor| self.money(minor));
        let plan = || "PLAN-2026-014".to_owned();
        vec![
            (
                "thanks-part",
                Thanks::Part {
                    paid: money(150_000),
                    on,
                    owed: vec![self.owed("INV-1057", "2026-11-03", 180_625)],
                    totals: vec![money(180_625)],
                },
            ),
            (
                "thanks-early",
                Thanks::Early {
                    invoice: "INV-1072".into(),
                    paid: money(194_175),
                    on,
                    due: day::plus_days(on, 14),
                },
            ),
            (
                "thanks-instalment",
                Thanks::Instalment {
                    plan: plan(),
                    number: 2,
                    of: 6,
                    paid: money(88_754),
                    on,
                    left: money(355_017),
                    next: Some(NextInstalment { due: day::plus_days(on, 15), amount: money(88_754) }),
                },
            ),
            ("thanks-plan", Thanks::Plan { plan: plan(), paid: money(532_525), on }),
            ("thanks-cleared", Thanks::Cleared { paid: money(201_900), on }),
        ]
    }

    fn receipt(&self) -> Matter {
        let paid = |number: &str, issued: &str, total: i64, paid: i64| PaidInvoice {
            number: number.into(),
            issued: on(issued),
            total: self.money(total),
            paid: self.money(paid),
            open: self.money(total - paid),
        };
        Matter::Receipt(Receipt {
            number: "R-2026-031".into(),
            paid: self.money(250_000),
            on: on("2026-11-16"),
            by: self.says("bank transfer", "virement"),
            invoices: vec![
                paid("INV-1051", "2026-09-18", 136_450, 136_450),
                paid("INV-1057", "2026-10-04", 194_175, 113_550),
            ],
            credit: None,
            left: self.money(80_625),
        })
    }

    fn missed(&self) -> Matter {
        Matter::Missed(MissedInstalment {
            agreement: self.agreement(),
            missed: vec![OpenInstalment {
                number: 3,
                due: on("2026-11-02"),
                amount: self.money(88_754),
                received: self.money(20_000),
                open: self.money(68_754),
            }],
            open: self.money(68_754),
            late_charge: None,
            to_pay: self.money(68_754),
            grace_days: 7,
            cure_by: on("2026-12-01"),
        })
    }

    fn agreement(&self) -> SignedPlan {
        SignedPlan { plan: "PLAN-2026-014".into(), version: 1, signed_on: on("2026-08-17") }
    }

    fn default_notice(&self, accelerates: bool) -> Matter {
        let open = |number, due: &str| OpenInstalment {
            number,
            due: on(due),
            amount: self.money(88_754),
            received: self.money(0),
            open: self.money(88_754),
        };
        let words = self.says(
            "If 2 instalments or more remain unpaid and the time given by a written notice has passed, the Business may \
             declare, by a second written notice, that everything still open becomes due.",
            "Si 2 échéances ou plus restent impayées et que le délai donné par un avis écrit est écoulé, l’Entreprise peut \
             déclarer, par un second avis écrit, que tout ce qui reste dû devient exigible.",
        );
        Matter::Default(DefaultNotice {
            agreement: self.agreement(),
            missed: vec![open(2, "2026-10-01"), open(3, "2026-11-02")],
            open: self.money(177_508),
            noticed: (on("2026-10-27"), on("2026-11-13")),
            acceleration: accelerates.then(|| Acceleration {
                clause: ("11".into(), self.says("When everything becomes due", "Exigibilité anticipée")),
                words: vec![words],
                rest: self.money(266_263),
                total: self.money(443_771),
                due: on("2026-12-08"),
            }),
            answer_by: on("2026-12-01"),
        })
    }

    /// One of each letter.
    pub fn letters(&self) -> Vec<(&'static str, Document)> {
        let reminder = |step, tone| Matter::Reminder(self.reminder(step, tone));
        let mut letters = vec![
            ("reminder-before", reminder(Step::BeforeDue, Tone::Warm)),
            ("reminder-next-day", reminder(Step::NextDay, Tone::Neutral)),
            ("reminder-one-week", reminder(Step::OneWeek, Tone::Warm)),
            ("reminder-two-weeks", reminder(Step::TwoWeeks, Tone::Neutral)),
            ("reminder-one-month", reminder(Step::OneMonth, Tone::Firm)),
            ("promise-before", self.promise("2026-11-20", 0)),
            ("promise-after", self.promise("2026-11-13", 50_000)),
            ("receipt", self.receipt()),
            ("missed", self.missed()),
            ("default", self.default_notice(true)),
            ("default-plain", self.default_notice(false)),
        ];
        letters.extend(self.thanks().into_iter().map(|(name, thanks)| (name, Matter::Thanks(thanks))));
        letters.into_iter().map(|(name, matter)| (name, self.letter(matter).document())).collect()
    }
}

/// Every follow-up there is, in both languages, about one invoice and about several.
pub fn reminders() -> Vec<(String, Document)> {
    let mut all = Vec::new();
    for desk in [Desk::kingston(), Desk::lyon()] {
        for step in [Step::BeforeDue, Step::NextDay, Step::OneWeek, Step::TwoWeeks, Step::OneMonth] {
            for tone in [Tone::Warm, Tone::Neutral, Tone::Firm] {
                let one = Reminder {
                    owed: desk.reminder(Step::NextDay, tone).owed,
                    totals: vec![desk.money(201_900)],
                    ..desk.reminder(step, tone)
                };
                // Before the day nothing is late.
                let later = if step == Step::BeforeDue { 40 } else { 0 };
                let owed = desk.reminder(Step::OneMonth, tone).owed.into_iter().map(|item| Owed {
                    due: day::plus_days(item.due, later),
                    days_late: if later > 0 { 0 } else { item.days_late },
                    ..item
                });
                let several = Reminder {
                    owed: owed.collect(),
                    totals: vec![desk.money(532_525)],
                    ..desk.reminder(step, tone)
                };
                for (count, reminder) in [("one", one), ("several", several)] {
                    let name = format!("{step:?} {tone:?} {count} {}", desk.manner.locale.tag());
                    all.push((name, desk.letter(Matter::Reminder(reminder)).document()));
                }
            }
        }
    }
    all
}
