//! The book's key.

use crate::error::{LedgerError, MachineCode, Result};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The 256 bits that open a book, exactly what its 24 recovery words say.
///
/// Cannot be printed, serialised or cloned, and is overwritten when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct BookKey([u8; Self::BYTES]);

impl BookKey {
    /// How long a key is.
    pub const BYTES: usize = 32;

    /// A new key from the system's random numbers.
    ///
    /// # Errors
    /// [`MachineCode::NoRandomness`].
    pub fn generate() -> Result<Self> {
        let mut key = Self([0; Self::BYTES]);
        getrandom::fill(&mut key.0).map_err(|_| LedgerError::machine(MachineCode::NoRandomness))?;
        Ok(key)
    }

    /// The key with these bytes. The caller's own copy is the caller's to overwrite.
    pub fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        Self(*bytes)
    }

    /// A second copy, where two owners need one each (a book and its kit).
    pub fn duplicate(&self) -> Self {
        Self(self.0)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }

    /// The key as 64 lower-case hexadecimal digits.
    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(Self::BYTES * 2));
        crate::hex::push(&mut text, &self.0);
        text
    }

    /// Reads what [`BookKey::to_hex`] wrote.
    pub(crate) fn from_hex(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(crate::hex::read::<{ Self::BYTES }>(text)?);
        Some(Self(*bytes))
    }
}

impl std::fmt::Debug for BookKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BookKey(…)")
    }
}

impl PartialEq for BookKey {
    /// Looks at every byte whatever the first ones say.
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
    }
}

impl Eq for BookKey {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_printed_and_never_made_twice() {
        let key = BookKey::generate().unwrap();
        assert_eq!(format!("{key:?}"), "BookKey(…)");
        assert_ne!(key, BookKey::generate().unwrap());
        assert_eq!(BookKey::from_hex(&key.to_hex()).unwrap(), key);
        assert_eq!(BookKey::from_hex("00"), None);
        assert_eq!(BookKey::from_hex(&"zz".repeat(32)), None);
    }
}
