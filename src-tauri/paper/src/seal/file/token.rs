//! Reading the values of a PDF (ISO 32000-1, 7.2 and 7.3), strictly.

use super::value::{Dict, Text, Value};

/// Deeper nesting than any form or tree of pages has.
const DEEPEST: usize = 32;

/// Reads one token after the other. What is not PDF is nothing.
#[derive(Debug, Clone)]
pub(crate) struct Lexer<'a> {
    bytes: &'a [u8],
    pub(crate) at: usize,
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'a> Lexer<'a> {
    pub(crate) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Skips white space.
    pub(crate) fn space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Skips white space and comments.
    pub(crate) fn skip(&mut self) {
        self.space();
        while self.peek() == Some(b'%') {
            while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                self.at += 1;
            }
            self.space();
        }
    }

    /// Takes exactly these bytes.
    pub(crate) fn take(&mut self, wanted: &[u8]) -> Option<()> {
        self.rest().starts_with(wanted).then(|| self.at += wanted.len())
    }

    /// Takes one end of a line, if there is one.
    pub(crate) fn line_end(&mut self) -> Option<()> {
        self.take(b"\r\n").or_else(|| self.take(b"\n")).or_else(|| self.take(b"\r"))
    }

    /// Takes a word after white space.
    pub(crate) fn keyword(&mut self, word: &[u8]) -> Option<()> {
        self.skip();
        let mut ahead = self.clone();
        ahead.take(word)?;
        if ahead.peek().is_some_and(is_regular) {
            return None;
        }
        self.at = ahead.at;
        Some(())
    }

    /// Takes a whole number without a sign.
    pub(crate) fn number(&mut self) -> Option<u64> {
        self.skip();
        let digits: &[u8] = self.run(|byte| byte.is_ascii_digit());
        if digits.is_empty() || digits.len() > 12 || self.peek().is_some_and(is_regular) {
            return None;
        }
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    fn run(&mut self, of: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !of(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Takes a value.
    pub(crate) fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Value> {
        self.skip();
        if depth > DEEPEST {
            return None;
        }
        match self.rest() {
            [b'<', b'<', ..] => self.dict(depth).map(Value::Dict),
            [b'<', ..] => self.hexadecimal().map(Value::Text),
            [b'(', ..] => self.literal().map(Value::Text),
            [b'/', ..] => self.name().map(Value::Name),
            [b'[', ..] => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.skip();
                    if self.take(b"]").is_some() {
                        return Some(Value::Array(items));
                    }
                    items.push(self.nested(depth + 1)?);
                }
            }
            [b'+' | b'-' | b'.' | b'0'..=b'9', ..] => self.numeric(),
            _ => match self.run(is_regular) {
                b"null" => Some(Value::Null),
                b"true" => Some(Value::Boolean(true)),
                b"false" => Some(Value::Boolean(false)),
                _ => None,
            },
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict> {
        self.take(b"<<")?;
        let mut dict = Dict::new();
        loop {
            self.skip();
            if self.take(b">>").is_some() {
                return Some(dict);
            }
            let key = self.name()?;
            let value = self.nested(depth + 1)?;
            if dict.insert(key, value).is_some() {
                return None;
            }
        }
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.take(b"/")?;
        let mut written = self.run(is_regular);
        let mut name = Vec::with_capacity(written.len());
        while let [first, after @ ..] = written {
            if *first == b'#' {
                let ([high, low], rest) = after.split_first_chunk()?;
                name.push(digit(*high)? << 4 | digit(*low)?);
                written = rest;
            } else {
                name.push(*first);
                written = after;
            }
        }
        Some(name)
    }

    fn numeric(&mut self) -> Option<Value> {
        let written = self.run(is_regular);
        let text = std::str::from_utf8(written).ok()?;
        if text.contains('.') {
            let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            return (plain && digits.len() > 1 && digits.matches('.').count() == 1)
                .then(|| Value::Real(written.to_vec()));
        }
        let number: i64 = text.parse().ok()?;
        // A whole number may begin a reference.
        let mut ahead = self.clone();
        if let (Ok(object), Some(0), Some(())) = (u32::try_from(number), ahead.number(), ahead.keyword(b"R"))
        {
            self.at = ahead.at;
            return Some(Value::Reference(object));
        }
        Some(Value::Integer(number))
    }

    fn hexadecimal(&mut self) -> Option<Text> {
        let start = self.at;
        self.take(b"<")?;
        let mut digits = Vec::new();
        for byte in self.run(|byte| byte != b'>').iter().filter(|byte| !is_space(**byte)) {
            digits.push(digit(*byte)?);
        }
        self.take(b">")?;
        let bytes = digits.chunks(2).map(|pair| match pair {
            [high, low] => high << 4 | low,
            [high, ..] => high << 4,
            [] => 0,
        });
        Some(Text { bytes: bytes.collect(), hexadecimal: true, span: start..self.at })
    }

    fn literal(&mut self) -> Option<Text> {
        let start = self.at;
        self.take(b"(")?;
        let (mut bytes, mut open) = (Vec::new(), 1_usize);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    bytes.extend(self.escaped()?);
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                return Some(Text { bytes, hexadecimal: false, span: start..self.at });
            }
            bytes.push(byte);
        }
    }

    /// What a backslash stands for with what follows it; nothing at the end of a line.
    fn escaped(&mut self) -> Option<Option<u8>> {
        if self.line_end().is_some() {
            return Some(None);
        }
        let byte = self.peek()?;
        if matches!(byte, b'0'..=b'7') {
            let mut code = 0_u32;
            for _ in 0..3 {
                let Some(next @ b'0'..=b'7') = self.peek() else { break };
                code = code * 8 + u32::from(next - b'0');
                self.at += 1;
            }
            return u8::try_from(code & 0xFF).ok().map(Some);
        }
        self.at += 1;
        Some(Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            other => other,
        }))
    }
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<Value> {
        Lexer::new(text.as_bytes(), 0).value()
    }

    #[test]
    fn values_are_read_as_the_standard_has_them() {
        let text =
            "<< /A#20b [1 -2 +3 .5 -.5 12 0 R true null] % a comment\n /B (a\\(\\051\\\n(b)) /C <4 1 4> >>";
        let Some(Value::Dict(dict)) = read(text) else { panic!("not read") };
        let items = dict.get(b"A b".as_slice()).unwrap().as_array().unwrap();
        assert_eq!(items.len(), 8);
        assert_eq!(items[5], Value::Reference(12));
        assert_eq!(dict.get(b"B".as_slice()).unwrap().as_text().unwrap().bytes, b"a()(b)");
        assert_eq!(dict.get(b"C".as_slice()).unwrap().as_text().unwrap().bytes, b"A@");
    }

    #[test]
    fn what_readers_differ_over_is_refused() {
        let deep = "[".repeat(1000);
        for wrong in [
            "<< /A 1 /A 2 >>",
            "<< /A >>",
            "(open",
            "<4x>",
            "<< 1 2 >>",
            "1.2.3",
            "--1",
            "nul",
            &deep,
            "/A#4",
        ] {
            assert!(read(wrong).is_none(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Lexer::new(&bytes, 0).value();
        }
    }
}
