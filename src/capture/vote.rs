//! Lines about how a meeting voted.

use super::motion::open_motion;
use super::people::several;
use super::put::{decided_first, named_by_letter, unconfirms, undecided, was_put};
use super::{Place, Read, Unclear, item, one, person, wants, wrong};
use crate::model::{
    Ballot, BallotId, Cast, Decision, Entry, ItemId, ItemKind, Majority, Method, Mint, Motion,
    MotionId, MotionKind, MotionOutcome, Verb, Vote, VoteId,
};
use crate::rules::{motion, room, sentence};

pub(super) fn vote(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("the count, as 5-1-1, or \"for A, B; against C\"");
    }
    let (named, rest) = named_by_letter(rest, place)?;
    let open = open_motion(place).filter(|_| named.is_none());
    let decisions = match (named, open) {
        (Some(named), _) => vec![named],
        (None, Some(open)) => decided_first(place, open),
        (None, None) => undecided(place),
    };
    // What was taken together is voted on wherever the clerk stands on the agenda.
    let here = match (decisions.last(), place.sitting.current()) {
        // Recommendations adopted together are voted on by those who are here now.
        (Some(Decision { bloc: Some(_), .. }), Some(current)) => &current.id,
        (Some(last), _) => &last.item,
        (None, _) => item(place)?,
    };
    let id = VoteId::mint(mint);
    let (rest, casting) = with_casting(rest)?;
    let (counts, ballots, consent) = cast(rest, place, here, &id, mint)?;
    let vote = Vote {
        id,
        meeting: place.sitting.meeting.id.clone(),
        item: here.clone(),
        rank: mint.rank(),
        place: place.paragraph,
        motion: open.map(|motion| motion.id.clone()),
        method: if consent { Method::Consensus } else { counted_by(&ballots) },
        in_favour: counts[0],
        against: counts[1],
        abstained: counts[2],
        entitled: Some(room::count_entitled(place.sitting, here)),
        casting,
        presiding: room::chair_of(place.sitting, here).cloned(),
        majority: open.map_or(Majority::Simple, |motion| motion.majority),
    };
    completes(place, &vote)?;
    if open.is_none() && decisions.is_empty() {
        was_put(place, here)?;
    }
    let carried = vote.carried(room::voting_places(place.sitting));
    unconfirms(place, &decisions, carried)?;
    let outcome = if carried { MotionOutcome::Carried } else { MotionOutcome::Lost };
    let mut motions: Vec<Motion> =
        open.map(|put| Motion { outcome, ..put.clone() }).into_iter().collect();
    let ids = decisions.iter().map(|had| had.id.clone()).collect();
    let said = outcome_in_words(carried, open, &decisions, place);
    let (decisions, lost) = if carried {
        (ids, Vec::new())
    } else {
        // What a motion put before the meeting is told with the motion.
        let unmoved = decisions.into_iter().filter(|_| open.is_none());
        motions.extend(unmoved.map(|had| never_made(had, mint)));
        (Vec::new(), ids)
    };
    let vote = Vote { motion: motions.first().map(|put| put.id.clone()), ..vote };
    let preview = format!("Vote: {} ({said})", sentence::vote_in_words(place.sitting, &vote));
    Ok(one(Entry::Voted { vote, ballots, motions, decisions, lost }, preview))
}

/// Whether a vote carries, and what it is on where that could be taken for something else.
fn outcome_in_words(
    carried: bool,
    open: Option<&Motion>,
    decisions: &[&Decision],
    place: &Place<'_>,
) -> String {
    let motions = place.sitting.motions.iter();
    let alike = |other: &&Motion| {
        open.is_some_and(|open| (&other.item, other.kind) == (&open.item, open.kind))
            && other.outcome == MotionOutcome::Open
    };
    let on = match (open, decisions) {
        (Some(open), _) if motions.filter(alike).count() > 1 => format!("; on \"{}\"", open.text),
        (None, []) if carried => {
            "; on what is decided next, unless \"(a)\" before it names a decision".to_owned()
        }
        (_, [_, ..]) if !carried => {
            "; what was put is minuted as a motion that was lost".to_owned()
        }
        _ => String::new(),
    };
    format!("{}{on}", if carried { "carried" } else { "not carried" })
}

/// Refuses a casting vote on a line of its own: the vote was equal before it, and what was
/// put is minuted as lost.
fn completes(place: &Place<'_>, vote: &Vote) -> Result<(), Unclear> {
    let last = place.sitting.votes.iter().rfind(|had| had.item == vote.item);
    let equal = |had: &&Vote| {
        let counts = |vote: &Vote| [vote.in_favour, vote.against, vote.abstained];
        had.casting.is_none() && had.in_favour == had.against && counts(had) == counts(vote)
    };
    if vote.motion.is_some() || vote.casting.is_none() || !last.is_some_and(|had| equal(&had)) {
        return Ok(());
    }
    Err(wrong(
        "That vote was equal without a casting vote, so what was put was lost.",
        "Take it back with \"u\", and give the count and the casting vote on one line.",
    ))
}

