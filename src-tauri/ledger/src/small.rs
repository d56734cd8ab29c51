//! Deflated columns: long text that is looked at seldom.

use crate::LedgerError;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read as _;

pub(crate) fn deflated(bytes: &[u8]) -> Result<Vec<u8>, LedgerError> {
    let mut small = Vec::new();
    DeflateEncoder::new(bytes, Compression::default()).read_to_end(&mut small)?;
    Ok(small)
}

pub(crate) fn inflated(small: &[u8]) -> Result<Vec<u8>, LedgerError> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(small).read_to_end(&mut bytes)?;
    Ok(bytes)
}
