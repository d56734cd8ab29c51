//! What a revision changed, object by object. Signing is permitted; anything else is named and refused.

use super::Change;
use super::reason::Reason;
use crate::seal::file::{Dict, Object, PdfFile, Revision, Value};
use std::collections::BTreeSet;

/// Bits of a widget that only take freedom away: locked, and its content locked.
const LOCKED: i64 = 128 | 512;

/// Bits of an annotation that is never seen.
const UNSEEN: i64 = 1 | 2 | 32;

/// What a trailer may say.
const TRAILER: [&[u8]; 5] = [b"Size", b"Prev", b"Root", b"Info", b"ID"];

/// The changes that a revision made to what was there before, all of them permitted, or the first that is not.
pub(super) fn of(file: &PdfFile<'_>, revision: usize) -> Result<Vec<Change>, Reason> {
    let (Some(before), Some(made)) = (revision.checked_sub(1), file.revisions.get(revision)) else {
        return Ok(Vec::new());
    };
    let compare = Compare { file, before, after: revision, made };
    compare.trailer()?;
    compare.newcomers()?;
    let mut changes = Vec::new();
    for (number, new) in &made.objects {
        if let Some(old) = file.object_at(*number, before)
            && !compare.same(old, new)
        {
            changes.extend(compare.object(*number, old, new)?);
        }
    }
    Ok(changes)
}

struct Compare<'a, 'b> {
    file: &'a PdfFile<'b>,
    before: usize,
    after: usize,
    made: &'a Revision,
}

impl Compare<'_, '_> {
    fn data(&self, object: &Object) -> Option<&[u8]> {
        object.data.clone().and_then(|data| self.file.bytes.get(data))
    }

    fn same(&self, old: &Object, new: &Object) -> bool {
        old.value == new.value && self.data(old) == self.data(new)
    }

    /// The document is still the same one, and nothing was taken out of use.
    fn trailer(&self) -> Result<(), Reason> {
        let Some(old) = self.file.revisions.get(self.before).map(|revision| &revision.trailer) else {
            return Err(Reason::FileDamaged);
        };
        let new = &self.made.trailer;
        let same = |key: &[u8]| old.get(key).is_none_or(|value| new.get(key) == Some(value));
        let first_id = |trailer: &Dict| {
            trailer.get(b"ID".as_slice()).and_then(Value::as_array).and_then(|id| id.first()).cloned()
        };
        let known = new.keys().all(|key| TRAILER.contains(&key.as_slice()));
        let freed = self.made.freed.iter().any(|number| self.file.object_at(*number, self.before).is_some());
        let whole = same(b"Root") && same(b"Info") && first_id(old) == first_id(new);
        if whole && known && !freed { Ok(()) } else { Err(Reason::AlteredAfterSigning) }
    }

    /// A new object must not be something that an older revision referred to and did not have.
    fn newcomers(&self) -> Result<(), Reason> {
        let mut awaited = BTreeSet::new();
        for revision in self.file.revisions.iter().take(self.after) {
            for object in revision.objects.values() {
                references(&object.value, &mut awaited);
            }
        }
        let is_new = |number: &&u32| self.file.object_at(**number, self.before).is_none();
        if self.made.objects.keys().filter(is_new).any(|number| awaited.contains(number)) {
            return Err(Reason::AlteredAfterSigning);
        }
        Ok(())
    }

    fn is_new(&self, number: u32) -> bool {
        self.made.objects.contains_key(&number) && self.file.object_at(number, self.before).is_none()
    }

    /// What the change of an object that was there before means.
    fn object(&self, number: u32, old: &Object, new: &Object) -> Result<Vec<Change>, Reason> {
        let catalog = self.file.catalog(self.before).ok_or(Reason::FileDamaged)?;
        let is_at = |dict: &Dict, key: &[u8]| dict.get(key).and_then(Value::as_reference) == Some(number);
        let trailer = &self.made.trailer;
        if let (Some(old), Some(new), None, None) =
            (old.value.as_dict(), new.value.as_dict(), &old.data, &new.data)
        {
            if is_at(trailer, b"Root") {
                return self.catalog(old, new);
            }
            if is_at(trailer, b"Info") {
                return facts(old, new);
            }
            if is_at(catalog, b"AcroForm") {
                return self.form(old, new);
            }
            if self.is_field(number) {
                return self.field(old, new).map(|change| vec![change]);
            }
            if old.get(b"Type".as_slice()).is_some_and(|kind| kind.is_name(b"Page")) {
                return self.page(old, new);
            }
        }
        if is_at(catalog, b"Metadata") {
            return self.metadata(old, new);
        }
        if self.is_proof(number, catalog) {
            return Ok(vec![Change::ProofAdded]);
        }
        Err(blame(old))
    }

