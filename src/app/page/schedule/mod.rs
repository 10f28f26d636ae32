//! The governance schedule: every partnership with its two panes, what moved
//! since the last edition, and what an officer notes beside it.

use chrono::NaiveDate;

mod choice;
mod row;

use row::{areas, line};

use super::asked::{Asked, AskedField};
use super::revise::{Revising, field_height};
use super::{IMPORT, View};
use crate::app::bars;
use crate::app::command::{Command, Destination, Time};
use crate::app::editor::Editor;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::app::standing;
use crate::app::wrap;
use crate::model::{Gap, PartnershipId, Standing, day};
use crate::rules::gap::named;
use crate::rules::review::{Order, Review, Sieve};
use crate::rules::sentence::capital;
use crate::rules::since::{Outcome, Since};

/// The schedule page.
#[derive(Clone, Debug, Default)]
pub struct SchedulePage {
    /// The schedule, once read; the book may have none.
    pub data: Option<Option<Box<Review>>>,
    /// The partnership to be chosen once the schedule is read.
    pub at: Option<PartnershipId>,
    /// The day of the meeting it is shown as at; none, today.
    pub until: Option<NaiveDate>,
    /// The days of the meetings there have been, newest first.
    pub meetings: Vec<NaiveDate>,
    /// Which rows are shown.
    pub sieve: Option<Sieve>,
    /// In which order.
    pub order: Option<Order>,
    /// The day on which rows were last sifted.
    pub sifted: Option<NaiveDate>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// Which pane has the keys: the list, Performance or Response.
    pub focus: usize,
    /// How far each of the two panes is scrolled.
    pub scroll: [usize; 2],
    /// The point, the response, the target or the action chosen in them.
    pub thing: Option<String>,
    /// The words that the rows shown have to name; all are shown where there are none.
    pub words: String,
    /// The note or the words being written, if they are.
    pub asked: Option<AskedField>,
    /// The line being altered, if one is.
    pub line: Option<Box<Revising>>,
}

impl SchedulePage {
    /// The page at one partnership, and at a thing of its row.
    #[must_use]
    pub fn at(partnership: PartnershipId, thing: Option<String>) -> Self {
        Self { at: Some(partnership), thing, ..Self::default() }
    }

    /// Goes to the meeting before the one it is shown as at, or after; `false` if
    /// there is none.
    pub(in crate::app) fn travel(&mut self, to: Time) -> bool {
        let then = match (to, self.until) {
            (Time::Earlier, None) => self.meetings.first().copied(),
            (Time::Earlier, Some(day)) => self.meetings.iter().find(|d| **d < day).copied(),
            (Time::Later, None) => return false,
            (Time::Later, Some(day)) => self.meetings.iter().rev().find(|d| **d > day).copied(),
        };
        if then.is_none() && to == Time::Earlier {
            return false;
        }
        self.until = then;
        self.at = self.standing().map(|row| row.partnership.id.clone());
        true
    }

    /// Takes in what was read.
    pub(super) fn take(&mut self, found: Option<Box<Review>>) {
        if let (Some(review), None) = (&found, self.until) {
            self.meetings.clone_from(&review.meetings);
        }
        let first = self.data.is_none();
        self.data = Some(found);
        let wanted = self.at.take();
        let at = self.rows().iter().position(|row| Some(&row.partnership.id) == wanted.as_ref());
        self.chosen = at.unwrap_or(self.chosen).min(self.len().saturating_sub(1));
        if first {
            self.turn_to_thing();
        }
    }

    /// Shows other rows on `today`, keeping to the chosen one where it is among them.
    pub(in crate::app) fn sift(&mut self, today: NaiveDate) {
        let next = self.sieve.unwrap_or(Sieve::All).next();
        self.arrange(|page| (page.sieve, page.sifted) = (Some(next), Some(today)));
    }

    /// Shows the rows in another order.
    pub(in crate::app) fn reorder(&mut self) {
        let next = self.order.unwrap_or(Order::AsPrinted).next();
        self.arrange(|page| page.order = Some(next));
    }

    /// Keeps to the rows that name `words`.
    pub(in crate::app) fn narrow(&mut self, words: &str) {
        self.arrange(|page| words.trim().clone_into(&mut page.words));
    }

    /// Keeps to the rows that name the words being written, as they are typed.
    pub(in crate::app) fn heed(&mut self) {
        let words = self.asked.as_ref().filter(|asked| asked.what == Asked::Words);
        if let Some(words) = words.map(|asked| asked.editor.text().to_owned()) {
            self.narrow(&words);
        }
    }

    /// Puts what was pasted into the field being written in; `false` if it has no room.
    pub(in crate::app) fn paste(&mut self, text: &str) -> bool {
        let fits = self.field().is_none_or(|field| field.insert(text));
        self.heed();
        fits
    }

