//! Seats: a sector to a row, and whoever holds or is to hold it.

use super::super::super::fault::Fault;
use super::super::super::report::Hindrance;
use super::super::super::words::column::Column;
use super::super::super::words::fold::fold;
use super::super::super::words::name::{Name, is_person};
use super::super::Desk;
use super::super::people::is_name;
use super::super::table::{Headed, Record};
use super::word::{self, Term, apart, brackets, is_vacant, people_of, vacant_for, voting_of};
use super::{Members, Said};
use crate::model::{BodyId, Seat, SeatId, SeatStatus};

/// Reads the seats of a table, until it goes on to those who only attend; `own` says of a
/// row on which body it is, where the row does. Whoever holds one by name and title has a
/// place on the body.
pub(super) fn read(
    members: &mut Members,
    desk: &mut Desk<'_>,
    headed: &Headed<'_>,
    mut own: impl FnMut(&mut Desk<'_>, &Record<'_>) -> Option<BodyId>,
) -> Result<(), Fault> {
    let body = members.body.clone();
    if body.is_none() && !headed.has(Column::Board) {
        desk.report.hinder(Hindrance::Unplaced);
        desk.report.warn("heading", "the paper does not say on which body these seats are; name a meeting of it (--meeting, or m on the screen)");
    }
    let names = gives_names(headed);
    let mut sum = 0u32;
    let mut by_invitation = false;
    for record in headed.records() {
        let sector = record.get(Column::Organisation);
        let folded = fold(&sector);
        by_invitation |= folded.contains("by invitation")
            || folded.starts_with("others who attend")
            || folded.starts_with("in attendance")
            || folded.starts_with("support");
        if folded.starts_with("total") {
            total(desk, &record, sum);
            continue;
        }
        if by_invitation || sector.is_empty() {
            let text = format!("not a seat, and not read in: \u{201c}{}\u{201d}", record.first());
            desk.report.pass(record.place(), text);
            continue;
        }
        let body = own(desk, &record).or_else(|| body.clone());
        let mut seat = seat(desk, &record, sector, body.clone().unwrap_or_default());
        let vacant = vacancies(&seat.holder).filter(|n| *n < seat.count);
        sum = sum.saturating_add(seat.count);
        desk.report.count("seats", usize::try_from(seat.count).unwrap_or(0));
        desk.report.count("sectors", 1);
        let most = if seat.at_most { "up to " } else { "" };
        desk.report.fact(
            record.place(),
            format!("seat: {}, {most}{}: {}", seat.sector, seat.count, seat.holder),
        );
        if body.is_none() {
            continue;
        }
        if let Some(vacant) = vacant {
            seat.count -= vacant;
            part(desk, &seat, vacant);
        }
        let id = seat.id.clone();
        desk.file(seat);
        members.body = body;
        held(members, desk, &record, (&id, names))?;
    }
    Ok(())
}

/// "Ann Bell (1 vacancy)": those that nobody holds are seats of their own.
fn part(desk: &mut Desk<'_>, seat: &Seat, vacant: u32) {
    let open = Seat {
        id: SeatId::mint(desk.mint),
        count: vacant,
        holder: String::new(),
        status: SeatStatus::Vacant,
        rank: desk.mint.rank(),
        ..seat.clone()
    };
    desk.report.count("vacancies", usize::try_from(vacant).unwrap_or(0));
    desk.file(open);
}

/// Those whom a line of a cell names.
fn each_of(line: &str) -> Vec<String> {
    // "Labour: Ann Bell" and "Ann Bell (substitute: Tom Hill)" both name Ann Bell.
    let bare = |part: &str| {
        let colon = part.split('(').next().and_then(|before| before.rfind(": "));
        people_of(colon.map_or(part, |at| &part[at + 2..]).trim())
    };
    apart(line).into_iter().flat_map(bare).collect()
}

/// Whether `said` names somebody, with a title or by a name that people are given.
fn is_somebody(said: &str) -> bool {
    let name = brackets(said).0;
    is_name(&name) && (!Name::of(&name).title.is_empty() || is_person(&name))
}

/// Whether half or more of what stands in the column of names is somebody's: then the others are too,
/// and none is an office.
fn gives_names(headed: &Headed<'_>) -> bool {
    let lines = headed.records().flat_map(|record| record.lines(Column::Person));
    let all: Vec<String> = lines.flat_map(|line| each_of(&line)).collect();
    let known = all.iter().filter(|said| is_somebody(said)).count();
    all.len() >= 4 && known * 2 >= all.len()
}

