//! Pages being filled from the top.

use std::mem::take;

use krilla::color::rgb;
use krilla::tagging::TagKind;

use super::face::{Line, Setter, Span};
use super::press::Press;

/// The size of an A4 page, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// The margin left, right and above.
pub(super) const MARGIN: f32 = 56.7;
/// Where the text of a page ends, and its foot begins.
pub(super) const BOTTOM: f32 = PAGE.1 - 76.0;
/// How wide text runs.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
/// The size of running text.
pub(super) const TEXT: f32 = 10.5;

/// A part of the tree: what something is, for a reader who cannot see it.
#[derive(Clone, Copy)]
pub(super) struct Part(pub(super) usize);

/// Something to be drawn.
pub(super) enum Mark {
    /// A line of text, of this part; of none, it only decorates the page.
    Line { line: Line, x: f32, y: f32, part: Option<Part> },
    /// A filled box that only decorates the page.
    Fill { x: f32, y: f32, width: f32, height: f32, colour: rgb::Color },
}

/// The pages so far.
pub(super) struct Pages<'a> {
    pub(super) setter: Setter,
    /// What is to be drawn on the page that is being filled.
    marks: Vec<Mark>,
    /// Which page that is, from nought.
    page: usize,
    /// How far down it is filled.
    pub(super) y: f32,
    /// What full pages are drawn by; nothing where they are only counted.
    press: Option<&'a mut Press>,
}

impl<'a> Pages<'a> {
    /// An empty page, the first of those drawn by `press`.
    pub(super) fn new(setter: Setter, press: Option<&'a mut Press>) -> Self {
        Self { setter, marks: vec![], page: 0, y: MARGIN, press }
    }

    /// Adds a part under `parent`, or at the top.
    pub(super) fn part(&mut self, parent: Option<Part>, tag: impl Into<TagKind>) -> Part {
        self.press.as_mut().map_or(Part(0), |press| press.part(parent, tag.into()))
    }

    /// Adds a heading that stands here to the outline.
    pub(super) fn entry(&mut self, words: String) {
        if let Some(press) = &mut self.press {
            press.entry(words, self.page, self.y);
        }
    }

    /// Which page is being filled, from nought.
    pub(super) fn at(&self) -> usize {
        self.page
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if self.press.is_some() {
            self.marks.push(mark);
        }
    }

    /// Draws the page that is being filled.
    fn print(&mut self) {
        if let Some(press) = &mut self.press {
            press.print(take(&mut self.marks), &mut self.setter);
        }
    }

    /// Ends the last page, and says how many there are.
    pub(super) fn end(mut self) -> (Setter, usize) {
        self.print();
        (self.setter, self.page + 1)
    }

    /// Leaves a gap, except at the head of a page.
    pub(super) fn space(&mut self, gap: f32) {
        if self.y > MARGIN {
            self.y += gap;
        }
    }

    pub(super) fn new_page(&mut self) {
        self.print();
        self.page += 1;
        self.y = MARGIN;
    }

    /// Begins a page unless this much more fits on the last.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let full = self.y + height > BOTTOM && self.y > MARGIN;
        if full {
            self.new_page();
        }
        full
    }

    /// Sets a paragraph of `part`, its lines `indent` from the margin.
    pub(super) fn text(&mut self, part: Part, spans: &[Span<'_>], size: f32, indent: f32) {
        for line in self.setter.lines(spans, size, WIDTH - indent) {
            self.need(line.height);
            self.place(line, MARGIN + indent, Some(part));
        }
    }

    /// Sets a paragraph with a bar of `colour` beside it.
    pub(super) fn barred(
        &mut self,
        part: Part,
        spans: &[Span<'_>],
        indent: f32,
        colour: rgb::Color,
    ) {
        for line in self.setter.lines(spans, TEXT, WIDTH - 12.0 - indent) {
            self.need(line.height);
            let (y, height) = (self.y, line.height);
            self.mark(Mark::Fill { x: MARGIN, y, width: 2.0, height, colour });
            self.place(line, MARGIN + 12.0 + indent, Some(part));
        }
    }

    /// Places a line and goes down past it.
    pub(super) fn place(&mut self, line: Line, x: f32, part: Option<Part>) {
        let (y, height) = (self.y, line.height);
        self.mark(Mark::Line { line, x, y, part });
        self.y += height;
    }
}
