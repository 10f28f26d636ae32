//! A document that is wanted, and how it is written: whole, and of one moment.

use std::io::Write;
use std::path::Path;

use super::file::Place;
use crate::book::Book;
use crate::document::{Audience, Document};
use crate::export::Format;
use crate::shell::Trouble;
use crate::shell::args::Export;

/// Composes a document from a book.
pub(super) type Compose = for<'b> fn(&'b Book, &Export, Audience) -> Result<Document<'b>, Trouble>;

/// Which document is wanted, for whom, and in which format.
pub(super) struct Wanted<'a> {
    pub(super) compose: Compose,
    pub(super) asked: &'a Export,
    pub(super) audience: Audience,
    pub(super) format: &'a Format,
}

impl Wanted<'_> {
    /// All its bytes.
    pub(super) fn bytes(&self, book: &Book) -> Result<Vec<u8>, Trouble> {
        steadily(book, |book| {
            let mut bytes = Vec::new();
            self.write(book, &mut bytes)?;
            Ok(bytes)
        })
    }

    /// Writes it to a file and says where that is.
    pub(super) fn to_file(&self, book: &Book, path: &Path) -> Result<String, Trouble> {
        let place = Place::at(path, self.asked.force)?;
        let begun = steadily(book, |book| place.begin(|out| self.write(book, out)))?;
        place.finish(begun)
    }

    /// Writes it in its format, which must be able to hold it.
    fn write(&self, book: &Book, out: &mut dyn Write) -> Result<(), Trouble> {
        let document = (self.compose)(book, self.asked, self.audience)?;
        if !self.format.holds(&document) {
            return Err(Trouble::usage(
                format!("The {} format cannot hold {}.", self.format.name, document.what()),
                "Choose another.",
            ));
        }
        Ok((self.format.write)(&document, out)?)
    }
}

/// What `work` makes of the book as it lies; where another program put something on record
/// meanwhile, of a copy of it as it is then, which none can write to.
fn steadily<T>(book: &Book, work: impl Fn(&Book) -> Result<T, Trouble>) -> Result<T, Trouble> {
    let stood = book.version()?;
    let made = work(book);
    if book.version()? == stood { made } else { work(&book.of_this_moment()?) }
}