/// Those who hold a seat, where they are named with a title, or the column gives `names`: an
/// office alone is nobody.
fn held(
    members: &mut Members,
    desk: &mut Desk<'_>,
    record: &Record<'_>,
    (seat, names): (&SeatId, bool),
) -> Result<(), Fault> {
    let place = record.place().to_owned();
    let voting = voting_of(record);
    let lines = record.lines(Column::Person);
    for line in &lines {
        let named = |said: &String| is_somebody(said) || names && is_name(&brackets(said).0);
        for name in each_of(line).into_iter().filter(named) {
            let said = Said {
                name: &name,
                role: "",
                organisation: "",
                place: &place,
                term: Term::of(record),
                voting,
                seat: Some(seat),
            };
            members.one(desk, &said)?;
        }
    }
    Ok(())
}

/// How many of the seats nobody holds, as brackets after those who do say it, or as a
/// word that stands in the place of a name: "Ann Bell; vacant".
fn vacancies(holder: &str) -> Option<u32> {
    let parts = apart(holder);
    let open = parts.iter().filter_map(|part| open_places(part)).fold(0, u32::saturating_add);
    if parts.len() > 1 && open > 0 {
        return Some(open);
    }
    let mut inside = holder.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    inside.find_map(open_places)
}

fn open_places(said: &str) -> Option<u32> {
    word::vacancies(said).map(u32::from)
}

fn seat(desk: &mut Desk<'_>, record: &Record<'_>, sector: String, body: BodyId) -> Seat {
    let lines = record.lines(Column::Person);
    let holder = lines.join("; ");
    let folded = fold(&holder);
    let printed = fold(&record.get(Column::Seats));
    let most = printed.strip_prefix("up to ").or_else(|| printed.strip_prefix("maximum of "));
    let (count, at_most, sure) = match most.unwrap_or(&printed).parse() {
        Ok(count) => (count, most.is_some(), true),
        Err(_) => count(&lines),
    };
    let open = [
        "consultation",
        "to be nominated",
        "to be confirmed",
        "to be clarified",
        "nominated by",
        "to be settled",
    ]
    .iter()
    .any(|words| folded.contains(words));
    let status = if is_vacant(&holder) || vacant_for(&holder).is_some() && lines.len() == 1 {
        SeatStatus::Vacant
    } else if open {
        SeatStatus::ToBeSettled
    } else {
        SeatStatus::Filled
    };
    if !sure {
        desk.report.warn(
            record.place(),
            format!("{sector}: the paper does not say how many seats; counted as {count}"),
        );
    }
    let had = desk
        .known
        .seats
        .iter()
        .find(|seat| seat.body == body && fold(&seat.sector) == fold(&sector));
    Seat {
        id: had.map_or_else(|| SeatId::mint(desk.mint), |had| had.id.clone()),
        body,
        sector,
        count,
        at_most,
        holder,
        status,
        remark: had.map(|had| had.remark.clone()).unwrap_or_default(),
        rank: had.map_or_else(|| desk.mint.rank(), |had| had.rank),
    }
}

/// How many seats the words for their holders speak of, whether at most, and
/// whether that is beyond doubt.
fn count(lines: &[String]) -> (u32, bool, bool) {
    let Some(first) = lines.first() else { return (1, false, false) };
    let folded = fold(first);
    let words: Vec<&str> = folded.split(' ').collect();
    let most = folded.starts_with("up to ");
    let number = words.get(if most { 2 } else { 0 }).and_then(|word| word.parse::<u32>().ok());
    if let Some(number) = number.filter(|number| *number < 200) {
        return (number, most, true);
    }
    if lines.len() > 1 && !folded.contains("consultation") {
        return (u32::try_from(lines.len()).unwrap_or(1), false, true);
    }
    let plural = words.first().is_some_and(|word| word.ends_with('s'));
    let listed = first.split('.').next().unwrap_or(first);
    let commas = listed.matches(", ").count();
    if plural && commas > 0 {
        let last =
            usize::from(listed.rsplit(", ").next().is_some_and(|tail| tail.contains(" and ")));
        return (u32::try_from(commas + 1 + last).unwrap_or(1), false, true);
    }
    if folded.contains(" and the ") {
        return (2, false, true);
    }
    let open = folded.starts_with("further consultation") || is_vacant(first);
    (1, false, !open)
}

/// Warns if the printed total is not the sum of the seats.
fn total(desk: &mut Desk<'_>, record: &Record<'_>, sum: u32) {
    let said = format!("{} {}", record.get(Column::Person), record.get(Column::Seats));
    let printed =
        said.split(|c: char| !c.is_ascii_digit()).find_map(|digits| digits.parse::<u32>().ok());
    if let Some(printed) = printed.filter(|printed| *printed != sum) {
        desk.report.warn(
            record.place(),
            format!("the total says {printed} seats, and the rows come to {sum}"),
        );
    }
}
