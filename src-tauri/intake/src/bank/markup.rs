//! Tags and text out of SGML or XML, however badly closed.
//!
//! Banks' OFX is SGML without end tags, XML, or something between, and no parser of either reads it all. So
//! this only cuts the text into tags and what stands between them; who asks decides what belongs together.
//! Entities a file declares itself are never expanded.

use std::borrow::Cow;

/// One piece of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// `<NAME …>`; the name without its prefix.
    Open {
        /// The tag's name.
        name: &'t str,
        /// All that stands behind the name.
        attributes: &'t str,
        /// It closes itself: `<NAME/>`.
        closed: bool,
    },
    /// `</NAME>`.
    Close(&'t str),
    /// What stands between tags, with something in it besides blanks.
    Text(Cow<'t, str>),
}

/// Cuts a text.
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    counted: usize,
    line: u64,
}

impl<'t> Tokens<'t> {
    /// Starts at the beginning.
    pub(crate) const fn of(text: &'t str) -> Self {
        Self { text, at: 0, counted: 0, line: 1 }
    }

    /// The line the next token begins at or before, counted from 1.
    pub(crate) fn line(&mut self) -> u64 {
        let passed = self.text.as_bytes().get(self.counted..self.at).unwrap_or_default();
        self.line += passed.iter().filter(|&&b| b == b'\n').count() as u64;
        self.counted = self.at.max(self.counted);
        self.line
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text up to `end`, which is passed over; all that is left where `end` is missing.
    fn upto(&mut self, end: &str) -> &'t str {
        let rest = self.rest();
        let (inner, passed) = rest.find(end).map_or((rest.len(), rest.len()), |at| (at, at + end.len()));
        self.at += passed;
        rest.get(..inner).unwrap_or_default()
    }

    fn tag(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        let inner = rest.get(1..)?;
        // A tag that is not ended is ended by the next.
        let length = inner.find(['<', '>']).unwrap_or(inner.len());
        self.at += 1 + length + usize::from(inner.as_bytes().get(length) == Some(&b'>'));
        let inner = inner.get(..length)?.trim();
        if let Some(name) = inner.strip_prefix('/') {
            return Some(Token::Close(local(name.trim())));
        }
        let closed = inner.ends_with('/');
        let inner = inner.trim_end_matches('/');
        let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        Some(Token::Open { name: local(name), attributes, closed })
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            } else if rest.starts_with("<!--") {
                self.upto("-->");
            } else if rest.starts_with("<![CDATA[") {
                self.at += "<![CDATA[".len();
                return Some(Token::Text(Cow::Borrowed(self.upto("]]>").trim())));
            } else if rest.starts_with("<?") || rest.starts_with("<!") {
                self.upto(">");
            } else if begins_tag(rest) {
                return self.tag();
            } else {
                let length = next_tag(rest);
                self.at += length;
                let text = rest.get(..length).unwrap_or_default().trim();
                if !text.is_empty() {
                    return Some(Token::Text(without_entities(text)));
                }
            }
        }
    }
}

/// Where the next tag begins; a `<` that begins none is text.
fn next_tag(text: &str) -> usize {
    let begins = |&(at, _): &(usize, &str)| at > 0 && text.get(at..).is_some_and(begins_anything);
    text.match_indices('<').find(begins).map_or(text.len(), |(at, _)| at)
}

fn begins_anything(text: &str) -> bool {
    begins_tag(text) || text.starts_with("<!") || text.starts_with("<?")
}

fn begins_tag(text: &str) -> bool {
    let mut after = text.bytes().skip(1);
    let first = after.next();
    let first = if first == Some(b'/') { after.next() } else { first };
    text.starts_with('<') && first.is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
}

/// A name without its namespace's prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute.
pub(crate) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut parts = attributes.split(['"', '\'']);
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        if key.trim().trim_end_matches('=').trim() == name {
            return Some(value);
        }
    }
    None
}

/// The five entities of XML, blanks, and characters by number; anything else stays as it is written.
fn without_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, behind)| character(name).map(|c| (c, behind))) {
            Some((c, behind)) => {
                out.push(c);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        Tokens::of(text)
            .map(|token| match token {
                Token::Open { name, closed, .. } => format!("<{name}{}>", if closed { "/" } else { "" }),
                Token::Close(name) => format!("</{name}>"),
                Token::Text(text) => text.into_owned(),
            })
            .collect()
    }

    #[test]
    fn text_is_cut_at_tags_only() {
        assert_eq!(
            shown("<?xml?><a:B x=\"1\">5 < 6 &amp; &#233;<!-- <C> --><D/></a:B>"),
            ["<B>", "5 < 6 & \u{e9}", "<D/>", "</B>"]
        );
        assert_eq!(shown("<NAME><![CDATA[A & <B> ]]></NAME>"), ["<NAME>", "A & <B>", "</NAME>"]);
        assert_eq!(
            shown("<OFX\n<<USE>0<MEMO>Tom & Ann &unknown; &"),
            ["<OFX>", "<", "<USE>", "0", "<MEMO>", "Tom & Ann &unknown; &"]
        );
    }

    #[test]
    fn attributes_and_lines_are_found() {
        assert_eq!(attribute(" Ccy=\"EUR\" b = 'c' ", "Ccy"), Some("EUR"));
        assert_eq!(attribute(" Ccy=\"EUR\" b = 'c' ", "b"), Some("c"));
        assert_eq!(attribute("Ccy", "Ccy"), None);
        let mut tokens = Tokens::of("<A>\n\n<B>");
        assert_eq!((tokens.line(), tokens.next().is_some(), tokens.line()), (1, true, 1));
        assert_eq!((tokens.next().is_some(), tokens.line()), (true, 3));
    }
}
