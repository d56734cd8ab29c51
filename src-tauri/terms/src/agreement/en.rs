//! The clauses in plain English.

use super::facts::Var;
use super::wording::{Wording, always, with, without};

pub(super) const CLAUSES: &[Wording] = &[
    Wording {
        id: "parties",
        title: "Parties",
        lines: &[
            always(
                "This agreement is between {business_party} (“the Business”) and {client_party} (“the Client”).",
            ),
            with(Var::BusinessSignatory, "The Business is represented by {business_signatory}."),
            with(Var::ClientSignatory, "The Client is represented by {client_signatory}."),
            with(Var::Consumer, "The Client enters into it as a private person."),
            without(Var::Consumer, "The Client enters into it in the course of business."),
        ],
    },
    Wording {
        id: "background",
        title: "Background",
        lines: &[
            always(
                "The Business sent the Client the invoices listed in Schedule A. The part of them covered by this \
                 agreement comes to {debt}.",
            ),
            always("Both parties want to settle this fairly and to go on working together."),
            with(
                Var::ReplacedVersion,
                "This version takes the place of version {replaced_version} on the day both parties have signed it. \
                 Until then that version stays in force.",
            ),
            with(
                Var::ReplacedFingerprint,
                "The fingerprint of the version replaced is {replaced_fingerprint}.",
            ),
        ],
    },
    Wording {
        id: "acknowledgment",
        title: "Acknowledgment of the debt",
        lines: &[
            always(
                "The Client confirms that, on {made_on}, the Client owes the Business {debt} ({debt_in_words}) on the \
                 invoices in Schedule A.",
            ),
            always(
                "This is a written acknowledgment of the debt. Where the law starts a limitation period anew from such \
                 an acknowledgment, it starts anew on the day the Client signs.",
            ),
        ],
    },
    Wording {
        id: "no-dispute",
        title: "No open complaint",
        lines: &[
            without(Var::Disputes, "The Client has no complaint about these invoices."),
            with(
                Var::Disputes,
                "The Client has no complaint about these invoices other than this: {disputes}. That point stays open; \
                 this agreement does not decide it.",
            ),
        ],
    },
    Wording {
        id: "schedule",
        title: "Payments",
        lines: &[
            without(
                Var::DownPayment,
                "The Client will pay {total} in {instalments}, on the days and in the amounts listed in Schedule B: \
                 from {first_due} to {last_due}.",
            ),
            with(
                Var::DownPayment,
                "The Client will pay {total}: a down payment of {down_payment} on {down_due}, and the rest in \
                 {instalments}, on the days and in the amounts listed in Schedule B: from {first_due} to {last_due}.",
            ),
            always("The Client may pay any of it earlier, at any time and without a charge."),
        ],
    },
    Wording {
        id: "due-day-shift",
        title: "Weekends and holidays",
        lines: &[
            with(
                Var::Place,
                "If an instalment falls due on a day that is not a working day in {place}, the next working day takes \
                 its place.",
            ),
            without(
                Var::Place,
                "If an instalment falls due on a day that is not a working day where the Business is, the next working \
                 day takes its place.",
            ),
        ],
    },
    Wording {
        id: "method",
        title: "How to pay",
        lines: &[
            with(Var::Account, "Payments go to: {account}."),
            without(Var::Account, "Payments go to the account named on the invoices."),
            with(Var::Reference, "Each payment bears the reference {reference}."),
            always("A payment counts on the day it reaches the Business."),
        ],
    },
    Wording {
        id: "allocation",
        title: "What a payment pays first",
        lines: &[
            always(
                "Each payment goes to the oldest instalment that is not yet paid, and among the invoices in Schedule A \
                 to the oldest first.",
            ),
            with(Var::AnnualRate, "Within an instalment it pays the debt before the interest."),
            always("Late charges, if there are any, come last."),
        ],
    },
    Wording {
        id: "interest",
        title: "Interest",
        lines: &[
            without(Var::AnnualRate, "No interest is charged for paying over time."),
            with(
                Var::AnnualRate,
                "Interest of {annual_rate} per year is charged on what is still owed, for one whole period per \
                 instalment. It is part of the amounts in Schedule B and comes to {interest} in all.",
            ),
            with(
                Var::AnnualRate,
                "Interest is owed only for the time that is used. If everything is paid early, the interest of \
                 instalments not yet due falls away.",
            ),
            always(
                "While this agreement is kept, no other interest is asked for on the invoices in Schedule A.",
            ),
        ],
    },
    Wording {
        id: "late-charge",
        title: "If an instalment is late",
        lines: &[
            with(
                Var::LateRate,
                "If an instalment is still unpaid after its days of grace, interest at {late_rate} runs on that \
                 instalment alone, from the day after it was due until it is paid. It bears no interest itself.",
            ),
            with(
                Var::LateFlat,
                "If an instalment is still unpaid after its days of grace, {late_flat} is added once for it.",
            ),
        ],
    },
    Wording {
        id: "grace",
        title: "Days of grace, and putting things right",
        lines: &[
            with(Var::Grace, "An instalment that arrives within {grace} after its day counts as on time."),
            without(Var::Grace, "An instalment is on time when it arrives on its day or earlier."),
            always(
                "If it has not arrived by then, the Business first writes to the Client and gives at least {cure} to \
                 pay it. An instalment paid in that time has been put right.",
            ),
            always(
                "If the Client sees that a payment will be difficult, a message before its day is enough to ask for \
                 another day. The Business will look for a way.",
            ),
        ],
    },
    Wording {
        id: "acceleration",
        title: "When everything can become due",
        lines: &[
            always(
                "With {after_missed} or more unpaid, and the time given in a written notice over, the Business may \
                 declare by a second written notice that everything still open is due.",
            ),
            always(
                "It is then due on the day named in that second notice. Until that day only what has fallen due is owed.",
            ),
        ],
    },
    Wording {
        id: "early-discount",
        title: "A discount for paying early",
        lines: &[
            with(
                Var::EarlyBy,
                "If {early_pay} in all has reached the Business by {early_by}, payments already made included, the \
                 invoices in Schedule A are settled in full and {forgiven} is forgiven.",
            ),
            with(
                Var::EarlyBy,
                "After that day the amounts in Schedule B stay as they are; nothing else changes.",
            ),
        ],
    },
    Wording {
        id: "forbearance",
        title: "What the Business promises",
        lines: &[
            always(
                "While this agreement is kept, the Business will not start court proceedings, hand the account to a \
                 collection agency, or add charges to the invoices in Schedule A.",
            ),
            always("It makes this promise in return for those the Client makes here."),
        ],
    },
    Wording {
        id: "no-novation",
        title: "What stays as it was",
        lines: &[
            always(
                "This agreement changes when the debt is paid, not the debt. The original contracts, the invoices, and \
                 any guarantee or retention of title stay as they are.",
            ),
            always("Accepting a late or smaller payment once does not change what is agreed for the next."),
        ],
    },
    Wording {
        id: "set-off",
        title: "New orders",
        lines: &[
            always("New orders are paid on their usual terms and are not part of this agreement."),
            always(
                "Neither party takes other claims off an instalment unless both have agreed to it in writing.",
            ),
        ],
    },
    Wording {
        id: "security",
        title: "Guarantee",
        lines: &[with(
            Var::Guarantor,
            "{guarantor} guarantees these payments in a separate document, and was advised to take independent advice \
             before signing it.",
        )],
    },
    Wording {
        id: "without-prejudice",
        title: "Talks before signing",
        lines: &[
            always(
                "What either party said or offered before both had signed was meant to find a solution and is not an \
                 admission.",
            ),
            always("The signed agreement itself may be shown to a court."),
        ],
    },
    Wording {
        id: "communication",
        title: "How we stay in touch",
        lines: &[
            with(Var::ClientContact, "Messages to the Client go to {client_contact}."),
            with(Var::BusinessContact, "Messages to the Business go to {business_contact}."),
            without(Var::ClientContact, "Messages go to the addresses the parties last gave each other."),
            with(Var::HoursFrom, "They are sent on working days between {hours_from} and {hours_to}."),
            always("Each party answers within {answer}."),
        ],
    },
    Wording {
        id: "confidentiality",
        title: "Confidentiality",
        lines: &[always(
            "Both parties keep this agreement to themselves. They may show it to advisers, auditors, authorities and \
             courts who need to see it.",
        )],
    },
    Wording {
        id: "data",
        title: "Personal details",
        lines: &[
            always(
                "Personal details are used only to carry out this agreement. They are kept for {retention} after the \
                 last payment, and longer only where the law asks for it.",
            ),
            always("The Client may ask at any time what is kept, and have mistakes corrected."),
        ],
    },
    Wording {
        id: "changes",
        title: "Changes",
        lines: &[always(
            "A change counts once both parties have signed it as a new version. The version before it stays readable, \
             and in force until then.",
        )],
    },
    Wording {
        id: "entire",
        title: "Whole agreement",
        lines: &[
            always(
                "This document and its schedules are everything the parties have agreed about paying this debt over time.",
            ),
            always("If one clause should not be valid, the others stay."),
        ],
    },
    Wording {
        id: "law",
        title: "Law and courts",
        lines: &[
            with(Var::Law, "The law of {law} applies."),
            without(Var::Law, "The law that applies to the invoices applies to this agreement too."),
            with(Var::Courts, "What cannot be settled by talking is decided by the courts of {courts}."),
            with(
                Var::Consumer,
                "The Client keeps the protection that the law of the Client’s own home gives to consumers.",
            ),
        ],
    },
    Wording {
        id: "advice",
        title: "Time to read and to ask",
        lines: &[
            always("Both parties had time to read this agreement and to ask for advice before signing it."),
            with(Var::Advice, "Free and independent advice about debt: {advice}."),
        ],
    },
    Wording {
        id: "signatures",
        title: "Signing",
        lines: &[
            always(
                "The parties sign by hand or electronically. Both accept that an electronic signature has the same \
                 effect here as one made by hand, and each receives the signed document.",
            ),
            always("The fingerprint on every page belongs to this version alone."),
        ],
    },
    Wording { id: "thanks", title: "Thank you", lines: &[always("Thank you for working this out with us.")] },
];
