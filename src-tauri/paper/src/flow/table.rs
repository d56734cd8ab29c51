//! Tables: heads that repeat, rows that are never torn, totals that never stand alone.

use super::page::{Mark, What};
use super::strip::{Strip, level, marks};
use crate::text::{Align, Case, Line, Paragraph, Setting, Span, Style};
use crate::tree::NodeId;
use crate::unit::{Mil, pt};
use std::rc::Rc;

/// A table with one head.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) left: Mil,
    pub(crate) width: Mil,
    pub(crate) before: Mil,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// Body of the rows, and that of heads.
    pub(crate) style: Style,
    pub(crate) strong: Style,
    pub(crate) head_style: Style,
    pub(crate) leading: Mil,
}

/// A column and its head.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) head: String,
    pub(crate) head_node: NodeId,
    pub(crate) align: Align,
    /// Takes what the others leave and wraps; otherwise as wide as its widest entry.
    pub(crate) fills: bool,
}

/// A row.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) kind: RowKind,
    pub(crate) cells: Vec<Cell>,
}

/// How a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    Body,
    /// A single rule above.
    Total,
    /// A single rule above and a double one below. One per table.
    Grand,
}

/// A cell over one or more columns.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) node: NodeId,
    pub(crate) text: String,
    pub(crate) columns: usize,
}

/// Space between columns, and above and below the letters of a row.
const GUTTER: Mil = pt(11);
const PAD: Mil = 2_300;
/// A table of no more rows than this is not parted.
const SHORT: usize = 9;
/// A column that wraps is never squeezed below this.
const NARROWEST: Mil = pt(52);
const HAIRLINE: Mil = 300;
const HAIR_GREY: u8 = 66;
/// Of the rule below the head, and of the last one.
const HEAD_GREY: u8 = 30;
const INK: Mil = 700;

/// What a row is followed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Row,
    BeforeTotal,
    Table,
}

/// A cell, shaped.
struct Ready {
    node: Option<NodeId>,
    first: usize,
    columns: usize,
    paragraph: Paragraph,
}

/// The strips of a table: the head, then each row.
pub(crate) fn strips(table: &Table, case: &mut Case, tallest: Mil) -> Vec<Strip> {
    let mut ready = |text: &str, style: Style, node: NodeId, first: usize, columns: usize| Ready {
        node: Some(node),
        first,
        columns,
        paragraph: Paragraph::new(&[Span::new(text, style)], case),
    };
    let head: Vec<Ready> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| ready(&column.head, table.head_style, column.head_node, at, 1))
        .collect();
    let rows: Vec<(RowKind, Vec<Ready>)> = table
        .rows
        .iter()
        .map(|row| {
            let style = if row.kind == RowKind::Body { table.style } else { table.strong };
            let mut at = 0;
            let cells = row.cells.iter().map(|cell| {
                at += cell.columns;
                ready(&cell.text, style, cell.node, at - cell.columns, cell.columns)
            });
            (row.kind, cells.collect())
        })
        .collect();
    let places = places(table, &head, &rows);

    let head = Rc::new(head_strip(table, &head, &places));
    let mut strips = vec![Strip { before: table.before, ..head.as_ref().clone() }];
    let count = rows.len();
    for (at, (kind, cells)) in rows.iter().enumerate() {
        let ends_with_total = rows.get(at + 1).is_some_and(|(next, _)| *next != RowKind::Body);
        // A short table stays whole. In a long one the head keeps two rows and a total keeps two rows: no row
        // is ever alone with either.
        let keep = count <= SHORT || at < 2 || at + 1 == count || ends_with_total || *kind != RowKind::Body;
        let end = match rows.get(at + 1) {
            None => End::Table,
            Some((RowKind::Body, _)) => End::Row,
            Some(_) => End::BeforeTotal,
        };
        strips.extend(
            row_strips(table, *kind, cells, &places, tallest, end).into_iter().enumerate().map(
                |(part, strip)| Strip { keep: keep && part == 0, head: Some(Rc::clone(&head)), ..strip },
            ),
        );
    }
    strips
}

