//! One property of a contact card: its name, parameters and value, out of folded and encoded lines.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A property, its value decoded from QUOTED-PRINTABLE and not yet split or unescaped.
#[derive(Debug, Clone)]
pub(super) struct Property {
    /// In capitals, without the group before it: `TEL` of `item1.TEL`.
    pub(super) name: String,
    /// In capitals: `TYPE=WORK` or, in version 2.1, `WORK`.
    parameters: Vec<String>,
    pub(super) value: String,
}

impl Property {
    /// Takes an unfolded line apart. `None` when it is not `NAME;PARAMETERS:VALUE`.
    pub(super) fn of(line: &str) -> Option<Self> {
        let colon = first_outside_quotes(line, ':')?;
        let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let mut parts = split_outside_quotes(head, ';');
        let name = parts.next()?.rsplit('.').next()?.trim().to_ascii_uppercase();
        let parameters: Vec<String> =
            parts.map(|part| part.trim().replace('"', "").to_ascii_uppercase()).collect();
        let quoted =
            parameters.iter().any(|one| one == "QUOTED-PRINTABLE" || one == "ENCODING=QUOTED-PRINTABLE");
        let charset = parameters.iter().find_map(|one| one.strip_prefix("CHARSET="));
        let value = if quoted { unquoted(value, charset) } else { value.to_owned() };
        (!name.is_empty()).then_some(Self { name, parameters, value })
    }

    /// Whether it is marked as of that kind: `WORK`, `FAX`, `PREF`.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.parameters.iter().any(|one| {
            let kinds = one.strip_prefix("TYPE=").unwrap_or(one);
            kinds.split(',').any(|known| known == kind) || kind == "PREF" && one.starts_with("PREF=")
        })
    }

    /// What it is preferred by: 1 first, 101 where nothing is said (RFC 6350 §5.3).
    pub(super) fn rank(&self) -> u32 {
        let stated = self.parameters.iter().find_map(|one| one.strip_prefix("PREF=")?.parse().ok());
        stated.unwrap_or(if self.is("PREF") { 1 } else { 101 })
    }

    /// The value as one text.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value).trim().to_owned()
    }

    /// The value's parts between semicolons, each trimmed.
    pub(super) fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut escaped = false;
        for c in self.value.chars() {
            if c == ';' && !escaped {
                parts.push(String::new());
            } else if let Some(part) = parts.last_mut() {
                part.push(c);
            }
            escaped = c == '\\' && !escaped;
        }
        parts.iter().map(|part| unescaped(part).trim().to_owned()).collect()
    }
}

/// Whether a line of version 2.1 goes on in the next: its encoding ends lines with `=`.
pub(super) fn goes_on(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default().to_ascii_uppercase();
    head.contains("QUOTED-PRINTABLE") && line.ends_with('=')
}

fn first_outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == wanted && !quoted).then_some(at)
    })
}

fn split_outside_quotes(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c: char| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
}

/// `\n` `\,` `\;` `\\` (RFC 6350 §3.4), and the `\:` that some programs write.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(c @ (',' | ';' | ':' | '\\' | '"')) => plain.push(c),
                Some(other) => plain.extend(['\\', other]),
                None => plain.push('\\'),
            },
            ('\r', _) => {}
            (c, _) => plain.push(c),
        }
    }
    plain
}

/// QUOTED-PRINTABLE (RFC 2045 §6.7), in the character set named or the likeliest.
fn unquoted(value: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| byte == b'=') {
            Some(decoded) => {
                bytes.push(decoded);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    let named = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    let likely = if std::str::from_utf8(&bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    named.unwrap_or(likely).decode_without_bom_handling(&bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_taken_apart() {
        let one = Property::of("item1.TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418").unwrap();
        assert_eq!((one.name.as_str(), one.value.as_str(), one.rank()), ("TEL", "tel:+1-418", 1));
        assert!(one.is("WORK") && one.is("VOICE") && one.is("PREF") && !one.is("FAX"));
        let old = Property::of("EMAIL;PREF;INTERNET:a@b.example").unwrap();
        assert!(old.is("INTERNET") && old.rank() == 1);
        let name =
            Property::of("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;").unwrap();
        assert_eq!(name.parts(), ["M\u{fc}ller", "J\u{f6}rg", "", "", ""]);
        let latin = Property::of("FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller").unwrap();
        assert_eq!(latin.text(), "M\u{fc}ller");
        assert_eq!(
            Property::of("ORG:Smith\\, Jones\\; Co;Sales").unwrap().parts(),
            ["Smith, Jones; Co", "Sales"]
        );
        assert_eq!(Property::of("NOTE:one\\ntwo\\\\n").unwrap().text(), "one\ntwo\\n");
        assert!(Property::of("no colon here").is_none());
    }
}
