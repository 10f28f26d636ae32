//! What each audience may see: the one place where exempt business is taken
//! out.

use std::mem::take;
use std::ops::Deref;

use super::Audience;
use crate::model::{
    Action, ActionLine, CallIn, Capacity, Correction, Decision, DecisionLine, DecisionStatus,
    Direction, Interest, Item, ItemId, ItemKind, MeetingId, Movement, Mute, PersonId, Sitting,
    Update,
};
use crate::rules::engagement::Engagement;
use crate::rules::missing::is_unrecorded;
use crate::rules::{number, room, sentence};

/// A value with nothing in it that its audience may not see.
///
/// Only [`sift`] makes one, and every document and every fact is composed from
/// one, so a composer cannot forget. Exempt words are gone from the value itself
/// and not merely passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sifted<T> {
    kept: T,
    audience: Audience,
}

impl<T> Sifted<T> {
    /// What was kept, for a screen that only this audience sees.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.kept
    }

    /// For whom it was sifted.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }
}

impl<T> Deref for Sifted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.kept
    }
}

/// Something that may hold exempt words, and knows which they are.
pub trait Sift: Clone {
    /// The same with what `audience` may not see taken out.
    #[must_use]
    fn sifted(&self, audience: Audience) -> Self;
}

/// Takes out of `value` what `audience` may not see.
#[must_use]
pub fn sift<T: Sift>(value: &T, audience: Audience) -> Sifted<T> {
    Sifted { kept: value.sifted(audience), audience }
}

/// What the public is told an exempt item is about: the title it was given for them,
/// else "Exempt item (paragraph 3)".
///
/// Its own title may itself give the secret away, so it is not shown (Schedule 12A
/// to the Local Government Act 1972).
#[must_use]
pub fn neutral_title(item: &Item) -> String {
    match item.public_title.trim() {
        "" if item.exempt.is_unnamed() => NEUTRAL.into(),
        "" => format!("Exempt item ({})", sentence::paragraphs_in_words(&item.exempt)),
        title => title.to_owned(),
    }
}

/// What the public is told an exempt item is about, where only that it is exempt
/// is known.
const NEUTRAL: &str = "Exempt item";

impl Sift for Sitting {
    fn sifted(&self, audience: Audience) -> Self {
        let mut kept = self.clone();
        kept.notes.clear();
        // That it was put off, till it was taken after all, is no decision any more.
        kept.decisions.retain(|decision| decision.status != DecisionStatus::Superseded);
        for minute in &mut kept.minutes {
            hold_back(&mut minute.text);
            hold_back(&mut minute.summary);
        }
        if audience == Audience::Public {
            take_out(&mut kept);
        }
        kept
    }
}

/// What stands in place of a line that begins as a capture line does and recorded nothing.
const HELD_BACK: &str = "(A line that begins with a dot is held back here until it is mended.)";

/// Takes out of `text` the lines that begin as a capture line does: with its word spelled
/// wrongly, a note for the clerk alone would be read by everybody.
fn hold_back(text: &mut String) {
    if text.lines().any(is_unrecorded) {
        let kept = text.lines().map(|line| if is_unrecorded(line) { HELD_BACK } else { line });
        *text = kept.collect::<Vec<_>>().join("\n");
    }
}

/// Takes out what was reported of actions but under an item of this meeting that is open:
/// each report bears the number of the minute it was made under, and whether another
/// meeting's is exempt is not known here.
fn keep_reports(sitting: &mut Sitting) {
    // Informal notes bear no numbers.
    let all_open = sitting.items.iter().all(|item| item.exempt.is_open());
    let open = |update: &Update| {
        let own = update.meeting.as_ref() == Some(&sitting.meeting.id);
        let under = number::item_told_under(sitting, &update.by);
        own && under.map_or(all_open, |item| item.exempt.is_open())
    };
    let open: Vec<bool> = sitting.updates.iter().map(open).collect();
    for (update, _) in sitting.updates.iter_mut().zip(open).filter(|(_, open)| !open) {
        update.text.clear();
    }
}

/// Takes out whoever came as one of the public, whom no public page names, or advised or
/// watched under exempt business alone: that they came may give it away. Who is let in as
/// the public goes out, or after the business before, was not there for that.
fn take_out_guests(sitting: &mut Sitting) {
    let came_for = |person: &PersonId, item: &Item| {
        let late = |m: &Movement| {
            m.person == *person
                && m.direction == Direction::In
                && m.item.as_ref() == Some(&item.id)
                && m.place == u32::MAX
        };
        let passed = item.kind == ItemKind::Exclusion || sitting.movements.iter().any(late);
        !passed && room::attended(sitting, person, item)
    };
    let alone = |person: &PersonId| {
        let (open, exempt): (Vec<&Item>, Vec<&Item>) =
            sitting.items.iter().partition(|item| item.exempt.is_open());
        exempt.iter().any(|item| room::attended(sitting, person, item))
            && !open.iter().any(|item| came_for(person, item))
    };
    let guests: Vec<PersonId> = sitting
        .attendance
        .iter()
        .filter(|came| match came.capacity {
            Capacity::Public => true,
            Capacity::Invitee | Capacity::Observer => alone(&came.person),
            _ => false,
        })
        .map(|came| came.person.clone())
        .collect();
    sitting.attendance.retain(|came| !guests.contains(&came.person));
    sitting.movements.retain(|movement| !guests.contains(&movement.person));
    sitting.interests.retain(|interest| !guests.contains(&interest.person));
}

