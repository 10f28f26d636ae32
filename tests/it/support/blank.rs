//! Bodies, meetings and items with nothing on them yet.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use minutebook::model::{Body, BodyKind, HouseStyle, Item, ItemKind, Meeting, YearBasis};

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// "10.41" on the day of the meeting, by the clock of British summer.
pub(crate) fn at(date: NaiveDate, clock: &str) -> DateTime<FixedOffset> {
    let time = NaiveTime::parse_from_str(clock, "%H.%M").unwrap();
    date.and_time(time).and_local_timezone(FixedOffset::east_opt(3600).unwrap()).unwrap()
}

pub(crate) fn meeting(id: &str, body: &str, date: NaiveDate) -> Meeting {
    Meeting {
        start: NaiveTime::from_hms_opt(10, 0, 0),
        ..Meeting::planned(id.into(), body.into(), date)
    }
}

pub(crate) fn item(number: &str, title: &str, kind: ItemKind) -> Item {
    Item {
        number: number.into(),
        title: title.into(),
        kind,
        ..Item::blank(
            format!("item-{}", if number.is_empty() { "x" } else { number }).as_str().into(),
            "m".into(),
            0,
        )
    }
}

pub(crate) fn body(id: &str, code: &str, name: &str, authority: &str, kind: BodyKind) -> Body {
    Body {
        id: id.into(),
        code: code.into(),
        name: name.into(),
        kind,
        parent: None,
        authority: authority.into(),
        profile: String::new(),
        house_style: HouseStyle::Narrative,
        year_basis: YearBasis::Calendar,
        quorum: Some(3),
        quorum_of: None,
        frequency: None,
        closing: None,
        place: String::new(),
        lead: String::new(),
        remit: String::new(),
        rank: 1,
    }
}
