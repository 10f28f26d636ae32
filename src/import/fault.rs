//! Why a file could not be read as a paper, and what to do about it.

use super::limit;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than any paper is.
    #[error("{what}: the most that is read is {most}")]
    TooMuch {
        /// What there is too much of.
        what: String,
        /// How much would be read.
        most: String,
    },
    /// It is of a sort that is not read.
    #[error("it is {sort}, which cannot be read")]
    Refused {
        /// Which sort.
        sort: &'static str,
        /// What to do instead.
        hint: &'static str,
    },
    /// It says that it is one thing and is not, or part of it is missing or spoilt.
    #[error("{place}: {what}")]
    Damaged {
        /// Which part of it.
        place: String,
        /// What is wrong there.
        what: String,
    },
    /// It holds something that no honest paper holds.
    #[error("{place}: {what}")]
    Unsafe {
        /// Which part of it.
        place: String,
        /// What is there.
        what: String,
    },
    /// It is marked as not for publication, and holds what the book shows to all.
    #[error(
        "{place}: it is marked \u{201c}{said}\u{201d}, and what it holds would be open to everybody in the book"
    )]
    Withheld {
        /// Where it is marked.
        place: String,
        /// The marking.
        said: String,
    },
    /// It can be read, and is no kind of paper that the book takes in.
    #[error("{what}")]
    Strange {
        /// Why not.
        what: String,
    },
}

impl Fault {
    /// Too much of something that has a limit.
    pub(super) fn over(what: impl Into<String>, most: &str) -> Self {
        Self::TooMuch { what: what.into(), most: most.to_owned() }
    }

    /// A spoilt part.
    pub(super) fn damaged(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Damaged { place: place.into(), what: what.into() }
    }

    /// A part that is refused for safety.
    pub(super) fn unsafe_part(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Unsafe { place: place.into(), what: what.into() }
    }

    /// The one word that scripts know it by.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooMuch { .. } => "too_much",
            Self::Refused { .. } => "refused",
            Self::Damaged { .. } => "damaged",
            Self::Unsafe { .. } => "unsafe",
            Self::Withheld { .. } => "withheld",
            Self::Strange { .. } => "strange",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Empty => "Ask for the file again.".into(),
            Self::TooMuch { .. } => "Split the paper, or save only the part that is wanted.".into(),
            Self::Refused { hint, .. } => format!("{hint} These can be read: {}.", limit::WORKS),
            Self::Damaged { .. } => {
                "Open it in the program that made it, save it again, and import that.".into()
            }
            Self::Unsafe { .. } => {
                "If you trust it, open it in the program that made it and save a plain copy.".into()
            }
            Self::Withheld { .. } => {
                "If it may be published, take the marking off a copy and import that; if not, minute it under an item marked with .exempt.".into()
            }
            Self::Strange { .. } => {
                "Say what it is (--kind, or c on the screen): schedule, agenda, members, actions, minutes or targets."
                    .into()
            }
        }
    }
}

/// A file that could not be read, and why. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {fault}. Nothing was imported.")]
pub struct Unreadable {
    /// The name of the file.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Unreadable {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        self.fault.hint()
    }
}
