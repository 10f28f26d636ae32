//! An invented board, and what tests need to work with it.

pub(crate) mod blank;
pub(crate) mod board;
pub(crate) mod clerk;
pub(crate) mod contents;
pub(crate) mod desk;
pub(crate) mod disk;
pub(crate) mod golden;
pub(crate) mod hostile;
pub(crate) mod invented;
pub(crate) mod keys;
pub(crate) mod officer;
pub(crate) mod picture;
pub(crate) mod registers;
pub(crate) mod rolls;
pub(crate) mod rough;
pub(crate) mod scene;
pub(crate) mod session;
pub(crate) mod shelf;
