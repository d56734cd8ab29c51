//! The options of a schedule, which a quote and a plan share.

use crate::line::a_day;
use clap::Args;
use goodterms_desk::Day;
use goodterms_desk::plans::QuoteAsk;

#[derive(Debug, Args)]
pub(crate) struct Schedule {
    /// How many instalments, 1 to 600.
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    count: Option<u32>,
    /// What each but the last comes to.
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    instalment: Option<String>,
    /// How far apart: week, two-weeks, twice-a-month, month or quarter [default: month].
    #[arg(long, value_name = "SPACING")]
    every: Option<String>,
    /// The first instalment's day [default: one period after the business day].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    start: Option<Day>,
    /// The day by which the last is due.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    end: Option<Day>,
    /// What monthly days hold on to: day or month-end [default: day].
    #[arg(long, value_name = "ANCHOR")]
    anchor: Option<String>,
    /// Paid at once, before the instalments.
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    down_payment: Option<String>,
    /// Percent a year.
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true)]
    annual_rate: Option<String>,
    /// Whose holidays count, as in ISO 3166: CA-ON.
    #[arg(long, value_name = "ID")]
    holidays: Option<String>,
    /// Where an instalment goes that falls on a day off: next, previous or none [default: none].
    #[arg(long = "move", value_name = "WAY")]
    shift: Option<String>,
}

impl Schedule {
    /// The same question, to the desk.
    pub(crate) fn ask(self, amount: String, currency: String, as_of: Option<Day>) -> QuoteAsk {
        QuoteAsk {
            amount,
            currency,
            count: self.count,
            instalment: self.instalment,
            every: self.every,
            start: self.start,
            end: self.end,
            anchor: self.anchor,
            down_payment: self.down_payment,
            annual_rate: self.annual_rate,
            holidays: self.holidays,
            shift: self.shift,
            as_of,
        }
    }
}
