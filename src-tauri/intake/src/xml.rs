//! XML within limits, and the few steps needed to find one's way in it.
//!
//! Names are compared without their namespace: prefixes and versions differ from program to program, the
//! local names do not. Document types are refused, so no entity is ever expanded.

use crate::options::MOST_CELL_BYTES;
use goodterms_terms::{Code, Refusal};
use roxmltree::{Document, Node, ParsingOptions};

/// How deep elements may lie within each other.
const MOST_DEPTH: usize = 100;
/// The most elements, texts and comments.
const MOST_NODES: u32 = 1_000_000;
/// The most attributes of one element.
const MOST_ATTRIBUTES: usize = 100;
/// The most namespaces that all elements see together; each is laid out once more by the parser.
const MOST_NAMESPACES: usize = 2_000_000;
/// Elements whose text may be long: files that lie in an invoice, which are never unpacked.
const LONG_TEXT: [&str; 3] = ["EmbeddedDocumentBinaryObject", "AttachmentBinaryObject", "BinaryObject"];

/// Reads XML.
///
/// # Errors
/// [`Code::FileTooLarge`] beyond the limits; [`Code::FileKindUnsupported`] when it carries a document type
/// or is not well-formed.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Refusal> {
    let text = text.trim_start();
    measure(text)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => document_type(),
        roxmltree::Error::NodesLimitReached => too_large("has more parts"),
        error => {
            let row = u64::from(error.pos().row);
            Refusal::input(
                Code::FileKindUnsupported,
                format!("The XML breaks off or is damaged in line {row}"),
            )
            .hint("Ask for the file once more, or export it again.")
            .row(row)
        }
    })
}

fn document_type() -> Refusal {
    Refusal::input(
        Code::FileKindUnsupported,
        "The XML brings its own document type, which no invoice or statement needs and which can do harm",
    )
    .hint("Ask the sender for a plain file without a document type.")
}

fn too_large(what: &str) -> Refusal {
    Refusal::input(Code::FileTooLarge, format!("The XML {what} than any invoice or statement should have"))
        .hint("Ask for the file once more, or export it again.")
}

/// Looks over the tags once, before anything is laid out in memory.
fn measure(text: &str) -> Result<(), Refusal> {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let (mut rest, mut namespaces) = (text, 0_usize);
    while let Some((before, tag)) = rest.split_once('<') {
        let name = open.last().map_or("", |(name, _)| local(name));
        if before.len() > MOST_CELL_BYTES && !LONG_TEXT.contains(&name) {
            return Err(too_large("holds a longer text"));
        }
        rest = if let Some(comment) = tag.strip_prefix("!--") {
            after(comment, "-->")
        } else if let Some(verbatim) = tag.strip_prefix("![CDATA[") {
            let end = verbatim.find("]]>").unwrap_or(verbatim.len());
            if end > MOST_CELL_BYTES && !LONG_TEXT.contains(&name) {
                return Err(too_large("holds a longer text"));
            }
            after(verbatim, "]]>")
        } else if tag.starts_with('!') {
            return Err(document_type());
        } else if let Some(instruction) = tag.strip_prefix('?') {
            after(instruction, "?>")
        } else if tag.starts_with('/') {
            open.pop();
            after(tag, ">")
        } else {
            let start = StartTag::of(tag);
            if start.attributes > MOST_ATTRIBUTES || open.len() >= MOST_DEPTH {
                return Err(too_large("is nested deeper"));
            }
            let seen = open.last().map_or(0, |(_, seen)| *seen) + start.namespaces;
            namespaces += if start.namespaces > 0 { seen } else { 0 };
            if namespaces > MOST_NAMESPACES {
                return Err(too_large("names more namespaces"));
            }
            if !start.closed {
                open.push((start.name, seen));
            }
            start.rest
        };
    }
    Ok(())
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

struct StartTag<'a> {
    name: &'a str,
    attributes: usize,
    namespaces: usize,
    closed: bool,
    rest: &'a str,
}

