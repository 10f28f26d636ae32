//! The typefaces of the page, and lines of text set in them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride};
use parley::style::{
    FontFamily, FontFamilyName, FontStyle, FontWeight, OverflowWrap, StyleProperty,
};
use parley::{FontContext, Layout, LayoutContext};

/// The three faces: Liberation Sans, under the SIL Open Font License.
const FACES: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../../assets/fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../../assets/fonts/LiberationSans-Italic.ttf"),
];

/// What stands for a character that the faces do not have.
const UNKNOWN: &str = "\u{25A1}";

/// How a run of words looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
    Italic,
}

/// Words in one face.
pub(super) type Span<'a> = (&'a str, Face);

/// A line of text, set and ready to be drawn.
#[derive(Clone)]
pub(super) struct Line {
    /// The paragraph it is a line of, which its glyphs point into.
    pub(super) text: Arc<str>,
    pub(super) runs: Vec<Run>,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// Glyphs of one font, side by side.
#[derive(Clone)]
pub(super) struct Run {
    pub(super) font: Font,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// How far from the start of its line.
    pub(super) x: f32,
    pub(super) size: f32,
}

impl Line {
    /// How far its baseline is from its top.
    pub(super) fn baseline(&self) -> f32 {
        self.height * 0.76
    }
}

/// Sets lines.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// The faces as the file takes them, by the name of their data.
    known: Vec<(u64, Font)>,
    /// Whether a character was met that no face has.
    pub(super) lacked: bool,
}

impl Setter {
    /// A setter with the faces; nothing if they could not be read.
    pub(super) fn new() -> Option<Self> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts =
            FontContext { collection: Collection::new(options), ..FontContext::default() };
        let mut known = Vec::new();
        for face in FACES {
            let blob = Blob::new(Arc::new(face));
            known.push((blob.id(), Font::new(face.into(), 0)?));
            let named = FontInfoOverride { family_name: Some("Page"), ..Default::default() };
            fonts.collection.register_fonts(blob, Some(named));
        }
        Some(Self { fonts, layouts: LayoutContext::new(), known, lacked: false })
    }

    /// Breaks `spans` into lines of at most `width`.
    pub(super) fn lines(&mut self, spans: &[Span<'_>], size: f32, width: f32) -> Vec<Line> {
        let mut text = String::new();
        let mut faces = Vec::new();
        for (words, face) in spans {
            let start = text.len();
            text.push_str(words);
            faces.push((start..text.len(), *face));
        }
        let mut layout = self.layout(&text, &faces, size, width);
        let lacking = lacking(&layout);
        if !lacking.is_empty() {
            self.lacked = true;
            let (shown, moved) = replaced(&text, &faces, &lacking);
            layout = self.layout(&shown, &moved, size, width);
            text = shown;
        }
        self.taken(&layout, &text, size)
    }

    fn layout(
        &mut self,
        text: &str,
        faces: &[(Range<usize>, Face)],
        size: f32,
        width: f32,
    ) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let family = FontFamilyName::Named(Cow::Borrowed("Page"));
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(family)));
        builder.push_default(StyleProperty::FontSize(size));
        // A word longer than a line is broken, or it would leave the page.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        for (range, face) in faces {
            match face {
                Face::Regular => {}
                Face::Bold => {
                    builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
                }
                Face::Italic => {
                    builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
                }
            }
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout
    }

    /// The lines of a layout as values of their own.
    fn taken(&self, layout: &Layout<()>, text: &str, size: f32) -> Vec<Line> {
        let text: Arc<str> = Arc::from(text);
        let mut lines = Vec::new();
        for line in layout.lines() {
            let mut x = 0.0;
            let mut runs = Vec::new();
            for run in line.runs() {
                let id = run.font().data.id();
                let Some((_, font)) = self.known.iter().find(|(known, _)| *known == id) else {
                    continue;
                };
                let start = x;
                let mut glyphs = Vec::new();
                for cluster in run.visual_clusters() {
                    if cluster.is_ligature_continuation() {
                        if let Some(last) = glyphs.last_mut() {
                            let last: &mut KrillaGlyph = last;
                            last.text_range.end = cluster.text_range().end;
                        }
                        continue;
                    }
                    for glyph in cluster.glyphs() {
                        let at = |distance: f32| distance / run.font_size();
                        glyphs.push(KrillaGlyph::new(
                            GlyphId::new(glyph.id),
                            at(glyph.advance),
                            at(glyph.x),
                            at(glyph.y),
                            0.0,
                            cluster.text_range(),
                            None,
                        ));
                        x += glyph.advance;
                    }
                }
                runs.push(Run { font: font.clone(), glyphs, x: start, size: run.font_size() });
            }
            let width = line.metrics().advance;
            lines.push(Line { text: Arc::clone(&text), runs, width, height: size * 1.35 });
        }
        lines
    }
}

/// Where the text has characters that no face has.
fn lacking(layout: &Layout<()>) -> Vec<Range<usize>> {
    let mut lacking = Vec::new();
    for line in layout.lines() {
        for run in line.runs() {
            for cluster in run.clusters() {
                if cluster.glyphs().any(|glyph| glyph.id == 0) {
                    lacking.push(cluster.text_range());
                }
            }
        }
    }
    lacking.sort_by_key(|range| range.start);
    lacking
}

/// The text with each range that lacks a glyph replaced, and the faces moved to
/// where their words now are.
fn replaced(
    text: &str,
    faces: &[(Range<usize>, Face)],
    lacking: &[Range<usize>],
) -> (String, Vec<(Range<usize>, Face)>) {
    let mut shown = String::new();
    let mut moved = Vec::new();
    for (range, face) in faces {
        let start = shown.len();
        for (at, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
            let at = range.start + at;
            match lacking.iter().find(|lack| lack.contains(&at)) {
                Some(lack) if lack.start == at => shown.push_str(UNKNOWN),
                Some(_) => {}
                None => shown.push(c),
            }
        }
        moved.push((start..shown.len(), *face));
    }
    (shown, moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The widths of the lines that `text` makes in a column of 200 points, and
    /// the letters they have in all.
    fn set(text: &str) -> (Vec<f32>, usize) {
        let lines = Setter::new().unwrap().lines(&[(text, Face::Regular)], 10.0, 200.0);
        let glyphs = |line: &Line| line.runs.iter().map(|run| run.glyphs.len()).sum::<usize>();
        (lines.iter().map(|line| line.width).collect(), lines.iter().map(glyphs).sum())
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_and_none_of_it_is_lost() {
        let address = format!("https://example.org/{}", "a1b2c3".repeat(50));
        for text in [address.clone(), format!("at {address} and on"), "W".repeat(300)] {
            let (widths, letters) = set(&text);
            assert!(widths.len() > 5 && widths.iter().all(|width| *width <= 200.0), "{widths:?}");
            assert_eq!(letters, text.chars().count(), "{text}");
        }
    }

    #[test]
    fn a_word_that_fits_on_a_line_is_not_broken() {
        assert_eq!(
            set("The committee considered extraordinarily well-attended meetings").0.len(),
            2
        );
    }
}
