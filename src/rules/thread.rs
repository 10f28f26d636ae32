//! The golden thread: what led to a thing, and what came of it.
//!
//! A web of things and the ties between them goes in; a tree of lines comes out,
//! to be walked both ways. A tie has a cause and an effect, so that a target
//! leads to the point that tells of it, the point to its response, and so on to
//! the action, whoever drew the tie and from which end.

mod tie;

use crate::model::{MeetingId, PartnershipId, ThingKind, Tone, Worth};

pub use tie::Tie;

/// A thing in the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knot {
    /// Its name in the book.
    pub id: String,
    /// What sort of thing it is.
    pub kind: ThingKind,
    /// What it goes by: "A/10/03", "SP-O3", "minute 7/10".
    pub label: String,
    /// What it says.
    pub text: String,
    /// How it stands: "open, by 30 Jun 2010".
    pub state: String,
    /// How many targets it counts off track.
    pub off_track: u32,
    /// Whether it is good news, for a point.
    pub tone: Option<Tone>,
    /// How far it is an answer to what it is tied to, for a response or an action.
    pub worth: Worth,
    /// The meeting to open to see it.
    pub meeting: Option<MeetingId>,
    /// The row of the schedule to open to see it.
    pub partnership: Option<PartnershipId>,
}

/// A tie in the web.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strand {
    /// The thing that led to the other, by name.
    pub cause: String,
    /// The thing that came of it, by name.
    pub effect: String,
    /// How.
    pub tie: Tie,
}

/// Things and the ties between them, as far as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Web {
    /// The things, in the order they were come to.
    pub knots: Vec<Knot>,
    /// The ties.
    pub strands: Vec<Strand>,
    /// Of which things all ties were read, by name: what others lack is not known.
    pub followed: Vec<String>,
    /// The partnerships whose rows have responses that may answer something.
    pub responding: Vec<PartnershipId>,
}

/// A line of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How many steps it is from the thing itself.
    pub depth: usize,
    /// What it is to the line it hangs on; empty for the thing itself.
    pub tie: &'static str,
    /// The thing, if it is one and not the want of one.
    pub knot: Option<Knot>,
    /// What it says.
    pub text: String,
}

/// A thing with what led to it and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The lines: what led to the thing, the furthest first, then the thing,
    /// then what came of it.
    pub lines: Vec<Line>,
    /// Which line is the thing itself.
    pub here: usize,
}

/// The words for an answer that nobody gave.
pub const NO_RESPONSE: &str = "no response recorded";

/// The same, where a response is tied to it that only asks, or was dropped.
pub const NO_ANSWER: &str = "no response recorded that answers it";

/// The same, where responses stand in the row and nobody said what they answer.
pub const NO_TIE: &str = "no response recorded as an answer to it";

/// The words for a response that nobody was given an action to carry out.
pub const NO_ACTION: &str = "no action recorded to carry it out";

/// The words for what a line of its own tells of, in the same thread.
pub const ELSEWHERE: &str = "told in a line of its own";

/// How far a thread is followed back, and how far forward.
const BACK: usize = 4;
const FORWARD: usize = 4;

/// The most lines a thread has on either side.
const LONGEST: usize = 120;

/// The thread of the thing called `id`; `None` if it is not in the web.
#[must_use]
pub fn thread(web: &Web, id: &str) -> Option<Thread> {
    let knot = web.knot(id)?;
    let mut back = Vec::new();
    let mut seen = vec![id.to_owned()];
    follow(web, knot, 1, false, &mut seen, &mut back);
    back.reverse();
    let here = back.len();
    let mut lines = back;
    lines.push(line(0, "", knot));
    let mut forward = Vec::new();
    follow(web, knot, 1, true, &mut seen, &mut forward);
    lines.extend(forward);
    Some(Thread { lines, here })
}

fn line(depth: usize, tie: &'static str, knot: &Knot) -> Line {
    Line { depth, tie, text: knot.text.clone(), knot: Some(knot.clone()) }
}

