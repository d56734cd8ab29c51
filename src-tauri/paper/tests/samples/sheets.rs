//! Sheets: terms, recovery words, a test page for a name.

use super::{Desk, NAMES, on};
use goodterms_paper::Document;
use goodterms_paper::recovery::RecoverySheet;
use goodterms_paper::specimen::Specimen;
use goodterms_paper::terms_sheet::{Deposit, LateTerm, TermsSheet};
use goodterms_terms::money::Percent;

/// Words that open nothing.
const SECRET: [&str; 24] = [
    "harbour", "velvet", "cousin", "ladder", "window", "basket", "orange", "silent", "meadow", "copper",
    "winter", "candle", "ribbon", "forest", "puzzle", "marble", "anchor", "butter", "tunnel", "garden",
    "saddle", "pencil", "island", "thunder",
];

impl Desk {
    pub fn sheets(&self) -> Vec<(&'static str, Document)> {
        let percent = |text: &str| Percent::parse(text).unwrap();
        let terms = TermsSheet {
            manner: self.manner,
            business: self.business.clone(),
            client: None,
            logo: None,
            date: on("2026-11-17"),
            net_days: 30,
            discount: Some((percent("2"), 10)),
            deposit: Some(Deposit { share: percent("30"), from: Some(self.money(500_000)) }),
            late: Some(LateTerm {
                rate: percent("12"),
                grace_days: 7,
                ground: self
                    .says("clause 7 of our terms of service", "article 7 de nos conditions générales"),
            }),
            plans: true,
            question_days: 14,
            more: vec![(
                self.says("New dates", "Nouvelles dates"),
                self.says(
                    "Moving an event costs nothing up to seven days before it.",
                    "Déplacer une livraison ne coûte rien jusqu’à sept jours avant.",
                ),
            )],
            pay: self.pay.clone(),
        };
        let simple = TermsSheet {
            client: Some(self.client.clone()),
            discount: None,
            deposit: None,
            late: None,
            more: Vec::new(),
            ..terms.clone()
        };
        let recovery = RecoverySheet {
            manner: self.manner,
            book: self.business.name.clone(),
            made_on: on("2026-11-17"),
            words: SECRET.map(str::to_owned).into(),
        };
        let by_hand = RecoverySheet { words: Vec::new(), ..recovery.clone() };
        let test = |name: &str| Specimen { manner: self.manner, name: name.into(), date: on("2026-11-17") };
        vec![
            ("terms", terms.document()),
            ("terms-client", simple.document()),
            ("recovery", recovery.document()),
            ("recovery-by-hand", by_hand.document()),
            ("test-page", test(NAMES[5]).document()),
            ("test-page-missing", test("漢字 Łódź 😀").document()),
        ]
    }
}
