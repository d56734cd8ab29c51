//! What checks are made with: a page of one's own, and the tools that read it back.

use crate::document::Facts;
use crate::flow::{Furniture, Sheet, Writer};
use crate::manner::Paper;
use crate::{Document, Faces};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A document of what `write` writes, and nothing else.
pub(super) fn page(write: impl FnOnce(&mut Writer)) -> Document {
    page_with(Faces::default(), write)
}

/// The same with further faces.
pub(super) fn page_with(faces: Faces, write: impl FnOnce(&mut Writer)) -> Document {
    let mut writer = Writer::new(Sheet::of(Paper::A4));
    writer.faces = faces;
    write(&mut writer);
    let facts = Facts {
        title: "Check".into(),
        author: "Harbour & Lane".into(),
        subject: String::new(),
        language: "en-GB",
        day: goodterms_terms::day::parse("2026-11-17").unwrap(),
    };
    writer.finish(facts, &Furniture::default())
}

/// What pdftotext reads in a file; nothing, and a word about it, where it is not installed.
pub(super) fn pdf_text(bytes: &[u8]) -> Option<String> {
    let mut child = match Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
    {
        Ok(child) => child,
        Err(_) => {
            println!("SKIPPED: pdftotext is not installed");
            return None;
        }
    };
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The pages of a file as grey pictures of this many dots to the inch: width, height and levels.
pub(super) fn pictures(bytes: &[u8], dots: u32) -> Option<Vec<(usize, usize, Vec<u8>)>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    put(&file, bytes);
    let run = Command::new("pdftoppm")
        .args(["-gray", "-r", &dots.to_string()])
        .arg(&file)
        .arg(folder.path().join("page"))
        .status();
    if run.is_err() {
        println!("SKIPPED: pdftoppm is not installed");
        return None;
    }
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pgm"))
        .collect();
    names.sort();
    Some(names.iter().map(|name| portable(&std::fs::read(name).unwrap())).collect())
}

/// Reads a binary PGM.
fn portable(file: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut at = 0;
    let mut word = || {
        while file[at].is_ascii_whitespace() {
            at += 1;
        }
        let start = at;
        while !file[at].is_ascii_whitespace() {
            at += 1;
        }
        std::str::from_utf8(&file[start..at]).unwrap().to_owned()
    };
    assert_eq!(word(), "P5");
    let (width, height) = (word().parse().unwrap(), word().parse().unwrap());
    assert_eq!(word(), "255");
    (width, height, file[at + 1..].to_vec())
}

/// A page as a scanner of 150 dots to the inch sees what a printer of 600 printed.
pub(super) fn scanned(bytes: &[u8]) -> Option<Vec<(usize, usize, Vec<u8>)>> {
    Some(pictures(bytes, 600)?.iter().map(|printed| smaller(printed, 4)).collect())
}

/// The picture with the mean of each square of dots as one.
fn smaller((width, height, levels): &(usize, usize, Vec<u8>), by: usize) -> (usize, usize, Vec<u8>) {
    let (wide, high) = (width / by, height / by);
    let mean = |at: usize| {
        let (left, top) = (at % wide * by, at / wide * by);
        let rows = (top..top + by).map(|y| &levels[y * width + left..y * width + left + by]);
        let sum: usize = rows.flatten().map(|level| usize::from(*level)).sum();
        u8::try_from(sum / (by * by)).unwrap()
    };
    (wide, high, (0..wide * high).map(mean).collect())
}

/// What the QR codes on a picture say. A coarse picture is looked at enlarged as well, as readers do.
pub(super) fn codes(picture: &(usize, usize, Vec<u8>)) -> Vec<String> {
    (1..=4).map(|times| read(&larger(picture, times))).find(|codes| !codes.is_empty()).unwrap_or_default()
}

fn read((width, height, levels): &(usize, usize, Vec<u8>)) -> Vec<String> {
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(*width, *height, |x, y| levels[y * width + x]);
    let grids = picture.detect_grids();
    grids.iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// The picture so many times as large, levels running evenly from dot to dot.
fn larger((width, height, levels): &(usize, usize, Vec<u8>), times: usize) -> (usize, usize, Vec<u8>) {
    let (wide, high) = (width * times, height * times);
    // Between which two dots the middle of a new one lies, and how far from the first in parts of the second.
    let between = |at: usize, most: usize| {
        let place = (2 * at + 1).saturating_sub(times);
        let first = (place / (2 * times)).min(most - 1);
        (first, (first + 1).min(most - 1), place % (2 * times))
    };
    let dot = |at: usize| {
        let (left, right, across) = between(at % wide, *width);
        let (top, bottom, down) = between(at / wide, *height);
        let level = |x: usize, y: usize| usize::from(levels[y * width + x]);
        let row = |y: usize| level(left, y) * (2 * times - across) + level(right, y) * across;
        let sum = row(top) * (2 * times - down) + row(bottom) * down;
        u8::try_from(sum / (4 * times * times)).unwrap()
    };
    (wide, high, (0..wide * high).map(dot).collect())
}

/// Keeps a file for looking at, in the folder that `GOODTERMS_KEEP` names.
pub(super) fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("GOODTERMS_KEEP") {
        put(&PathBuf::from(folder).join(format!("{name}.pdf")), bytes);
    }
}

fn put(file: &std::path::Path, bytes: &[u8]) {
    std::fs::File::create(file).unwrap().write_all(bytes).unwrap();
}
