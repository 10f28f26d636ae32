//! Rows of text, and how stretches of them are set apart.

use super::wrap;

/// How a stretch of text is set apart. Never by colour alone: what matters is
/// also said in words or marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As the rest.
    #[default]
    Plain,
    /// A title or what matters most.
    Strong,
    /// What matters less.
    Dim,
    /// Good news: on track, present, met.
    Good,
    /// Bad news: off track, overdue, refused.
    Bad,
    /// Not known: cannot be judged, missing.
    Unsure,
    /// A key to press.
    Key,
    /// A decision or an action on record.
    Record,
    /// Selected in a field.
    Selected,
}

/// A stretch of text with one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its look.
    pub look: Look,
}

/// A row of text, or a paragraph before it is broken into rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its stretches, in order.
    pub spans: Vec<Span>,
    /// How far the rows after the first are set in, once it is broken.
    pub indent: usize,
    /// The name of the thing it tells of, where it can be chosen.
    pub about: Option<String>,
}

impl Row {
    /// An empty row.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A row with one look.
    #[must_use]
    pub fn of(text: impl Into<String>, look: Look) -> Self {
        Self::new().and(text, look)
    }

    /// A plain row.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(text, Look::Plain)
    }

    /// The row with more text at its end.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>, look: Look) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.spans.push(Span { text, look });
        }
        self
    }

    /// The row with its later rows set in.
    #[must_use]
    pub fn set_in(mut self, indent: usize) -> Self {
        self.indent = indent;
        self
    }

    /// The row as one that tells of a thing.
    #[must_use]
    pub fn about(mut self, thing: &str) -> Self {
        self.about = Some(thing.to_owned());
        self
    }

    /// All of its text.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The rows it makes at a width.
    #[must_use]
    pub fn broken(&self, width: usize) -> Vec<Self> {
        let text = self.text();
        if !text.contains('\n') && wrap::width(&text) <= width {
            return vec![Self { indent: 0, ..self.clone() }];
        }
        let room = width.saturating_sub(self.indent).max(1);
        let margin = " ".repeat(self.indent.min(width.saturating_sub(1)));
        let first = wrap::rows(&text, width).into_iter().next().unwrap_or(0..0);
        let rest = text.get(first.end..).unwrap_or_default();
        let skipped = rest.len() - rest.strip_prefix('\n').unwrap_or(rest).len();
        let start = first.end + skipped;
        let mut ranges = vec![first];
        if start < text.len() {
            let more = wrap::rows(text.get(start..).unwrap_or_default(), room);
            ranges.extend(more.into_iter().map(|range| start + range.start..start + range.end));
        }
        let pieces = ranges.into_iter().enumerate().map(|(n, range)| {
            let margin = if n == 0 { String::new() } else { margin.clone() };
            let mut row =
                Self { about: self.about.clone(), ..Self::new().and(margin, Look::Plain) };
            row.spans.extend(self.cut_out(&range));
            row
        });
        pieces.collect()
    }

    /// It cut to a width, with a mark where something is left out.
    #[must_use]
    pub fn cut(self, width: usize) -> Self {
        let text = self.text();
        if wrap::width(&text) <= width {
            return self;
        }
        let kept = wrap::cut(&text, width);
        let kept = kept.strip_suffix('…').unwrap_or(&kept).len();
        let row = Self { spans: self.cut_out(&(0..kept)), ..self };
        row.and("…", Look::Dim)
    }

    fn cut_out(&self, range: &std::ops::Range<usize>) -> Vec<Span> {
        let mut at = 0;
        let mut found = Vec::new();
        for span in &self.spans {
            let (start, end) = (range.start.max(at), range.end.min(at + span.text.len()));
            if let Some(text) = (start < end).then(|| span.text.get(start - at..end - at)).flatten()
            {
                found.push(Span { text: text.to_owned(), look: span.look });
            }
            at += span.text.len();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_row_keeps_its_looks_and_sets_in_its_later_rows() {
        let row = Row::of("AGREED: ", Look::Record)
            .and("to write to the partnership", Look::Plain)
            .set_in(2);
        let broken: Vec<String> = row.broken(16).iter().map(Row::text).collect();
        assert_eq!(broken, ["AGREED: to write ", "  to the ", "  partnership"]);
        assert_eq!(row.broken(16)[0].spans[0].look, Look::Record);
    }
}
