//! How something was decided, as resolutions print it in brackets: "by 5 votes
//! to 1, with 1 abstention", "on a motion by Councillor Bell, unanimously".

use crate::import::words::name::Name;
use crate::import::words::when;
use crate::model::{Cast, Majority};

/// How something was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct How {
    /// How the vote went, if one is told of.
    pub(super) count: Option<Count>,
    /// Who moved it, as printed; empty if nobody is named.
    pub(super) mover: String,
    /// Who seconded it, as printed; empty if nobody is named.
    pub(super) seconder: String,
    /// Whose vote was recorded at their own request.
    pub(super) asked: Vec<(String, Cast)>,
    /// Whether it was taken together with decisions on other items.
    pub(super) en_bloc: bool,
    /// How each voted, where the vote was by name.
    pub(super) named: Vec<(String, Cast)>,
    /// The majority that was needed, where it is told.
    pub(super) majority: Option<Majority>,
}

/// The words that tell of a majority that was needed.
pub(super) const NEEDED: [(&str, Majority); 5] = [
    ("two-thirds of those present being needed", Majority::TwoThirdsOfPresent),
    ("two-thirds of all members being needed", Majority::TwoThirdsOfMembers),
    ("two-thirds of the votes being needed", Majority::TwoThirds),
    ("a majority of those present being needed", Majority::OfPresent),
    ("a majority of all members being needed", Majority::OfMembers),
];

impl How {
    /// Whether `more` says what is not known yet.
    pub(super) fn takes(&self, more: &Self) -> bool {
        (more.count.is_none() || self.count.is_none())
            && (more.mover.is_empty() || self.mover.is_empty())
    }

    /// Adds what `more` says.
    pub(super) fn join(&mut self, more: Self) {
        self.count = self.count.or(more.count);
        if self.mover.is_empty() {
            (self.mover, self.seconder) = (more.mover, more.seconder);
        }
        self.majority = self.majority.or(more.majority);
        self.en_bloc |= more.en_bloc;
        self.asked.extend(more.asked);
        self.named.extend(more.named);
    }

    /// The same in words that [`of`] reads: who moved it and how the vote went.
    pub(super) fn in_words(&self) -> String {
        let mut words = Vec::new();
        if !self.mover.is_empty() {
            words.push(format!("moved by {}", self.mover));
        }
        if !self.seconder.is_empty() {
            words.push(format!("seconded by {}", self.seconder));
        }
        match self.count {
            Some(count) if count.unanimous => words.push("unanimously".to_owned()),
            Some(count) if count == Count::default() => words.push("nem. con.".to_owned()),
            Some(count) => {
                let Count { in_favour, against, abstained, casting, .. } = count;
                words.push(format!("{in_favour} for, {against} against, {abstained} abstained"));
                words.extend(casting.then(|| "casting vote".to_owned()));
            }
            None => {}
        }
        let needed = NEEDED.iter().find(|(_, majority)| Some(*majority) == self.majority);
        words.extend(needed.map(|(words, _)| (*words).to_owned()));
        words.join(", ")
    }
}

/// A vote as counted; nobody is counted where the meeting was of one mind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// For.
    pub(super) in_favour: u32,
    /// Against.
    pub(super) against: u32,
    /// Neither, and said so.
    pub(super) abstained: u32,
    /// Whether the chair's casting vote carried it.
    pub(super) casting: bool,
    /// Whether all who voted were for it, however many they were.
    pub(super) unanimous: bool,
}

/// Words for a meeting of one mind.
const AS_ONE: [&str; 8] = [
    "all in favour",
    "all agreed",
    "carried unanimously",
    "unanimously",
    "unanimous",
    "without dissent",
    "nem con",
    "by consensus",
];

/// What stands before a mover's name.
const MOVED: [&str; 8] = [
    "on a motion by ",
    "moved by ",
    "proposed by ",
    "it was moved by ",
    "it was proposed by ",
    "on the motion of ",
    "proposed cllr ",
    "proposed councillor ",
];

