//! A short run of the fuzzer over every parser; the long one is `cargo run --release --example fuzz`.

#[path = "../../fuzz/mutate.rs"]
mod mutate;
#[path = "../../fuzz/run.rs"]
mod run;
#[path = "../../fuzz/seeds.rs"]
pub(crate) mod seeds;

/// As many as a debug build reads in some seconds.
const EXECUTIONS: u64 = 400;

#[test]
fn nothing_breaks_over_mutated_files() {
    for (parser, _) in seeds::PARSERS {
        let tally = run::run(parser, EXECUTIONS, 20_261_122, || 0, |_| {});
        println!("{parser}: {} executions, {} files read", tally.executions, tally.read);
        if let Some(find) = tally.finds.first() {
            panic!("{parser}, execution {}: {}", find.number, find.what);
        }
    }
}

/// A seed that is refused before it is mutated would test nothing.
#[test]
fn most_seeds_are_read_as_they_are() {
    for (parser, _) in seeds::PARSERS.iter().filter(|(parser, _)| *parser != "pdf") {
        let first = seeds::seeds(parser).remove(0).packed();
        let outcome = goodterms_intake::read(&first, &crate::samples::options());
        let told = outcome.as_ref().err().map(|refusal| refusal.message.clone());
        assert!(outcome.is_ok() || *parser == "mail", "{parser}: {told:?}");
    }
}
