//! The certificate page: who signed, how and when, and honestly what that shows and what it does not.

use super::super::stationery::{Cells, detail_lines, lead_in, say, single, title};
use super::words::CERTIFICATE;
use super::{How, PlanAgreement, Signature};
use crate::flow::{Block, Kind, RowKind, Width, Writer};
use crate::text::isolated;
use crate::unit::pt;

/// A hash in groups of eight, so that it can be compared by eye and breaks over lines.
fn grouped(hash: &str) -> String {
    let digits: Vec<char> = isolated(hash).chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

impl PlanAgreement {
    pub(super) fn certificate(&self, writer: &mut Writer) {
        let Some(signing) = &self.signing else { return };
        let words = CERTIFICATE.of(self.manner.language());
        writer.put(Block::Turn);
        writer.end_section();
        title(writer, words.title, 0);
        writer.side(words.document);
        lead_in(writer, &(words.lead)(&isolated(&self.reference), self.version), pt(13));
        let facts = [
            (words.reference, isolated(&self.reference)),
            (self.words().version, self.version.to_string()),
            (self.words().fingerprint, isolated(&self.fingerprint)),
            (words.hash, grouped(&signing.unsigned_sha256)),
            (words.key, isolated(&signing.key_fingerprint)),
        ];
        detail_lines(writer, &facts, pt(5));

        writer.side(words.signed);
        let given = [(&signing.creditor, 0), (&signing.debtor, 1)];
        let rows: Vec<(RowKind, Cells)> = given
            .iter()
            .filter_map(|(signature, at)| signature.as_ref().map(|signature| (signature, *at)))
            .map(|(signature, at)| {
                let party = if at == 0 { self.words().parties[0] } else { self.words().parties[1] };
                let who = match signature.by.role.trim() {
                    "" => signature.by.name.clone(),
                    role => format!("{}, {role}", signature.by.name),
                };
                let cells = [party.to_owned(), who, self.how(signature), self.when(signature)];
                (RowKind::Body, single(cells))
            })
            .collect();
        let columns = [
            (words.party, Kind::Short),
            (self.words().name, Kind::Short),
            (words.how, Kind::Words),
            (words.when, Kind::Words),
        ];
        writer.table(Width::Sheet, &columns, rows);

        writer.side(words.consent);
        say(writer, &(words.consented)(self.words().consent), pt(13));
        writer.side(words.proves);
        say(writer, words.proof, pt(13));
        if !signing.key_fingerprint.trim().is_empty() {
            say(writer, words.seal_proof, pt(5));
        }
        writer.side(words.proves_not);
        say(writer, words.no_proof, pt(13));
        let copies = given.iter().filter_map(|(signature, _)| signature.as_ref()?.copy()).count();
        if copies > 0 {
            say(writer, words.copy_proof, pt(5));
        }
        if copies < given.len() {
            say(writer, words.simple, pt(5));
        }
        if !signing.key_fingerprint.trim().is_empty() {
            writer.side(words.check);
            say(writer, words.checking, pt(13));
        }
    }

    /// How a party signed, in words.
    fn how(&self, signature: &Signature) -> String {
        let words = CERTIFICATE.of(self.manner.language());
        match &signature.how {
            How::Drawn(_) => words.drawn.to_owned(),
            How::Typed(_) => words.typed.to_owned(),
            How::Image(_) => words.image.to_owned(),
            How::OnPaper(copy) => (words.on_paper)(&isolated(&copy.file), &grouped(&copy.sha256)),
            How::Elsewhere(copy) => (words.elsewhere)(&isolated(&copy.file), &grouped(&copy.sha256)),
        }
    }

    /// When a party signed; in a copy, the day it bears and when that was recorded.
    fn when(&self, signature: &Signature) -> String {
        let recorded = self.manner.moment(&signature.at);
        match signature.copy() {
            Some(copy) => {
                let words = CERTIFICATE.of(self.manner.language());
                (words.recorded)(&self.manner.day(copy.signed_on), &recorded)
            }
            None => recorded,
        }
    }
}
