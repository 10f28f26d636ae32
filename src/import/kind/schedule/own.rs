//! What a schedule of our own prints beside a point or a response: the name it goes by
//! in front, and in brackets behind it what was judged of it and what it answers.
//!
//! `document::schedule` prints it; a paper from elsewhere that writes the same is read
//! the same.

use super::super::super::words::due::{self, Due};
use super::cell::Said;
use crate::model::{ResponseKind, ResponseStatus, Tone};

/// What is printed beside what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Own {
    /// The name it goes by.
    pub(super) name: String,
    /// How a point sounds.
    pub(super) tone: Option<Tone>,
    /// What sort of answer a response is.
    pub(super) kind: Option<ResponseKind>,
    /// How far it has gone.
    pub(super) status: Option<ResponseStatus>,
    /// The names of what it answers.
    pub(super) answers: Vec<String>,
    /// Whether it answers the figures of its row.
    pub(super) targets: bool,
    /// Who answers.
    owner: String,
    /// By when.
    due: Option<Due>,
}

/// Takes what is printed beside `said` out of its words.
pub(super) fn unfold(said: &mut Said) {
    let Some((name, text)) = said.text.split_once(": ").filter(|(name, _)| is_name(name)) else {
        return;
    };
    let behind = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let read = behind.and_then(|(words, facts)| Some((words, Own::of(facts)?)));
    let (words, own) = read.unwrap_or((text, Own::default()));
    let own = Own { name: name.to_owned(), ..own };
    if said.owner.is_empty() {
        said.owner.clone_from(&own.owner);
    }
    said.due = said.due.take().or_else(|| own.due.clone());
    said.text = words.trim().to_owned();
    said.own = Some(own);
}

/// Whether `text` is a name such as points and responses go by: "CT-O1", "EW-R12".
fn is_name(text: &str) -> bool {
    let Some((code, rest)) = text.rsplit_once('-') else { return false };
    let number = rest.strip_prefix(['O', 'W', 'R']).unwrap_or_default();
    let figures = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    figures && (1..=24).contains(&code.len()) && code.chars().all(char::is_alphanumeric)
}

impl Own {
    /// What is in the brackets; `None` where it is anything else than facts of a row.
    fn of(facts: &str) -> Option<Self> {
        let mut own = Self::default();
        let tied = ["answered by ", "met by "].iter().filter_map(|how| facts.find(how)).min();
        let (facts, ties) = match tied {
            Some(at) => (facts.get(..at).unwrap_or_default(), facts.get(at..)),
            None => (facts, None),
        };
        let does = ["answers ", "meets "].iter().find_map(|does| facts.split_once(does));
        let (facts, answers) = does.unwrap_or((facts, ""));
        let names = answers.split([',', ' ']).filter(|name| is_name(name));
        own.answers = names.map(str::to_owned).collect();
        own.targets = answers.contains("its targets");
        let mut known = ties.is_some() || own.targets || !own.answers.is_empty();
        for fact in facts.split(", ").map(str::trim).filter(|fact| !fact.is_empty()) {
            known = own.takes(fact) || (known && own.names(fact));
            if !known {
                return None;
            }
        }
        known.then_some(own)
    }

    /// Takes a fact that is one of a closed list.
    fn takes(&mut self, fact: &str) -> bool {
        let tone = Tone::ALL.iter().copied().find(|tone| tone.word() == fact);
        let kind = ResponseKind::ALL.iter().copied().find(|kind| kind.plain() == fact);
        let status = ResponseStatus::ALL.iter().copied().find(|status| status.plain() == fact);
        let due = fact.strip_prefix("by ").and_then(due::of);
        self.tone = tone.or(self.tone);
        self.kind = kind.or(self.kind);
        self.status = status.or(self.status);
        let known = tone.is_some() || kind.is_some() || status.is_some() || due.is_some();
        self.due = due.or(self.due.take());
        known
    }

    /// Takes a fact that is when or who, beside others that are known.
    fn names(&mut self, fact: &str) -> bool {
        match due::of(fact).filter(|due| due.said.len() + 8 >= fact.len()) {
            Some(due) if self.due.is_none() => self.due = Some(due),
            _ if self.owner.is_empty() => fact.clone_into(&mut self.owner),
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Said, Own) {
        let mut said = Said { text: text.to_owned(), ..Said::default() };
        unfold(&mut said);
        let own = said.own.clone().unwrap_or_default();
        (said, own)
    }

    #[test]
    fn what_is_printed_beside_a_row_is_no_part_of_its_words() {
        let (said, own) =
            read("CT-O2: The goal was missed. (concern, answered by CT-R2 and CT-R3)");
        assert_eq!((said.text.as_str(), own.name.as_str()), ("The goal was missed.", "CT-O2"));
        assert_eq!(own.tone, Some(Tone::Concern));
        let (said, own) = read(
            "SC-R1: A strategy. (action, Ann Bell, by 31 March 2011, under way, answers SC-O4, SC-W1 and SC-W2)",
        );
        assert_eq!(said.text, "A strategy.");
        assert_eq!((said.owner.as_str(), own.kind), ("Ann Bell", Some(ResponseKind::Action)));
        assert_eq!(said.due.unwrap().said, "31 March 2011");
        assert_eq!(own.status, Some(ResponseStatus::UnderWay));
        assert_eq!(own.answers, ["SC-O4", "SC-W1", "SC-W2"]);
    }

    #[test]
    fn brackets_of_another_sort_and_words_before_a_colon_stay() {
        let (said, own) = read("CT-O2: Fewer young people out of work (NEET)");
        assert_eq!(said.text, "Fewer young people out of work (NEET)");
        assert_eq!(own.name, "CT-O2");
        for text in ["Carbon: too little (concern)", "Note-Overall: well (strength)"] {
            assert_eq!(read(text).0.text, text);
        }
    }
}
