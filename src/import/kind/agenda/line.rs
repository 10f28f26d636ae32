//! One item of an agenda, as found.

/// A paper that goes with an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Paper {
    /// Its reference: "SYP5", "Doc 4.1".
    pub(in super::super) reference: String,
    /// Who presents it, if that is said of it alone.
    pub(in super::super) lead: String,
}

/// One item of an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Line {
    /// Its number as printed, without the full stop.
    pub(in super::super) number: String,
    /// What it is about.
    pub(in super::super) title: String,
    /// Where it stands in the paper.
    pub(in super::super) place: String,
    /// How deep: an item is 0, an item within it 1.
    pub(in super::super) depth: usize,
    /// Whose report it is, or who presents it.
    pub(in super::super) lead: String,
    /// The papers that go with it.
    pub(in super::super) papers: Vec<Paper>,
    /// How many minutes it is given.
    pub(in super::super) minutes: Option<u32>,
    /// At what time it is to be taken, as printed.
    pub(in super::super) time: String,
    /// What is asked of the meeting.
    pub(in super::super) recommendation: String,
    /// Whether that is given as a recommendation, and not asked in passing.
    pub(in super::super) labelled: bool,
    /// Breaks that stand after it.
    pub(in super::super) breaks: Vec<String>,
    /// How many lines under it say something else.
    pub(in super::super) other: usize,
}

impl Line {
    /// Who brings it and its papers, as one line: "Chen; Doc 5.1: Welton".
    pub(in super::super) fn leads(&self) -> String {
        let mut parts = vec![];
        if !self.lead.is_empty() {
            parts.push(self.lead.clone());
        }
        let papers = self.papers.iter().filter(|paper| !paper.lead.is_empty());
        parts.extend(papers.map(|paper| format!("{}: {}", paper.reference, paper.lead)));
        parts.join("; ")
    }

    /// The references of its papers, as one line.
    pub(in super::super) fn references(&self) -> String {
        self.papers.iter().map(|paper| paper.reference.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Adds what a later part of the same item says.
    pub(in super::super) fn go_on(&mut self, more: Line) {
        self.papers.extend(more.papers);
        self.other += more.other;
        if self.lead.is_empty() {
            self.lead = more.lead;
        } else if !more.lead.is_empty() && more.lead != self.lead {
            self.lead = format!("{}, {}", self.lead, more.lead);
        }
        if self.recommendation.is_empty() {
            self.recommendation = more.recommendation;
        }
    }
}