    /// Whether a field of the form is this object.
    fn is_field(&self, number: u32) -> bool {
        let fields = || {
            let form =
                self.file.entry(self.file.catalog(self.before)?, b"AcroForm", self.before).as_dict()?;
            self.file.entry(form, b"Fields", self.before).as_array()
        };
        fields().unwrap_or_default().iter().any(|field| field.as_reference() == Some(number))
    }

    /// Keys whose values differ.
    fn differing<'c>(&self, old: &'c Dict, new: &'c Dict) -> Vec<&'c [u8]> {
        let keys: BTreeSet<&[u8]> = old.keys().chain(new.keys()).map(Vec::as_slice).collect();
        keys.into_iter().filter(|key| old.get(*key) != new.get(*key)).collect()
    }

    /// An empty signature field was signed.
    fn field(&self, old: &Dict, new: &Dict) -> Result<Change, Reason> {
        if !old.get(b"FT".as_slice()).is_some_and(|kind| kind.is_name(b"Sig"))
            || old.contains_key(b"V".as_slice())
        {
            let looks = self.differing(old, new).iter().all(|key| *key == b"AP");
            return Err(if looks { Reason::AppearanceChanged } else { Reason::FormChanged });
        }
        for key in self.differing(old, new) {
            let permitted = match key {
                b"V" => new.get(key).and_then(Value::as_reference).is_some_and(|number| self.is_new(number)),
                b"F" => {
                    let bits = |dict: &Dict| dict.get(key).map_or(Some(0), Value::as_integer);
                    matches!((bits(old), bits(new)), (Some(old), Some(new)) if new == old | new & LOCKED)
                }
                b"AP" | b"M" | b"MK" | b"DA" => true,
                _ => false,
            };
            if !permitted {
                return Err(Reason::FormChanged);
            }
        }
        if !new.contains_key(b"V".as_slice()) {
            return Err(Reason::AppearanceChanged);
        }
        Ok(Change::Signed { field: name(self.file.entry(new, b"T", self.after)) })
    }

    /// Only the flags and what typed text looks like may change, and unseen time stamps may join.
    fn form(&self, old: &Dict, new: &Dict) -> Result<Vec<Change>, Reason> {
        let mut changes = Vec::new();
        for key in self.differing(old, new) {
            match key {
                b"SigFlags" => {
                    let flags = |dict: &Dict| dict.get(key).map_or(Some(0), Value::as_integer);
                    let kept = matches!((flags(old), flags(new)), (Some(old), Some(new)) if old | new == new && new <= 3);
                    if !kept {
                        return Err(Reason::FormChanged);
                    }
                }
                b"DR" | b"DA" => {}
                b"Fields" => {
                    let items = |dict, at| self.file.entry(dict, key, at).as_array().unwrap_or_default();
                    let joined = items(new, self.after).strip_prefix(items(old, self.before));
                    let joined = joined.ok_or(Reason::FormChanged)?;
                    if !joined.iter().all(|field| self.is_unseen_stamp(field)) {
                        return Err(Reason::FormChanged);
                    }
                    changes.extend(joined.iter().map(|_| Change::TimeStamped));
                }
                _ => return Err(Reason::FormChanged),
            }
        }
        Ok(changes)
    }

    /// A new field for a document time stamp that cannot be seen.
    fn is_unseen_stamp(&self, field: &Value) -> bool {
        let is_new = field.as_reference().is_some_and(|number| self.is_new(number));
        let Some(field) = self.file.resolved(field, self.after).as_dict().filter(|_| is_new) else {
            return false;
        };
        let stamp = self.file.entry(field, b"V", self.after).as_dict();
        let stamps =
            stamp.is_some_and(|stamp| self.file.entry(stamp, b"Type", self.after).is_name(b"DocTimeStamp"));
        let sides = self.file.entry(field, b"Rect", self.after).as_array().unwrap_or_default();
        let flat = sides.len() == 4 && sides.iter().all(|side| side.as_integer() == Some(0));
        let hidden =
            self.file.entry(field, b"F", self.after).as_integer().is_some_and(|bits| bits & UNSEEN != 0);
        stamps && (flat || hidden)
    }

    fn catalog(&self, old: &Dict, new: &Dict) -> Result<Vec<Change>, Reason> {
        let mut changes = Vec::new();
        for key in self.differing(old, new) {
            match key {
                b"DSS" => changes.push(Change::ProofAdded),
                // Which edition of the standard the signature needs, and nothing else.
                b"Extensions" => {}
                b"Version" if new.get(key).is_some_and(|version| version.is_name(b"2.0")) => {}
                b"AcroForm" => {
                    let form = |dict, at| self.file.entry(dict, key, at).as_dict();
                    let (old, new) = (form(old, self.before), form(new, self.after));
                    let (Some(old), Some(new)) = (old, new) else { return Err(Reason::FormChanged) };
                    changes.extend(self.form(old, new)?);
                }
                b"Metadata" => {
                    let object = |dict: &Dict, at| {
                        dict.get(key)
                            .and_then(Value::as_reference)
                            .and_then(|number| self.file.object_at(number, at))
                    };
                    let (old, new) = (object(old, self.before), object(new, self.after));
                    let (Some(old), Some(new)) = (old, new) else { return Err(Reason::FactsChanged) };
                    changes.extend(self.metadata(old, new)?);
                }
                _ => return Err(Reason::AlteredAfterSigning),
            }
        }
        Ok(changes)
    }