    fn arrange(&mut self, alter: impl FnOnce(&mut Self)) {
        self.at = self.standing().map(|row| row.partnership.id.clone());
        alter(self);
        let data = self.data.take().flatten();
        self.scroll = [0; 2];
        self.take(data);
    }

    /// What is chosen in a pane, else the partnership, for its thread.
    pub(in crate::app) fn thing(&self) -> Option<String> {
        let chosen = self.chosen_thing().map(str::to_owned);
        chosen.or_else(|| Some(self.standing()?.partnership.id.0.clone()))
    }

    pub(in crate::app) fn len(&self) -> usize {
        self.rows().len()
    }

    /// The schedule under review.
    pub(in crate::app) fn review(&self) -> Option<&Review> {
        self.data.as_ref()?.as_deref()
    }

    /// The rows shown.
    fn rows(&self) -> Vec<&Standing> {
        let Some(review) = self.review() else { return Vec::new() };
        let (sieve, order) =
            (self.sieve.unwrap_or(Sieve::All), self.order.unwrap_or(Order::AsPrinted));
        let day = self.until.or(self.sifted).unwrap_or(review.schedule.edition.as_at);
        review
            .shown(sieve, order, day)
            .into_iter()
            .filter_map(|n| review.schedule.standings.get(n))
            .filter(|row| review.names(row, &self.words))
            .collect()
    }

    /// The row chosen.
    pub(in crate::app) fn standing(&self) -> Option<&Standing> {
        self.rows().get(self.chosen).copied()
    }

    fn since(&self, row: &Standing) -> Option<&Since> {
        let review = self.review()?;
        let rows = &review.schedule.standings;
        let at = rows.iter().position(|other| other.partnership.id == row.partnership.id)?;
        review.since.get(at)?.as_ref()
    }

    /// What the page says where it has no schedule to show.
    fn nothing(&self) -> Vec<Row> {
        match (self.until, &self.data) {
            (_, None) => vec![Row::of("Reading…", Look::Dim)],
            (Some(day), Some(_)) => vec![
                Row::plain(format!("There was no schedule yet on {}.", day::plain(day))),
                Row::of("] goes on to the meeting after.", Look::Dim),
            ],
            (None, Some(_)) => vec![
                Row::plain("This book has no governance schedule yet."),
                Row::of(IMPORT, Look::Dim),
            ],
        }
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let Some(review) = self.review() else {
            let text = self.nothing();
            return vec![Pane::text(Part::List, view.area, "Governance schedule", &text, 0)];
        };
        let (area, foot) = view.area.foot(match (&self.line, &self.asked) {
            (Some(line), _) => line.height(view.area),
            (None, Some(asked)) => field_height(&asked.editor, view.area),
            (None, None) => 0,
        });
        let [list, performance, response] = areas(area, self.focus);
        let rows = self.rows();
        let mut panes = Vec::new();
        // The whole stands under its parts where there is room for both.
        let (list, whole) = list.foot(if list.height < 16 { 0 } else { 6 });
        let together = bars::together(rows.iter().copied());
        let mut title = self.title(review, true);
        if whole.height > 0 {
            panes.push(Pane::text(Part::Detail, whole, "All of these", &[together], 0));
        } else if list.width > 0 {
            let whose = if rows.len() < review.schedule.standings.len() { "these" } else { "all" };
            // The total, and that its periods are mixed, stay where all has no room.
            let total = bars::shortly(rows.iter().copied(), whose);
            let room = usize::from(list.width.saturating_sub(4));
            let fits = |title: &String| wrap::width(title) <= room;
            let forms = [true, false].map(|dated| self.title(review, dated));
            let mut forms = forms.into_iter().map(|title| format!("{title} \u{b7} {total}"));
            title = forms.find(fits).unwrap_or(total);
        }
        if list.width > 0 && rows.is_empty() {
            let none =
                [Row::of("None of the rows is so: f shows others, F those named.", Look::Dim)];
            panes.push(Pane::text(Part::List, list, title, &none, 0));
        } else if list.width > 0 {
            let pane = Pane::list(Part::List, list, title, rows.len(), self.chosen, |n, width| {
                rows.get(n).map_or_else(Row::new, |row| line(review, row, width))
            });
            panes.push(pane.focused(self.focus == 0 && !self.is_writing()));
        }
        if let Some(chosen) = self.standing() {
            let pane = |area, part, focus: usize, text: &[Row], name: &str| {
                let title = format!("{name}: {}", chosen.partnership.name);
                let chosen = self.chosen_thing().filter(|_| self.focus == focus);
                Pane::told(part, area, title, text, (self.scroll[focus - 1], chosen))
                    .focused(self.focus == focus && !self.is_writing())
            };
            if performance.width > 0 {
                let text = self.performance(chosen);
                panes.push(pane(performance, Part::Performance, 1, &text, "Performance"));
            }
            if response.width > 0 {
                let text = self.response(review, chosen, view.state.now.date_naive());
                panes.push(pane(response, Part::Response, 2, &text, "Response"));
            }
        }
        panes.extend(self.asked.as_ref().map(|asked| asked.pane(foot)));
        panes.extend(self.line.iter().flat_map(|line| line.panes(foot)));
        panes
    }

