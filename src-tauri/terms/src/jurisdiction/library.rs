//! The data files, read once.

use super::{Demand, Jurisdiction, PlanLaw, ReferenceRate, Source};
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

pub(super) const FILES: &[&str] = &[
    include_str!("../../data/jurisdictions/au.json"),
    include_str!("../../data/jurisdictions/ca.json"),
    include_str!("../../data/jurisdictions/ca-ab.json"),
    include_str!("../../data/jurisdictions/ca-bc.json"),
    include_str!("../../data/jurisdictions/ca-on.json"),
    include_str!("../../data/jurisdictions/ca-qc.json"),
    include_str!("../../data/jurisdictions/de.json"),
    include_str!("../../data/jurisdictions/es.json"),
    include_str!("../../data/jurisdictions/eu.json"),
    include_str!("../../data/jurisdictions/fr.json"),
    include_str!("../../data/jurisdictions/gb-eng.json"),
    include_str!("../../data/jurisdictions/gb-sct.json"),
    include_str!("../../data/jurisdictions/ie.json"),
    include_str!("../../data/jurisdictions/it.json"),
    include_str!("../../data/jurisdictions/nl.json"),
    include_str!("../../data/jurisdictions/nz.json"),
    include_str!("../../data/jurisdictions/pl.json"),
    include_str!("../../data/jurisdictions/us.json"),
    include_str!("../../data/jurisdictions/us-ca.json"),
    include_str!("../../data/jurisdictions/us-fl.json"),
    include_str!("../../data/jurisdictions/us-ny.json"),
    include_str!("../../data/jurisdictions/us-tx.json"),
];
pub(super) const REFERENCE_RATES: &str = include_str!("../../data/reference-rates.json");
pub(super) const SOURCES: &str = include_str!("../../data/sources.json");

pub(super) fn jurisdictions() -> &'static [Jurisdiction] {
    static ALL: LazyLock<Vec<Jurisdiction>> = LazyLock::new(|| {
        let as_written: Vec<Jurisdiction> = FILES.iter().map(|text| read(text)).collect();
        let parent_of =
            |place: &Jurisdiction| as_written.iter().find(|p| Some(&p.code) == place.parent.as_ref());
        let mut whole: Vec<Jurisdiction> =
            as_written.iter().map(|place| inherit(place.clone(), parent_of(place))).collect();
        whole.sort_by(|a, b| a.code.cmp(&b.code));
        whole
    });
    &ALL
}

pub(super) fn reference_rates() -> &'static [ReferenceRate] {
    static ALL: LazyLock<Vec<ReferenceRate>> = LazyLock::new(|| read(REFERENCE_RATES));
    &ALL
}

pub(super) fn sources() -> &'static [Source] {
    static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| read(SOURCES));
    &ALL
}

#[expect(clippy::expect_used, reason = "the files are compiled in and a test reads each of them")]
pub(super) fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("a data file that parses")
}

/// Fills what a file leaves out with its parent's. No parent has a parent itself; a test keeps it so.
fn inherit(mut place: Jurisdiction, parent: Option<&Jurisdiction>) -> Jurisdiction {
    let Some(parent) = parent.cloned() else { return place };
    let either = |own: Vec<_>, parents: Vec<_>| if own.is_empty() { parents } else { own };
    place.interest.business = place.interest.business.or(parent.interest.business);
    place.interest.consumer = place.interest.consumer.or(parent.interest.consumer);
    place.interest.cap = place.interest.cap.or(parent.interest.cap);
    place.interest.notes = either(place.interest.notes, parent.interest.notes);
    if place.compensation.is_empty() {
        place.compensation = parent.compensation;
    }
    place.limitation = place.limitation.or(parent.limitation);
    place.contact = place.contact.or(parent.contact);
    place.demand = Demand {
        letters: if place.demand.letters.is_empty() { parent.demand.letters } else { place.demand.letters },
        never: either(place.demand.never, parent.demand.never),
        notes: either(place.demand.notes, parent.demand.notes),
    };
    place.plan = PlanLaw {
        traps: if place.plan.traps.is_empty() { parent.plan.traps } else { place.plan.traps },
        formalities: either(place.plan.formalities, parent.plan.formalities),
        signing: either(place.plan.signing, parent.plan.signing),
    };
    place.allocation = place.allocation.or(parent.allocation);
    place.messages = either(place.messages, parent.messages);
    place
}
