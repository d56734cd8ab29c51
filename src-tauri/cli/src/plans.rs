//! `plan`: worked out, agreed, signed, followed.

use crate::books::picture;
use crate::line::a_day;
use crate::output::{Done, Output};
use crate::page::{Page, Paged};
use crate::schedule::Schedule;
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::{count, is_nothing, listed, spoken};
use clap::{Args, Subcommand};
use goodterms_desk::books::{StartAsk, start_view};
use goodterms_desk::plans::{
    self, PlanAsk, PlanCreate, PlanCreated, PlanList, PlanListAsk, PlanMatch, PlanMatched, PlanSeal,
    PlanSealed, PlanSign, PlanSignInCopy, PlanSigned, PlanView, QuoteView, Signing,
};
use goodterms_desk::{Answer, Day};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum PlanVerb {
    /// Work a schedule out: two of instalment, count, spacing and end decide the rest. Needs no book.
    Quote(Quote),
    /// Write a plan over a client's invoices, with its agreement as a PDF.
    Create(Box<Create>),
    /// Sign a plan for one party, in any order; signed by both it is active.
    Sign(Sign),
    /// Seal the agreement both have signed: with its certificate page, and a digital signature of yours.
    Seal {
        /// Which, by reference, fingerprint or client.
        plan: String,
        /// Where the sealed agreement shall be written.
        #[arg(long, value_name = "PDF")]
        out: PathBuf,
    },
    /// Say which agreement a file is that came back, sealed or scanned, or why it is none.
    Match {
        /// A PDF, or a picture of a page.
        file: PathBuf,
        /// Keep the copy in the book, when it is one of ours.
        #[arg(long)]
        keep: bool,
    },
    /// All plans as they stand on a day.
    List {
        /// One client's, by id, name or number.
        #[arg(long)]
        client: Option<String>,
    },
    /// One plan as it stands on a day.
    Show {
        /// Which, by reference, fingerprint or client.
        plan: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Quote {
    /// What is to be paid.
    #[arg(long, allow_hyphen_values = true)]
    amount: String,
    /// Currency, as in ISO 4217.
    #[arg(long)]
    currency: String,
    #[command(flatten)]
    schedule: Schedule,
}

#[derive(Debug, Args)]
pub(crate) struct Create {
    /// Whose, by id, name or number.
    #[arg(long)]
    client: String,
    /// Which invoices [default: all open ones of one currency].
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    invoices: Vec<String>,
    /// How much of them [default: their balance].
    #[arg(long, allow_hyphen_values = true)]
    amount: Option<String>,
    /// Currency, when the client owes in several.
    #[arg(long)]
    currency: Option<String>,
    #[command(flatten)]
    schedule: Schedule,
    /// Switch a clause of the agreement on or off; once for each.
    #[arg(long, value_name = "ID=on|off")]
    clause: Vec<String>,
    /// Where the agreement shall be written.
    #[arg(long, value_name = "PDF")]
    out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Sign {
    /// Which, by reference, fingerprint or client.
    plan: String,
    /// Who signs: business or client.
    #[arg(long)]
    party: String,
    /// The name signed [default, of a file signed in another program: as its certificate says].
    #[arg(long, required_unless_present = "on_paper")]
    name: Option<String>,
    /// For whom, or as what: owner, office manager.
    #[arg(long)]
    role: Option<String>,
    #[command(flatten)]
    signing: How,
    /// The day the signature on that copy bears [default: the business day].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day, conflicts_with_all = ["typed", "drawn"])]
    signed_on: Option<Day>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct How {
    /// The name is typed.
    #[arg(long)]
    typed: bool,
    /// The name is drawn, in this picture.
    #[arg(long, value_name = "PNG")]
    drawn: Option<PathBuf>,
    /// You saw the signature on this copy that came back: a scan, or a PDF signed in another program. It is kept.
    #[arg(long, value_name = "FILE")]
    on_paper: Option<PathBuf>,
}

impl PlanVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let as_of = sitting.as_of();
        match self {
            Self::Quote(quote) => {
                let today = start_view(sitting.desk(), StartAsk {}).await?.today;
                let currency = quote.currency.to_ascii_uppercase();
                let view =
                    plans::plan_quote(&quote.schedule.ask(quote.amount, quote.currency, as_of), today)?;
                Output::of(&view, quoted(&view, &currency))
            }
            Self::Create(create) => create.run(sitting).await,
            Self::Sign(sign) => {
                let signed = sign.done(sitting).await?;
                Output::of(&signed, who_signed(&signed))
            }
            Self::Seal { plan, out } => {
                let ask = PlanSeal { plan, out: Some(out.to_string_lossy().into_owned()), as_of };
                let sealed = plans::plan_seal(sitting.writing().await?, ask).await?;
                Output::of(&sealed, who_sealed(&sealed))
            }
            Self::Match { file, keep } => {
                let ask = PlanMatch { path: file.to_string_lossy().into_owned(), keep: Some(keep), as_of };
                let desk = if keep { sitting.writing().await? } else { sitting.reading().await? };
                let matched = plans::plan_match(desk, ask).await?;
                Output::of(&matched, what_it_is(&matched))
            }
            Self::List { client } => {
                let mut list =
                    plans::plan_list(sitting.reading().await?, PlanListAsk { client, as_of }).await?;
                let next = sitting.page().cut(&mut list.plans, |plan| &plan.plan)?;
                let words = overview(&list) + &Page::onward(next.as_ref());
                Output::of(&Paged { list, next }, words)
            }
            Self::Show { plan } => {
                let list = plans::plan_show(sitting.reading().await?, PlanAsk { plan, as_of }).await?;
                let words = list.plans.iter().map(|plan| shown(plan, &list)).collect::<Vec<_>>().join("\n\n");
                Output::of(&list, words)
            }
        }
    }
}

impl Sign {
    async fn done(self, sitting: &Sitting) -> Answer<PlanSigned> {
        let Self { plan, party, name, role, signing, signed_on } = self;
        let as_of = sitting.as_of();
        if let Some(copy) = signing.on_paper {
            let path = copy.to_string_lossy().into_owned();
            let ask = PlanSignInCopy { plan, party, name, role, path, signed_on, seen: true, as_of };
            return plans::plan_sign_in_copy(sitting.writing().await?, ask).await;
        }
        let signing = match signing.drawn {
            Some(file) => Signing::Drawn { png: picture(&file)? },
            None => Signing::Typed,
        };
        let ask = PlanSign { plan, party, name: name.unwrap_or_default(), role, signing, as_of };
        plans::plan_sign(sitting.writing().await?, ask).await
    }
}

impl Create {
    async fn run(self, sitting: &Sitting) -> Done {
        let ask = PlanCreate {
            client: self.client,
            invoices: self
                .invoices
                .iter()
                .map(|number| number.trim().to_owned())
                .filter(|n| !n.is_empty())
                .collect(),
            amount: self.amount,
            currency: self.currency,
            schedule: self.schedule.ask(String::new(), String::new(), None),
            clauses: self.clause,
            settle: None,
            out: Some(self.out.to_string_lossy().into_owned()),
            as_of: sitting.as_of(),
        };
        let created = plans::plan_create(sitting.writing().await?, ask).await?;
        Output::of(&created, written(&created))
    }
}

fn written(created: &PlanCreated) -> String {
    let mut parts = vec![format!(
        "Wrote {}, version {}.\nThe agreement: {}\nIts fingerprint: {}\nIt is active once both parties have signed it.",
        created.plan,
        created.version,
        created.pdf.as_deref().unwrap_or_default(),
        created.fingerprint
    )];
    for warning in &created.warnings {
        parts.push(crate::words::noted(warning));
    }
    parts.join("\n\n")
}

fn who_signed(signed: &PlanSigned) -> String {
    let mut lines: Vec<String> = signed
        .signatures
        .iter()
        .map(|by| {
            let on = by.signed_on.unwrap_or(by.on);
            format!("{} signed for the {} on {on} ({}).", by.name, by.party, spoken(&by.how))
        })
        .collect();
    lines.push(if signed.state == "active" {
        format!("{} is signed by both and active.", signed.plan)
    } else {
        format!("{} still waits for the other party.", signed.plan)
    });
    lines.join("\n")
}

fn who_sealed(sealed: &PlanSealed) -> String {
    format!(
        "Sealed {}, version {}, by {} at {}.\nThe agreement: {}\nIts SHA-256: {}\nThe key: {}\n\
         The seal shows every later change, and whose key it was; it does not prove who held the key.",
        sealed.plan,
        sealed.version,
        sealed.seal.subject,
        sealed.seal.signed_at,
        sealed.pdf.as_deref().unwrap_or_default(),
        sealed.sha256,
        sealed.seal.key
    )
}

fn what_it_is(matched: &PlanMatched) -> String {
    let kind = if matched.kind == "sealed" { "The sealed agreement" } else { "The agreement as printed" };
    let mut lines = vec![format!("{kind} of {}, version {}.", matched.plan, matched.version)];
    lines.push(format!("Its fingerprint: {}", matched.fingerprint));
    lines.extend(matched.added.iter().map(|name| format!("Signed since by {name}.")));
    lines.join("\n")
}

fn quoted(view: &QuoteView, currency: &str) -> String {
    let with_interest = !is_nothing(&view.interest);
    let mut table = if with_interest {
        Table::new(&[">No.", "Due", ">Amount", ">Principal", ">Interest"])
    } else {
        Table::new(&[">No.", "Due", ">Amount"])
    };
    for i in &view.instalments {
        let mut cells = vec![i.n.to_string(), i.due.to_string(), i.amount.clone()];
        if with_interest {
            cells.extend([i.principal.clone(), i.interest.clone()]);
        }
        table.row(cells);
    }
    let interest =
        if with_interest { format!(", of which {} interest", view.interest) } else { String::new() };
    let mut text = format!(
        "{}\n\n{} {currency} in all{interest}, paid by {}.",
        table.drawn(),
        view.total,
        view.last_due
    );
    if !view.cautions.is_empty() {
        let cautions: Vec<String> = view.cautions.iter().map(|caution| spoken(caution)).collect();
        text.push_str(&format!("\n\nWorth a second look: {}.", listed(&cautions)));
    }
    text
}

fn overview(list: &PlanList) -> String {
    if list.plans.is_empty() {
        return format!("There are no plans as at {}.", list.as_of);
    }
    let mut table =
        Table::new(&["Plan", "Client", ">Version", "State", ">Total", ">Paid", "Currency", "Next due"]);
    for plan in &list.plans {
        table.row([
            plan.plan.clone(),
            plan.client.clone(),
            plan.version.to_string(),
            spoken(&plan.state),
            plan.total.clone(),
            plan.paid.clone(),
            plan.currency.clone(),
            plan.next_due.map(|day| day.to_string()).unwrap_or_default(),
        ]);
    }
    format!("As at {}\n\n{}", list.as_of, table.drawn())
}

fn shown(plan: &PlanView, list: &PlanList) -> String {
    let mut table = Table::new(&[">No.", "Due", ">Amount", ">Paid", "State"]);
    for i in &plan.instalments {
        table.row([i.n.to_string(), i.due.to_string(), i.amount.clone(), i.paid.clone(), spoken(&i.state)]);
    }
    let signed = if plan.signed_by.is_empty() { "nobody yet".to_owned() } else { listed(&plan.signed_by) };
    format!(
        "{} of {}, version {}, {} as at {}\n\n{}\n\n{} of {} {} paid. Covers {}: {}.\nSigned by {signed}. Fingerprint {}",
        plan.plan,
        plan.client,
        plan.version,
        spoken(&plan.state),
        list.as_of,
        table.drawn(),
        plan.paid,
        plan.total,
        plan.currency,
        count(plan.invoices.len() as u64, "invoice"),
        listed(&plan.invoices),
        plan.fingerprint,
    )
}
