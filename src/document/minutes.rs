//! The minutes of a meeting, in its body's house style.

use super::block::{Block, Sheet};
use super::scribe::Scribe;
use super::sift::{Sifted, sift};
use super::{Audience, Document, digest, facts};
use crate::model::{
    HouseStyle, Item, ItemStatus, MeetingKind, MeetingStatus, MinutesStatus, Sitting, day,
};
use crate::rules::{missing, number, sentence};

impl Document<'static> {
    /// Writes up the minutes of `sitting` for `audience`.
    #[must_use]
    pub fn minutes(sitting: &Sitting, audience: Audience) -> Self {
        let sifted = sift(sitting, audience);
        let scribe = Scribe::new(&sifted);
        let blocks = match sifted.body.house_style {
            HouseStyle::Narrative => scribe.narrative(),
            HouseStyle::Notes => scribe.notes(),
        };
        let body = &sifted.body;
        let day = day::plain(sifted.meeting.date);
        let title = scribe.say("head.title", &[("body", &body.name), ("day", &day)]);
        Self {
            heading: scribe.letterhead(),
            opening: scribe.opening_line(),
            standing: scribe.standing(),
            digest: digest::of_record(&sifted),
            facts: facts::meeting(&sifted, sifted.meeting.date),
            sheet: Some(scribe.sheet()),
            blocks,
            ..Self::new("minutes", title, sifted.meeting.date)
        }
        .cleaned()
    }
}

/// The items minuted, in the order taken; those set aside without being taken
/// come after, in the order of the agenda.
pub(super) fn in_order_taken(sitting: &Sifted<Sitting>) -> Vec<&Item> {
    let mut items: Vec<&Item> = sitting.items.iter().filter(|i| is_minuted(sitting, i)).collect();
    items.sort_by_key(|item| (item.taken.is_none(), item.taken, item.rank));
    items
}

/// Whether there is anything to minute of `item`: it was taken or set aside, or
/// the clerk wrote under it all the same.
fn is_minuted(sitting: &Sitting, item: &Item) -> bool {
    item.taken.is_some()
        || item.status.is_taken()
        || !sitting.text_of(&item.id).trim().is_empty()
        || sitting.decisions_on(&item.id).next().is_some()
        || sitting.actions_on(&item.id).next().is_some()
}

