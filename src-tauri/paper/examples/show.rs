//! Writes every sample document into a folder, to be looked at: `cargo run -p goodterms-paper --example show -- out`.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::expect_used, reason = "an example run by hand")]

#[path = "../tests/samples/mod.rs"]
mod samples;

use goodterms_paper::{Document, render_pdf, render_svg};
use std::io::Write;
use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write to");
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();

    for (name, document) in samples::all().into_iter().chain(samples::reminders()) {
        show(folder, &name.replace(' ', "-").to_lowercase(), &document);
    }
}

fn show(folder: &Path, name: &str, document: &Document) {
    let rendered = render_pdf(document);
    put(&folder.join(format!("{name}.pdf")), &rendered.bytes);
    for (number, page) in render_svg(document).iter().enumerate() {
        put(&folder.join(format!("{name}-{}.svg", number + 1)), page.as_bytes());
    }
    println!(
        "{name}: {} pages, {} bytes, missing {:?}",
        rendered.pages,
        rendered.bytes.len(),
        rendered.missing
    );
}

fn put(path: &Path, bytes: &[u8]) {
    std::fs::File::create(path).unwrap().write_all(bytes).unwrap();
}
