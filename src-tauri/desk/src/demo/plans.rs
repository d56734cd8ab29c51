//! The payment plans of the sample: four that were or are being kept, one that waits for a signature, and
//! one that is not being kept.

use super::calendar::Calendar;
use super::clients::{AUBERGE, BOATS, FERNHILL, FERRY, HARBOUR, HUDSON, RIDEAU};
use crate::error::Answer;
use crate::plans::{QuoteAsk, plan_quote};
use chrono::Months;
use goodterms_terms::Day;

/// Whose agreement is printed with the sample.
pub(super) const PRINTED: &str = FERNHILL;

/// A plan, and how far it was kept.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) client: &'static str,
    pub(super) invoices: &'static [&'static str],
    pub(super) written: &'static str,
    /// Who signs for the client, once they do.
    pub(super) signatory: Option<&'static str>,
    total: &'static str,
    currency: &'static str,
    count: u32,
    every: &'static str,
    holidays: &'static str,
    /// One instalment and the day it is due: the others lie before and after it.
    fixed: (u32, &'static str),
    /// How many instalments came in.
    kept: u32,
    /// Those of them that came within the days of grace, and how many days late.
    late: &'static [(u32, i64)],
}

impl Plan {
    /// The schedule as it is asked for.
    pub(super) fn schedule(&self, calendar: Calendar) -> Answer<QuoteAsk> {
        Ok(QuoteAsk {
            count: Some(self.count),
            every: Some(self.every.to_owned()),
            start: Some(self.first_day(calendar)?),
            holidays: Some(self.holidays.to_owned()),
            shift: Some("next".to_owned()),
            ..QuoteAsk::default()
        })
    }

    /// What came in on it: the amounts of its instalments, each with its day.
    pub(super) fn receipts(&self, calendar: Calendar) -> Answer<Vec<(Day, String)>> {
        let ask = QuoteAsk {
            amount: self.total.to_owned(),
            currency: self.currency.to_owned(),
            ..self.schedule(calendar)?
        };
        let quote = plan_quote(&ask, calendar.day(self.written)?)?;
        let days_late = |n| self.late.iter().find(|(late, _)| *late == n).map_or(0, |(_, days)| *days);
        let kept = quote.instalments.into_iter().filter(|instalment| instalment.n <= self.kept);
        Ok(kept
            .map(|i| {
                let came = goodterms_terms::day::plus_days(i.due, days_late(i.n));
                (came.min(calendar.yesterday()), i.amount)
            })
            .collect())
    }

    fn first_day(&self, calendar: Calendar) -> Answer<Day> {
        let (n, told) = self.fixed;
        let day = calendar.day(told)?;
        Ok(day.checked_sub_months(Months::new(n - 1)).unwrap_or(day))
    }
}

/// In the order they were written.
pub(super) const PLANS: &[Plan] = &[
    Plan {
        client: HARBOUR,
        invoices: &["INV-1074"],
        written: "2026-01-15",
        signatory: Some("Grace Ellison"),
        total: "2712.00",
        currency: "CAD",
        count: 4,
        every: "month",
        holidays: "CA-ON",
        fixed: (1, "2026-01-30"),
        kept: 4,
        late: &[],
    },
    Plan {
        client: BOATS,
        invoices: &["INV-1079"],
        written: "2026-02-12",
        signatory: Some("Wesley Marchand"),
        total: "1695.00",
        currency: "CAD",
        count: 3,
        every: "month",
        holidays: "CA-ON",
        fixed: (1, "2026-02-27"),
        kept: 3,
        late: &[],
    },
    Plan {
        client: AUBERGE,
        invoices: &["INV-1083", "INV-1094"],
        written: "2026-03-10",
        signatory: Some("Luc Tremblay"),
        total: "2400.00",
        currency: "CAD",
        count: 8,
        every: "month",
        holidays: "CA-QC",
        fixed: (8, "2026-11-13"),
        kept: 8,
        late: &[(3, 4)],
    },
    Plan {
        client: FERNHILL,
        invoices: &["INV-1098", "INV-1112"],
        written: "2026-04-02",
        signatory: Some("Dana Petrov"),
        total: "7200.00",
        currency: "CAD",
        count: 10,
        every: "month",
        holidays: "CA-ON",
        fixed: (8, "2026-11-12"),
        kept: 7,
        late: &[],
    },
    Plan {
        client: FERRY,
        invoices: &["INV-1165", "INV-1174"],
        written: "2026-08-24",
        signatory: Some("Sam Okafor"),
        total: "3390.00",
        currency: "CAD",
        count: 6,
        every: "month",
        holidays: "CA-ON",
        fixed: (3, "2026-11-16"),
        kept: 3,
        late: &[],
    },
    Plan {
        client: HUDSON,
        invoices: &["INV-1159"],
        written: "2026-09-08",
        signatory: Some("Marcus Bell"),
        total: "2400.00",
        currency: "USD",
        count: 6,
        every: "two-weeks",
        holidays: "US",
        fixed: (1, "2026-09-15"),
        kept: 2,
        late: &[],
    },
    Plan {
        client: RIDEAU,
        invoices: &["INV-1227"],
        written: "2026-11-10",
        signatory: None,
        total: "5650.00",
        currency: "CAD",
        count: 5,
        every: "month",
        holidays: "CA-ON",
        fixed: (1, "2026-12-14"),
        kept: 0,
        late: &[],
    },
];
