//! The table of capture lines: the preview, the help, the README and the manual
//! read it, and a line that is not here is no line.

use super::{
    Place, Read, action, agenda, arrange, aside, bloc, call_in, chair, correction, decision, defer,
    election, interest, limb, minutes, motion, notice, people, promise, referral, report, run, tie,
    vote,
};
use crate::model::Mint;

/// A capture line.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The word after the dot.
    pub word: &'static str,
    /// What follows it.
    pub shape: &'static str,
    /// What it records, as the end of "this line records ...".
    pub about: &'static str,
    /// Whether it may be typed before the meeting begins, and does not begin it.
    pub prepares: bool,
    /// Whether it is of the day it is typed then, and not of the day of the meeting.
    pub ahead: bool,
    /// Whether it is about an item, which it takes up if nothing is under
    /// discussion.
    pub on_item: bool,
    pub(super) read: fn(&str, &Place<'_>, &mut Mint) -> Read,
}

type Reader = fn(&str, &Place<'_>, &mut Mint) -> Read;

const fn room(word: &'static str, shape: &'static str, about: &'static str, read: Reader) -> Line {
    Line { word, shape, about, prepares: false, ahead: false, on_item: false, read }
}

const fn item(word: &'static str, shape: &'static str, about: &'static str, read: Reader) -> Line {
    Line { word, shape, about, prepares: false, ahead: false, on_item: true, read }
}

const fn early(word: &'static str, shape: &'static str, about: &'static str, read: Reader) -> Line {
    Line { word, shape, about, prepares: true, ahead: false, on_item: false, read }
}

const fn ahead(word: &'static str, shape: &'static str, about: &'static str, read: Reader) -> Line {
    Line { word, shape, about, prepares: true, ahead: true, on_item: false, read }
}

/// Every capture line, in the order a meeting needs them.
#[rustfmt::skip]
pub const LINES: &[Line] = &[
    room("in", "NAME[, NAME…] [as CAPACITY] [TIME] | all", "arrivals and returns; \"all\" is everyone not yet accounted for, and a capacity is member, non-voting, co-opted, officer, invitee, observer, former member or public", people::arrive),
    room("out", "NAME[, NAME…] [TIME] [: REASON]", "departures", people::depart),
    room("absent", "NAME[, NAME…] | rest", "who neither came nor sent word; \"rest\" is everyone not yet accounted for", people::absent),
    early("apol", "NAME[, NAME…][: REASON]", "apologies", people::apologise),
    early("sub", "NAME for NAME", "a substitute and the member they stand in for", people::substitute),
    early("mandate", "NAME[, NAME…] yes|no|unknown", "whether somebody can bind those who sent them; what is agreed without is listed as to be ratified", people::mandate),
    room("chair", "NAME [TIME]", "who presides from here on", chair::preside),
    item("int", "NAME [on ITEM]: NATURE [stayed|spoke|withdrew]", "a declared interest in this item, or in one that comes later; \"st\", \"sp\" and \"w\" say what came of it as well; \"other:\" before its nature says another kind, and \", dispensation …\" after it who allowed what", interest::declare),
    item("m", "MOVER/SECONDER [two-thirds|of those present|of all members|procedural]: TEXT|rec | fell | withdrawn | dropped", "a motion, \"rec\" moving what the item recommends, or what became of one that was not put; \"two-thirds of those present\" and \"of all members\" go together", motion::motion),
    item("am", "MOVER/SECONDER: TEXT | fell | withdrawn", "an amendment to the open motion: the motion as it is to read, or add, delete or replace with the words in quotes", motion::amendment),
    item("v", "[(b)] F-A-N [casting for|against] | for A, B; against C; abstained D [casting for|against] | consent", "a counted or a named vote: for, against, abstained; or that nobody dissented; of the decision of a letter, or what was put last", vote::vote),
    item("own", "NAME for|against|abstained", "a member's own vote in the last vote, noted at their request", vote::own_vote),
    item("d", "[VERB:] TEXT | rec", "a decision; AGREED if no verb is given, NO DECISION if none was reached; \"rec\" adopts the recommendation", decision::decide),
    item("why", "[(LETTER)] TEXT", "the reasons for the last decision, with all its parts, or for the part of that letter", limb::reasons),
    item("a", "OWNER[, SUPPORT…]: TEXT [by WHEN] [[ID]]", "an action; in square brackets, what it answers", action::assign),
    early("link", "ID", "a tie from the last decision or action to a target, point, response or recommendation", tie::link),
    item("gap", "[N OWNER [by WHEN]]", "an action that would mend what is missing on this item; alone, it lists what is", tie::gap),
    early("priv", "TEXT", "a note for the clerk alone, in no document", aside::note),
    early("exempt", "PARA[, PARA][: WHY]", "that this item is exempt under paragraphs of Schedule 12A, and why the public interest is in withholding it", aside::exempt),
    early("open", "", "that this item is open again", aside::reopen),
    early("summary", "TEXT", "what the public is told of an exempt item", aside::summary),
    item("correct", "MINUTE|present: \"OLD\" read \"NEW\"", "a correction of the last meeting's minutes, or of its list of those present", correction::correct),
    room("next", "[NUMBER]", "that the next item is taken, or the item of that number", run::next),
    room("item", "NUMBER", "that the item of that number is taken", run::to),
    item("alt", "[(LETTER)] TEXT", "what else was thought of for the last decision, with all its parts, or for the part of that letter, and turned down", limb::alternatives),
    item("effective", "[(LETTER)] WHEN | in N working days | at once: WHY", "when what was last decided takes effect, all of it or the part of that letter, unless it is called in before; or why it could not wait for that", limb::effective),
    ahead("callin", "REF by NAME[, NAME…]: GROUNDS | REF no action|refer back|refer to council|confirm[: WHY]", "that a decision waiting to take effect was called in, by whom and why; and what this meeting makes of it", call_in::call_in),
    item("reply", "WHEN | in N working days | none", "by when the body to which the last decision referred or recommended something is to answer; \"none\" takes off a day that was given", referral::reply),
    item("rescind", "REF: TEXT", "a decision that undoes an earlier one of this body", decision::rescind),
    item("answer", "REF: TEXT", "what another body answered to what was referred to it, or those who had to ratify it", referral::answer),
    item("elect", "OFFICE [(PLACES)]: NAME N[, NAME N…][, lot NAME|casting NAME|nobody]", "an election: who stood, the votes for each, and how an equality was settled, or that nobody was elected; a chair elected has that place on the roll from then on", election::elect),
    item("bloc", "N, N…", "the recommendations of several items, adopted together", bloc::en_bloc),
    item("done", "REF[: EVIDENCE]", "that an action is complete, and what shows it", report::done),
    item("accept", "REF[: EVIDENCE]", "that the meeting accepts an action as complete", report::accept),
    item("extend", "REF to WHEN[: WHY]", "a new day for an action, agreed here", report::extend),
    item("progress", "REF: TEXT", "how an action is getting on", report::progress),
    item("cancel", "REF: WHY", "that an action is no longer wanted", report::cancel),
    item("confirm", "[DAY] [signed [leaf N]]", "that earlier minutes, of that day or all that wait, are correct with the corrections noted; or that they are signed by whoever presides", minutes::confirm),
    item("promise", "[NAME:] TEXT [by WHEN]", "a promise to bring something back, on the forward plan and on the agenda then", promise::promise),
    early("minutes", "checked | circulated", "how far this meeting's minutes have gone", minutes::advance),
    early("urgent", "TITLE: REASON", "business the chair takes as urgent, and why", agenda::urgent),
    room("exclude", "[MOVER/SECONDER]", "the resolution to exclude the public from the exempt items to come", agenda::exclude),
    item("readmit", "[TIME]", "that the public is let in again", agenda::readmit),
    early("agenda", "TITLE [about PARTNERSHIP] [under NUMBER]", "a new item at the end of the agenda, or the next part of the item of that number", agenda::add),
    early("alter", "NUMBER [title TEXT][, public title TEXT][, paper REF][, report by NAME][, about PARTNERSHIP][, before NUMBER|last][: RECOMMENDATION]", "what the agenda says of an item, or of one that is exempt to the public, or its place on it", arrange::alter),
    item("defer", "WHEN[: WHY]", "that this item is put off", defer::defer),
    item("drop", "[WHY]", "that this item is considered dropped, as there was no time for it", defer::drop_item),
    ahead("publish", "[DAY]", "that the agenda went out", notice::publish),
    early("addenda", "DAY [TIME][: WHAT]", "papers sent out after the agenda", notice::addenda),
    early("calloff", "", "that the meeting will not be held", notice::call_off),
    early("kind", "ordinary|annual|extraordinary|inquorate", "what sort of meeting this is; an inquorate one keeps informal notes and decides nothing", notice::kind),
    early("begin", "[TIME]", "when the meeting began, if not with its first item", run::begin_at),
    room("adjourn", "[TIME] [to DAY [at TIME]]", "that the meeting breaks off, and until when", run::adjourn),
    early("resume", "[[DAY] TIME]", "that the meeting goes on", run::resume),
    early("close", "[TIME]", "that the meeting ends", run::close),
];

/// The line called `word`.
#[must_use]
pub fn line_named(word: &str) -> Option<&'static Line> {
    LINES.iter().find(|line| line.word == word)
}

