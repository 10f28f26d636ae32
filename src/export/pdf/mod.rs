//! A document as a tagged PDF, made to PDF/UA-1: it has a language, a title, an
//! outline, headings, lists and tables, so that it can be read without eyes.

mod face;
mod page;
mod part;
mod table;

use std::io::Write;

use chrono::Datelike as _;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{SerializeSettings, color::rgb, destination::XyzDestination};

use self::face::{Face, Line, Setter};
use self::page::{MARGIN, Mark, PAGE, Pages, WIDTH};
use super::{Error, failed};
use crate::document::Document;

/// Writes `document` to `out`.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    let refused = |why: String| Error::Refused { format: "PDF", why };
    let setter =
        Setter::new().ok_or_else(|| refused("its typefaces could not be read".to_owned()))?;
    let mut pages = Pages::new(setter);
    part::head(&mut pages, document);
    for block in document.blocks() {
        part::block(&mut pages, block);
    }
    part::lacks(&mut pages);
    let bytes = drawn(document, &mut pages).map_err(refused)?;
    out.write_all(&bytes).map_err(failed("PDF"))
}

/// Draws the pages and ties what is on them to the tree.
fn drawn(document: &Document, pages: &mut Pages) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut file = krilla::Document::new_with(settings);
    let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("its page has no size")?;
    let marks = std::mem::take(&mut pages.marks);
    let count = marks.len();
    for (at, marks) in marks.into_iter().enumerate() {
        let mut page = file.start_page_with(size.clone());
        let mut surface = page.surface();
        for mark in marks {
            draw(&mut surface, pages, mark);
        }
        foot(&mut surface, pages, document, at + 1, count);
        surface.finish();
        page.finish();
    }
    let mut outline = Outline::new();
    for (words, page, y) in &pages.outline {
        let place = XyzDestination::new(*page, Point::from_xy(MARGIN, *y));
        outline.push_child(OutlineNode::new(words.clone(), place));
    }
    file.set_outline(outline);
    file.set_tag_tree(pages.tree().with_lang(Some("en-GB".to_owned())));
    file.set_metadata(metadata(document));
    file.finish().map_err(|error| format!("{error:?}"))
}

/// The properties: title, language, product and the document's own day.
fn metadata(document: &Document) -> Metadata {
    let day = document.date();
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    let made = DateTime::new(u16::try_from(day.year()).unwrap_or(1900))
        .month(small(day.month()))
        .day(small(day.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(document.title().to_owned())
        .language("en-GB".to_owned())
        .creator("minutebook".to_owned())
        .producer("minutebook".to_owned())
        .creation_date(made)
        .document_id(document.digest().to_owned())
}

fn draw(surface: &mut Surface<'_>, pages: &mut Pages, mark: Mark) {
    match mark {
        Mark::Line { line, x, y, part: Some(part) } => {
            let leaf = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            glyphs(surface, &line, x, y);
            surface.end_tagged();
            pages.drawn(part, leaf);
        }
        Mark::Line { line, x, y, part: None } => {
            decorate(surface, ArtifactType::PaginationOther, |surface| {
                glyphs(surface, &line, x, y);
            });
        }
        Mark::Fill { x, y, width, height, colour } => {
            decorate(surface, ArtifactType::Layout, |surface| {
                fill(surface, (x, y, width, height), colour);
            });
        }
    }
}

/// Draws something that says nothing of its own.
fn decorate(surface: &mut Surface<'_>, kind: ArtifactType, paint: impl FnOnce(&mut Surface<'_>)) {
    let _ = surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    paint(surface);
    surface.end_tagged();
}

fn paint(colour: rgb::Color) -> Fill {
    Fill {
        paint: colour.into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::default(),
    }
}

fn glyphs(surface: &mut Surface<'_>, line: &Line, x: f32, y: f32) {
    surface.set_fill(Some(paint(rgb::Color::new(0x1B, 0x1B, 0x1B))));
    for run in &line.runs {
        let start = Point::from_xy(x + run.x, y + line.baseline());
        surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &line.text, run.size, false);
    }
}

fn fill(
    surface: &mut Surface<'_>,
    (x, y, width, height): (f32, f32, f32, f32),
    colour: rgb::Color,
) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(paint(colour)));
        surface.draw_path(&path);
    }
}

/// The foot of every page: how it stands, which page it is, and of what record.
fn foot(surface: &mut Surface<'_>, pages: &mut Pages, document: &Document, page: usize, of: usize) {
    let number = format!("Page {page} of {of}");
    let record = format!("minutebook record {}", document.digest());
    let setter = &mut pages.setter;
    let mut lines = setter.lines(&[(document.standing(), Face::Bold)], 8.0, WIDTH - 80.0);
    lines.extend(setter.lines(&[(&record, Face::Regular)], 7.5, WIDTH));
    let number = setter.lines(&[(&number, Face::Regular)], 8.0, 80.0);
    decorate(surface, ArtifactType::Footer, |surface| {
        let grey = rgb::Color::new(0x76, 0x76, 0x76);
        let mut y = PAGE.1 - 64.0;
        fill(surface, (MARGIN, y - 5.0, WIDTH, 0.5), grey);
        for line in &number {
            glyphs(surface, line, MARGIN + WIDTH - line.width, y);
        }
        for line in &lines {
            glyphs(surface, line, MARGIN, y);
            y += line.height;
        }
    });
}