/// When anything was done under the items `exempt`, and nothing of what it was.
fn ranks(sitting: &Sitting, exempt: &[ItemId]) -> Vec<(ItemId, i64)> {
    let each = exempt.iter().flat_map(|item| {
        let ranks = room::business_ranks(sitting, item).into_iter();
        ranks.map(move |rank| (item.clone(), rank))
    });
    each.collect()
}

/// Takes every exempt word out of `sitting`.
fn take_out(sitting: &mut Sitting) {
    take_out_guests(sitting);
    let exempt: Vec<ItemId> =
        sitting.items.iter().filter(|i| !i.exempt.is_open()).map(|i| i.id.clone()).collect();
    let mut gone: Vec<String> = exempt.iter().map(|id| id.0.clone()).collect();
    sitting.withheld = ranks(sitting, &exempt);
    let hidden = |item: &ItemId| exempt.contains(item);
    gone.extend(sitting.motions.iter().filter(|m| hidden(&m.item)).map(|m| m.id.0.clone()));
    gone.extend(sitting.votes.iter().filter(|v| hidden(&v.item)).map(|v| v.id.0.clone()));
    gone.extend(sitting.decisions.iter().filter(|d| hidden(&d.item)).map(|d| d.id.0.clone()));
    gone.extend(sitting.actions.iter().filter(|a| hidden(&a.item)).map(|a| a.id.0.clone()));
    gone.extend(sitting.secret.iter().map(|id| id.0.clone()));
    let left = |id: &str| !gone.iter().any(|g| g == id);

    sitting.motions.retain(|m| !hidden(&m.item));
    sitting.ballots.retain(|b| left(&b.vote.0));
    sitting.votes.retain(|v| !hidden(&v.item));
    sitting.decisions.retain(|d| !hidden(&d.item));
    let telling = std::mem::take(&mut sitting.telling);
    sitting.decisions.iter_mut().filter(|d| telling.contains(&d.id)).for_each(conceal);
    sitting.corrections.retain(|c| !hidden(&c.item));
    sitting.corrections.iter_mut().filter(|c| c.exempt).for_each(blot);
    sitting.actions.retain(|a| !hidden(&a.item));
    sitting.outstanding.retain(|a| left(&a.id.0));
    sitting.secret.clear();
    sitting.earlier.clear();
    sitting.callable.retain(|called| !called.exempt);
    let told = |call_in: &CallIn| sitting.callable.iter().any(|of| of.id == call_in.decision);
    sitting.call_ins.retain(|call_in| !hidden(&call_in.item) && told(call_in));
    sitting.promises.retain(|(item, _)| !hidden(item));
    sitting.former.clear();
    let secret: Vec<String> =
        exempt.iter().filter_map(|item| number::of_item(sitting, item)).collect();
    sitting.corrected.retain(|c| {
        !c.exempt && !secret.iter().any(|number| c.correction.minute.starts_with(number.as_str()))
    });
    sitting.updates.retain(|u| left(&u.action.0));
    keep_reports(sitting);
    sitting.links.retain(|l| left(&l.from_id) && left(&l.to_id));
    for standing in &mut sitting.standings {
        standing.links.retain(|l| left(&l.from_id) && left(&l.to_id));
    }
    for decision in &mut sitting.decisions {
        decision.vote.take_if(|id| !left(&id.0));
        decision.replaces = None;
    }
    for minute in sitting.minutes.iter_mut().filter(|m| hidden(&m.id)) {
        minute.text.clear();
    }
    for minute in sitting.minutes.iter_mut().filter(|m| !exempt.contains(&m.id)) {
        minute.summary.clear();
    }
    sitting.items.iter_mut().filter(|i| !i.exempt.is_open()).for_each(neutralise);
    sitting.interests.iter_mut().filter(|i| exempt.contains(&i.item)).for_each(quieten);
    sitting.movements.iter_mut().for_each(|movement| hush(movement, &exempt));
    sitting.attendance.iter_mut().for_each(|attendance| attendance.reason.clear());
}

/// What the public may know of an exempt item: where it stood on the agenda and when it was
/// taken. What else an item has is not carried over, whatever is added to it.
fn neutralise(item: &mut Item) {
    let whole = std::mem::replace(item, Item::blank(ItemId::default(), MeetingId::default(), 0));
    *item = Item {
        title: neutral_title(&whole),
        // That business is urgent gives nothing away, and says why the agenda has it.
        kind: if whole.kind == ItemKind::Urgent { ItemKind::Urgent } else { ItemKind::Report },
        number: whole.number,
        status: whole.status,
        taken: whole.taken,
        started_at: whole.started_at,
        ended_at: whole.ended_at,
        returned: whole.returned,
        returned_at: whole.returned_at,
        returned_after: whole.returned_after,
        planned_at: whole.planned_at,
        planned_minutes: whole.planned_minutes,
        exempt: whole.exempt,
        public_title: whole.public_title,
        ..Item::blank(whole.id, whole.meeting, whole.rank)
    };
}

