//! Writing a document: the hand that puts one block after the other and keeps the outline in step.

use super::furniture::Furniture;
use super::links;
use super::page::fill;
use super::sheet::Sheet;
use super::strip::{Block, Cutter, Set, Text};
use super::table::{Cell, Column, Row, RowKind, Table};
use crate::document::{Attached, Document, Facts};
use crate::drawing::Drawing;
use crate::fonts::{Face, Faces};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::mark::PageMark;
use crate::text::{Align, Case, Span, Style};
use crate::tree::{NodeId, Role, Tree};
use crate::unit::{Mil, mm, pt};
use std::rc::Rc;

/// The voices of our paper. Serif is what people say to each other, sans is what the desk says.
pub(crate) mod voice {
    use super::{Face, Style};

    const fn style(face: Face, size: i32) -> Style {
        Style { face, size, grey: 0, tabular: false, within: None }
    }

    /// The body of letters and agreements.
    pub(crate) const TEXT: Style = style(Face::Serif, 10_500);
    pub(crate) const STRONG: Style = style(Face::SerifBold, 10_500);
    /// Consent.
    pub(crate) const CONSENT: Style = style(Face::SerifItalic, 10_500);
    pub(crate) const TITLE: Style = style(Face::Serif, 23_000);
    pub(crate) const SUBJECT: Style = style(Face::SerifBold, 12_500);
    pub(crate) const NAME: Style = style(Face::SerifBold, 12_000);
    pub(crate) const LETTERHEAD: Style = style(Face::Serif, 17_000);
    /// Heads in the margin.
    pub(crate) const SIDE: Style = style(Face::SansBold, 8_800);
    /// Labels and addresses.
    pub(crate) const LABEL: Style = Style { grey: 34, ..style(Face::Sans, 8_200) };
    pub(crate) const DETAIL: Style = style(Face::Sans, 9_000);
    pub(crate) const SMALL: Style = Style { grey: 34, ..style(Face::Sans, 8_200) };
    pub(crate) const ROW: Style = Style { tabular: true, ..style(Face::Sans, 9_000) };
    pub(crate) const ROW_STRONG: Style = Style { tabular: true, ..style(Face::SansBold, 9_000) };
    pub(crate) const ROW_HEAD: Style = Style { grey: 30, tabular: true, ..style(Face::SansBold, 7_800) };
}

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Short words, numbers of documents, dates: as wide as they need.
    Short,
    /// Words that may wrap.
    Words,
    /// Figures and dates that line up at the right.
    Figures,
}

/// How wide a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// As wide as everything.
    Sheet,
    /// As wide as running text.
    Text,
}

/// Puts a document together.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) sheet: Sheet,
    pub(crate) tree: Tree,
    /// Faces besides the bundled ones.
    pub(crate) faces: Faces,
    blocks: Vec<Block>,
    section: NodeId,
    mark: Option<PageMark>,
    attached: Vec<Attached>,
}

impl Writer {
    pub(crate) fn new(sheet: Sheet) -> Self {
        Self {
            sheet,
            tree: Tree::new(),
            faces: Faces::default(),
            blocks: Vec::new(),
            section: Tree::ROOT,
            mark: None,
            attached: Vec::new(),
        }
    }

    /// One in the manners of its reader.
    pub(crate) fn of(manner: Manner) -> Self {
        Self { faces: manner.faces, ..Self::new(Sheet::of(manner.paper)) }
    }

    /// One that goes on where a document ends.
    pub(crate) fn after(document: &Document) -> Self {
        Self { tree: document.tree.clone(), ..Self::new(document.sheet) }
    }

    /// Adds the pages of its own to the document it goes on from.
    pub(crate) fn append_to(self, mut document: Document) -> Document {
        let mut case =
            Case { faces: self.faces, missing: document.missing, language: document.facts.language };
        let strips = Cutter::new(&mut case, self.sheet.bottom).cut(&self.blocks);
        document.pages.extend(fill(&strips, &self.sheet));
        Document { tree: self.tree, missing: case.missing, ..document }
    }

    /// Puts a file into the file.
    pub(crate) fn attach(&mut self, attached: Attached) {
        self.attached.push(attached);
    }

    /// What belongs to the part of the outline just begun is in another language.
    pub(crate) fn in_language(&mut self, language: &'static str) {
        self.tree.set_language(self.section, language);
    }

