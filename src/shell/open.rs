//! A book as the program has it open: to write, to read, or to follow.

use std::path::Path;

use super::{Trouble, place};
use crate::app::About;
use crate::book::{self, Book, COPY_FOR, Error, Pen, Result};
use crate::document::Audience;
use crate::model::MeetingId;

/// How a book is got at: what takes time is done while the first page is painted.
pub(super) type Opening = Box<dyn FnOnce() -> std::result::Result<Open, Trouble> + Send>;

/// A book as the program has it: with the pen, or to read.
pub(super) enum Open {
    /// To write in.
    Pen(Box<Pen>),
    /// To read, and why only that.
    Read(Box<Book>, String),
    /// To follow one meeting, for an audience; nothing else is shown.
    Follow(Box<Book>, Audience, MeetingId),
}

impl Open {
    /// Sees that there is a book at `path`, as far as the beginning of the file
    /// tells, and how to open it as [`Open::at`] does.
    pub(super) fn soon(path: &Path, read: bool) -> Result<Opening> {
        book::knock(path, !read)?;
        let path = path.to_owned();
        Ok(Box::new(move || Ok(Self::at(&path, read)?)))
    }

    /// Opens the book at `path` to write; where that cannot be had, to read. Its
    /// pages are looked through once the first one is on the screen, as that takes
    /// longer than to read it, and before anything is written.
    fn at(path: &Path, read: bool) -> Result<Self> {
        if read {
            let why = "This book is open to read only.".to_owned();
            return Ok(Self::Read(Box::new(Book::read_unchecked(path)?), why));
        }
        match Pen::open_unchecked(path, &place::holder(), place::now()) {
            Ok(pen) => Ok(Self::Pen(Box::new(pen))),
            Err(error @ (Error::Held { .. } | Error::ReadOnly)) => {
                let how = match error {
                    Error::ReadOnly => "; to note in it, copy it to a folder of your own.",
                    _ => ". Leave with q and open it again to write, once they have left.",
                };
                let why = format!("{error} It is open here to read only{how}");
                Ok(Self::Read(Box::new(Book::read_unchecked(path)?), why))
            }
            Err(error) => Err(error),
        }
    }

    /// Opens the book at `path` to follow a meeting: the one named, else the one
    /// most likely wanted.
    pub(super) fn following(
        path: &Path,
        public: bool,
        meeting: Option<MeetingId>,
    ) -> std::result::Result<Self, Trouble> {
        let book = Book::read_unchecked(path)?;
        let meeting = match meeting {
            Some(id) => book.sitting(&id)?.meeting.id,
            None => book.nearest_meeting(place::now().date_naive())?.ok_or_else(|| {
                Trouble::refused("empty", "There is no meeting in this book to follow.", "")
            })?,
        };
        let audience = if public { Audience::Public } else { Audience::Members };
        Ok(Self::Follow(Box::new(book), audience, meeting))
    }

    /// For whom the meeting is followed, if it only is.
    pub(super) fn follower(&self) -> Option<Audience> {
        match self {
            Self::Follow(_, audience, _) => Some(*audience),
            _ => None,
        }
    }

    /// For whom finished minutes are shown.
    pub(super) fn audience(&self) -> Audience {
        self.follower().unwrap_or(Audience::Members)
    }

    /// Whether the pen is not held here.
    pub(super) fn is_reading(&self) -> bool {
        !matches!(self, Self::Pen(_))
    }

    /// The book, for reading.
    pub(super) fn book(&self) -> &Book {
        match self {
            Self::Pen(pen) => pen,
            Self::Read(book, _) | Self::Follow(book, ..) => book,
        }
    }

    /// What the screen is told of it.
    pub(super) fn about(&self, passing: bool) -> About {
        let name = self.book().path().file_name().unwrap_or_default();
        let read_only = match self {
            Self::Pen(_) => None,
            Self::Read(_, why) => Some(why.clone()),
            Self::Follow(_, Audience::Public, _) => {
                Some("This screen follows the meeting for the public.".into())
            }
            Self::Follow(..) => Some("This screen follows the meeting.".into()),
        };
        let following = matches!(self, Self::Follow(..));
        let lent = self.book().setting(COPY_FOR).ok().flatten();
        let name = name.to_string_lossy();
        About {
            name: match &lent {
                Some(to) => format!("{name}, a copy for {to}"),
                None => name.into_owned(),
            },
            clerk: lent.unwrap_or_else(|| place::holder().who),
            read_only,
            following,
            passing,
            began: self.book().began_on().ok().flatten(),
        }
    }
}