/// The left edge and width of each column.
fn places(table: &Table, head: &[Ready], rows: &[(RowKind, Vec<Ready>)]) -> Vec<(Mil, Mil)> {
    let widest = |cells: &mut dyn Iterator<Item = &Ready>, of: fn(&Paragraph) -> Mil| {
        let mut widths: Vec<Mil> = vec![0; table.columns.len()];
        for cell in cells.filter(|cell| cell.columns == 1) {
            if let Some(width) = widths.get_mut(cell.first) {
                *width = (*width).max(of(&cell.paragraph));
            }
        }
        widths
    };
    let body = widest(&mut rows.iter().flat_map(|(_, cells)| cells), Paragraph::natural_width);
    let heads = widest(&mut head.iter(), Paragraph::natural_width);
    let head_words = widest(&mut head.iter(), Paragraph::widest_word);
    let larger = |a: &[Mil], b: &[Mil]| -> Vec<Mil> { a.iter().zip(b).map(|(a, b)| *a.max(b)).collect() };
    let gaps = i32::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    let room = (table.width - GUTTER * gaps).max(0);
    let fills: Vec<bool> = table.columns.iter().map(|column| column.fills).collect();
    let needed = |widths: &[Mil]| -> i64 {
        widths.iter().zip(&fills).map(|(w, f)| i64::from(if *f { (*w).min(NARROWEST) } else { *w })).sum()
    };

    // Heads on one line if there is room, on several if not.
    let generous = larger(&body, &heads);
    let wanted = if needed(&generous) <= i64::from(room) { generous } else { larger(&body, &head_words) };
    let widths: Vec<Mil> = if needed(&wanted) <= i64::from(room) {
        // Columns of words share what the others leave, as far as they can use it.
        let taken: i64 = wanted.iter().zip(&fills).filter(|(_, f)| !**f).map(|(w, _)| i64::from(*w)).sum();
        let wish: i64 = wanted.iter().zip(&fills).filter(|(_, f)| **f).map(|(w, _)| i64::from(*w)).sum();
        let rest = (i64::from(room) - taken).min(wish);
        wanted
            .iter()
            .zip(&fills)
            .map(|(w, f)| if *f { fraction(rest, i64::from(*w), wish) } else { *w })
            .collect()
    } else {
        capped(&wanted, room)
    };
    // What is left over goes evenly between the columns.
    let left_over = (room - widths.iter().sum::<Mil>()).max(0);
    let gap = GUTTER + left_over / gaps.max(1);
    let mut x = table.left;
    let last = widths.len().saturating_sub(1);
    widths
        .into_iter()
        .enumerate()
        .map(|(at, width)| {
            // The last column ends at the edge, to the thousandth.
            let width = if at == last { table.left + table.width - x } else { width };
            let place = (x, width);
            x += width + gap;
            place
        })
        .collect()
}

/// Too much for the sheet: the widest columns give way, and wrap, until all fit.
fn capped(wanted: &[Mil], room: Mil) -> Vec<Mil> {
    let mut ascending = wanted.to_vec();
    ascending.sort_unstable();
    let mut left = room;
    let mut columns = i32::try_from(wanted.len()).unwrap_or(1);
    let mut cap = 0;
    for width in ascending {
        cap = left / columns.max(1);
        if width > cap {
            break;
        }
        left -= width;
        columns -= 1;
    }
    wanted.iter().map(|width| (*width).min(cap)).collect()
}

fn fraction(whole: i64, part: i64, of: i64) -> Mil {
    Mil::try_from(i128::from(whole) * i128::from(part) / i128::from(of.max(1))).unwrap_or(0)
}

/// The lines of each cell, set in its place.
fn set(table: &Table, cells: &[Ready], places: &[(Mil, Mil)]) -> Vec<(Option<NodeId>, Mil, Vec<Line>)> {
    cells
        .iter()
        .map(|cell| {
            let (x, _) = places.get(cell.first).copied().unwrap_or((table.left, pt(1)));
            let (end_x, end_width) =
                places.get(cell.first + cell.columns.max(1) - 1).copied().unwrap_or((table.left, pt(1)));
            let align = match (cell.columns, table.columns.get(cell.first)) {
                (1, Some(column)) => column.align,
                _ => Align::Left,
            };
            let setting = Setting { measure: end_x + end_width - x, align, divide: false };
            (cell.node, x, cell.paragraph.lines(setting))
        })
        .collect()
}