fn counted_by(ballots: &[Ballot]) -> Method {
    if ballots.is_empty() { Method::Hands } else { Method::Named }
}

/// The count of a vote, the ballots of one taken by name, and whether nobody was
/// counted as all agreed.
fn cast(
    rest: &str,
    place: &Place<'_>,
    here: &ItemId,
    vote: &VoteId,
    mint: &mut Mint,
) -> Result<([u32; 3], Vec<Ballot>, bool), Unclear> {
    let said = rest.to_lowercase();
    let consent = matches!(said.as_str(), "consent" | "consensus" | "nem con" | "nem. con.");
    let all = matches!(said.as_str(), "unanimous" | "unanimously" | "all" | "all in favour");
    if consent || all {
        return Ok(([room::count_entitled(place.sitting, here), 0, 0], Vec::new(), consent));
    }
    if let Some(counts) = worded(&said) {
        return Ok((counts, Vec::new(), false));
    }
    match named(rest, place, vote, mint)? {
        Some(ballots) => Ok((tally(&ballots), ballots, false)),
        None => match counted(rest)? {
            [0, 0, 0] => Err(wrong(
                "That counts no votes.",
                "Where nobody dissented, say \".v consent\"; else count again.",
            )),
            counts => Ok((counts, Vec::new(), false)),
        },
    }
}

/// A decision that a vote did not carry, as the motion it was.
fn never_made(had: &Decision, mint: &mut Mint) -> Motion {
    let text = match had.verb {
        Verb::Resolved | Verb::Agreed => had.text.clone(),
        _ => sentence::decision_in_words(had),
    };
    Motion {
        id: MotionId::mint(mint),
        meeting: had.meeting.clone(),
        item: had.item.clone(),
        rank: had.rank,
        place: had.place,
        kind: MotionKind::Original,
        of: None,
        mover: had.mover.clone(),
        seconder: had.seconder.clone(),
        text,
        outcome: MotionOutcome::Lost,
        majority: Majority::Simple,
    }
}

/// A vote and the casting vote given after it: "4-4 casting for".
fn with_casting(rest: &str) -> Result<(&str, Option<Cast>), Unclear> {
    let Some(at) = rest.to_ascii_lowercase().rfind("casting") else { return Ok((rest, None)) };
    let (count, cast) = rest.split_at(at);
    let cast = cast["casting".len()..].trim().trim_start_matches("vote").trim().to_lowercase();
    if cast.is_empty() {
        return wants("\"for\" or \"against\" after \"casting\"");
    }
    let Some(cast @ (Cast::For | Cast::Against)) = Cast::from_word(&cast) else {
        return Err(wrong(
            format!("A casting vote is \"for\" or \"against\", not \"{cast}\"."),
            "",
        ));
    };
    Ok((count.trim_end_matches([' ', ',', ';']), Some(cast)))
}

/// "5-1-1", "5-1".
fn counted(rest: &str) -> Result<[u32; 3], Unclear> {
    let count = rest.trim();
    let numbers: Option<Vec<u32>> = count.split('-').map(|n| n.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some([f, a]) => Ok([*f, *a, 0]),
        Some([f, a, n]) => Ok([*f, *a, *n]),
        _ if count.ends_with('-') || count.chars().all(|c| c.is_ascii_digit()) => {
            wants("for, against and abstained, as 5-1-1")
        }
        _ => Err(wrong(
            format!("\"{rest}\" is not a count of votes."),
            "Write for, against and abstained as 5-1-1, or the names after \"for\", \"against\" and \"abstained\".",
        )),
    }
}

/// "7 for, 1 against and 2 abstained", "for 7, against 1"; nothing if anything else
/// is said.
fn worded(said: &str) -> Option<[u32; 3]> {
    let mut counts = [None; 3];
    for part in said.split([',', ';']).flat_map(|part| part.split(" and ")) {
        let part = part.replace("in favour", "for");
        let (one, other) = part.trim().split_once(' ')?;
        let (number, word) = match one.parse::<u32>() {
            Ok(number) => (number, other),
            Err(_) => (other.trim().parse().ok()?, one),
        };
        let at = match word.trim() {
            "for" => 0,
            "against" => 1,
            "abstained" | "abstaining" | "abstention" | "abstentions" => 2,
            _ => return None,
        };
        counts[at].is_none().then(|| counts[at] = Some(number))?;
    }
    Some(counts.map(Option::unwrap_or_default))
}

