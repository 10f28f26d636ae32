//! Pages being filled from the top, and the tree of what stands on them.

use krilla::color::rgb;
use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

use super::face::{Line, Setter, Span};

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
pub(super) struct Part(usize);

/// Something to be drawn.
pub(super) enum Mark {
    /// A line of text, of this part; of none, it only decorates the page.
    Line { line: Line, x: f32, y: f32, part: Option<Part> },
    /// A filled box that only decorates the page.
    Fill { x: f32, y: f32, width: f32, height: f32, colour: rgb::Color },
}

struct Branch {
    tag: TagKind,
    parent: Option<Part>,
    parts: Vec<Part>,
    leaves: Vec<Identifier>,
}

/// The pages so far.
pub(super) struct Pages {
    pub(super) setter: Setter,
    /// What is to be drawn, page by page.
    pub(super) marks: Vec<Vec<Mark>>,
    /// How far down the last page is filled.
    pub(super) y: f32,
    branches: Vec<Branch>,
    /// Headings, for the outline: the words, the page and how far down it.
    pub(super) outline: Vec<(String, usize, f32)>,
}

impl Pages {
    pub(super) fn new(setter: Setter) -> Self {
        Self { setter, marks: vec![vec![]], y: MARGIN, branches: vec![], outline: vec![] }
    }

    /// Adds a part under `parent`, or at the top.
    pub(super) fn part(&mut self, parent: Option<Part>, tag: impl Into<TagKind>) -> Part {
        let part = Part(self.branches.len());
        self.branches.push(Branch { tag: tag.into(), parent, parts: vec![], leaves: vec![] });
        if let Some(above) = parent.and_then(|Part(at)| self.branches.get_mut(at)) {
            above.parts.push(part);
        }
        part
    }

    /// Records that something drawn belongs to `part`.
    pub(super) fn drawn(&mut self, part: Part, leaf: Identifier) {
        if let Some(branch) = self.branches.get_mut(part.0) {
            branch.leaves.push(leaf);
        }
    }

    /// The tree, once everything is drawn.
    pub(super) fn tree(&self) -> TagTree {
        let mut tree = TagTree::new();
        for (at, branch) in self.branches.iter().enumerate() {
            if branch.parent.is_none() {
                tree.push(self.group(Part(at)));
            }
        }
        tree
    }

    fn group(&self, part: Part) -> Node {
        let Some(branch) = self.branches.get(part.0) else {
            return TagGroup::new(krilla::tagging::Tag::NonStruct).into();
        };
        let mut children: Vec<Node> = branch.leaves.iter().map(|leaf| (*leaf).into()).collect();
        children.extend(branch.parts.iter().map(|below| self.group(*below)));
        TagGroup::with_children(branch.tag.clone(), children).into()
    }

    /// Which page is being filled, from nought.
    pub(super) fn at(&self) -> usize {
        self.marks.len() - 1
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.marks.last_mut() {
            page.push(mark);
        }
    }

    /// Leaves a gap, except at the head of a page.
    pub(super) fn space(&mut self, gap: f32) {
        if self.y > MARGIN {
            self.y += gap;
        }
    }

    pub(super) fn new_page(&mut self) {
        self.marks.push(vec![]);
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
