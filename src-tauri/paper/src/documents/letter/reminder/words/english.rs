//! Follow-ups in English.

use super::{Owing, Words};

/// Puts the invoice, or the invoices, into an English sentence.
impl Owing<'_> {
    fn invoices(&self) -> String {
        self.only.map_or_else(
            || format!("the {} invoices below", self.count),
            |number| format!("invoice\u{A0}{number}"),
        )
    }

    /// At the start of a sentence.
    fn the_invoices(&self) -> String {
        self.only.map_or_else(
            || format!("The {} invoices below", self.count),
            |number| format!("Invoice\u{A0}{number}"),
        )
    }

    /// `falls due on 4 May`, `come due next, the first on 4 May`.
    fn falls_due(&self) -> String {
        format!("{} {}", self.either("falls due on", "come due next, the first on"), self.day)
    }

    fn was_due(&self) -> String {
        format!("{} {}", self.either("was due on", "are open, the oldest due since"), self.day)
    }

    fn open_since(&self) -> String {
        format!("{} {}", self.either("has been open since", "are open, the oldest due since"), self.day)
    }
}

pub(super) const WORDS: Words = Words {
    subject: |o| match o.only {
        Some(number) => format!("Invoice {number}, due on {}: {}", o.day, o.total),
        None => format!("Your open invoices: {}", o.total),
    },
    fact: [
        [
            |o| {
                format!(
                    "This is a friendly note that {} {}. Nothing is late; we only want to be sure that everything \
                     has reached the right desk.",
                    o.invoices(),
                    o.falls_due()
                )
            },
            |o| format!("{} {}. We write so that you can plan the payment.", o.the_invoices(), o.falls_due()),
            |o| {
                format!(
                    "{} {}. Please see that payment is arranged by then.",
                    o.the_invoices(),
                    o.falls_due()
                )
            },
        ],
        [
            |o| {
                format!(
                    "{} {}, and we have not seen the payment yet. It may well be on its way: if so, thank you, and \
                     please set this letter aside.",
                    o.the_invoices(),
                    o.was_due()
                )
            },
            |o| format!("{} {}. Our records do not show the payment yet.", o.the_invoices(), o.was_due()),
            |o| {
                format!(
                    "{} {}. We have not received the payment and ask you to arrange it.",
                    o.the_invoices(),
                    o.was_due()
                )
            },
        ],
        [
            |o| {
                format!(
                    "{} {}. Invoices do go astray, and questions do get stuck, so here is everything at a glance.",
                    o.the_invoices(),
                    o.open_since()
                )
            },
            |o| format!("{} {}. We have not yet received the payment.", o.the_invoices(), o.open_since()),
            |o| {
                format!(
                    "{} {}. We ask you to pay, or to tell us what stands in the way.",
                    o.the_invoices(),
                    o.open_since()
                )
            },
        ],
        [
            |o| {
                format!(
                    "{} {}. We like working with you, and would rather hear early if something stands in the way.",
                    o.the_invoices(),
                    o.open_since()
                )
            },
            |o| {
                format!("{} {}, and we would like to settle this with you.", o.the_invoices(), o.open_since())
            },
            |o| {
                format!(
                    "{} {}. The time for payment has passed, and we ask you for an answer.",
                    o.the_invoices(),
                    o.open_since()
                )
            },
        ],
        [
            |o| {
                format!(
                    "{} {}. Let us find a way together: a conversation of ten minutes often does it.",
                    o.the_invoices(),
                    o.open_since()
                )
            },
            |o| {
                format!(
                    "{} {}. We would like to find a solution with you that works for both of us.",
                    o.the_invoices(),
                    o.open_since()
                )
            },
            |o| {
                format!(
                    "{} {}. We ask you to settle {}, or to agree a payment plan with us.",
                    o.the_invoices(),
                    o.open_since(),
                    o.either("it", "them")
                )
            },
        ],
    ],
    lead: |day, total| format!("On {day}, {total} was open in all:"),
    help: [
        [
            |o| {
                format!(
                    "If the {} not suit you, tell us beforehand, and we will find another way.",
                    o.either("date does", "dates do")
                )
            },
            |_| "If anything needs correcting, please tell us before the due date.".to_owned(),
            |_| "If payment by then is not possible, please tell us before the due date.".to_owned(),
        ],
        [
            |o| {
                format!(
                    "Could you arrange it by {}? If something stands in the way, a short word is enough.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Please arrange payment by {}. If you have paid in the meantime, thank you; then this letter \
                     needs no answer.",
                    o.by
                )
            },
            |o| format!("Please pay by {}, or tell us by then when we can expect the payment.", o.by),
        ],
        [
            |o| {
                format!(
                    "Could you tell us by {} when we may expect the payment? If it helps to pay a part first, that \
                     is welcome.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Please pay by {}, or tell us by then what is missing: an order number, a copy, an answer from \
                     us.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Please pay by {}. If an item is not right, tell us which one and why; the rest can be paid in \
                     the meantime.",
                    o.by
                )
            },
        ],
        [
            |o| {
                format!(
                    "Would it help to pay in two or three parts? Tell us by {} what suits you, and we will put it \
                     in writing.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Please pay by {}. If that is not possible, the amount can be spread: tell us by then what you \
                     can pay, and when.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Please pay the whole amount by {}, or propose dates by then that you can keep.",
                    o.by
                )
            },
        ],
        [
            |o| {
                format!(
                    "We can talk it over by telephone, or send you payment plans to choose from. Please tell us by \
                     {} which you prefer.",
                    o.by
                )
            },
            |o| format!("Please pay by {}, or agree a payment plan with us by then that you can keep.", o.by),
            |o| {
                format!(
                    "Please pay or answer by {}. If we have not heard from you by then, we will telephone you to \
                     look for a way forward together.",
                    o.by
                )
            },
        ],
    ],
    last_words: [
        "Thank you, and we look forward to working with you again.",
        "Thank you for your help.",
        "Thank you for seeing to this.",
    ],
};
