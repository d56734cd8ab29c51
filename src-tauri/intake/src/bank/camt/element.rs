//! One element of a message with all that is in it.

use crate::bank::markup::{Token, Tokens, attribute};

/// How deep elements are looked into; a real message needs fifteen.
const DEEPEST: usize = 64;

/// An element.
pub(super) struct Element<'t> {
    /// Its name, without a prefix.
    pub(super) name: &'t str,
    attributes: &'t str,
    /// The text directly in it.
    pub(super) text: String,
    children: Vec<Element<'t>>,
    /// The file ended before the element did.
    pub(super) cut_off: bool,
}

impl<'t> Element<'t> {
    /// Reads up to the end of the element that has just been opened.
    pub(super) fn read(name: &'t str, attributes: &'t str, closed: bool, tokens: &mut Tokens<'t>) -> Self {
        let start = |name, attributes| Self {
            name,
            attributes,
            text: String::new(),
            children: Vec::new(),
            cut_off: false,
        };
        let mut whole = start(name, attributes);
        if closed {
            return whole;
        }
        // Open elements inside of `whole`, the outermost first.
        let mut open: Vec<Self> = Vec::new();
        let mut beyond = 0_usize;
        for token in tokens.by_ref() {
            match token {
                Token::Open { name, attributes, closed } => {
                    let child = start(name, attributes);
                    if open.len() >= DEEPEST {
                        beyond += usize::from(!closed);
                    } else if closed {
                        open.last_mut().unwrap_or(&mut whole).children.push(child);
                    } else {
                        open.push(child);
                    }
                }
                Token::Text(text) => open.last_mut().unwrap_or(&mut whole).text.push_str(&text),
                Token::Close(_) if beyond > 0 => beyond -= 1,
                Token::Close(_) => match open.pop() {
                    Some(child) => open.last_mut().unwrap_or(&mut whole).children.push(child),
                    None => return whole,
                },
            }
        }
        whole.cut_off = true;
        whole
    }

    /// Its first child of that name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All its children of that name.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The element at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The text at the end of a path, where there is any.
    pub(super) fn text_at(&self, path: &[&str]) -> Option<&str> {
        self.at(path).map(|element| element.text.trim()).filter(|text| !text.is_empty())
    }

    /// The currency an amount is in.
    pub(super) fn currency(&self) -> Option<&'t str> {
        attribute(self.attributes, "Ccy")
    }
}