impl<'a> StartTag<'a> {
    /// Takes a start tag apart, from behind its `<`.
    fn of(tag: &'a str) -> Self {
        let name =
            tag.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
        let (mut quote, mut attributes, mut namespaces) = (None, 0, 0);
        for (at, c) in tag.char_indices() {
            match (quote, c) {
                (None, '>') => {
                    let inside = tag.get(..at).unwrap_or_default();
                    let rest = tag.get(at + 1..).unwrap_or_default();
                    return Self { name, attributes, namespaces, closed: inside.ends_with('/'), rest };
                }
                (None, '"' | '\'') => {
                    attributes += 1;
                    let word = tag.get(..at).unwrap_or_default().rsplit(char::is_whitespace).next();
                    namespaces += usize::from(word.is_some_and(|word| word.starts_with("xmlns")));
                    quote = Some(c);
                }
                (Some(open), c) if open == c => quote = None,
                _ => {}
            }
            if attributes > MOST_ATTRIBUTES {
                break;
            }
        }
        Self { name, attributes, namespaces, closed: true, rest: "" }
    }
}

/// The children of that local name.
pub(crate) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// Every element down a path of local names: `PaymentMeans/PayeeFinancialAccount/ID`.
pub(crate) fn all<'a, 'i>(node: Node<'a, 'i>, path: &'a str) -> Vec<Node<'a, 'i>> {
    path.split('/')
        .fold(vec![node], |found, name| found.into_iter().flat_map(|node| children(node, name)).collect())
}

/// The first element down a path.
pub(crate) fn at<'a, 'i>(node: Node<'a, 'i>, path: &'a str) -> Option<Node<'a, 'i>> {
    all(node, path).into_iter().next()
}

/// The first text down a path that is not blank, in one line.
pub(crate) fn text(node: Node<'_, '_>, path: &str) -> Option<String> {
    all(node, path).into_iter().find_map(one_line)
}

/// An element's own text in one line, `None` when blank.
pub(crate) fn one_line(node: Node<'_, '_>) -> Option<String> {
    let line = written(node).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(line).filter(|line| !line.is_empty())
}

/// An element's own text as written.
pub(crate) fn written(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Refusal {
        parse(text).err().unwrap()
    }

    #[test]
    fn paths_go_by_local_names() {
        let text = "\n<a:Invoice xmlns:a='urn:a'><a:B><a:C/></a:B><a:B><a:C> x <![CDATA[&y]]>\n z</a:C></a:B></a:Invoice>";
        let document = parse(text).unwrap();
        assert_eq!(super::text(document.root_element(), "B/C").as_deref(), Some("x &y z"));
        assert_eq!(all(document.root_element(), "B/C").len(), 2);
        assert!(at(document.root_element(), "B/D").is_none());
    }

    #[test]
    fn bombs_are_refused_before_they_are_laid_out() {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert!(refused(laughs).message.contains("document type"));
        assert_eq!(refused(&"<a>".repeat(200_000)).code, Code::FileTooLarge);
        assert_eq!(refused(&format!("<a>{}</a>", "x".repeat(3 << 20))).code, Code::FileTooLarge);
        assert_eq!(refused(&format!("<a><![CDATA[{}]]></a>", "x".repeat(3 << 20))).code, Code::FileTooLarge);
        let attributes: String = (0..200_000).map(|n| format!(" a{n}=''")).collect();
        assert_eq!(refused(&format!("<a{attributes}/>")).code, Code::FileTooLarge);
        let many: String = (0..90).map(|n| format!(" xmlns:n{n}='u{n}'")).collect();
        let spread = "<b xmlns:q='u'/>".repeat(100_000);
        assert_eq!(refused(&format!("<a{many}>{spread}</a>")).code, Code::FileTooLarge);
        assert_eq!(refused(&format!("<a>{}</a>", "<b/>".repeat(1_100_000))).code, Code::FileTooLarge);
        assert_eq!(refused("<a><b></a>").code, Code::FileKindUnsupported);
    }

    #[test]
    fn a_file_inside_an_invoice_may_be_long() {
        let text = format!(
            "<a><EmbeddedDocumentBinaryObject>{}</EmbeddedDocumentBinaryObject></a>",
            "QUJD".repeat(1 << 19)
        );
        assert!(parse(&text).is_ok());
    }
}