    /// Every page carries a code that names it: of this agreement, this version, and its own number.
    pub(crate) fn mark_pages(&mut self, mark: PageMark) {
        self.mark = Some(mark);
    }

    /// Starts a part of the outline; what follows belongs to it.
    pub(crate) fn section(&mut self) {
        self.section = self.tree.add(Tree::ROOT, Role::Section);
    }

    /// What follows belongs to the document as a whole again.
    pub(crate) fn end_section(&mut self) {
        self.section = Tree::ROOT;
    }

    /// A text set by hand.
    pub(crate) fn set(&mut self, role: Role, spans: Vec<Span>, set: Set) {
        let text = self.text(role, spans, set);
        self.blocks.push(text);
    }

    /// A text for a column of its own; it takes its place in the outline now.
    pub(crate) fn text(&mut self, role: Role, spans: Vec<Span>, set: Set) -> Block {
        let node = self.tree.add(self.section, role);
        let spans = links::tagged(spans, node, &mut self.tree);
        Block::Text(Text { node: Some(node), spans, set })
    }

    /// A running paragraph beside the margin.
    pub(crate) fn paragraph(&mut self, spans: Vec<Span>, before: Mil) {
        let set = Set { before, ..self.running() };
        self.set(Role::Paragraph, spans, set);
    }

    /// A running paragraph of one voice.
    pub(crate) fn say(&mut self, text: &str, before: Mil) {
        self.paragraph(vec![Span::new(text, voice::TEXT)], before);
    }

    /// A running paragraph that stays with what follows it.
    pub(crate) fn lead_in(&mut self, spans: Vec<Span>, before: Mil) {
        let set = Set { before, keep_next: true, ..self.running() };
        self.set(Role::Paragraph, spans, set);
    }

    /// How running text stands.
    pub(crate) const fn running(&self) -> Set {
        Set {
            left: self.sheet.text_left,
            measure: self.sheet.measure(),
            leading: 14_500,
            before: pt(6),
            align: Align::Justified,
            divide: true,
            keep_next: false,
        }
    }

    /// A head in the margin, on the line of the text that follows.
    pub(crate) fn side(&mut self, head: &str) {
        self.numbered_side("", head);
    }

    /// A head in the margin with its number hanging before it.
    pub(crate) fn numbered_side(&mut self, number: &str, head: &str) {
        self.section();
        let node = self.tree.add(self.section, Role::Heading);
        let indent = if number.is_empty() { 0 } else { pt(17) };
        let set = Set {
            left: self.sheet.left + indent,
            measure: self.sheet.text_left - self.sheet.left - mm(3) - indent,
            leading: 11_500,
            before: pt(13),
            align: Align::Left,
            divide: false,
            keep_next: true,
        };
        let number_set = Set { left: self.sheet.left, measure: pt(16), ..set };
        let part = |words: &str, set: Set| Text {
            node: Some(node),
            spans: vec![Span::new(words, voice::SIDE)],
            set,
        };
        self.blocks.push(Block::Side { number: part(number, number_set), head: part(head, set) });
    }

    /// Blocks side by side.
    pub(crate) fn columns(&mut self, columns: Vec<Vec<Block>>, before: Mil) {
        self.blocks.push(Block::Columns { columns, before });
    }

    pub(crate) fn rule(&mut self, before: Mil, thickness: Mil, grey: u8) {
        let (left, length) = (self.sheet.left, self.sheet.full());
        self.blocks.push(Block::Rule { left, length, thickness, grey, before });
    }

    /// What follows stands no higher than `y` on the first page.
    pub(crate) fn floor(&mut self, y: Mil) {
        self.blocks.push(Block::Floor(y));
    }

    /// What follows begins on the same page as what stands before.
    pub(crate) fn keep(&mut self) {
        self.blocks.push(Block::Keep);
    }

    /// A table over the whole width, or only below the running text.
    ///
    /// Cells of a row are texts with the number of columns they span.
    pub(crate) fn table(
        &mut self,
        width: Width,
        columns: &[(&str, Kind)],
        rows: Vec<(RowKind, Vec<(String, usize)>)>,
    ) {
        self.put_table(width, pt(8), columns, rows);
    }

