//! Seals and what comes back: judged by our own verifier, and by tools that know nothing of us.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should fail")]
#![allow(clippy::print_stdout, reason = "what is skipped is said aloud")]

#[path = "../samples/mod.rs"]
mod samples;

mod attacks;
mod bytes;
mod keys;
mod scans;
mod sealing;
mod stamps;
mod tools;

use chrono::{DateTime, FixedOffset};
use goodterms_paper::render_pdf;
use goodterms_paper::seal::{Seal, SealKey, SealOrder, Sealed, seal};
use std::sync::OnceLock;

/// A Tuesday afternoon in Kingston, Ontario.
fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-17T14:30:00-05:00").unwrap()
}

/// The seal of the sample business.
fn harbour() -> Seal {
    let key = SealKey::from_random_bytes(&[7; 32]);
    Seal::self_signed(key, "Harbour & Lane Catering Ltd.", &[5; 16], moment()).unwrap()
}

fn order(field: &str) -> SealOrder<'_> {
    SealOrder { field, moment: moment(), reason: "Seal of the agreement", time_stamp: false }
}

fn sealed(file: &[u8]) -> Sealed {
    seal(file, &harbour(), &order("business")).unwrap()
}

/// An agreement that nobody has signed.
fn agreement() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| render_pdf(&samples::agreement().document()).bytes)
}

/// The same, sealed by the business.
fn sent() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| sealed(agreement()).bytes)
}

/// The smallest file that can be sealed, whatever agreements look like this year.
fn small() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Annots[6 0 R 7 0 R]/Resources<<>>>>",
        "<</Length 27>>\nstream\n0.5 g 20 20 260 160 re f  \n\nendstream",
        "<</Fields[6 0 R 7 0 R]/SigFlags 3>>",
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(business)/F 4/Rect[20 20 120 60]/P 3 0 R/AP<</N 9 0 R>>>>",
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(client)/F 4/Rect[180 20 280 60]/P 3 0 R/AP<</N 10 0 R>>>>",
        "<</Title(Small)/CreationDate(D:20261117000000Z)>>",
        "<</Type/XObject/Subtype/Form/BBox[0 0 100 40]/Resources<<>>/Length 0>>\nstream\n\nendstream",
        "<</Type/XObject/Subtype/Form/BBox[0 0 100 40]/Resources<<>>/Length 0>>\nstream\n\nendstream",
    ];
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let numbered: Vec<(u32, String)> = (1..).zip(objects.map(str::to_owned)).collect();
    let trailer =
        "/Root 1 0 R/Info 8 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";
    attacks::append(&mut file, &numbered, &format!("/Size 11{trailer}"));
    file
}
