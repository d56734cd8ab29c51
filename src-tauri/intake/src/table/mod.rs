//! From bytes to rows of cells: container, encoding, delimiter, rows, header.

pub(crate) mod dialect;
pub(crate) mod encoding;
pub(crate) mod header;
pub(crate) mod lines;

pub(crate) use encoding::Text;
pub(crate) use lines::{Line, Source};
