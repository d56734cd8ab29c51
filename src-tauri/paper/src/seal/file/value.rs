//! The values a PDF is made of (ISO 32000-1, 7.3).

use std::collections::BTreeMap;
use std::ops::Range;

/// A dictionary. A key that occurs twice is refused: readers differ over which one counts.
pub(crate) type Dict = BTreeMap<Vec<u8>, Value>;

/// A value with references left as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number with a point, as it is written.
    Real(Vec<u8>),
    Text(Text),
    Name(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    Reference(u32),
}

/// A string, where it stands in the file, delimiters included.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) bytes: Vec<u8>,
    pub(crate) hexadecimal: bool,
    pub(crate) span: Range<usize>,
}

/// Two strings are the same when they say the same.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Text {}

impl Value {
    pub(crate) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    pub(crate) fn as_array(&self) -> Option<&[Value]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    pub(crate) const fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    pub(crate) const fn as_reference(&self) -> Option<u32> {
        if let Self::Reference(number) = self { Some(*number) } else { None }
    }

    pub(crate) const fn as_text(&self) -> Option<&Text> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn is_name(&self, name: &[u8]) -> bool {
        matches!(self, Self::Name(own) if own == name)
    }
}
