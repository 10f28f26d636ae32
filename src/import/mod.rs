//! Papers from elsewhere, read into rows of the book.

pub mod sample;
