//! Nothing of a client is left in plain bytes, in any file, but in the papers that were asked for.

use crate::place::{Place, day};
use goodterms_desk::statements::{StatementAsk, statement};
use std::path::Path;

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [words.as_bytes(), &wide].iter().any(|needle| bytes.windows(needle.len()).any(|window| window == *needle))
}

#[tokio::test]
async fn no_name_number_or_amount_lies_in_plain_bytes() {
    let place = Place::new().await;
    let list = "Invoice Number,Customer,Invoice Date,Due Date,Total,Currency\n\
        ZEBRA-77031,Quillfeather Apiaries,2026-08-20,2026-09-19,48613.27,CAD\n";
    place.import("in.csv", list, "2026-11-17").await.unwrap();
    std::fs::remove_file(place.folder.path().join("in.csv")).unwrap();
    place.reminded("Quillfeather", "2026-09-25").await;
    let ask = StatementAsk {
        client: "Quillfeather".into(),
        out: Some(place.out("asked-for.pdf")),
        as_of: Some(day("2026-11-17")),
        ..StatementAsk::default()
    };
    let made = statement(&place.desk, ask).await.unwrap();
    let look = |when: &str| {
        let mut found = Vec::new();
        files(place.folder.path(), &mut found);
        assert!(found.len() >= 2, "{found:?}");
        for path in found.iter().filter(|path| path.to_str() != made.pdf.as_deref()) {
            let bytes = std::fs::read(path).unwrap();
            for words in [
                "Quillfeather",
                "quillfeather",
                "ZEBRA-77031",
                "48613.27",
                "4861327",
                "Birch & Ferry Millwork",
            ] {
                assert!(!holds(&bytes, words), "{words} lies in {} {when}", path.display());
            }
        }
    };
    look("while the book is open");
    place.desk.close().await.unwrap();
    look("after it was closed");
}
