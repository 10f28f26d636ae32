//! The row of one partnership in one edition of the schedule.

use serde::{Deserialize, Serialize};

use super::{Link, LinkKind, Partnership, Point, Response, Summary};

/// A partnership with its row in one edition: what the two panes show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The partnership.
    pub partnership: Partnership,
    /// Its targets, if the schedule gives any figures.
    pub summary: Option<Summary>,
    /// What its targets known by name come to, where the schedule gives no figures.
    pub named: Option<Summary>,
    /// The Performance pane.
    pub points: Vec<Point>,
    /// The Response pane.
    pub responses: Vec<Response>,
    /// The links that start or end at any of these.
    pub links: Vec<Link>,
}

impl Standing {
    /// A row with nothing in it yet.
    #[must_use]
    pub fn blank(partnership: Partnership) -> Self {
        let (points, responses, links) = (Vec::new(), Vec::new(), Vec::new());
        Self { partnership, summary: None, named: None, points, responses, links }
    }

    /// What is known of its targets: the figures of the schedule, else what those known by
    /// name come to.
    #[must_use]
    pub fn figures(&self) -> Option<&Summary> {
        self.summary.as_ref().or(self.named.as_ref())
    }

    /// The responses that answer `point`.
    pub fn answers<'a>(&'a self, point: &'a str) -> impl Iterator<Item = &'a Response> + 'a {
        self.links
            .iter()
            .filter(move |link| link.kind == LinkKind::Answers && link.to_id == point)
            .filter_map(|link| self.responses.iter().find(|r| r.id.0 == link.from_id))
    }

    /// The ties by which a response of the row answers things, in their order.
    pub fn answered<'a>(&'a self, response: &'a str) -> impl Iterator<Item = &'a Link> + 'a {
        let ties = move |link: &&Link| link.kind == LinkKind::Answers && link.from_id == response;
        self.links.iter().filter(ties)
    }

    /// The names of what goes on, in this edition, from what an earlier one called `name`, in
    /// any case: whoever has that edition on paper names it so.
    pub fn gone_on<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let from = move |link: &&Link| {
            link.kind == LinkKind::Continues && link.to_id.eq_ignore_ascii_case(name)
        };
        self.links.iter().filter(from).map(|link| link.from_id.as_str())
    }

    /// Whether `id` is the partnership, its figures, or a point or response of its row.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        id == self.partnership.id.as_str()
            || self.summary.iter().any(|summary| summary.id.as_str() == id)
            || self.points.iter().any(|point| point.id.as_str() == id)
            || self.responses.iter().any(|response| response.id.as_str() == id)
    }

    /// What in the row is a text, each by its name: the points, then the responses.
    pub fn worded(&self) -> impl Iterator<Item = (&str, &str)> {
        let points = self.points.iter().map(|point| (point.id.as_str(), point.text.as_str()));
        let responses = self.responses.iter();
        points.chain(responses.map(|response| (response.id.as_str(), response.text.as_str())))
    }

    /// How many targets are off track.
    #[must_use]
    pub fn off_track(&self) -> u32 {
        self.figures().map_or(0, |figures| figures.off_track)
    }
}
