//! The file that pages are drawn in, one after another, and the tree of what stands on
//! them.

use std::hint::black_box;

use chrono::Datelike as _;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagKind, TagTree,
};
use krilla::{SerializeSettings, color::rgb, destination::XyzDestination};

use super::face::{Face, Line, Setter};
use super::page::{MARGIN, Mark, PAGE, Part, WIDTH};
use crate::document::Document;

/// A part of the tree, and what is in it.
struct Branch {
    tag: TagKind,
    parent: Option<Part>,
    parts: Vec<Part>,
    leaves: Vec<Identifier>,
}

/// A file being made.
pub(super) struct Press {
    file: krilla::Document,
    size: PageSettings,
    branches: Vec<Branch>,
    outline: Outline,
    foot: Foot,
}

/// What stands at the foot of every page.
struct Foot {
    standing: String,
    record: String,
    /// How many pages there are drawn, and in all.
    page: usize,
    of: usize,
}

impl Press {
    /// A file for the `of` pages of `document`, or why there is none.
    pub(super) fn new(document: &Document, of: usize) -> Result<Self, String> {
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| format!("{error:?}"))?;
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let mut file = krilla::Document::new_with(settings);
        file.set_metadata(metadata(document));
        let standing = document.standing().to_owned();
        let record = format!("minutebook record {}", document.digest());
        Ok(Self {
            file,
            size: PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("its page has no size")?,
            branches: Vec::new(),
            outline: Outline::new(),
            foot: Foot { standing, record, page: 0, of },
        })
    }

    /// Adds a part under `parent`, or at the top.
    pub(super) fn part(&mut self, parent: Option<Part>, tag: TagKind) -> Part {
        let part = Part(self.branches.len());
        self.branches.push(Branch { tag, parent, parts: vec![], leaves: vec![] });
        if let Some(above) = parent.and_then(|Part(at)| self.branches.get_mut(at)) {
            above.parts.push(part);
        }
        part
    }

    /// Adds a heading to the outline, by where on the page it stands.
    pub(super) fn entry(&mut self, words: String, page: usize, y: f32) {
        let place = XyzDestination::new(page, Point::from_xy(MARGIN, y));
        self.outline.push_child(OutlineNode::new(words, place));
    }

    /// Draws a page, whole.
    pub(super) fn print(&mut self, marks: Vec<Mark>, setter: &mut Setter) {
        let mut page = self.file.start_page_with(self.size.clone());
        let mut surface = page.surface();
        for mark in marks {
            if let Some((part, leaf)) = draw(&mut surface, mark)
                && let Some(branch) = self.branches.get_mut(part.0)
            {
                branch.leaves.push(leaf);
            }
        }
        self.foot.draw(&mut surface, setter);
        surface.finish();
        keep_room_whole();
        page.finish();
    }

    /// The file, once everything is drawn.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, String> {
        self.file.set_outline(self.outline);
        self.file.set_tag_tree(tree(self.branches));
        self.file.finish().map_err(|error| format!("{error:?}"))
    }
}

/// Gives back small pieces of memory, as many as glibc holds ready, just before a page is
/// packed. With none missing, it joins those beside the packer's room to that room again
/// once the packer is gone; else the room is too small for the next page's packer by a few
/// bytes, and every page takes a quarter of a megabyte more.
fn keep_room_whole() {
    for size in [24, 40, 56, 72, 88, 104] {
        let pieces: [Vec<u8>; 8] = std::array::from_fn(|_| Vec::with_capacity(size));
        black_box(pieces);
    }
}

/// The tree of all parts. A part comes after the one that it is a part of, so that from
/// the last on each can be given to its own.
fn tree(mut branches: Vec<Branch>) -> TagTree {
    let mut groups: Vec<Option<Node>> = branches.iter().map(|_| None).collect();
    let mut top = Vec::new();
    while let Some(branch) = branches.pop() {
        let mut children: Vec<Node> = branch.leaves.into_iter().map(Node::from).collect();
        let below = branch.parts.iter().filter_map(|part| groups.get_mut(part.0)?.take());
        children.extend(below);
        let group = Node::from(TagGroup::with_children(branch.tag, children));
        match branch.parent {
            None => top.push(group),
            Some(_) => {
                if let Some(place) = groups.get_mut(branches.len()) {
                    *place = Some(group);
                }
            }
        }
    }
    let mut tree = TagTree::new().with_lang(Some("en-GB".to_owned()));
    for group in top.into_iter().rev() {
        tree.push(group);
    }
    tree
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

/// Draws a mark; what of it is to be read aloud, of which part.
fn draw(surface: &mut Surface<'_>, mark: Mark) -> Option<(Part, Identifier)> {
    match mark {
        Mark::Line { line, x, y, part: Some(part) } => {
            let leaf = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            glyphs(surface, &line, x, y);
            surface.end_tagged();
            return Some((part, leaf));
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
    None
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

impl Foot {
    /// Draws how the document stands, which page this is, and of what record.
    fn draw(&mut self, surface: &mut Surface<'_>, setter: &mut Setter) {
        self.page += 1;
        let number = format!("Page {} of {}", self.page, self.of);
        let mut lines = setter.lines(&[(&self.standing, Face::Bold)], 8.0, WIDTH - 80.0);
        lines.extend(setter.lines(&[(&self.record, Face::Regular)], 7.5, WIDTH));
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
}
