//! The whole book as one document: the minutes of every meeting, one after
//! another.

use std::io;
use std::rc::Rc;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::agenda::in_calendar;
use super::block::{Block, Sheet};
use super::scribe::Scribe;
use super::sift::{Sifted, sift};
use super::{Audience, Document, as_at, digest, facts, meetings, shown_in_part};
use crate::model::{HouseStyle, MeetingLine, Sitting, day};

/// The sittings of a book by their place in it, read as often as they are asked for.
type Source<'a> = dyn Fn(usize) -> Option<io::Result<Sitting>> + 'a;

/// The chapters of a book, each put together when it is come to.
#[derive(Clone)]
pub(super) struct Chapters<'a> {
    source: Rc<Source<'a>>,
    audience: Audience,
    today: NaiveDate,
}

/// What a book has of one meeting.
pub(super) struct Chapter {
    sitting: Sifted<Sitting>,
    today: NaiveDate,
}

impl std::fmt::Debug for Chapters<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Chapters").field("audience", &self.audience).finish_non_exhaustive()
    }
}

impl Chapters<'_> {
    /// Reads them, one after another.
    pub(super) fn read(&self) -> impl Iterator<Item = io::Result<Chapter>> {
        let chapter = |sitting: Sitting| Chapter::of(&sitting, self.audience, self.today);
        (0..).map_while(move |at| Some((self.source)(at)?.map(chapter)))
    }
}

impl Chapter {
    /// That of `sitting`, as `audience` may see it.
    fn of(sitting: &Sitting, audience: Audience, today: NaiveDate) -> Self {
        Self { sitting: sift(sitting, audience), today }
    }

    /// Its minutes, under the name of the body and the day.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let scribe = Scribe::new(&self.sitting);
        let record = digest::of_record(&self.sitting);
        let mut blocks = vec![
            title(&self.sitting),
            Block::Para(format!("{}. Record {record}.", scribe.standing())),
            Block::Para(scribe.opening_line()),
        ];
        let minutes = match self.sitting.body.house_style {
            HouseStyle::Narrative => scribe.narrative(),
            HouseStyle::Notes => scribe.notes(),
        };
        let minutes = minutes.into_iter().filter(|block| *block != Block::Signature);
        blocks.extend(minutes.map(lowered));
        blocks.iter_mut().for_each(Block::clean);
        blocks
    }

    /// Its facts as data.
    pub(super) fn facts(&self) -> Value {
        facts::meeting(&self.sitting, self.today)
    }

    /// Its rows, each after its body and day.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let mut sheet = Scribe::new(&self.sitting).sheet();
        let first = [self.sitting.body.name.clone(), self.sitting.meeting.date.to_string()];
        for row in &mut sheet.rows {
            row.splice(0..0, first.clone());
        }
        sheet.clean();
        sheet.rows
    }

    /// What stands over those rows.
    fn columns(&self) -> Vec<String> {
        let own = Scribe::new(&self.sitting).sheet().columns;
        ["body", "date"].map(str::to_owned).into_iter().chain(own).collect()
    }
}

impl<'a> Document<'a> {
    /// Puts the minutes of the sittings together that `source` has, from the first
    /// on, as they stand on `today`. They are read once for the record's digest, and again
    /// whenever they are written out, each let go before the next.
    ///
    /// # Errors
    /// What came of reading them.
    pub fn book<E: std::error::Error + Send + Sync + 'static>(
        source: impl Fn(usize) -> Option<Result<Sitting, E>> + 'a,
        about: &str,
        audience: Audience,
        today: NaiveDate,
    ) -> Result<Self, E> {
        let mut blocks: Vec<Block> = shown_in_part(audience).into_iter().collect();
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        let mut sheet = None;
        let mut dates = Vec::new();
        for sitting in (0..).map_while(&source) {
            let chapter = Chapter::of(&sitting?, audience, today);
            let sitting = &chapter.sitting;
            canon.add("meeting", &digest::of_record(sitting));
            dates.push(in_calendar(&sitting.meeting, &sitting.body.name));
            sheet.get_or_insert_with(|| Sheet { columns: chapter.columns(), rows: Vec::new() });
        }
        if dates.is_empty() {
            blocks.push(Block::Para("No meeting has been held yet.".into()));
        }
        let source = move |at: usize| source(at).map(|read| read.map_err(io::Error::other));
        let document = Document {
            opening: about.to_owned(),
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({}),
            chapters: Some(Chapters { source: Rc::new(source), audience, today }),
            sheet,
            dates,
            blocks,
            ..Document::new("book", "Minute book".into(), today)
        };
        Ok(document.cleaned())
    }

    /// This, with the meetings to come in its calendar, of which nothing is minuted yet.
    #[must_use]
    pub fn with_coming(mut self, coming: &[MeetingLine]) -> Self {
        self.dates.extend(coming.iter().map(meetings::in_calendar));
        self.cleaned()
    }
}

fn title(sitting: &Sitting) -> Block {
    Block::Heading {
        level: 2,
        number: String::new(),
        text: sitting.body.name.clone(),
        aside: format!("({})", day::long(sitting.meeting.date)),
    }
}

/// A block one level deeper, under the heading of its meeting.
fn lowered(mut block: Block) -> Block {
    if let Block::Heading { level, .. } | Block::Roll { level, .. } = &mut block {
        *level = level.saturating_add(1);
    }
    block
}