/// Adds what hangs on `knot` in one direction, each thing once.
fn follow(
    web: &Web,
    knot: &Knot,
    depth: usize,
    forward: bool,
    seen: &mut Vec<String>,
    lines: &mut Vec<Line>,
) {
    if depth > if forward { FORWARD } else { BACK } {
        return;
    }
    let responding = |row: &PartnershipId| web.responding.contains(row);
    let no_response = if web.is_met(knot) {
        NO_ANSWER
    } else if knot.partnership.as_ref().is_some_and(responding) {
        NO_TIE
    } else {
        NO_RESPONSE
    };
    let wants = [(web.lacks_response(knot), no_response), (web.lacks_action(knot), NO_ACTION)];
    for (_, text) in wants.into_iter().filter(|(lacking, _)| forward && *lacking) {
        lines.push(Line { depth, tie: "", knot: None, text: text.to_owned() });
    }
    let next: Vec<(&Knot, Tie)> = web.beside(&knot.id, forward);
    // Claimed first, so that what hangs here directly is not told further off.
    let claimed: Vec<(&Knot, Tie, bool)> = next
        .into_iter()
        .map(|(other, tie)| {
            let new = !seen.contains(&other.id);
            if new {
                seen.push(other.id.clone());
            }
            (other, tie, new)
        })
        .collect();
    for (other, tie, new) in claimed {
        if lines.len() >= LONGEST {
            return;
        }
        let met = forward && matches!(tie, Tie::Answers | Tie::Implements | Tie::Evidences);
        if !(new || met) {
            continue;
        }
        let word = said(tie, knot, other, forward);
        if new {
            lines.push(line(depth, word, other));
            follow(web, other, depth + 1, forward, seen, lines);
        } else {
            // What is met already is not left as if nothing came of it.
            lines.push(Line { text: ELSEWHERE.to_owned(), ..line(depth, word, other) });
        }
    }
}

/// What `other` is to `knot`, which came of it or, not `forward`, led to it.
fn said(tie: Tie, knot: &Knot, other: &Knot, forward: bool) -> &'static str {
    match tie {
        // What was dropped answers nothing, nor does what is to be done.
        Tie::Answers if forward && other.worth == Worth::Dropped => other.worth.forward(),
        Tie::Answers if forward && is_action(knot, other) => match other.kind {
            ThingKind::Action => "in hand as",
            _ => "considered in",
        },
        Tie::Answers if !forward && is_action(other, knot) => "is about",
        Tie::Answers if forward => other.worth.forward(),
        Tie::Answers => knot.worth.backward(),
        tie if forward => tie.forward(),
        tie => tie.backward(),
    }
}

/// Whether `effect` is something done about a row of the schedule, which no response says.
fn is_action(cause: &Knot, effect: &Knot) -> bool {
    use ThingKind::{Action, Decision, Partnership, Point, Summary, Target};
    matches!(cause.kind, Partnership | Point | Summary | Target)
        && matches!(effect.kind, Action | Decision)
}

impl Web {
    /// The thing called `id`.
    #[must_use]
    pub fn knot(&self, id: &str) -> Option<&Knot> {
        self.knots.iter().find(|knot| knot.id == id)
    }

    /// What came of `id`, or what led to it, in the order it was come to.
    fn beside(&self, id: &str, forward: bool) -> Vec<(&Knot, Tie)> {
        let mut found: Vec<(usize, &Knot, Tie)> = Vec::new();
        for strand in &self.strands {
            let (near, far) = if forward {
                (&strand.cause, &strand.effect)
            } else {
                (&strand.effect, &strand.cause)
            };
            if near != id {
                continue;
            }
            let at = self.knots.iter().position(|knot| knot.id == *far);
            found.extend(at.and_then(|at| Some((at, self.knots.get(at)?, strand.tie))));
        }
        found.sort_by_key(|(at, _, tie)| (*tie, *at));
        found.into_iter().map(|(_, knot, tie)| (knot, tie)).collect()
    }

    /// Whether `knot` wants an answer and nobody gave one: targets off track, or
    /// a concern. A question is no answer.
    #[must_use]
    pub fn lacks_response(&self, knot: &Knot) -> bool {
        if !self.followed.contains(&knot.id) {
            return false;
        }
        match knot.kind {
            ThingKind::Point => {
                let wants =
                    knot.off_track > 0 || matches!(knot.tone, Some(Tone::Concern | Tone::Mixed));
                wants && !self.is_answered(&knot.id)
            }
            ThingKind::Summary | ThingKind::Target => {
                // A target is told in the figures of its row, and they in its points.
                let told = |id: &str| -> Vec<&str> {
                    let told = self.strands.iter().filter(|s| s.cause == id && s.tie == Tie::Tells);
                    told.map(|strand| strand.effect.as_str()).collect()
                };
                let first = told(&knot.id);
                let mut all = first.iter().flat_map(|id| told(id)).chain(first.iter().copied());
                let own = self.is_answered(&knot.id);
                knot.off_track > 0 && !own && !all.any(|id| self.is_answered(id))
            }
            _ => false,
        }
    }