    /// Unseen time stamps may be put on a page, and nothing else.
    fn page(&self, old: &Dict, new: &Dict) -> Result<Vec<Change>, Reason> {
        if self.differing(old, new) != [b"Annots".as_slice()] {
            return Err(Reason::PageChanged);
        }
        let items = |dict, at| self.file.entry(dict, b"Annots", at).as_array().unwrap_or_default();
        let joined = items(new, self.after).strip_prefix(items(old, self.before));
        match joined {
            Some(joined) if joined.iter().all(|annotation| self.is_unseen_stamp(annotation)) => {
                Ok(Vec::new())
            }
            _ => Err(Reason::AnnotationChanged),
        }
    }

    /// Metadata may be written anew, as every program does, as long as they say the same.
    fn metadata(&self, old: &Object, new: &Object) -> Result<Vec<Change>, Reason> {
        let said = |object: &Object| {
            // Filtered metadata would have to be unpacked; archives forbid them.
            let plain = object.value.as_dict().is_some_and(|dict| !dict.contains_key(b"Filter".as_slice()));
            let text = self.data(object).filter(|_| plain).and_then(|data| std::str::from_utf8(data).ok())?;
            super::facts::said(text)
        };
        match (said(old), said(new)) {
            (Some(old), Some(new)) if old == new => Ok(vec![Change::FactsTouched]),
            _ => Err(Reason::FactsChanged),
        }
    }

    /// Whether an object belongs to the proofs kept for later (DSS) and to nothing that is seen.
    fn is_proof(&self, number: u32, catalog: &Dict) -> bool {
        let Some(proofs) = catalog.get(b"DSS".as_slice()) else { return false };
        let mut rest = catalog.clone();
        rest.remove(b"DSS".as_slice());
        self.reached(proofs).contains(&number) && !self.reached(&Value::Dict(rest)).contains(&number)
    }

    /// All objects that can be reached from a value.
    fn reached(&self, from: &Value) -> BTreeSet<u32> {
        let (mut reached, mut waiting) = (BTreeSet::new(), BTreeSet::new());
        references(from, &mut waiting);
        while let Some(number) = waiting.pop_first() {
            if reached.insert(number)
                && let Some(object) = self.file.object_at(number, self.before)
            {
                let mut further = BTreeSet::new();
                references(&object.value, &mut further);
                waiting.extend(further.difference(&reached));
            }
        }
        reached
    }
}

/// All references in a value.
fn references(value: &Value, found: &mut BTreeSet<u32>) {
    match value {
        Value::Reference(number) => {
            found.insert(*number);
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Dict(dict) => dict.values().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// Of the information dictionary, only the day of the last change and the program that made it may differ.
fn facts(old: &Dict, new: &Dict) -> Result<Vec<Change>, Reason> {
    // Programs spell the same words in different ways.
    let said = |key: &[u8], dict: &Dict| match dict.get(key) {
        Some(Value::Text(text)) => Ok(super::facts::letters(text)),
        other => Err(other.cloned()),
    };
    let mut lasting =
        old.keys().chain(new.keys()).filter(|key| !matches!(key.as_slice(), b"ModDate" | b"Producer"));
    if lasting.all(|key| said(key, old) == said(key, new)) {
        Ok(vec![Change::FactsTouched])
    } else {
        Err(Reason::FactsChanged)
    }
}

/// The reason that fits an object that must not change.
fn blame(old: &Object) -> Reason {
    let Some(dict) = old.value.as_dict() else { return Reason::AlteredAfterSigning };
    let kind =
        |key: &str, name: &str| dict.get(key.as_bytes()).is_some_and(|value| value.is_name(name.as_bytes()));
    if kind("Type", "Page") || kind("Type", "Pages") || kind("Type", "Font") || kind("Subtype", "Image") {
        Reason::PageChanged
    } else if kind("Subtype", "Form") {
        Reason::AppearanceChanged
    } else if kind("Type", "Annot") {
        Reason::AnnotationChanged
    } else if kind("Type", "Metadata") {
        Reason::FactsChanged
    } else if old.data.is_some() && !dict.contains_key(b"Type".as_slice()) {
        Reason::PageChanged
    } else {
        Reason::AlteredAfterSigning
    }
}

/// A name of a field as it can be shown.
pub(super) fn name(value: &Value) -> String {
    value.as_text().map(super::facts::words).unwrap_or_default()
}