/// "for A, B; against C; abstained D", or nothing if it is not of that shape.
fn named(
    rest: &str,
    place: &Place<'_>,
    vote: &VoteId,
    mint: &mut Mint,
) -> Result<Option<Vec<Ballot>>, Unclear> {
    let mut ballots = Vec::new();
    for part in rest.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (word, names) = part.split_once(char::is_whitespace).unwrap_or((part, ""));
        let Some(cast) = Cast::from_word(&word.to_lowercase()) else {
            return if ballots.is_empty() {
                Ok(None)
            } else {
                wants("\"for\", \"against\" or \"abstained\"")
            };
        };
        for voter in several(names, |name| person(place, name))? {
            ballots.push(Ballot {
                id: BallotId::mint(mint),
                vote: vote.clone(),
                meeting: place.sitting.meeting.id.clone(),
                person: voter,
                cast,
                on_request: false,
                rank: mint.rank(),
            });
        }
    }
    if ballots.is_empty() { wants("names after \"for\"") } else { Ok(Some(ballots)) }
}

fn tally(ballots: &[Ballot]) -> [u32; 3] {
    let count =
        |cast| u32::try_from(ballots.iter().filter(|b| b.cast == cast).count()).unwrap_or(u32::MAX);
    [count(Cast::For), count(Cast::Against), count(Cast::Abstained)]
}

/// The vote on the resolution to exclude the public, where nothing has been decided or moved
/// since and `here` is what that was for: it is noted there that the public went.
fn excluded_for<'a>(place: &Place<'a>, here: &ItemId) -> Option<&'a Vote> {
    let sitting = place.sitting;
    let last = sitting.votes.last()?;
    let excludes = sitting.item(&last.item)?.kind == ItemKind::Exclusion;
    let closed = !sitting.item(here)?.exempt.is_open();
    let since = |rank: i64| rank > last.rank;
    let idle = !sitting.decisions.iter().any(|had| since(had.rank))
        && !sitting.motions.iter().any(|had| since(had.rank));
    (excludes && closed && idle).then_some(last)
}

pub(super) fn own_vote(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (said, cast) = rest.rsplit_once(char::is_whitespace).unwrap_or((rest, ""));
    let Some(cast) = Cast::from_word(&cast.to_lowercase()) else {
        return wants("\"NAME for\", \"NAME against\" or \"NAME abstained\"");
    };
    let here = item(place)?;
    let on_item = place.sitting.votes.iter().rfind(|vote| vote.item == *here);
    let Some(vote) = on_item.or_else(|| excluded_for(place, here)) else {
        return Err(wrong(
            "No vote has been taken on this item.",
            "It is noted immediately after the vote.",
        ));
    };
    let id = person(place, said)?;
    let cast_already = place.sitting.ballots.iter().any(|b| b.vote == vote.id && b.person == id);
    if vote.method == Method::Named || cast_already {
        return Err(wrong(
            "That vote is on record name by name already.",
            "Take it back with u, and put it down again as it was.",
        ));
    }
    let ballot = Ballot {
        id: BallotId::mint(mint),
        vote: vote.id.clone(),
        meeting: vote.meeting.clone(),
        person: id.clone(),
        cast,
        on_request: true,
        rank: mint.rank(),
    };
    let moved = motion::put_in(place.sitting, vote);
    let mut decided = place.sitting.decisions.iter();
    let decided = decided.find(|had| had.vote.as_ref() == Some(&vote.id));
    let on = moved.map(|motion| &motion.text).or(decided.map(|had| &had.text));
    let on = on.map_or(String::new(), |text| format!(", in the vote on \"{text}\""));
    let name = place.sitting.name_of(&id);
    let preview = format!("{name} asks that their vote {} be recorded{on}", cast.plain());
    let entry = Entry::Voted {
        vote: vote.clone(),
        ballots: vec![ballot],
        motions: Vec::new(),
        decisions: Vec::new(),
        lost: Vec::new(),
    };
    Ok(one(entry, preview))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_in_words_too() {
        assert_eq!(worded("7 for, 1 against and 2 abstained"), Some([7, 1, 2]));
        assert_eq!(worded("7 in favour, 1 abstention"), Some([7, 0, 1]));
        assert_eq!(worded("for 7; against 1"), Some([7, 1, 0]));
        assert_eq!(worded("for bell; against hart"), None);
        assert_eq!(worded("7 for, 8 for"), None);
        assert_eq!(worded("5-1-1"), None);
    }
}