/// The word of a capture line that has its time before it, as "10.30 .in NAME": nobody
/// means that as a paragraph.
#[must_use]
pub fn after_a_time(line: &str) -> Option<&str> {
    let (time, rest) = line.trim_start().split_once(char::is_whitespace)?;
    super::when::time(time)?;
    let word = rest.split_whitespace().next()?;
    line_named(&word.strip_prefix('.')?.to_ascii_lowercase()).map(|_| word)
}

/// What a line starts with, by its shape, where all of it is in running words.
const RUNNING: [&str; 4] = ["TEXT", "TITLE", "[VERB:] TEXT", "[(LETTER)] TEXT"];

/// The running words of a line being typed: all of a paragraph, and of a capture line what
/// comes after its names and numbers.
#[must_use]
pub fn running_words(line: &str) -> &str {
    let Some(said) = line.trim_start().strip_prefix('.').filter(|_| super::is_capture(line)) else {
        return line;
    };
    let (word, rest) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    let shape = line_named(&word.to_ascii_lowercase()).map_or("", |line| line.shape);
    match rest.split_once(": ") {
        _ if RUNNING.iter().any(|all| shape.starts_with(all)) => rest,
        Some((_, words)) if shape.contains(": ") && !shape.contains(": NAME") => words,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_a_line_puts_down_are_told_from_names_and_numbers() {
        for (line, words) in [
            ("The plan was read.", "The plan was read."),
            (".d RESOLVED: that it be so", "RESOLVED: that it be so"),
            (".why (a) it is cheap", "(a) it is cheap"),
            (".m farrow/idris: that it be so", "that it be so"),
            (".a idris: write to all by 30 Sep", "write to all by 30 Sep"),
            (".elect Vice-Chair: idris 3, farrow 2", ""),
            (".v 5-1-1", ""),
            (".in farrow, idris", ""),
        ] {
            assert_eq!(running_words(line), words, "{line}");
        }
    }

    #[test]
    fn no_word_stands_twice() {
        for (n, line) in LINES.iter().enumerate() {
            assert!(LINES.iter().skip(n + 1).all(|other| other.word != line.word), "{}", line.word);
        }
    }
}
