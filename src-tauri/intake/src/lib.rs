//! Everything that comes in: bytes to typed drafts with a reading.
