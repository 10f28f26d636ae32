//! The lines for the day by which another body is to answer a question that was
//! referred to it, and for what it answered; or those answered who had to ratify what was
//! agreed by somebody they gave no mandate.

use super::{Place, Read, Reading, decision, item, limb, one, public_business, tie, wants, wrong};
use crate::model::{Asks, Decision, Earlier, Entry, LinkKind, Mint, Verb, day};

/// The day by which the last decision, a referral, is to be answered.
pub(super) fn reply(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let last = limb::last(place)?;
    let asks = matches!(last.verb, Verb::Referred | Verb::Recommended) && !last.to_whom.is_empty();
    if !asks {
        return Err(wrong(
            "The last decision on this item refers or recommends nothing to anybody.",
            "Record \"REFERRED TO Cabinet: …\" or \"RECOMMENDED TO Cabinet: …\" first.",
        ));
    }
    let by = match rest.trim() {
        "none" => None,
        rest => Some(decision::on(rest, place)?),
    };
    let decision = Decision { reply_by: by, ..last.clone() };
    let preview = match by {
        Some(day) => format!("{} is to answer by {}", last.to_whom, day::long(day)),
        None => format!("{} is to answer by no set day", last.to_whom),
    };
    Ok(one(Entry::Decided { decision }, preview))
}

/// The answer is noted here, and tied to the decision that asked for it.
pub(super) fn answer(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((reference, text)) = rest.split_once(':') else {
        return wants(format!("\"REF: TEXT\"{}", waiting(place)));
    };
    let (reference, text) = (reference.trim(), text.trim());
    let here = item(place)?;
    let asked = asked(place, reference)?;
    let whom = asked.asks.as_ref().map_or("", Asks::whom);
    let what = match asked.asks {
        Some(Asks::Ratification(_)) => "decided",
        Some(Asks::Advice(_)) => "recommended",
        _ => "referred",
    };
    if text.is_empty() {
        return wants(format!("what {whom} answered"));
    }
    public_business(place, asked.exempt, &format!("{reference} was {what}"))?;
    let noted = format!(
        "the answer of {whom} to what was {what} on {} (Minute {reference}): {text}",
        day::plain(asked.date)
    );
    let decision = decision::decision(place, here, Verb::Noted, "", &noted, mint);
    let tied = tie::drawn(decision.id.as_str(), asked.id.as_str(), LinkKind::Answers, place, mint);
    let preview = format!("{whom} answered {reference}: {text}");
    Ok(Reading { entries: vec![Entry::Decided { decision }, tied], preview })
}

/// The decision that asked, which must have referred something or be for others to ratify,
/// and still wait.
fn asked<'a>(place: &Place<'a>, reference: &str) -> Result<&'a Earlier, super::Unclear> {
    let found = place.sitting.earlier.iter().find(|line| line.reference == reference);
    let referred = found.filter(|line| line.asks.is_some());
    let Some(referred) = referred else {
        let hint =
            "Give the minute that referred something or is to be ratified, as 36/26 or 36/26(a)";
        return Err(wrong(
            format!("This body has no minute {reference} that anybody is to answer."),
            format!("{hint}{}. An answer is noted by the body that asked.", waiting(place)),
        ));
    };
    if referred.answered {
        return Err(wrong(
            format!("{reference} has been answered."),
            "Write what else was said as the minute.",
        ));
    }
    Ok(referred)
}

/// What was referred or is to be ratified, and waits for an answer, for a hint.
fn waiting(place: &Place<'_>) -> String {
    let waits = place.sitting.earlier.iter().filter(|line| !line.answered && !line.exempt);
    let said: Vec<String> = waits
        .filter_map(|line| Some(format!("{} ({})", line.reference, line.asks.as_ref()?.whom())))
        .collect();
    if said.is_empty() { String::new() } else { format!("; waiting: {}", said.join(", ")) }
}
