//! Measures sealing and verifying: `cargo run --release -p goodterms-paper --example seal_pace`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "an example run by hand")]

#[path = "../tests/samples/mod.rs"]
mod samples;

use chrono::DateTime;
use goodterms_paper::render_pdf;
use goodterms_paper::seal::{Seal, SealKey, SealOrder, seal, verify};
use std::time::Instant;

fn main() {
    let rounds: u32 = 300;
    let measure = |name: &str, work: &dyn Fn()| {
        work();
        let start = Instant::now();
        (0..rounds).for_each(|_| work());
        println!("{name:44} {:9.2?} each", start.elapsed() / rounds);
    };
    let moment = DateTime::parse_from_rfc3339("2026-11-17T14:30:00-05:00").unwrap();
    let key = || SealKey::from_random_bytes(&[7; 32]);
    let own = Seal::self_signed(key(), "Harbour & Lane Catering Ltd.", &[5; 16], moment).unwrap();
    let file = render_pdf(&samples::agreement().document()).bytes;
    let order = |field| SealOrder { field, moment, reason: "Seal of the agreement", time_stamp: false };
    let sealed = seal(&file, &own, &order("business")).unwrap().bytes;
    let both = seal(&sealed, &own, &order("client")).unwrap().bytes;
    println!("agreement {} bytes, sealed {}, sealed twice {}", file.len(), sealed.len(), both.len());
    measure("a key and its certificate", &|| {
        drop(Seal::self_signed(key(), "Harbour & Lane Catering Ltd.", &[5; 16], moment));
    });
    measure("sealing", &|| drop(seal(&file, &own, &order("business"))));
    measure("verifying a sealed agreement", &|| drop(verify(&sealed)));
    measure("verifying one with two signatures", &|| drop(verify(&both)));
}
