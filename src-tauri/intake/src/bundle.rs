//! An archive of statements, electronic invoices, contact cards or e-mails: each file read, all put together.

use crate::archive::{Entry, Files};
use crate::drafts::{ClientDraft, Intake, RowCounts, SkipCode};
use crate::options::Options;
use crate::reading::Format;
use goodterms_terms::{Code, Refusal};

/// Reads an archive with `read_one`, which takes a file's bytes and its place among the files.
///
/// A file that cannot be read is a row left out, and the others still come in.
///
/// # Errors
/// What [`Files::next_file`] refuses; [`Code::FileEmpty`] when it holds no file; [`Code::KindAmbiguous`] when
/// its files are of several kinds; [`Code::FileKindUnsupported`] for several tables; the first file's own
/// refusal when none can be read.
pub(crate) fn read(
    bytes: &[u8],
    options: &Options,
    read_one: impl Fn(&[u8], u64, &Options) -> Result<Intake, Refusal>,
) -> Result<Intake, Refusal> {
    let mut files = Files::of(bytes)?;
    let alone = files.count() == 1;
    let mut all: Option<Intake> = None;
    let mut unread: Vec<(u64, String, Refusal)> = Vec::new();
    let mut row = 0;
    while let Some(Entry { name, bytes }) = files.next_file()? {
        row += 1;
        let one = match read_one(&bytes, row, options) {
            Ok(one) => one,
            Err(refusal) => {
                unread.push((row, name, refusal));
                continue;
            }
        };
        if alone {
            return Ok(one);
        }
        if one.reading.delimiter.is_some()
            || matches!(one.reading.format, Format::Csv | Format::Xlsx | Format::Xls | Format::Ods)
        {
            return Err(several_tables(&name));
        }
        match &mut all {
            None => {
                let mut first = one;
                name_the_file(&mut first, &name);
                all = Some(first);
            }
            Some(all) if all.reading.kind == one.reading.kind => absorb(all, one, &name),
            Some(all) => {
                let (first, other) = (all.reading.kind.as_str(), one.reading.kind.as_str());
                return Err(Refusal::input(
                    Code::KindAmbiguous,
                    format!("The archive holds {first} as well as {other}; \u{201c}{name}\u{201d} is the first of another kind"),
                )
                .hint("Unpack it and bring in the files of each kind by themselves."));
            }
        }
    }
    let Some(mut all) = all else {
        return Err(match unread.into_iter().next() {
            Some((_, name, refusal)) if !alone => refusal.file(name),
            Some((.., refusal)) => refusal,
            None => Refusal::input(Code::FileEmpty, "The archive holds no files"),
        });
    };
    for (row, name, refusal) in unread {
        all.rows.read += 1;
        all.skip(row, SkipCode::FileUnreadable, format!("{name}: {}", refusal.message));
    }
    all.skipped.sort_by_key(|skipped| skipped.row);
    Ok(all)
}

fn several_tables(name: &str) -> Refusal {
    Refusal::input(
        Code::FileKindUnsupported,
        format!("The archive holds several files, and \u{201c}{name}\u{201d} among them is a table whose columns have to be looked at"),
    )
    .hint("Unpack it and bring the tables in one after the other.")
}

/// Words about a row say in which file it stands.
fn name_the_file(one: &mut Intake, name: &str) {
    for message in one
        .skipped
        .iter_mut()
        .map(|one| &mut one.message)
        .chain(one.warnings.iter_mut().map(|one| &mut one.message))
    {
        *message = format!("{name}: {message}");
    }
}

/// Adds another file's drafts. A document that is there already, as the XML beside its PDF, is left out.
fn absorb(all: &mut Intake, mut one: Intake, name: &str) {
    name_the_file(&mut one, name);
    let RowCounts { read, title, header, blank, totals, other_side, used, skipped } = one.rows;
    all.rows.read += read;
    all.rows.title += title;
    all.rows.header += header;
    all.rows.blank += blank;
    all.rows.totals += totals;
    all.rows.other_side += other_side;
    all.rows.used += used;
    all.rows.skipped += skipped;
    all.skipped.append(&mut one.skipped);
    all.warnings.append(&mut one.warnings);
    all.reading.facts.append(&mut one.reading.facts);
    all.statements.append(&mut one.statements);
    all.letters.append(&mut one.letters);
    let is_list = one.invoices.is_empty() && one.credit_notes.is_empty();
    let places: Vec<usize> = one.clients.into_iter().map(|client| place(client, is_list, all)).collect();
    for mut invoice in one.invoices {
        invoice.client = places.get(invoice.client).copied().unwrap_or_default();
        let known = all
            .invoices
            .iter()
            .find(|known| known.number == invoice.number && known.client == invoice.client);
        match known {
            None => all.invoices.push(invoice),
            Some(known) => {
                let same = (known.total, known.issued) == (invoice.total, invoice.issued);
                leave_out(all, &invoice.rows, same, name, &invoice.number);
            }
        }
    }
    for mut note in one.credit_notes {
        note.client = places.get(note.client).copied().unwrap_or_default();
        let known =
            all.credit_notes.iter().find(|known| known.number == note.number && known.client == note.client);
        match known {
            None => all.credit_notes.push(note),
            Some(known) => {
                let same = (known.amount, known.issued) == (note.amount, note.issued);
                leave_out(all, &note.rows, same, name, &note.number);
            }
        }
    }
}

fn leave_out(all: &mut Intake, rows: &[u64], same: bool, name: &str, number: &str) {
    let (code, how) = match same {
        true => (SkipCode::DuplicateRow, "stands in the archive already"),
        false => (
            SkipCode::ConflictingDuplicate,
            "stands in the archive already with other facts; the first was taken",
        ),
    };
    for &row in rows {
        all.rows.used -= 1;
        all.skip(row, code, format!("{name}: {number} {how}"));
    }
}

/// The client's place among all. In a list of clients every card is one; on invoices, one client has many.
fn place(client: ClientDraft, is_list: bool, all: &mut Intake) -> usize {
    let same = |known: &ClientDraft| {
        known.reference == client.reference
            && known.known_as().to_lowercase() == client.known_as().to_lowercase()
    };
    let known = if is_list { None } else { all.clients.iter().position(same) };
    known.unwrap_or_else(|| {
        all.clients.push(client);
        all.clients.len() - 1
    })
}