    /// Whether a field of the page has the keys.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.asked.is_some() || self.line.is_some()
    }

    /// The field being written in, if one is.
    pub(in crate::app) fn field(&mut self) -> Option<&mut Editor> {
        let line = self.line.as_mut().map(|line| &mut line.editor);
        line.or(self.asked.as_mut().map(|asked| &mut asked.editor))
    }

    /// The part of the chosen row that has the keys.
    pub(in crate::app) fn part(&self) -> crate::capture::Part {
        use crate::capture::Part;
        match self.focus {
            1 => Part::Performance,
            2 => Part::Response,
            _ => Part::Figures,
        }
    }

    /// What the list shows, `dated` as at which day and in what order.
    fn title(&self, review: &Review, dated: bool) -> String {
        let mut day = match self.until {
            Some(until) => format!("as at {} · ] later", day::plain(until)),
            None => day::plain(review.schedule.edition.as_at),
        };
        if let Some(order) = self.order.filter(|order| *order != Order::AsPrinted) {
            day = format!("{day}, {}", order.plain());
        }
        let what = match self.sieve.unwrap_or(Sieve::All) {
            Sieve::All if self.words.is_empty() && !dated => return "Partnerships".to_owned(),
            Sieve::All if self.words.is_empty() && day.len() > SHORT => return capital(&day),
            Sieve::All if self.words.is_empty() => return format!("Partnerships, {day}"),
            Sieve::All => format!("\"{}\"", self.words),
            sieve if self.words.is_empty() => sieve.plain(),
            sieve => format!("{}, \"{}\"", sieve.plain(), self.words),
        };
        let day = if dated { format!(", {day}") } else { String::new() };
        format!("{what} ({} of {}){day}", self.len(), review.schedule.standings.len())
    }

    fn performance(&self, row: &Standing) -> Vec<Row> {
        let mut rows = standing::performance(row);
        let review = self.review().into_iter().flat_map(|review| &review.targets);
        let own = review.filter(|line| line.is_of(&row.partnership.id));
        let own: Vec<_> = own.collect();
        rows.extend(standing::targets(own.iter().copied()));
        if let Some(summary) = &row.summary {
            let beyond = named::beyond(summary, &own).into_iter();
            rows.extend(beyond.map(|said| Row::of(format!("! {said}"), Look::Bad)));
        }
        if let Some(since) = self.since(row) {
            let at = rows.iter().position(|row| row.text().is_empty()).unwrap_or(rows.len());
            rows.insert(at, moved(row, since));
            rows.extend(standing::altered(since));
        }
        rows
    }

    fn response(&self, review: &Review, row: &Standing, today: NaiveDate) -> Vec<Row> {
        let id = &row.partnership.id;
        let gaps = review.gaps.iter().filter(|gap| gap.partnership.as_ref() == Some(id));
        let gaps: Vec<&Gap> = gaps.filter(|gap| gap.is_open()).collect();
        let lists = Some(Command::GoTo(Destination::Gaps));
        let mut rows = standing::gaps(&gaps, None, lists);
        rows.extend(standing::response(row, self.until.unwrap_or(today)));
        let actions = review.actions.iter().map(|line| (&line.action, line.owner.clone()));
        rows.extend(standing::doing(row, &[], actions, self.until.unwrap_or(today)));
        if let Some(since) = self.since(row).filter(|since| !since.responses.is_empty()) {
            rows.push(Row::new());
            rows.push(Row::of(format!("Promised on {}", day::plain(since.last)), Look::Strong));
            rows.extend(since.responses.iter().map(|(response, outcome)| {
                let (mark, look) = match outcome {
                    Outcome::Delivered => ("✓", Look::Good),
                    Outcome::Dropped => ("×", Look::Dim),
                    Outcome::Repeated => ("=", Look::Unsure),
                    Outcome::Silent => ("✗", Look::Bad),
                };
                Row::of(format!("{mark} {}: ", outcome.word()), look)
                    .and(response.text.as_str(), Look::Plain)
                    .set_in(2)
            }));
        }
        let notes: Vec<Row> = review.notes_on(row).map(standing::note).collect();
        if !notes.is_empty() {
            rows.push(Row::new());
            rows.push(Row::of("Notes", Look::Strong));
            rows.extend(notes);
        }
        rows
    }
}

/// The longest day that stands after what is listed; a longer one stands alone.
const SHORT: usize = 18;

/// What moved in the row's figures.
fn moved(row: &Standing, since: &Since) -> Row {
    let look = match since.unjudged_for {
        0 | 1 => Look::Dim,
        _ if since.is_unjudged_too_long() => Look::Bad,
        _ => Look::Unsure,
    };
    Row::of(capital(&since.told(row.summary.as_ref())), look)
}
