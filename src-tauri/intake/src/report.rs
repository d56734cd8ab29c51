//! Reports: rows that stand under headings, and totals that say what rows should come to.
//!
//! A heading names a client, or a span of ageing, which is no client. Headings nest as QuickBooks nests
//! jobs under customers: one that has a total further down holds all up to it, one without ends at the next.
//! A total that differs from its rows is worth a word and stops nothing: some programs net it otherwise.

use crate::columns::Field;
use crate::columns::plan::{AmountCell, Plan};
use crate::drafts::{Intake, WarningCode};
use crate::table::Line;
use crate::table::header::Header;
use crate::values::totals;
use std::collections::HashMap;

/// What a row is to a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It names what stands below it.
    Heading,
    /// It adds up what stands above it.
    Total,
}

/// What the rows of a report show before they are read one by one.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    left_of: Option<usize>,
    /// How many totals there are for each name.
    totals: HashMap<String, u32>,
    any_total: bool,
}

impl Headings {
    pub(crate) fn of(header: &Header) -> Self {
        Self { left_of: header.headings, ..Self::default() }
    }

    /// What a row below the header is, when it is no row of its own.
    pub(crate) fn mark(&self, line: &Line<'_>) -> Option<Mark> {
        let left_of = self.left_of?;
        let mut filled = line.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
        let (at, first) = filled.next()?;
        let alone = filled.next().is_none();
        match () {
            () if at >= left_of => None,
            () if totals::is_total(first) && (!alone || totals::total_of(first).is_none()) => {
                Some(Mark::Total)
            }
            () if alone => Some(Mark::Heading),
            () => None,
        }
    }

    /// Looks at a row on the first way through.
    pub(crate) fn see(&mut self, line: &Line<'_>) {
        let first = line.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        if !totals::is_total(first) {
            return;
        }
        self.any_total = true;
        if self.mark(line) == Some(Mark::Total)
            && let Some(name) = totals::total_of(first)
        {
            *self.totals.entry(key(name)).or_default() += 1;
        }
    }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Where one is in a report on the second way through.
#[derive(Debug)]
pub(crate) struct Report<'p> {
    plan: &'p Plan,
    headings: Headings,
    open: Vec<Group>,
    all: Sums,
    /// The open headings that name a client, joined as QuickBooks joins customer and job.
    client: String,
    /// Amounts of several currencies stand in one column, so no total can be checked.
    currency: Option<String>,
    mixed: bool,
}

#[derive(Debug, Default)]
struct Group {
    name: String,
    sums: Sums,
}

/// What the rows of a group come to, in millionths, for each column that totals can stand in.
#[derive(Debug, Default, Clone, Copy)]
struct Sums([i128; 3]);

const ADDED: [Field; 3] = [Field::Balance, Field::Total, Field::Amount];

impl<'p> Report<'p> {
    pub(crate) fn of(headings: Headings, plan: &'p Plan) -> Self {
        Self {
            plan,
            headings,
            open: Vec::new(),
            all: Sums::default(),
            client: String::new(),
            currency: None,
            mixed: false,
        }
    }

    /// What the headings above say about the client.
    pub(crate) fn client(&self) -> &str {
        &self.client
    }

    /// What tells headings and totals from rows.
    pub(crate) const fn headings(&self) -> &Headings {
        &self.headings
    }

    /// Goes under a heading.
    pub(crate) fn enter(&mut self, line: &Line<'_>) {
        let name = line.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        // A heading without a total of its own ends where the next begins.
        while self.open.last().is_some_and(|group| !self.headings.totals.contains_key(&key(&group.name))) {
            self.open.pop();
        }
        self.open.push(Group { name: name.to_owned(), sums: Sums::default() });
        self.name_client();
    }

    fn name_client(&mut self) {
        let names: Vec<&str> = self
            .open
            .iter()
            .map(|group| group.name.as_str())
            .filter(|name| !totals::is_ageing(name))
            .collect();
        self.client = names.join(":");
    }

    /// Adds a row to all that it stands under.
    pub(crate) fn add(&mut self, line: &Line<'_>) {
        if !self.headings.any_total || self.mixed {
            return;
        }
        let currency = self.plan.text(line, Field::Currency);
        match &self.currency {
            None => self.currency = Some(currency.to_owned()),
            Some(known) => self.mixed = known != currency,
        }
        let row = amounts(self.plan, line);
        for sums in self.open.iter_mut().map(|group| &mut group.sums).chain([&mut self.all]) {
            for (sum, amount) in sums.0.iter_mut().zip(row) {
                *sum = sum.saturating_add(amount.unwrap_or(0));
            }
        }
    }

    /// Compares a total with its rows, and leaves the heading it closes.
    pub(crate) fn close(&mut self, line: &Line<'_>, intake: &mut Intake) {
        let first = line.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        let name = totals::total_of(first).map(key);
        let at = name.as_ref().and_then(|name| self.open.iter().rposition(|group| key(&group.name) == *name));
        let group = at.and_then(|at| self.open.drain(at..).next());
        if let (Some(_), Some(name)) = (&group, &name)
            && let Some(left) = self.headings.totals.get_mut(name)
        {
            *left -= 1;
            if *left == 0 {
                self.headings.totals.remove(name);
            }
        }
        let sums = match (&group, name) {
            (Some(group), _) => group.sums,
            (None, None) => self.all,
            (None, Some(_)) => return, // a total of something the rows do not show
        };
        self.name_client();
        if self.mixed {
            return;
        }
        let said = amounts(self.plan, line);
        let differs = said
            .iter()
            .zip(sums.0)
            .find_map(|(said, sum)| said.filter(|said| *said != sum).map(|s| (s, sum)));
        if let Some((said, sum)) = differs {
            let message = format!(
                "\u{201c}{first}\u{201d} says {}, but its rows add up to {}",
                in_digits(said),
                in_digits(sum)
            );
            intake.warn(Some(line.number), WarningCode::TotalDiffers, message);
        }
    }
}

fn amounts(plan: &Plan, line: &Line<'_>) -> [Option<i128>; 3] {
    ADDED.map(|field| match plan.amount(line, field) {
        AmountCell::Figure(figure, _) => figure.millionths(),
        AmountCell::Empty | AmountCell::Unreadable(_) => None,
    })
}

/// Millionths as a decimal with two places at least.
fn in_digits(millionths: i128) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let text = format!(
        "{sign}{}.{:06}",
        millionths.unsigned_abs() / 1_000_000,
        millionths.unsigned_abs() % 1_000_000
    );
    let idle = text.len() - text.trim_end_matches('0').len();
    text.get(..text.len() - idle.min(4)).unwrap_or(&text).to_owned()
}
