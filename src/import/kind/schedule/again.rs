//! What the book has already of the edition that a paper brings.

use std::collections::HashMap;

use super::super::super::words::count::Counts;
use super::super::super::words::fold::fold;
use super::cell::Said;
use super::settle::Settle;
use crate::model::{Link, LinkId, LinkKind, PartnershipId, Point, Record, Response, Standing};

impl Settle<'_, '_> {
    /// `id`, or with the first number after it that nothing in the book has.
    pub(super) fn fresh(&self, id: &str) -> String {
        let standings = || self.desk.known.schedules.iter().flat_map(|s| &s.standings);
        let had = |id: &str, standing: &Standing| {
            standing.points.iter().any(|p| p.id.0 == id)
                || standing.responses.iter().any(|r| r.id.0 == id)
                || standing.summary.iter().any(|summary| summary.id.0 == id)
        };
        let taken = |id: &str| {
            standings().any(|s| had(id, s)) || self.desk.rows.iter().any(|row| row.id() == id)
        };
        let again = (2..1_000_000).map(|n| format!("{id}.{n}"));
        let mut tries = std::iter::once(id.to_owned()).chain(again);
        tries.find(|id| !taken(id)).unwrap_or_else(|| id.to_owned())
    }

    /// The point that the book has of these words, or had before somebody reworded it; or the
    /// one that counts targets as this does.
    ///
    /// Which of several of those is meant nobody can say: `counting` is how many the paper has.
    pub(super) fn had_point(
        &self,
        partnership: &PartnershipId,
        said: &Said,
        counting: usize,
    ) -> Option<Point> {
        let points = &self.standing(partnership)?.points;
        let called = points.iter().find(|point| fold(&point.text) == fold(&said.text));
        let worded = || points.iter().find(|point| self.was(point.id.as_str(), &said.text));
        let counted = || {
            let mut counts = points.iter().filter(|point| counts(&point.text));
            counts.next().filter(|_| counts.next().is_none())
        };
        let counted = || (counting == 1 && counts(&said.text)).then(counted).flatten();
        called.or_else(worded).or_else(counted).cloned()
    }

    /// The same of a response.
    pub(super) fn had_response(
        &self,
        partnership: &PartnershipId,
        said: &Said,
    ) -> Option<Response> {
        let responses = &self.standing(partnership)?.responses;
        let called = responses.iter().find(|response| fold(&response.text) == fold(&said.text));
        let worded = || responses.iter().find(|had| self.was(had.id.as_str(), &said.text));
        called.or_else(worded).cloned()
    }

    /// Whether the row called `id` said that before it was reworded.
    fn was(&self, id: &str, text: &str) -> bool {
        self.desk.known.reworded.iter().any(|(row, was)| row == id && fold(was) == fold(text))
    }

    /// The words that a row keeps, or is given: what the clerk typed stays, and figures are
    /// those of the paper. What differs is told.
    pub(super) fn worded(&mut self, had: Option<(&str, &str)>, said: &Said) -> String {
        let Some((id, text)) = had.filter(|(_, text)| fold(text) != fold(&said.text)) else {
            return said.text.clone();
        };
        let kept = self.was(id, &said.text);
        let end = if kept { " (kept as the clerk typed it)" } else { "" };
        let told =
            format!("{id}: \u{201c}{text}\u{201d} is now \u{201c}{}\u{201d}{end}", said.text);
        self.desk.report.warn(said.place.clone(), told);
        if kept { text.to_owned() } else { said.text.clone() }
    }

    pub(super) fn standing(&self, partnership: &PartnershipId) -> Option<&Standing> {
        self.earlier?.standings.iter().find(|standing| standing.partnership.id == *partnership)
    }

    /// Tells of what the paper has and the book's copy of the edition had not.
    pub(super) fn tell_new(&mut self, partnership: &PartnershipId, said: &Said, new: bool) {
        if new && self.standing(partnership).is_some() {
            let text = format!("new in this version: \u{201c}{}\u{201d}", said.text);
            self.desk.report.warn(said.place.clone(), text);
        }
    }

    /// Leaves the points and responses the ranks they have, where the paper has
    /// them in that order: the same paper read again changes nothing.
    pub(super) fn keep_order(&mut self) {
        let Some(earlier) = self.earlier else { return };
        let points =
            earlier.standings.iter().flat_map(|s| &s.points).map(|p| (p.id.as_str(), p.rank));
        let responses =
            earlier.standings.iter().flat_map(|s| &s.responses).map(|r| (r.id.as_str(), r.rank));
        let had: HashMap<&str, i64> = points.chain(responses).collect();
        let ranked = |row: &Record| matches!(row, Record::Point(_) | Record::Response(_));
        let rows = self.desk.rows.iter().filter(|row| ranked(row));
        let Some(ranks) = rows.map(|row| had.get(row.id()).copied()).collect::<Option<Vec<_>>>()
        else {
            return;
        };
        if !ranks.is_sorted() {
            return;
        }
        for (row, kept) in self.desk.rows.iter_mut().filter(|row| ranked(row)).zip(ranks) {
            match row {
                Record::Point(Point { rank, .. }) | Record::Response(Response { rank, .. }) => {
                    *rank = kept;
                }
                _ => {}
            }
        }
    }

    /// Tells of what the book's copy of the edition has and the paper has not.
    pub(super) fn missing(&mut self) {
        let Some(earlier) = self.earlier else { return };
        let filed: Vec<String> = self.desk.rows.iter().map(|row| row.id().to_owned()).collect();
        for standing in &earlier.standings {
            let points = standing.points.iter().map(|p| (p.id.as_str(), &p.text));
            let responses = standing.responses.iter().map(|r| (r.id.as_str(), &r.text));
            for (id, text) in
                points.chain(responses).filter(|(id, _)| !filed.iter().any(|filed| filed == id))
            {
                let text =
                    format!("{id} is not in this version, and is kept: \u{201c}{text}\u{201d}");
                self.desk.report.warn(standing.partnership.name.clone(), text);
            }
        }
    }

    /// Ties each response to what the paper says it answers, by the names printed there.
    pub(super) fn ties(&mut self) {
        let links = self.earlier.iter().flat_map(|had| &had.standings).flat_map(|row| &row.links);
        let had: Vec<(String, String)> =
            links.map(|link| (link.from_id.clone(), link.to_id.clone())).collect();
        for (response, answers) in std::mem::take(&mut self.answers) {
            for point in answers.iter().filter_map(|name| self.printed.get(name)) {
                let ends = (response.clone(), point.clone());
                if had.contains(&ends) {
                    continue;
                }
                let id = LinkId::mint(self.desk.mint);
                let (from_id, to_id) = ends;
                self.desk.file(Link { id, from_id, to_id, kind: LinkKind::Answers, meeting: None });
            }
        }
    }
}

/// Whether a point tells how many targets there are and how they stand.
pub(super) fn counts(text: &str) -> bool {
    let counts = Counts::of(text);
    counts.targets && counts.total.is_some() && !counts.parts.is_empty()
}
