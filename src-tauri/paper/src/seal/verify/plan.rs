//! The machine-readable plan that a returned file carries.

use super::PlanFound;
use crate::seal::file::{Dict, PdfFile, Value};
use flate2::read::ZlibDecoder;
use goodterms_terms::plan::{Fingerprint, PlanPaper};
use std::io::Read;

/// The name of the attachment.
const NAME: &str = "plan.json";

/// No plan is larger.
const LARGEST: u64 = 4 << 20;

/// Deeper than a tree of names needs to be.
const DEEPEST: usize = 6;

/// Reads the plan attached to a file's bytes.
pub(super) fn of(bytes: &[u8]) -> Option<PlanFound> {
    attached(&PdfFile::read(bytes).ok()?)
}

/// Reads the plan attached to a file, if there is one that can be read.
pub(super) fn attached(file: &PdfFile<'_>) -> Option<PlanFound> {
    let last = file.last();
    let names = file.entry(file.catalog(last)?, b"Names", last).as_dict()?;
    let specification = named(file, file.entry(names, b"EmbeddedFiles", last).as_dict()?, DEEPEST)?;
    let kept = file.entry(specification, b"EF", last).as_dict()?;
    let number = kept.get(b"F".as_slice()).or_else(|| kept.get(b"UF".as_slice()))?.as_reference()?;
    let object = file.object_at(number, last)?;
    let data = file.bytes.get(object.data.clone()?)?;
    let json = match file.entry(object.value.as_dict()?, b"Filter", last) {
        Value::Null => data.to_vec(),
        filter if filter.is_name(b"FlateDecode") => {
            let mut json = Vec::new();
            ZlibDecoder::new(data).take(LARGEST).read_to_end(&mut json).ok()?;
            json
        }
        _ => return None,
    };
    let paper = PlanPaper::read(std::str::from_utf8(&json).ok()?).ok()?;
    let fingerprint = Fingerprint::of(&json);
    Some(PlanFound { reference: paper.plan, version: paper.version, fingerprint })
}

/// The specification of the attachment, in a tree of names.
fn named<'a>(file: &'a PdfFile<'_>, tree: &'a Dict, depth: usize) -> Option<&'a Dict> {
    let last = file.last();
    let pairs = file.entry(tree, b"Names", last).as_array().unwrap_or_default();
    let found = pairs.chunks_exact(2).find_map(|pair| {
        let [name, value] = pair else { return None };
        let own = file.resolved(name, last).as_text().map(super::facts::words)?;
        file.resolved(value, last).as_dict().filter(|_| own == NAME)
    });
    if found.is_some() {
        return found;
    }
    let deeper = depth.checked_sub(1)?;
    let kids = file.entry(tree, b"Kids", last).as_array().unwrap_or_default();
    kids.iter().find_map(|kid| named(file, file.resolved(kid, last).as_dict()?, deeper))
}