/// Reads what stands in the brackets; nothing, unless all of it is understood.
pub(super) fn of(inside: &str) -> Option<How> {
    let mut how = How::default();
    let joined = inside
        .replace(" and seconded by ", ", seconded by ")
        .replace(" and ", ", ")
        .replace(" with ", ", with ")
        .replace(['(', ')'], ", ");
    for phrase in joined.split([',', ';']).map(str::trim).filter(|phrase| !phrase.is_empty()) {
        let phrase = ["Voting:", "Vote:", "Votes:", "on a vote of", "by a vote of", "carried "]
            .iter()
            .find_map(|label| phrase.strip_prefix(label))
            .map_or(phrase, str::trim);
        let lower = phrase.to_lowercase();
        if phrase.is_empty() {
            continue;
        }
        if AS_ONE.contains(&lower.replace('.', "").as_str()) {
            let count = how.count.get_or_insert_default();
            count.unanimous |= lower.contains("unanimous") || lower.starts_with("all ");
        } else if lower == "en bloc" {
            how.en_bloc = true;
        } else if let Some((_, majority)) = NEEDED.iter().find(|(words, _)| lower == *words) {
            how.majority = Some(*majority);
        } else if let Some(name) = after(phrase, &lower, &MOVED) {
            how.mover = titled(phrase, name);
        } else if let Some(name) =
            after(phrase, &lower, &["seconded by ", "seconded cllr ", "seconded councillor "])
        {
            how.seconder = titled(phrase, name);
        } else if let Some(who) = [" abstaining", " abstained"]
            .iter()
            .find_map(|end| phrase.strip_suffix(end))
            .filter(|who| !Name::of(who).title.is_empty())
        {
            how.asked.push((who.to_owned(), Cast::Abstained));
            how.count.get_or_insert_default().abstained += 1;
        } else if lower.contains("casting vote") {
            how.count.get_or_insert_default().casting = true;
        } else {
            counted(&lower, how.count.get_or_insert_default())?;
        }
    }
    // A casting vote decides between votes that are equal, so there were some.
    let unknown = how.count.is_some_and(|count| count.casting && count.in_favour == 0);
    (how != How::default() && !unknown).then_some(how)
}

/// `name` with the title that stood before it: "proposed Cllr Bell".
fn titled(phrase: &str, name: String) -> String {
    let title = ["Cllr", "Councillor"].into_iter().find(|title| phrase.contains(title));
    match title {
        Some(title) if !name.contains(title) => format!("{title} {name}"),
        _ => name,
    }
}

fn after(phrase: &str, lower: &str, leads: &[&str]) -> Option<String> {
    let lead = leads.iter().find(|lead| lower.starts_with(**lead))?;
    phrase.get(lead.len()..).map(|name| name.trim().to_owned())
}

/// "by 5 votes to 1", "8 for", "3 against", "with 1 abstention", "for: 8".
fn counted(phrase: &str, count: &mut Count) -> Option<()> {
    let told = ["by ", "with ", "vote"].iter().any(|word| phrase.contains(word));
    let words: Vec<&str> = phrase
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "by" | "with" | "votes" | "vote" | "members"))
        .collect();
    match words.as_slice() {
        // Bare figures may be anything: ages, pages, days.
        [yes, "to" | "for", no] if told => {
            count.in_favour = number(yes)?;
            count.against = number(no)?;
        }
        [one, other] => {
            let (n, what) = match (number(one), number(other)) {
                (Some(n), None) => (n, other),
                (None, Some(n)) => (n, one),
                _ => return None,
            };
            match *what {
                "for" | "favour" => count.in_favour = n,
                "against" => count.against = n,
                "abstention" | "abstentions" | "abstained" | "abstaining" | "abstain" => {
                    count.abstained = n;
                }
                _ => return None,
            }
        }
        [n, "in", "favour"] => count.in_favour = number(n)?,
        // "6-0-1": for, against and abstained.
        [yes, no, neither] if !phrase.contains(['/', '.']) => {
            count.in_favour = number(yes)?;
            count.against = number(no)?;
            count.abstained = number(neither)?;
        }
        _ => return None,
    }
    Some(())
}

/// A vote told in figures alone: "4:2:1", and "4:2" as nobody abstaining.
pub(super) fn figures(text: &str) -> Option<How> {
    // "10:30" is when.
    if !when::times(text).is_empty() {
        return None;
    }
    let votes: Vec<u32> = text.split(':').map(|n| number(n.trim())).collect::<Option<_>>()?;
    let (in_favour, against, abstained) = match votes.as_slice() {
        [yes, no] => (*yes, *no, 0),
        [yes, no, neither] => (*yes, *no, *neither),
        _ => return None,
    };
    let count = Some(Count { in_favour, against, abstained, ..Count::default() });
    Some(How { count, ..How::default() })
}

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A number of votes: no meeting has a thousand.
pub(super) fn number(word: &str) -> Option<u32> {
    if matches!(word, "none" | "nil" | "zero") {
        return Some(0);
    }
    let worded = NUMBERS.iter().position(|number| *number == word);
    let worded = worded.and_then(|n| u32::try_from(n).ok());
    worded.or_else(|| (word.len() <= 3).then(|| word.parse().ok()).flatten())
}

