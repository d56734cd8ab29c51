//! From blocks to pages: what stands where, and what must not be parted.

mod envelope;
mod furniture;
mod leaf;
mod links;
mod page;
mod sheet;
mod strip;
mod table;
mod writer;

pub(crate) use envelope::Envelope;
pub(crate) use furniture::Furniture;
pub(crate) use leaf::Leaf;
pub(crate) use page::{Mark, Page, What};
pub(crate) use sheet::Sheet;
pub(crate) use strip::{Block, Set};
pub(crate) use table::RowKind;
pub(crate) use writer::{Kind, Width, Writer, voice};
