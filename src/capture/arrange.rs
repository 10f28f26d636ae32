//! The line that puts an agenda right: what it says of an item, and where the
//! item stands.

use chrono::NaiveDate;

use super::agenda::partnership;
use super::field::{self, Field, Lined, saying, worded, words};
use super::said::{Said, after};
use super::{Place, Read, Unclear, name, one, wants, when, wrong};
use crate::model::{Entry, Item, ItemKind, Mint, PartnershipId, Sitting, agenda, day};

impl Lined for Item {
    const WORD: &'static str = "alter";
    const WHAT: &'static str = "item";
    const FIELDS: &'static [Field<Self>] = &[
        Field {
            name: "title",
            // Left out, it stays as it is: after a colon comes another thing.
            says: |item| {
                let plain = !item.title.contains(": ");
                if plain { saying("title", &item.title) } else { String::new() }
            },
            takes: |item, part, _| words(&mut item.title, part, "title"),
        },
        worded!("public title", public_title),
        worded!("paper", paper),
        worded!("report by", report_by),
        Field {
            name: "time",
            says: |item| {
                let time = item.planned_at.map(day::clock).unwrap_or_default();
                saying("time", &time)
            },
            takes: |item, part, _| {
                let Some(said) = after(part, "time") else { return false };
                let time = when::time(said);
                item.planned_at = time;
                time.is_some() || said.is_empty()
            },
        },
        Field {
            name: "minutes",
            says: |item| {
                let minutes = item.planned_minutes.map(|n| n.to_string()).unwrap_or_default();
                saying("minutes", &minutes)
            },
            takes: |item, part, _| {
                let Some(said) = after(part, "minutes") else { return false };
                let minutes = said.parse().ok().filter(|n| (1..=600).contains(n));
                item.planned_minutes = minutes;
                minutes.is_some() || said.is_empty()
            },
        },
        Field {
            name: "about a partnership",
            says: |item| {
                item.partnership.as_ref().map(|about| format!("about {about}")).unwrap_or_default()
            },
            takes: |item, part, _| about(item, part),
        },
    ];

    fn called(&self) -> &str {
        &self.number
    }

    fn text(&self) -> &str {
        &self.recommendation
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.recommendation
    }
}

fn about(item: &mut Item, part: &str) -> bool {
    let Some(name) = after(part, "about") else { return false };
    let named = !matches!(name, "" | "none" | "no partnership");
    item.partnership = named.then(|| PartnershipId(name.to_owned()));
    true
}

/// The line that shows an item as it stands, ready to be altered.
#[must_use]
pub fn altering(item: &Item) -> String {
    item.shown()
}

pub(super) fn alter(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let said = Said::of(rest, place.now.date_naive());
    if said.name.is_empty() {
        return wants("the number of an item");
    }
    let sitting = place.sitting;
    let was = numbered(sitting, said.name)?;
    let (moves, parts): (Vec<&str>, Vec<&str>) =
        said.parts.iter().partition(|part| **part == "last" || after(part, "before").is_some());
    let now = altered(sitting, was, &said, &parts, place.now.date_naive())?;
    let mut items = match moves.as_slice() {
        [] => Vec::new(),
        [to] => moved(sitting, was, to)?,
        _ => return Err(wrong("An item has one place.", "Say \"before\" or \"last\" once.")),
    };
    let number = match items.iter_mut().find(|item| item.id == was.id) {
        Some(item) => {
            let (rank, number) = (item.rank, item.number.clone());
            *item = Item { rank, number: number.clone(), ..now.clone() };
            number
        }
        None if now == *was => {
            return Err(wrong(
                format!("The agenda says so of item {} already.", was.number),
                "Alter a part of the line.",
            ));
        }
        None => {
            items.push(now.clone());
            was.number.clone()
        }
    };
    let preview = preview(was, &now, &number);
    let entry = Entry::Arranged { meeting: was.meeting.clone(), item: was.id.clone(), items };
    Ok(one(entry, preview))
}

pub(super) fn numbered<'a>(sitting: &'a Sitting, number: &str) -> Result<&'a Item, Unclear> {
    sitting.item_numbered(number).ok_or_else(|| {
        wrong(format!("No item on this agenda is numbered {number}."), "Give the number it has.")
    })
}

/// The item as the parts of the line and its text have it.
fn altered(
    sitting: &Sitting,
    was: &Item,
    said: &Said<'_>,
    parts: &[&str],
    day: NaiveDate,
) -> Result<Item, Unclear> {
    let mut now = was.clone();
    field::alter(&mut now, parts, day, day)?;
    // A name alone is put as minutes have it; an office stays one.
    if now.report_by != was.report_by
        && let [who] = name::named(&sitting.people, &now.report_by).as_slice()
    {
        now.report_by = who.minuted();
    }
    if let Some(text) = said.text {
        text.clone_into(&mut now.recommendation);
    }
    if now.title.is_empty() {
        return wants("the title of the item");
    }
    if now.kind.is_standing() && !is_alike(&was.title, &now.title) {
        now.kind = ItemKind::Report;
    }
    if let Some(named) = now.partnership.take_if(|named| Some(&*named) != was.partnership.as_ref())
    {
        now.partnership = Some(partnership(sitting, named.as_str())?);
    }
    Ok(now)
}

/// Whether a title still has a word of the one before it: with none it is of other
/// business, that not every meeting has.
fn is_alike(was: &str, now: &str) -> bool {
    let now = now.to_lowercase();
    let mut words = was.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    words.any(|word| now.contains(&word.to_lowercase()))
}

/// The items that change places, for "before 3" or "last".
fn moved(sitting: &Sitting, item: &Item, to: &str) -> Result<Vec<Item>, Unclear> {
    let before = match after(to, "before") {
        Some("") => return wants("the number of the item it is to stand before"),
        Some(number) => Some(&numbered(sitting, number)?.id),
        None => None,
    };
    agenda::moved(&sitting.items, &item.id, before).ok_or_else(|| {
        wrong(
            format!("Item {} cannot stand there: parts of an item stand under it.", item.number),
            "A part changes places with the other parts of its item.",
        )
    })
}

fn preview(was: &Item, now: &Item, number: &str) -> String {
    let public = match now.public_title.as_str() {
        title if title == was.public_title => String::new(),
        "" => " (no title for the public)".to_owned(),
        title => format!(" (to the public: {title})"),
    };
    let place = if was.number == number { String::new() } else { format!(", now item {number}") };
    let asks = if now.recommendation.is_empty() {
        String::new()
    } else {
        format!(". Recommended: {}", field::short(&now.recommendation))
    };
    format!("Item {}{place}: {}{public}{asks}", was.number, now.title)
}
