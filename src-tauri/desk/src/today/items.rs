//! Each kind of thing that may need somebody, from what the book knows.

use super::{Held, MOST_OF_A_GROUP, TodayItem, who};
use crate::error::Answer;
use crate::overlay::Laid;
use crate::plans::grace_until;
use crate::shown::{account_id, amount, client_id, document_id, import_id, row_of};
use goodterms_ledger::import::ListedImport;
use goodterms_ledger::plan::{self, Which};
use goodterms_ledger::reading::bank::AccountRow;
use goodterms_ledger::reading::worklist::{self, Announced, Disputed, Late, PaidUp};
use goodterms_ledger::{Connection, client};
use goodterms_terms::ageing::Ageing;
use goodterms_terms::day;
use goodterms_terms::plan::{InstalmentState, PlanState, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// Days after a word in which the client is left in peace.
const PEACE: i64 = 7;
/// Days after the due day before the last letter is worth a thought.
const LAST_LETTER_AFTER: i64 = 45;
/// Days in which a kindness is still fresh enough for thanks.
pub(super) const THANKS_WITHIN: i64 = 7;
/// Days before a deadline from which it is worth a look.
const DEADLINE_NEAR: i64 = 3;
/// Days for which a file that came in is offered for review.
const REVIEW_WITHIN: i64 = 30;
/// The order of the groups: what came in is looked at before anybody is written to.
const GROUPS: [&str; 8] = ["bank", "demands", "plans", "late", "disputes", "credit", "imports", "thanks"];

/// A day's work in the making.
pub(super) struct Day {
    on: goodterms_terms::Day,
    items: Vec<TodayItem>,
    pub(super) held: Vec<Held>,
}

impl Day {
    pub(super) fn new(on: goodterms_terms::Day) -> Self {
        Self { on, items: Vec::new(), held: Vec::new() }
    }

    /// The items to be shown, and how many of each group are not.
    pub(super) fn listed(&mut self) -> (Vec<TodayItem>, BTreeMap<&'static str, usize>) {
        let mut all = std::mem::take(&mut self.items);
        let (mut listed, mut more) = (Vec::new(), BTreeMap::new());
        for group in GROUPS {
            let (mut mine, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|item| item.group == group);
            if mine.len() > MOST_OF_A_GROUP {
                more.insert(group, mine.len() - MOST_OF_A_GROUP);
                mine.truncate(MOST_OF_A_GROUP);
            }
            listed.append(&mut mine);
            all = others;
        }
        (listed, more)
    }

    fn hold(&mut self, client: i64, name: &str, why: &'static str, more: impl FnOnce(&mut Held)) {
        let mut held = Held {
            client: name.to_owned(),
            client_id: client_id(client),
            why,
            until: None,
            since: None,
            plan: None,
            invoice: None,
        };
        more(&mut held);
        if self.held.iter().all(|other| other.client_id != held.client_id) {
            self.held.push(held);
        }
    }

    /// Who is late: a first word, another word, the last letter, or peace.
    pub(super) fn late(&mut self, late: &[Late], announced: &[Announced], reminders: u32) -> Answer<()> {
        let demanded: BTreeSet<i64> = announced.iter().map(|demand| demand.client).collect();
        for client in late.iter().filter(|client| !demanded.contains(&client.client)) {
            let peace_ends = client.last_word.map(|word| day::plus_days(word, PEACE));
            let days_late = (self.on - client.since).num_days();
            let since_word = client.last_word.filter(|word| *word > client.since);
            let kind = match since_word {
                None => "newly_late",
                Some(_) if peace_ends.is_some_and(|ends| ends > self.on) => {
                    self.hold(client.client, &client.client_name, "written_recently", |held| {
                        held.since = client.last_word;
                        held.until = peace_ends;
                    });
                    continue;
                }
                Some(_) if client.reminders >= reminders.max(1) && days_late >= LAST_LETTER_AFTER => {
                    "demand_possible"
                }
                Some(_) => "late_again",
            };
            let item = TodayItem {
                id: format!("{kind} {} {}", client.client, client.currency),
                group: "late",
                kind,
                language: Some(client.language.clone()).filter(|language| !language.is_empty()),
                amount: Some(amount(client.open, &client.currency)?),
                currency: Some(client.currency.clone()),
                days_late: Some(days_late),
                since: Some(client.since),
                words: Some(client.reminders),
                last_word: client.last_word,
                ..TodayItem::default()
            };
            self.items.push(who(item, client.client, &client.client_name));
        }
        Ok(())
    }

    /// Names the invoices of those late clients that are shown: of a large book only some are.
    pub(super) async fn number(&mut self, conn: &mut Connection, apart: &[i64]) -> Answer<()> {
        for item in self.items.iter_mut().filter(|item| item.group == "late").take(MOST_OF_A_GROUP) {
            let client = item.client_id.as_deref().and_then(|id| row_of(id, "client")).unwrap_or_default();
            let currency = item.currency.clone().unwrap_or_default();
            item.invoices = worklist::late_numbers(conn, client, &currency, apart, self.on).await?;
        }
        Ok(())
    }

    /// Active plans: what is missing, what came in, or peace.
    pub(super) async fn plans(&mut self, conn: &mut Connection, plans: &[Laid]) -> Answer<()> {
        for laid in plans {
            let standing = laid.version.standing(&laid.receipts, self.on);
            let unpaid = standing
                .instalments
                .iter()
                .find(|i| matches!(i.state, InstalmentState::InGrace | InstalmentState::Missed));
            if let Some(instalment) = unpaid {
                let missed = instalment.state == InstalmentState::Missed;
                let open = instalment.amount.minor() - instalment.paid.minor();
                let item = TodayItem {
                    kind: if missed { "instalment_missed" } else { "instalment_in_grace" },
                    amount: Some(amount(open, laid.rows.currency.code())?),
                    days_late: Some((self.on - instalment.due).num_days()),
                    n: Some(instalment.n),
                    due: Some(instalment.due),
                    until: grace_until(laid, &standing),
                    ..Self::of_plan(laid)
                };
                self.items.push(who(item, laid.rows.client, &laid.rows.client_name));
                continue;
            }
            if standing.open.is_positive() {
                self.hold(laid.rows.client, &laid.rows.client_name, "plan_on_track", |held| {
                    held.plan = Some(laid.rows.reference.clone());
                    held.until = standing.next_due;
                });
            }
            self.thank_for(conn, laid, &standing).await?;
        }
        Ok(())
    }

    async fn thank_for(&mut self, conn: &mut Connection, laid: &Laid, standing: &Standing) -> Answer<()> {
        let Some(latest) = laid.receipts.iter().map(|receipt| receipt.on).max() else { return Ok(()) };
        if (self.on - latest).num_days() > THANKS_WITHIN
            || worklist::last_thanked(conn, laid.rows.client, self.on).await?.is_some_and(|day| day >= latest)
        {
            return Ok(());
        }
        let kept = standing.instalments.iter().rev().find(|i| i.state == InstalmentState::Kept);
        let Some(kept) = kept else { return Ok(()) };
        let item = TodayItem {
            id: format!("thank {}", laid.rows.reference),
            group: "thanks",
            kind: if standing.state == PlanState::Completed { "thank_completed" } else { "thank_instalment" },
            amount: Some(kept.amount.to_string()),
            n: Some(kept.n),
            since: Some(latest),
            ..Self::of_plan(laid)
        };
        self.items.push(who(item, laid.rows.client, &laid.rows.client_name));
        Ok(())
    }

    /// Plans that wait for a signature.
    pub(super) async fn unsigned(&mut self, conn: &mut Connection) -> Answer<()> {
        for rows in plan::versions(conn, Which::All, None, self.on).await? {
            if rows.effective_on.is_some() || rows.ended_on.is_some() {
                continue;
            }
            let laid = Laid::of(rows)?;
            let total: i64 = laid.rows.instalments.iter().map(|i| i.principal + i.interest).sum();
            let item = TodayItem {
                kind: "plan_to_sign",
                amount: Some(amount(total, laid.rows.currency.code())?),
                since: Some(laid.rows.drafted_on),
                count: Some(laid.rows.signatures.len() as u64),
                ..Self::of_plan(&laid)
            };
            self.items.push(who(item, laid.rows.client, &laid.rows.client_name));
        }
        Ok(())
    }

    fn of_plan(laid: &Laid) -> TodayItem {
        let counted = laid.rows.instalments.iter().filter(|i| i.n > 0).count();
        TodayItem {
            id: format!("plan {}", laid.rows.reference),
            group: "plans",
            plan: Some(laid.rows.reference.clone()),
            of: u32::try_from(counted).ok(),
            currency: Some(laid.rows.currency.to_string()),
            invoices: laid.rows.covers.iter().map(|cover| cover.number.clone()).collect(),
            ..TodayItem::default()
        }
    }

    /// Final demands: the step announced is due, the deadline is near, or peace until then.
    pub(super) fn demands(&mut self, announced: &[Announced]) -> Answer<()> {
        for demand in announced {
            let kind = if demand.due <= self.on {
                "step_due"
            } else if (demand.deadline - self.on).num_days() <= DEADLINE_NEAR {
                "deadline_near"
            } else {
                self.hold(demand.client, &demand.client_name, "demand_waiting", |held| {
                    held.since = Some(demand.on);
                    held.until = Some(demand.deadline);
                });
                continue;
            };
            let item = TodayItem {
                id: format!("demand-{}", demand.demand),
                group: "demands",
                kind,
                amount: Some(amount(demand.total, &demand.currency)?),
                currency: Some(demand.currency.clone()),
                since: Some(demand.on),
                due: Some(demand.due),
                until: Some(demand.deadline),
                demand: Some(format!("demand-{}", demand.demand)),
                document: Some(document_id(demand.document)),
                next_step: Some(demand.step.clone()),
                ..TodayItem::default()
            };
            self.items.push(who(item, demand.client, &demand.client_name));
        }
        Ok(())
    }

    /// Disputes: each is a question somebody waits to have answered.
    pub(super) fn disputes(&mut self, disputes: &[Disputed]) -> Answer<()> {
        for dispute in disputes {
            let item = TodayItem {
                id: format!("dispute {}", dispute.entry),
                group: "disputes",
                kind: "dispute_open",
                amount: Some(amount(dispute.amount, &dispute.currency)?),
                currency: Some(dispute.currency.clone()),
                since: Some(dispute.since),
                invoices: vec![dispute.number.clone()],
                note: Some(dispute.note.clone()).filter(|note| !note.is_empty()),
                ..TodayItem::default()
            };
            self.items.push(who(item, dispute.client, &dispute.client_name));
            self.hold(dispute.client, &dispute.client_name, "dispute", |held| {
                held.since = Some(dispute.since);
                held.invoice = Some(dispute.number.clone());
            });
        }
        Ok(())
    }

    /// Credit on account: it could pay something.
    pub(super) async fn credit(
        &mut self,
        conn: &mut Connection,
        aged: &BTreeMap<(i64, String), Ageing>,
    ) -> Answer<()> {
        let credits: Vec<_> = aged.iter().filter(|(_, ageing)| ageing.credit < 0).collect();
        let ids: Vec<i64> = credits.iter().map(|((client, _), _)| *client).collect();
        let names = client::names(conn, &ids).await?;
        for ((client, currency), ageing) in credits {
            let item = TodayItem {
                id: format!("credit {client} {currency}"),
                group: "credit",
                kind: "credit_unused",
                amount: Some(amount(-ageing.credit, currency)?),
                currency: Some(currency.clone()),
                ..TodayItem::default()
            };
            self.items.push(who(item, *client, names.get(client).map_or("", String::as_str)));
        }
        Ok(())
    }

    /// Accounts with money in that nobody has matched yet.
    pub(super) fn bank(&mut self, accounts: Vec<AccountRow>) {
        self.items.extend(accounts.into_iter().filter(|account| account.unmatched > 0).map(|account| {
            let id = account_id(account.id);
            TodayItem {
                id: format!("match {id}"),
                group: "bank",
                kind: "bank_unmatched",
                account: Some(id),
                account_number: Some(account.number).filter(|number| !number.is_empty()),
                currency: Some(account.currency),
                count: Some(account.unmatched),
                ..TodayItem::default()
            }
        }));
    }

    /// Files that came in with due days that were assumed.
    pub(super) fn imports(&mut self, imports: &[ListedImport]) {
        let fresh = imports.iter().filter(|listed| {
            let age = (self.on - listed.on).num_days();
            !listed.import.undone && listed.assumed > 0 && (0..=REVIEW_WITHIN).contains(&age)
        });
        self.items.extend(fresh.map(|listed| TodayItem {
            id: import_id(listed.import.id),
            group: "imports",
            kind: "import_review",
            import: Some(import_id(listed.import.id)),
            file: Some(listed.import.file_name.clone()),
            count: Some(listed.assumed),
            since: Some(listed.on),
            ..TodayItem::default()
        }));
    }

    /// Invoices paid on time: thanks are work like any other. One line for each client.
    pub(super) fn thanks(&mut self, paid: &[PaidUp]) -> Answer<()> {
        let mut thanked = BTreeSet::new();
        for invoice in paid {
            let planned = |item: &TodayItem| {
                item.group == "thanks" && item.client_id.as_deref() == Some(&client_id(invoice.client))
            };
            if !thanked.insert(invoice.client) || self.items.iter().any(planned) {
                continue;
            }
            let item = TodayItem {
                id: format!("thank invoice-{}", invoice.entry),
                group: "thanks",
                kind: "thank_payment",
                language: Some(invoice.language.clone()).filter(|language| !language.is_empty()),
                amount: Some(amount(invoice.total, &invoice.currency)?),
                currency: Some(invoice.currency.clone()),
                since: Some(invoice.on),
                due: Some(invoice.due),
                invoices: vec![invoice.number.clone()],
                ..TodayItem::default()
            };
            self.items.push(who(item, invoice.client, &invoice.client_name));
        }
        Ok(())
    }
}