impl How {
    /// Counts a vote by name; one that does not agree with the count that is printed
    /// stands as counted, and names nobody.
    pub(super) fn settle(&mut self) {
        if self.named.is_empty() {
            return;
        }
        let of = |cast| self.named.iter().filter(|(_, c)| *c == cast).count();
        let tally = [Cast::For, Cast::Against, Cast::Abstained]
            .map(|cast| u32::try_from(of(cast)).unwrap_or(u32::MAX));
        let [in_favour, against, abstained] = tally;
        match self.count {
            None => {
                self.count = Some(Count { in_favour, against, abstained, ..Count::default() });
            }
            Some(count) if [count.in_favour, count.against, count.abstained] != tally => {
                self.named.clear();
            }
            Some(_) => {}
        }
    }
}

/// Takes the sentences about members' own votes off the end of `text`:
/// "Councillor Bell asked that their vote against be recorded."
pub(super) fn on_request(text: &mut String) -> Vec<(String, Cast)> {
    let mut asked = Vec::new();
    while let Some(at) = text.rfind(" asked that ") {
        let from = text[..at].rfind(". ").map_or(0, |stop| stop + 2);
        let (name, said) = (text[from..at].trim().to_owned(), text[at..].trim_end_matches('.'));
        let cast = match said {
            said if !said.ends_with(" be recorded") => break,
            said if said.contains(" vote for ") => Cast::For,
            said if said.contains(" vote against ") => Cast::Against,
            said if said.contains(" abstention ") => Cast::Abstained,
            _ => break,
        };
        if from == 0 || name.split_whitespace().count() > 6 {
            break;
        }
        asked.insert(0, (name, cast));
        text.truncate(from);
        text.truncate(text.trim_end().len());
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_is_read_however_it_is_printed() {
        let count = |text| {
            of(text).and_then(|how| how.count).map(|c| (c.in_favour, c.against, c.abstained))
        };
        assert_eq!(count("by 5 votes to 1, with 1 abstention"), Some((5, 1, 1)));
        assert_eq!(count("8 for, 3 against and two abstentions"), Some((8, 3, 2)));
        assert_eq!(count("For: 8, Against: 3"), Some((8, 3, 0)));
        assert_eq!(count("by five votes to two"), Some((5, 2, 0)));
        assert_eq!(count("4 in favour, none against"), Some((4, 0, 0)));
        assert_eq!(count("6-0-1"), Some((6, 0, 1)));
        assert_eq!(count("nem. con."), Some((0, 0, 0)));
        assert_eq!(count("unanimously"), Some((0, 0, 0)));
        assert_eq!(of("subject to contract"), None);
        assert_eq!(of("by 31 March 2011"), None);
        assert_eq!(of("31/03/2026"), None);
        assert_eq!(of("11 to 16"), None);
        assert_eq!(of("on the Chair's casting vote"), None, "nobody knows what was equal");
        assert_eq!(of("by 4294967295 votes to 1"), None);
    }

    #[test]
    fn who_moved_it_is_read_with_the_vote() {
        let how =
            of("on a motion by Councillor Bell, seconded by Councillor Hart, by 5 votes to 4")
                .unwrap();
        assert_eq!(
            (how.mover.as_str(), how.seconder.as_str()),
            ("Councillor Bell", "Councillor Hart")
        );
        assert_eq!(how.count.unwrap().against, 4);
        let how = of("moved by Cllr Bell and seconded by Cllr Hart").unwrap();
        assert_eq!((how.seconder.as_str(), how.count), ("Cllr Hart", None));
    }

    #[test]
    fn a_vote_recorded_at_a_members_request_is_theirs() {
        let mut text =
            "the plan be adopted. Councillor Hart asked that their vote against be recorded."
                .to_owned();
        assert_eq!(on_request(&mut text), [("Councillor Hart".to_owned(), Cast::Against)]);
        assert_eq!(text, "the plan be adopted.");
        let mut text = "Members asked that the plan be recorded.".to_owned();
        assert_eq!(on_request(&mut text), []);
    }
}
