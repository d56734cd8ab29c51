//! `ageing`: how late what is owed is.

use crate::output::{Done, Output};
use crate::sitting::Sitting;
use crate::table::Table;
use clap::Args;
use goodterms_desk::ageing::{self, AgeingAsk, AgeingFigures, AgeingView};

#[derive(Debug, Args)]
pub(crate) struct Ageing {}

impl Ageing {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let view = ageing::ageing(sitting.reading().await?, AgeingAsk { as_of: sitting.as_of() }).await?;
        Output::of(&view, aged(&view))
    }
}

fn aged(view: &AgeingView) -> String {
    if view.clients.is_empty() {
        return format!("Nothing is owed as at {}.", view.as_of);
    }
    let heads = [
        "Client",
        "Currency",
        ">Current",
        ">1\u{2013}30",
        ">31\u{2013}60",
        ">61\u{2013}90",
        ">Over 90",
        ">Total",
        ">Credit",
        ">Net",
    ];
    let mut table = Table::new(&heads);
    for row in &view.clients {
        table.row([row.client.clone(), row.currency.clone()].into_iter().chain(cells(&row.figures)));
    }
    for (currency, figures) in &view.currencies {
        table.row(["All clients".to_owned(), currency.clone()].into_iter().chain(cells(figures)));
    }
    format!("As at {}, in days past due\n\n{}", view.as_of, table.drawn())
}

fn cells(figures: &AgeingFigures) -> [String; 8] {
    let figures = figures.clone();
    [
        figures.current,
        figures.d1_30,
        figures.d31_60,
        figures.d61_90,
        figures.d90_plus,
        figures.total,
        figures.credit,
        figures.net,
    ]
}