    /// Whether `knot` is a response that nothing is tied to as carrying it out or
    /// showing that it was, and that nobody says is done or dropped.
    #[must_use]
    pub fn lacks_action(&self, knot: &Knot) -> bool {
        if !self.followed.contains(&knot.id) {
            return false;
        }
        let over = ["delivered", "dropped"].iter().any(|word| knot.state.contains(word));
        let carried = |strand: &Strand| {
            let action =
                self.knot(&strand.effect).is_some_and(|effect| effect.kind == ThingKind::Action);
            let does = matches!(strand.tie, Tie::Implements | Tie::Evidences);
            strand.cause == knot.id && (does || action && strand.tie == Tie::ArisesFrom)
        };
        knot.kind == ThingKind::Response
            && knot.worth.is_on_file()
            && !over
            && !self.strands.iter().any(carried)
    }

    /// Whether any response is tied to it, if only one that asks or was dropped.
    fn is_met(&self, knot: &Knot) -> bool {
        self.responses(&knot.id).next().is_some()
    }

    fn is_answered(&self, id: &str) -> bool {
        self.responses(id).any(|response| response.worth.is_on_file())
    }

    /// The responses that are tied to a thing: an action taken on it, or a decision that
    /// notes it, is none.
    fn responses<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Knot> + 'a {
        let tied = self.strands.iter().filter(move |s| s.cause == id && s.tie == Tie::Answers);
        let effects = tied.filter_map(|strand| self.knot(&strand.effect));
        effects.filter(|effect| effect.kind == ThingKind::Response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knot(id: &str, kind: ThingKind) -> Knot {
        Knot {
            id: id.into(),
            kind,
            label: id.into(),
            text: id.into(),
            state: String::new(),
            off_track: 0,
            tone: None,
            worth: Worth::Answer,
            meeting: None,
            partnership: None,
        }
    }

    fn web(strands: &[(&str, &str, Tie)]) -> Web {
        let mut web = Web::default();
        for (cause, effect, tie) in strands {
            for id in [cause, effect] {
                if web.knot(id).is_none() {
                    web.followed.push((*id).to_owned());
                    let kind = match id.split_at(1).0 {
                        "p" => ThingKind::Point,
                        "r" => ThingKind::Response,
                        _ => ThingKind::Action,
                    };
                    web.knots.push(knot(id, kind));
                }
            }
            let (cause, effect) = ((*cause).to_owned(), (*effect).to_owned());
            web.strands.push(Strand { cause, effect, tie: *tie });
        }
        web
    }

    fn told(web: &Web, id: &str) -> Vec<String> {
        let thread = thread(web, id).unwrap();
        thread.lines.iter().map(|l| format!("{} {} {}", l.depth, l.tie, l.text)).collect()
    }

    #[test]
    fn a_thread_is_walked_both_ways_from_any_thing_on_it() {
        let web = web(&[("p1", "r1", Tie::Answers), ("r1", "a1", Tie::Implements)]);
        assert_eq!(told(&web, "p1"), ["0  p1", "1 answered by r1", "2 carried out by a1"]);
        assert_eq!(told(&web, "r1"), ["1 answers p1", "0  r1", "1 carried out by a1"]);
        assert_eq!(told(&web, "a1"), ["2 answers p1", "1 carries out r1", "0  a1"]);
    }

    #[test]
    fn a_ring_of_ties_ends() {
        let web = web(&[("a1", "a2", Tie::ArisesFrom), ("a2", "a1", Tie::ArisesFrom)]);
        assert_eq!(told(&web, "a1"), ["1 arises from a2", "0  a1"]);
    }

    #[test]
    fn a_concern_that_only_a_question_meets_has_no_response() {
        let mut web = web(&[("p1", "r1", Tie::Answers)]);
        web.knots[0].tone = Some(Tone::Concern);
        assert!(!web.lacks_response(&web.knots[0]));
        web.knots[1].worth = Worth::Question;
        assert_eq!(
            told(&web, "p1"),
            ["0  p1", "1  no response recorded that answers it", "1 met by r1"]
        );
    }
}
