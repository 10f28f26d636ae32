//! Motions, amendments and votes in reported speech.

use super::english::{clause, number, possessive};
use super::scribe::Scribe;
use crate::model::{
    Ballot, Cast, Decision, Majority, Method, Motion, MotionId, MotionKind, MotionOutcome,
    PersonId, Vote,
};
use crate::rules::sentence::capital;
use crate::rules::{self, room};

impl Scribe<'_> {
    /// "Councillor Allardyce moved and Councillor Ravensworth seconded that …"
    pub(super) fn moved(&self, motion: &Motion) -> String {
        let (text, joins) = clause(&motion.text);
        let amends = motion.kind == MotionKind::Amendment;
        let text = match (text.is_empty(), joins, amends) {
            (true, ..) => String::new(),
            (_, true, false) => format!(" {text}"),
            (_, true, true) => format!(", {text}"),
            (_, false, _) => format!(": {text}"),
        };
        let mover = motion.mover.as_ref().map(|id| self.name(id)).unwrap_or_default();
        let seconder = motion.seconder.as_ref().map(|id| self.name(id)).unwrap_or_default();
        let key = match (mover.is_empty(), seconder.is_empty(), amends) {
            (true, _, false) => "motion.none",
            (true, _, true) => "motion.amendment_none",
            (false, true, false) => "motion.one",
            (false, true, true) => "motion.amendment_one",
            (false, false, false) => "motion.both",
            (false, false, true) => "motion.amendment_both",
        };
        self.say(key, &[("mover", &mover), ("seconder", &seconder), ("text", &text)])
    }

    /// What `motion` is called when it is put: "substantive motion", once an
    /// amendment to it has been carried.
    fn noun_of(&self, motion: &Motion) -> String {
        let amended = rules::motion::is_amended(&self.sitting.motions, motion);
        self.word(match motion.kind {
            MotionKind::Original if amended => "motion.substantive",
            MotionKind::Original => "motion.original",
            MotionKind::Amendment => "motion.amendment",
            MotionKind::Procedural => "motion.procedural",
        })
    }

    /// The same, with its words as amended where no decision says them.
    fn worded(&self, motion: &Motion) -> String {
        let noun = self.noun_of(motion);
        let amended = rules::motion::is_amended(&self.sitting.motions, motion);
        if motion.kind != MotionKind::Original || !amended {
            return noun;
        }
        let words = rules::motion::substantive(&self.sitting.motions, motion);
        let (text, _) = clause(&words);
        self.say("motion.in_words", &[("motion", &noun), ("text", &text)])
    }

    /// What became of `motion` where no vote tells: empty while it is open.
    pub(super) fn fate(&self, motion: &Motion) -> String {
        let key = match motion.outcome {
            MotionOutcome::Open => return String::new(),
            MotionOutcome::Carried => "motion.put_carried",
            MotionOutcome::Lost => "motion.put_lost",
            MotionOutcome::Fell if motion.seconder.is_some() => "motion.fell_seconded",
            MotionOutcome::Fell => "motion.fell",
            MotionOutcome::Withdrawn => "motion.withdrawn",
            MotionOutcome::Dropped => "motion.dropped",
        };
        self.say(key, &[("motion", &self.worded(motion))])
    }

    /// A vote on a motion: the count, any casting vote and the outcome; or the
    /// outcome alone, where a decision says how the vote went.
    pub(super) fn vote_on(&self, vote: &Vote, motion: &Motion) -> String {
        let told = self.sitting.decisions.iter().any(|d| d.vote.as_ref() == Some(&vote.id));
        let noun = if told { self.noun_of(motion) } else { self.worded(motion) };
        let carried = match motion.outcome {
            MotionOutcome::Carried => true,
            MotionOutcome::Lost => false,
            _ => vote.carried(room::voting_places(self.sitting)),
        };
        if told || vote.method.is_uncounted() || vote.total() == 0 {
            let key = if carried { "motion.put_carried" } else { "motion.put_lost" };
            return self.say(key, &[("motion", &noun)]);
        }
        let outcome = self.word(if carried { "vote.carried" } else { "vote.lost" });
        let counts = self.say("vote.counted", &[("counts", &capital(&self.counts(vote)))]);
        let end = if let Some(cast) = vote.casting {
            let values = [("cast", cast.word()), ("motion", &noun), ("outcome", &outcome)];
            self.say("vote.casting", &values)
        } else {
            let key = if carried { "motion.carried" } else { "motion.lost" };
            self.say(key, &[("motion", &noun)])
        };
        let said = format!("{counts} {end}");
        match self.needed(vote) {
            None => said,
            Some(needed) => self.say(
                "motion.needing",
                &[("said", said.trim_end_matches('.')), ("needed", &needed)],
            ),
        }
    }

    /// The majority a vote needed, where it is not more for than against.
    pub(super) fn needed(&self, vote: &Vote) -> Option<String> {
        Some(self.word(match vote.majority {
            Majority::Simple => return None,
            Majority::TwoThirds => "needed.two_thirds",
            Majority::OfPresent => "needed.of_present",
            Majority::OfMembers => "needed.of_members",
            Majority::TwoThirdsOfPresent => "needed.two_thirds_of_present",
            Majority::TwoThirdsOfMembers => "needed.two_thirds_of_members",
        }))
    }

    /// A vote on nothing that was moved or decided.
    pub(super) fn vote_alone(&self, vote: &Vote) -> String {
        if vote.method == Method::Unanimous {
            return self.word("vote.unanimous");
        }
        if vote.method == Method::Consensus || vote.total() == 0 {
            return self.word("vote.consent");
        }
        let said = self.say("vote.alone", &[("counts", &self.counts(vote))]);
        match vote.casting {
            Some(cast) => {
                let casting = self.say("vote.casting_alone", &[("cast", cast.word())]);
                format!("{said} {casting}")
            }
            None => said,
        }
    }

    /// "three voted for, three against, one abstained"
    fn counts(&self, vote: &Vote) -> String {
        let part = |key: &str, n: u32| self.say(key, &[("n", &number(n))]);
        let mut parts = vec![part("vote.for", vote.in_favour), part("vote.against", vote.against)];
        if vote.abstained > 0 {
            parts.push(part("vote.abstained", vote.abstained));
        }
        parts.join(", ")
    }

    /// Votes that members asked to have noted, in sentences.
    pub(super) fn on_request(&self, vote: &Vote) -> Vec<String> {
        let noted = |b: &&Ballot| b.vote == vote.id && b.on_request;
        let say = |ballot: &Ballot| {
            let key = match ballot.cast {
                Cast::Abstained => "vote.abstention_on_request",
                _ => "vote.on_request",
            };
            let whose = possessive(self.sitting.person(&ballot.person));
            let name = self.name(&ballot.person);
            self.say(key, &[("name", &name), ("whose", whose), ("cast", ballot.cast.word())])
        };
        self.sitting.ballots.iter().filter(noted).map(say).collect()
    }

    /// Who voted how in a recorded vote: a line for each way, none if the vote
    /// was not recorded.
    pub(super) fn recorded(&self, vote: &Vote) -> Vec<String> {
        if vote.method != Method::Named {
            return Vec::new();
        }
        let line = |cast: Cast, key: &str| {
            let people: Vec<_> = self
                .sitting
                .ballots
                .iter()
                .filter(|b| b.vote == vote.id && b.cast == cast)
                .map(|b| &b.person)
                .collect();
            let n = people.len().to_string();
            (!people.is_empty())
                .then(|| self.say(key, &[("n", &n), ("names", &self.names(people))]))
        };
        let voted = |person: &PersonId| {
            self.sitting.ballots.iter().any(|b| b.vote == vote.id && b.person == *person)
        };
        let entitled = room::entitled_before(self.sitting, &vote.item, vote.rank);
        let others: Vec<&PersonId> = entitled.iter().filter(|person| !voted(person)).collect();
        let n = others.len().to_string();
        let others = (!others.is_empty())
            .then(|| self.say("vote.names_none", &[("n", &n), ("names", &self.names(others))]));
        [
            line(Cast::For, "vote.names_for"),
            line(Cast::Against, "vote.names_against"),
            line(Cast::Abstained, "vote.names_abstained"),
            others,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The motion that `decision` settles, if the vote on it was on one.
    pub(super) fn motion_behind(&self, decision: &Decision) -> Option<&Motion> {
        let vote = self.sitting.vote(decision.vote.as_ref()?)?;
        self.motion(vote.motion.as_ref()?)
    }

    pub(super) fn motion(&self, id: &MotionId) -> Option<&Motion> {
        self.sitting.motions.iter().find(|motion| motion.id == *id)
    }
}
