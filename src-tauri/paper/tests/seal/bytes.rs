//! Changed bytes: not one may pass.

use super::{harbour, order, sent, small};
use goodterms_paper::seal::{Judgement, SealOrder, judge, seal, verify};
use proptest::prelude::*;

/// Whether a file is refused on its own, without being held against what was sent.
fn refused(file: &[u8]) -> bool {
    !verify(file).problems.is_empty()
}

/// Checks that every one of these changes to a file is refused.
fn all_refused(file: &[u8], changes: &[(usize, u8)]) {
    let half = changes.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        for part in changes.chunks(half) {
            scope.spawn(move || {
                let mut changed = file.to_vec();
                for (at, bits) in part {
                    changed[*at] ^= bits;
                    assert!(refused(&changed), "byte {at} changed by {bits:#x} passes");
                    changed[*at] ^= bits;
                }
                assert!(!refused(&changed));
            });
        }
    });
}

/// Every byte of what sealing added, and thousands of those before.
#[test]
fn ten_thousand_changed_bytes_are_refused() {
    let file = sent();
    let added = file.windows(7).rposition(|window| window == b"/Type/S").unwrap() - 20;
    let mut changes: Vec<(usize, u8)> = (added..file.len()).flat_map(|at| [(at, 0x01), (at, 0x20)]).collect();
    let mut at = 0;
    while changes.len() < 10_000 {
        // A step that shares no factor with any likely length reaches everywhere.
        at = (at + 7_919) % added;
        changes.push((at, 1 << (changes.len() % 8)));
    }
    all_refused(file, &changes);
}

/// Every byte of a small file, each in three ways, with the zeros that fill the room for a time stamp.
#[test]
fn every_changed_byte_of_a_small_file_is_refused() {
    let order = SealOrder { time_stamp: true, ..order("business") };
    let file = seal(&small(), &harbour(), &order).unwrap().bytes;
    let padding = file.windows(40).position(|window| window == [b'0'; 40]).unwrap();
    let padded = file.windows(40).rposition(|window| window == [b'0'; 40]).unwrap() + 40;
    let inside = |at: usize| at > padding + 200 && at + 200 < padded;
    let sparse = (0..file.len()).filter(|at| !inside(*at) || at.is_multiple_of(97));
    let changes: Vec<(usize, u8)> = sparse.flat_map(|at| [0x01, 0x20, 0x80].map(|bit| (at, bit))).collect();
    all_refused(&file, &changes);
}

#[test]
fn what_is_cut_off_or_added_is_refused() {
    let file = seal(&small(), &harbour(), &order("business")).unwrap().bytes;
    let first = small().len();
    for end in 0..file.len() {
        // Cut back to what it was before, it is a whole file again, but not the one that was sent.
        let cut = &file[..end];
        assert!(refused(cut) || end == first || end + 1 == first, "cut at {end}");
        assert!(matches!(judge(&verify(cut), cut, &file), Judgement::Refused(_)));
    }
    for more in [&b" "[..], b"\n", b"\0", b"%", b"%%EOF", b"\nstartxref\n9\n%%EOF\n"] {
        assert!(refused(&[&file, more].concat()), "{more:?}");
    }
}

proptest! {
    #[test]
    fn verifying_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = verify(&[b"%PDF-1.7\n", bytes.as_slice()].concat());
        let _ = verify(&bytes);
    }

    #[test]
    fn verifying_a_torn_file_never_panics(cuts in proptest::collection::vec((0_usize..4_000, 0_usize..60, any::<u8>()), 1..6)) {
        let mut file = seal(&small(), &harbour(), &order("business")).unwrap().bytes;
        let whole = file.clone();
        for (at, length, byte) in cuts {
            let at = at % file.len();
            let end = (at + length).min(file.len());
            file.splice(at..end, [byte]);
        }
        prop_assert!(file == whole || refused(&file));
    }
}