/// The head: an ink rule above, a hairline below, its lines standing on the bottom.
fn head_strip(table: &Table, head: &[Ready], places: &[(Mil, Mil)]) -> Strip {
    let leading = table.head_style.size * 125 / 100;
    let cells = set(table, head, places);
    let rows = cells.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(1);
    let deep = |count: usize| leading * i32::try_from(count).unwrap_or(1);
    let height = INK + PAD + deep(rows) + PAD;
    let mut strip = Strip { height: height + HAIRLINE, ..Strip::default() };
    strip.marks.push(rule(table, 0, INK, 0));
    for (node, x, lines) in cells {
        let top = INK + PAD + deep(rows) - deep(lines.len());
        for (at, line) in lines.into_iter().enumerate() {
            strip.marks.extend(marks(line, node, x, top + deep(at) + level(leading, table.head_style.size)));
        }
    }
    strip.marks.push(rule(table, height, HAIRLINE, HEAD_GREY));
    strip
}

/// A row, in one strip unless it is taller than a page can bear.
fn row_strips(
    table: &Table,
    kind: RowKind,
    cells: &[Ready],
    places: &[(Mil, Mil)],
    tallest: Mil,
    end: End,
) -> Vec<Strip> {
    let cells = set(table, cells, places);
    let count = cells.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(1).max(1);
    let deep = |count: usize| table.leading * i32::try_from(count).unwrap_or(1);
    let above = if kind == RowKind::Body { 0 } else { HAIRLINE * 2 };
    let top = above + PAD;
    let mut whole = Strip { height: top + deep(count) + PAD, ..Strip::default() };
    if kind != RowKind::Body {
        whole.marks.push(rule(table, 0, HAIRLINE * 2, 0));
    }
    let mut parts: Vec<Strip> = Vec::new();
    let torn = whole.height > tallest;
    if torn {
        parts.resize_with(count, || Strip { height: table.leading, ..Strip::default() });
    }
    for (node, x, lines) in cells {
        for (at, line) in lines.into_iter().enumerate() {
            let baseline = level(table.leading, table.style.size);
            match parts.get_mut(at) {
                Some(part) => part.marks.extend(marks(line, node, x, baseline)),
                None => whole.marks.extend(marks(line, node, x, top + deep(at) + baseline)),
            }
        }
    }
    if torn {
        if let Some(bottom) = parts.last_mut() {
            bottom.height += PAD;
            bottom.marks.push(rule(table, bottom.height - HAIRLINE, HAIRLINE, HAIR_GREY));
        }
        return parts;
    }
    match kind {
        RowKind::Body => match end {
            End::Row => whole.marks.push(rule(table, whole.height, HAIRLINE, HAIR_GREY)),
            End::BeforeTotal => {}
            End::Table => whole.marks.push(rule(table, whole.height, HAIRLINE, HEAD_GREY)),
        },
        RowKind::Total => {}
        RowKind::Grand => {
            whole.marks.push(rule(table, whole.height, HAIRLINE * 2, 0));
            whole.marks.push(rule(table, whole.height + HAIRLINE * 6, HAIRLINE * 2, 0));
            whole.height += HAIRLINE * 8;
        }
    }
    vec![whole]
}

fn rule(table: &Table, y: Mil, thickness: Mil, grey: u8) -> Mark {
    Mark { node: None, x: table.left, y, what: What::Rule { length: table.width, thickness, grey } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_of_endless_words_does_not_squeeze_the_others() {
        assert_eq!(capped(&[10, 3_000, 20], 120), [10, 90, 20]);
        assert_eq!(capped(&[3_000, 3_000, 20], 120), [50, 50, 20]);
    }
}
