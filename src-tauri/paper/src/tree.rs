//! What each mark on the page is: the outline that screen readers and archives need.

/// A node of the outline.
pub(crate) type NodeId = usize;

/// The part a node plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Section,
    /// Title of the document.
    Title,
    /// Head of a section.
    Heading,
    Paragraph,
    Table,
    Row,
    /// Head of a column.
    ColumnHead,
    /// Head of a row, over so many columns.
    RowHead {
        columns: usize,
    },
    Cell {
        columns: usize,
    },
    /// A picture and its description.
    Figure {
        alt: String,
    },
    /// Words that lead somewhere: its address, and what is said of it to those who do not see the words.
    Link {
        target: String,
        words: String,
    },
    /// A place for a digital signature: its name in the file, and what it is for in the reader's words.
    Field {
        name: &'static str,
        tip: String,
    },
}

/// A node with its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) children: Vec<NodeId>,
    pub(crate) parent: NodeId,
    /// Its language where that is not the document's, BCP 47.
    pub(crate) language: Option<&'static str>,
}

/// The outline of a document, in reading order. The root is the document itself.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = 0;

    pub(crate) fn new() -> Self {
        Self {
            nodes: vec![Node {
                role: Role::Document,
                children: Vec::new(),
                parent: Self::ROOT,
                language: None,
            }],
        }
    }

    /// Adds a node as the last child of `parent`.
    pub(crate) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { role, children: Vec::new(), parent, language: None });
        if let Some(above) = self.nodes.get_mut(parent) {
            above.children.push(id);
        }
        id
    }

    /// Says that a node and all below it is in another language.
    pub(crate) fn set_language(&mut self, node: NodeId, language: &'static str) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.language = Some(language);
        }
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}
