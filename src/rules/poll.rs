//! What a vote would break: who cast it, how many, and who gave a casting vote.

use super::breach::{Breach, breach, deciding, taking_part};
use super::{Rule, motion, room};
use crate::model::{Ballot, Cast, ItemId, PersonId, Poll, Sitting, Verb, Vote};

pub(super) fn voting(sitting: &Sitting, vote: &Vote, ballots: &[Ballot]) -> Vec<Breach> {
    let mut found = deciding(sitting, &vote.item, Verb::Agreed);
    // A vote on record already was of those in the room then.
    let known = sitting.vote(&vote.id).map(|had| had.rank);
    let entitled = room::entitled_before(sitting, &vote.item, known.unwrap_or(i64::MAX));
    // Who may not vote is told before how many may.
    for (n, ballot) in ballots.iter().enumerate() {
        let cast = sitting.ballots.iter().filter(|cast| cast.vote == vote.id);
        if cast.chain(ballots.iter().take(n)).any(|other| other.person == ballot.person) {
            found.push(breach(
                Rule::NamedOnce,
                format!("{} is named twice.", sitting.name_of(&ballot.person)),
                "Name each person once.",
            ));
        }
        found.extend(if known.is_some() {
            out_of(sitting, &entitled, &ballot.person)
        } else {
            taking_part(sitting, &ballot.person, &vote.item)
        });
    }
    let entitled_count = super::count(entitled.iter());
    if vote.total() > entitled_count && !vote.method.is_uncounted() {
        found.push(breach(
            Rule::Totals,
            format!(
                "The vote counts {} but {entitled_count} in the room may vote on this item.",
                vote.total()
            ),
            "Count again, or record who else is here with \".in NAME\".",
        ));
    }
    found.extend(casting(sitting, vote));
    found.extend(on_request(sitting, vote, ballots));
    if motion::put_in(sitting, vote).is_some_and(|put| put.seconder.is_none()) {
        found.push(breach(Rule::Seconded, "The motion has no seconder.", "Without one it falls."));
    }
    found
}

/// Somebody who was not among those `entitled` at a vote that is on record.
fn out_of(sitting: &Sitting, entitled: &[PersonId], person: &PersonId) -> Option<Breach> {
    (!entitled.contains(person)).then(|| {
        breach(
            Rule::Eligible,
            format!("{} was not in the room at that vote, or had none.", sitting.name_of(person)),
            "Only a member who voted has their own vote noted.",
        )
    })
}

/// What an election breaks: more votes counted than those entitled have, one for each
/// place; a casting vote that nobody had; a chair who has no seat to take it in.
pub(super) fn electing(sitting: &Sitting, item: &ItemId, poll: &Poll) -> Vec<Breach> {
    let Poll { cast, places, .. } = *poll;
    let entitled = room::count_entitled(sitting, item);
    let each = if places > 1 { format!(", for {places} places each") } else { String::new() };
    let over = (entitled > 0 && cast > entitled.saturating_mul(places)).then(|| {
        breach(
            Rule::Totals,
            format!(
                "That counts {cast} votes, and {entitled} in the room may vote on this item{each}."
            ),
            "Count again, or record who else is here with \".in NAME\".",
        )
    });
    let chair = room::chair_of(sitting, item);
    let casting = poll.casting.then(|| cannot_cast(sitting, chair, item)).flatten();
    let mut found = Vec::from_iter(over);
    found.extend(casting.map(nobody_casts));
    let seated = |person: &PersonId| room::members(sitting).any(|seat| seat.person == *person);
    let kept = room::members(sitting).next().is_some();
    found.extend(poll.to_chair.iter().filter(|person| kept && !seated(person)).map(|person| {
        let name = sitting.name_of(person);
        let hint = format!("\".person {name} on {} as member\" gives a seat.", sitting.body.code);
        breach(Rule::Eligible, format!("{name} has no seat here, so no chair to take."), hint)
    }));
    found
}

/// A casting vote is the chair's, and given on equality alone.
fn casting(sitting: &Sitting, vote: &Vote) -> Option<Breach> {
    vote.casting?;
    if vote.in_favour != vote.against {
        let text = format!(
            "A casting vote is given only on equality; this is {} to {}.",
            vote.in_favour, vote.against
        );
        return Some(breach(Rule::Casting, text, "Leave out \"casting\"."));
    }
    cannot_cast(sitting, vote.presiding.as_ref(), &vote.item).map(nobody_casts)
}

fn nobody_casts(text: String) -> Breach {
    breach(Rule::Casting, text, "Record who presides with \".chair NAME\".")
}

/// Why whoever presides over `item` has no casting vote on it, if they have none.
fn cannot_cast(sitting: &Sitting, chair: Option<&PersonId>, item: &ItemId) -> Option<String> {
    let done = room::done_at(sitting, item, i64::MAX);
    let Some(chair) = chair else {
        return Some("Nobody is recorded as presiding, so nobody has a casting vote.".to_owned());
    };
    let why = if room::withdrew(sitting, chair, item) {
        "withdrew from this item"
    } else if room::is_barred(sitting, chair, item) {
        "has an interest that leaves them no vote"
    } else if !room::was_in_room(sitting, chair, done) {
        "has left the room"
    } else if room::is_voteless(sitting, chair) {
        "has no vote, so no second one"
    } else {
        return None;
    };
    Some(format!("{} presides and {why}.", sitting.name_of(chair)))
}

/// No more members have their own vote noted than cast such a vote.
fn on_request(sitting: &Sitting, vote: &Vote, ballots: &[Ballot]) -> Option<Breach> {
    // Many councils count no abstentions; whoever was there and did not vote may have theirs
    // noted all the same (SI 1993/202, Schedule 2).
    let known = sitting.vote(&vote.id).map(|had| had.rank);
    let entitled = room::entitled_before(sitting, &vote.item, known.unwrap_or(i64::MAX));
    let silent = super::count(entitled.iter()).saturating_sub(vote.total());
    let counts = [
        (Cast::For, vote.in_favour),
        (Cast::Against, vote.against),
        (Cast::Abstained, if vote.abstained == 0 { silent } else { vote.abstained }),
    ];
    let noted = |cast: Cast| {
        let had = sitting.ballots.iter().filter(|had| had.vote == vote.id);
        let all = had.chain(ballots).filter(|ballot| ballot.on_request && ballot.cast == cast);
        super::count(all)
    };
    let (cast, n) = counts.into_iter().find(|(cast, n)| noted(*cast) > *n)?;
    let text = format!("The vote counts {n} {}, and that would be one more by name.", cast.plain());
    Some(breach(Rule::Totals, text, "Count again, or take back a name."))
}
