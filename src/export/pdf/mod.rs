//! A document as a tagged PDF, made to PDF/UA-1: it has a language, a title, an
//! outline, headings, lists and tables, so that it can be read without eyes.

mod face;
mod page;
mod part;
mod press;
mod table;

use std::io::{self, Write};

use self::face::Setter;
use self::page::Pages;
use self::press::Press;
use super::{Error, failed};
use crate::document::Document;

/// Writes `document` to `out`.
///
/// Its pages are set twice, as each says how many there are: once to count them, and once
/// to draw them, each as soon as it is full, so that none is kept as it was set.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    let refused = |why: String| Error::Refused { format: "PDF", why };
    let setter =
        Setter::new().ok_or_else(|| refused("its typefaces could not be read".to_owned()))?;
    let set = |pages| set(document, pages).map_err(failed("PDF"));
    let (setter, count) = set(Pages::new(setter, None))?;
    let mut press = Press::new(document, count).map_err(refused)?;
    set(Pages::new(setter, Some(&mut press)))?;
    let bytes = press.finish().map_err(refused)?;
    out.write_all(&bytes).map_err(failed("PDF"))
}

/// Sets `document` on `pages`, and says how many they are.
fn set(document: &Document, mut pages: Pages<'_>) -> io::Result<(Setter, usize)> {
    part::head(&mut pages, document);
    for block in document.blocks() {
        part::block(&mut pages, block?.as_ref());
    }
    part::lacks(&mut pages);
    Ok(pages.end())
}
