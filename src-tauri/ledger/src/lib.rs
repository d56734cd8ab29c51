//! One encrypted book.
