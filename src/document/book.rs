//! The whole book as one document: the minutes of every meeting, one after
//! another.

use chrono::NaiveDate;
use serde_json::json;

use super::agenda::in_calendar;
use super::block::{Block, Sheet};
use super::scribe::Scribe;
use super::sift::sift;
use super::{Audience, Document, as_at, digest, facts, meetings, shown_in_part};
use crate::model::{HouseStyle, MeetingLine, Sitting, day};

impl Document {
    /// Puts the minutes of `sittings` together, in the order given, as they
    /// stand on `today`. Each is let go before the next is read.
    ///
    /// # Errors
    /// What came of reading them.
    pub fn book<E>(
        sittings: impl IntoIterator<Item = Result<Sitting, E>>,
        about: &str,
        audience: Audience,
        today: NaiveDate,
    ) -> Result<Self, E> {
        let mut blocks: Vec<Block> = shown_in_part(audience).into_iter().collect();
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        let mut meetings = Vec::new();
        let mut sheet: Option<Sheet> = None;
        let mut dates = Vec::new();
        for sitting in sittings {
            let sifted = sift(&sitting?, audience);
            let scribe = Scribe::new(&sifted);
            let record = digest::of_record(&sifted);
            blocks.push(title(&sifted));
            blocks.push(Block::Para(format!("{}. Record {record}.", scribe.standing())));
            blocks.push(Block::Para(scribe.opening_line()));
            blocks.extend(
                match sifted.body.house_style {
                    HouseStyle::Narrative => scribe.narrative(),
                    HouseStyle::Notes => scribe.notes(),
                }
                .into_iter()
                .filter(|block| *block != Block::Signature)
                .map(lowered),
            );
            canon.add("meeting", &record);
            meetings.push(facts::meeting(&sifted, today).to_string());
            dates.push(in_calendar(&sifted.meeting, &sifted.body.name));
            gather(
                &mut sheet,
                scribe.sheet(),
                [&sifted.body.name, &sifted.meeting.date.to_string()],
            );
        }
        if meetings.is_empty() {
            blocks.push(Block::Para("No meeting has been held yet.".into()));
        }
        let document = Self {
            opening: about.to_owned(),
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({}),
            meetings: Some(meetings),
            sheet,
            dates,
            blocks,
            ..Self::new("book", "Minute book".into(), today)
        };
        Ok(document.cleaned())
    }
}

impl Document {
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

/// Adds the rows of one meeting, each after its body and day.
fn gather(all: &mut Option<Sheet>, one: Sheet, first: [&str; 2]) {
    let all = all.get_or_insert_with(|| {
        let mut columns = vec!["body".to_owned(), "date".to_owned()];
        columns.extend(one.columns.iter().cloned());
        Sheet { columns, rows: Vec::new() }
    });
    for row in one.rows {
        let mut cells = first.map(str::to_owned).to_vec();
        cells.extend(row);
        all.rows.push(cells);
    }
}
