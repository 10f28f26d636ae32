//! What words mean in a clerk's papers: days, counts, names, numbering, and
//! the headings of columns.

pub mod closed;
pub mod column;
pub mod count;
pub mod due;
mod figure;
pub mod fold;
pub mod marker;
pub mod name;
pub mod nothing;
pub mod part;
pub mod party;
pub mod progress;
pub mod rated;
mod sentence;
mod stand;
pub mod token;
pub mod turned;
pub mod when;