    fn put_table(
        &mut self,
        width: Width,
        before: Mil,
        columns: &[(&str, Kind)],
        rows: Vec<(RowKind, Vec<(String, usize)>)>,
    ) {
        let (left, width) = match width {
            Width::Sheet => (self.sheet.left, self.sheet.full()),
            Width::Text => (self.sheet.text_left, self.sheet.measure()),
        };
        let table = self.tree.add(self.section, Role::Table);
        let head_node = self.tree.add(table, Role::Row);
        let columns: Vec<Column> = columns
            .iter()
            .map(|(head, kind)| Column {
                head: (*head).to_owned(),
                head_node: self.tree.add(head_node, Role::ColumnHead),
                align: if *kind == Kind::Figures { Align::Right } else { Align::Left },
                fills: *kind == Kind::Words,
            })
            .collect();
        let rows = rows
            .into_iter()
            .map(|(kind, cells)| {
                let row = self.tree.add(table, Role::Row);
                let cells = cells.into_iter().enumerate().map(|(at, (text, columns))| {
                    let label = at == 0 && kind != RowKind::Body;
                    let role = if label { Role::RowHead { columns } } else { Role::Cell { columns } };
                    Cell { node: self.tree.add(row, role), text, columns }
                });
                Row { kind, cells: cells.collect() }
            })
            .collect();
        self.blocks.push(Block::Table(Table {
            left,
            width,
            before,
            columns,
            rows,
            style: voice::ROW,
            strong: voice::ROW_STRONG,
            head_style: voice::ROW_HEAD,
            leading: 12_000,
        }));
    }

    /// A table with its name above it.
    pub(crate) fn captioned_table(
        &mut self,
        caption: &str,
        width: Width,
        columns: &[(&str, Kind)],
        rows: Vec<(RowKind, Vec<(String, usize)>)>,
    ) {
        let left = if width == Width::Sheet { self.sheet.left } else { self.sheet.text_left };
        let measure = self.sheet.right - left;
        let set = Set {
            left,
            measure,
            leading: pt(12),
            before: pt(10),
            align: Align::Left,
            divide: false,
            keep_next: true,
        };
        self.keep();
        self.set(Role::Paragraph, vec![Span::new(caption, voice::SIDE)], set);
        self.put_table(width, pt(4), columns, rows);
    }

    /// A picture in a box of this size at most, with the words for those who do not see it; its column starts
    /// at `left`.
    pub(crate) fn picture(&mut self, logo: &Logo, alt: String, left: Mil, width: Mil, height: Mil) -> Block {
        let node = self.tree.add(self.section, Role::Figure { alt });
        let (width, height) = logo.fitted(width, height);
        Block::Picture { node, picture: Rc::new(logo.clone()), left, width, height }
    }

    /// An empty place for a digital signature, known in the file by this name; the tip says what it is for.
    pub(crate) fn field(
        &mut self,
        name: &'static str,
        tip: &str,
        left: Mil,
        width: Mil,
        height: Mil,
    ) -> Block {
        let node = self.tree.add(self.section, Role::Field { name, tip: crate::text::clean(tip) });
        Block::Field { node, left, width, height }
    }

    /// A drawing fitted into a box of this size; its column starts at `left`. To set a code beside text, make
    /// the text one column and this block the other ([`Self::columns`]).
    pub(crate) fn drawing(&mut self, drawing: Drawing, left: Mil, width: Mil, height: Mil) -> Block {
        let alt = crate::text::clean(&drawing.alt);
        let node = (!alt.trim().is_empty()).then(|| self.tree.add(self.section, Role::Figure { alt }));
        let (width, height) = drawing.fitted(width, height);
        Block::Drawing { node, drawing: Rc::new(drawing), left, width, height }
    }

    /// Any block, in its turn.
    pub(crate) fn put(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Breaks the pages and closes the document.
    pub(crate) fn finish(self, mut facts: Facts, furniture: &Furniture) -> Document {
        // No-break spaces are for lines; what a file says about itself has none.
        for words in [&mut facts.title, &mut facts.author, &mut facts.subject] {
            *words = words.replace(['\u{A0}', '\u{202F}'], " ");
        }
        let mut case = Case { faces: self.faces, language: facts.language, ..Case::default() };
        let tallest = (self.sheet.bottom - self.sheet.top) * 7 / 10;
        let strips = Cutter::new(&mut case, tallest).cut(&self.blocks);
        let mut pages = fill(&strips, &self.sheet);
        furniture.set(&mut pages, &self.sheet, self.mark.as_ref(), &mut case);
        Document {
            pages,
            tree: self.tree,
            sheet: self.sheet,
            facts,
            missing: case.missing,
            attached: self.attached,
        }
    }
}