/// What is left of the words of a dispensation for exempt business.
const GRANTED: &str = "granted";

fn quieten(interest: &mut Interest) {
    interest.nature.clear();
    // That somebody was let take part is no secret; why may tell what the business was.
    if !interest.dispensation.is_empty() {
        GRANTED.clone_into(&mut interest.dispensation);
    }
}

fn hush(movement: &mut Movement, exempt: &[ItemId]) {
    if movement.item.as_ref().is_some_and(|item| exempt.contains(item)) {
        movement.reason.clear();
    }
}

/// What stands in place of a decision that tells of exempt business of another meeting.
const CONCEALED: &str = "(kept from the public, as it is about exempt business of another meeting)";

/// Leaves of a decision that tells of exempt business of another meeting that it was made.
fn conceal(decision: &mut Decision) {
    let bare = Decision::blank(
        std::mem::take(&mut decision.id),
        std::mem::take(&mut decision.meeting),
        std::mem::take(&mut decision.item),
        decision.rank,
    );
    let (verb, status) = (decision.verb, decision.status);
    *decision = Decision { verb, status, text: CONCEALED.to_owned(), ..bare };
}

/// Leaves of a correction of an exempt minute that there was one.
fn blot(correction: &mut Correction) {
    let number = correction.minute.split([',', ' ']).next().unwrap_or_default();
    correction.minute = number.to_owned();
    correction.old.clear();
    correction.new.clear();
}

fn blank(action: &mut Action) {
    action.text.clear();
    action.owner = None;
    action.organisation = None;
    action.support.0.clear();
    action.due = None;
    action.due_text.clear();
}

/// Why an officer let a gap pass is for members alone; that one did is not.
impl Sift for Mute {
    fn sifted(&self, audience: Audience) -> Self {
        let why = if audience == Audience::Members { &self.why } else { "for members alone" };
        Self { why: why.to_owned(), ..self.clone() }
    }
}

impl Sift for ActionLine {
    fn sifted(&self, audience: Audience) -> Self {
        let mut kept = self.clone();
        if audience == Audience::Public {
            // What was reported bears no item: it may have been said of exempt business.
            kept.reports.iter_mut().for_each(|report| report.text.clear());
        }
        if audience == Audience::Public && kept.exempt {
            kept.reports.clear();
            blank(&mut kept.action);
            kept.owner.clear();
            kept.support.clear();
            kept.organisation.clear();
            NEUTRAL.clone_into(&mut kept.item_title);
            kept.partnership = None;
            kept.links.clear();
        }
        kept
    }
}

impl Sift for DecisionLine {
    fn sifted(&self, audience: Audience) -> Self {
        let mut kept = self.clone();
        kept.corrections.retain(|(_, exempt)| audience == Audience::Members || !exempt);
        if audience == Audience::Public && kept.exempt {
            kept.corrections.clear();
            let whole = &self.decision;
            // Of what was decided no more is carried over than that it was.
            kept.decision = Decision {
                place: whole.place,
                verb: whole.verb,
                as_recommended: whole.as_recommended,
                bloc: whole.bloc.clone(),
                status: whole.status,
                ..Decision::blank(
                    whole.id.clone(),
                    whole.meeting.clone(),
                    whole.item.clone(),
                    whole.rank,
                )
            };
            kept.vote = None;
            kept.answered = None;
            kept.ratified_by.clear();
            kept.ratify_on = None;
            NEUTRAL.clone_into(&mut kept.item_title);
            kept.partnership = None;
            kept.links.clear();
        }
        kept
    }
}

/// A register for the public does not list exempt lines at all.
impl Sift for Vec<ActionLine> {
    fn sifted(&self, audience: Audience) -> Self {
        let shown = |line: &&ActionLine| audience == Audience::Members || !line.exempt;
        self.iter().filter(shown).map(|line| line.sifted(audience)).collect()
    }
}

/// The public is not told even how much was given to do under exempt business, nor of an
/// organisation that nothing else is on record of.
impl Sift for Engagement {
    fn sifted(&self, audience: Audience) -> Self {
        let mut kept = self.clone();
        if audience == Audience::Public {
            for shares in [&mut kept.organisations, &mut kept.sectors] {
                for share in shares.iter_mut() {
                    share.actions = share.actions.saturating_sub(take(&mut share.exempt_actions));
                    share.done = share.done.saturating_sub(take(&mut share.exempt_done));
                }
                shares.retain(|share| share.places > 0 || share.actions > 0);
            }
        }
        kept
    }
}

/// A register for the public does not list exempt lines at all.
impl Sift for Vec<DecisionLine> {
    fn sifted(&self, audience: Audience) -> Self {
        let shown = |line: &&DecisionLine| audience == Audience::Members || !line.exempt;
        self.iter().filter(shown).map(|line| line.sifted(audience)).collect()
    }
}
