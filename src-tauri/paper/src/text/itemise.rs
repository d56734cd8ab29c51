//! Cuts a paragraph into stretches that can be shaped as one: same style, face, direction and script.

use super::clean::unseen;
use super::shape::Manner;
use super::{Case, Span, Style};
use crate::fonts::{Face, Faces};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};

/// A stretch of a paragraph's text that is shaped alike.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    pub(crate) style: Style,
    pub(crate) manner: Manner,
}

/// The pieces of the joined spans, in logical order, and the characters no face has.
pub(crate) fn itemise(spans: &[Span], bidi: Option<&BidiInfo<'_>>, case: &mut Case) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0;
    for span in spans {
        let end = start + span.text.len();
        let mut chars = span.text.char_indices().peekable();
        let mut before: Option<(Face, [u8; 4])> = None;
        while let Some((at, base)) = chars.next() {
            // A letter and its marks must come from one face.
            let mut to = at + base.len_utf8();
            while let Some((_, mark)) = chars.next_if(|(_, next)| script(*next) == Script::Inherited) {
                to += mark.len_utf8();
            }
            let cluster = span.text.get(at..to).unwrap_or_default();
            let face = face_for(cluster, base, span.style.face, before.map(|(face, _)| face), case.faces);
            if face.is_none() {
                case.missing.extend(cluster.chars().filter(|c| !unseen(*c)));
            }
            let script = script_tag(base).or(before.map(|(_, script)| script)).unwrap_or(*b"Latn");
            let level = bidi.and_then(|info| info.levels.get(start + at)).copied().unwrap_or(Level::ltr());
            before = face.map(|face| (face, script));
            push(
                &mut pieces,
                Piece {
                    range: start + at..start + to,
                    style: span.style,
                    manner: Manner {
                        face: face.unwrap_or(Face::Sans),
                        tabular: span.style.tabular,
                        rtl: level.is_rtl(),
                        script,
                        missing: face.is_none(),
                    },
                },
            );
        }
        start = end;
    }
    pieces
}

/// Joins a cluster to the piece before it when both are shaped alike.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last)
            if last.style == piece.style
                && last.manner == piece.manner
                && last.range.end == piece.range.start =>
        {
            last.range.end = piece.range.end;
        }
        _ => pieces.push(piece),
    }
}

/// The first face that has the whole cluster. What is common to all scripts stays with its neighbour.
fn face_for(cluster: &str, base: char, wanted: Face, before: Option<Face>, faces: Faces) -> Option<Face> {
    let has_all =
        |face: Face| cluster.chars().all(|c| unseen(c) || face.glyph(super::clean::drawn(c)).is_some());
    let common = matches!(script(base), Script::Common | Script::Inherited);
    before
        .filter(|face| common && (!face.is_of_one_script() || " ,.:;!?-".contains(base)) && has_all(*face))
        .or_else(|| wanted.chain().into_iter().chain(faces.optional()).find(|face| has_all(*face)))
}

/// The script as OpenType wants it, or nothing when the character belongs to every script.
fn script_tag(c: char) -> Option<[u8; 4]> {
    match script(c) {
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Latin => Some(*b"Latn"),
        script => script.short_name().as_bytes().try_into().ok(),
    }
}

/// The script of a character; most of them are ASCII and need no table.
fn script(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\u{7F}' => Script::Common,
        other => other.script(),
    }
}