impl Scribe<'_> {
    /// A numbered minute to each item, under its own heading.
    pub(super) fn narrative(&self) -> Vec<Block> {
        let mut blocks = self.present();
        blocks.extend(self.standing_paragraph().map(Block::Para));
        blocks.extend(self.corrected());
        let taken = in_order_taken(self.sitting);
        blocks.extend(self.untold(&taken));
        for item in taken {
            blocks.push(self.heading(item));
            blocks.extend(self.minute(item));
        }
        blocks.extend(self.not_reached());
        blocks.push(self.signature());
        blocks
    }

    /// Who signed the minutes; until they are signed, where to.
    fn signature(&self) -> Block {
        let meeting = &self.sitting.meeting;
        let (Some(who), Some(on)) = (&meeting.signed_by, meeting.signed_on) else {
            return Block::Signature;
        };
        let leaf = meeting.leaf.map(|leaf| leaf.to_string());
        let leaf = leaf.map(|leaf| self.say("standing.leaf", &[("leaf", &leaf)]));
        Block::Para(self.say(
            "standing.signed_by",
            &[
                ("name", &self.full_name(who)),
                ("day", &day::plain(on)),
                ("leaf", &leaf.unwrap_or_default()),
            ],
        ))
    }

    /// The head of the minute of `item`.
    pub(super) fn heading(&self, item: &Item) -> Block {
        Block::Heading {
            level: 2,
            number: number::of_item(self.sitting, &item.id).unwrap_or_default(),
            text: self.title(item),
            aside: self.aside(item),
        }
    }

    /// The title of a minute; of an exempt one that the public knows by a title, that
    /// what follows is only a summary.
    pub(super) fn title(&self, item: &Item) -> String {
        let summed = !item.exempt.is_open()
            && !item.public_title.is_empty()
            && self
                .sitting
                .minute(&item.id)
                .is_some_and(|minute| !minute.summary.trim().is_empty())
            && self.sitting.audience() == Audience::Public;
        if summed { self.say("item.summed", &[("title", &item.title)]) } else { item.title.clone() }
    }

    /// A row to each minute, for a spreadsheet.
    pub(super) fn sheet(&self) -> Sheet {
        let columns = ["minute", "item", "title", "kind", "status", "text", "decisions", "actions"];
        let row = |item: &Item| {
            let decisions: Vec<String> = self
                .sitting
                .decisions_on(&item.id)
                .map(|d| {
                    let (verb, text) = (sentence::verb_and_whom(d), d.text.trim());
                    let said = if text.is_empty() { verb } else { format!("{verb}: {text}") };
                    format!("{} {said}", number::of_decision(self.sitting, d))
                })
                .collect();
            let actions: Vec<String> = self
                .sitting
                .actions_on(&item.id)
                .map(|a| format!("{} {} ({})", a.reference(), a.text.trim(), self.owner(a)))
                .collect();
            vec![
                number::of_item(self.sitting, &item.id).unwrap_or_default(),
                item.number.clone(),
                item.title.clone(),
                item.kind.plain(),
                item.status.plain(),
                self.sitting.text_of(&item.id).to_owned(),
                decisions.join("\n"),
                actions.join("\n"),
            ]
        };
        Sheet {
            columns: columns.map(str::to_owned).to_vec(),
            rows: in_order_taken(self.sitting).into_iter().map(row).collect(),
        }
    }

    /// The authority, and the body with its code.
    pub(super) fn letterhead(&self) -> Vec<String> {
        let body = &self.sitting.body;
        let code = if body.code.is_empty() { String::new() } else { format!(" ({})", body.code) };
        [body.authority.clone(), format!("{}{code}", body.name)]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect()
    }

    pub(super) fn opening_line(&self) -> String {
        let meeting = &self.sitting.meeting;
        let place = meeting.place.trim();
        let place = if place.is_empty() {
            String::new()
        } else {
            self.say("head.where", &[("place", place)])
        };
        // Where the two are at odds the beginning is the clock's, and not the clerk's.
        let began = meeting.began_at.filter(|_| !missing::is_at_odds(meeting));
        let began = began.map(|at| self.time(at));
        let part = |key: &str, time: Option<String>| {
            time.map(|time| self.say(key, &[("time", &time)])).unwrap_or_default()
        };
        let ended = if began.is_some() { "head.ended" } else { "head.ended_only" };
        let which = match (meeting.number, meeting.title.as_str()) {
            (Some(number), _) => format!("meeting {number}"),
            (None, "") => format!("the {}meeting", self.kind()),
            (None, title) => title.to_owned(),
        };
        let informal = meeting.kind == MeetingKind::Inquorate;
        self.say(
            if informal { "head.opening_informal" } else { "head.opening" },
            &[
                ("meeting", &which),
                ("kind", &self.kind()),
                ("day", &day::long(meeting.date)),
                ("where", &place),
                ("begun", &part("head.begun", began)),
                ("ended", &part(ended, meeting.ended_at.map(|at| self.time(at)))),
            ],
        )
    }

    /// What sort of meeting it is, where it is not one of the round.
    pub(super) fn kind(&self) -> String {
        match self.sitting.meeting.kind {
            MeetingKind::Annual => self.word("head.annual"),
            MeetingKind::Extraordinary => self.word("head.extraordinary"),
            MeetingKind::Ordinary | MeetingKind::Inquorate => String::new(),
        }
    }

    pub(super) fn standing_paragraph(&self) -> Option<String> {
        let meeting = &self.sitting.meeting;
        if meeting.kind == MeetingKind::Inquorate {
            return Some(self.word("head.inquorate"));
        }
        meeting.began_at?;
        let mut days: Vec<String> =
            self.sitting.addenda.iter().map(|paper| day::plain(paper.sent_on)).collect();
        days.dedup();
        // A house style without the paragraph has none of addenda either.
        let standing = self.say("head.standing", &[("noun", &self.noun())]);
        if days.is_empty() || standing.is_empty() {
            return Some(standing);
        }
        let facts = [("noun", &*self.noun()), ("days", &sentence::list(&days))];
        Some(self.say("head.standing_addenda", &facts))
    }

    /// The items a closed meeting left, under a heading of their own.
    pub(super) fn not_reached(&self) -> Vec<Block> {
        if self.sitting.meeting.status != MeetingStatus::Closed {
            return Vec::new();
        }
        let items = self.sitting.items.iter();
        let left: Vec<String> = items
            .filter(|i| i.status == ItemStatus::NotReached && !i.number.is_empty())
            .filter(|i| !is_minuted(self.sitting, i))
            .map(|i| i.number.clone())
            .collect();
        if left.is_empty() {
            return Vec::new();
        }
        let heading = Block::Heading {
            level: 2,
            number: String::new(),
            text: self.word("item.left"),
            aside: String::new(),
        };
        let said = self.say("item.not_reached", &[("items", &self.items(&left))]);
        vec![heading, Block::Para(said)]
    }

    /// What every page says: a draft until a meeting has confirmed it.
    pub(super) fn standing(&self) -> String {
        let sitting = self.sitting;
        let said = match (sitting.meeting.minutes, self.next_day()) {
            _ if sitting.meeting.kind == MeetingKind::Inquorate => self.word("standing.informal"),
            (MinutesStatus::Confirmed, _) => self.word("standing.confirmed"),
            (MinutesStatus::Signed, _) => self.word("standing.signed"),
            (_, Some(next)) => self.say("standing.draft", &[("day", &day::plain(next))]),
            (_, None) => self.word("standing.draft_undated"),
        };
        self.marked(said)
    }

    /// How a paper stands, with the mark of one that has exempt business in it.
    pub(super) fn marked(&self, standing: String) -> String {
        let exempt = self.sitting.items.iter().any(|item| !item.exempt.is_open());
        if exempt && self.sitting.audience() == Audience::Members {
            return self.say("standing.exempt", &[("standing", &standing)]);
        }
        standing
    }
}
