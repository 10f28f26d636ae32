//! How organisations and sectors take part in the meetings.

use chrono::NaiveDate;
use serde_json::json;

use super::block::{Block, Sheet};
use super::sift::sift;
use super::{Audience, Document, as_at, digest, facts};
use crate::model::day;
use crate::rules::engagement::{Engagement, Filled, Seen, Share};

/// How many meetings back the marks of a row go, so that they stand on one line.
const MARKED: usize = 12;

const COLUMNS: [&str; 16] = [
    "kind",
    "name",
    "sector",
    "seats",
    "attended",
    "by_substitute",
    "apologies",
    "absent",
    "unknown",
    "missed_in_a_row",
    "substitutes_in_a_row",
    "mandated",
    "not_mandated",
    "actions",
    "actions_done",
    "meetings",
];

impl Document<'static> {
    /// Sets out how each organisation and each sector took part, as on `today`.
    #[must_use]
    pub fn engagement(engagement: &Engagement, audience: Audience, today: NaiveDate) -> Self {
        let sifted = sift(engagement, audience);
        let mut blocks: Vec<Block> = meetings(&sifted).map(Block::Para).into_iter().collect();
        let lots = [("Organisation", &sifted.organisations), ("Sector", &sifted.sectors)];
        blocks.extend(lots.iter().filter_map(|(whose, shares)| table(whose, shares)));
        if blocks.is_empty() {
            blocks.push(Block::Para("No meeting that is closed is on record.".into()));
        }
        let shares = || sifted.organisations.iter().chain(&sifted.sectors);
        let told: Vec<_> = shares().map(facts::share).collect();
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today).add_all("share", &told);
        Self {
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({ "engagement": told }),
            sheet: Some(Sheet {
                columns: COLUMNS.map(str::to_owned).to_vec(),
                rows: shares().map(cells).collect(),
            }),
            blocks,
            ..Self::new("engagement", "Who takes part".into(), today)
        }
        .cleaned()
    }
}

/// The newest days of a strip, the oldest first.
fn newest(strip: &[Seen]) -> &[Seen] {
    strip.get(strip.len().saturating_sub(MARKED)..).unwrap_or_default()
}

/// The days that the marks are of, and how they read; none, where there was no meeting.
fn meetings(engagement: &Engagement) -> Option<String> {
    // The days are the same for every share.
    let days = newest(&engagement.organisations.first()?.strip);
    let listed: Vec<String> = days.iter().map(|seen| day::short(seen.day)).collect();
    (!days.is_empty()).then(|| {
        format!(
            "Seats are counted meeting by meeting: Came is who attended, Sub by substitute, Apol \
             apologies, Abs absent. Missed is how many meetings in a row nobody was there, to the \
             last; Mandate at how many seats they could bind those they came for, of those where \
             it was said; Done how many of the actions given were done. Under Meetings each day \
             has a mark, the oldest first ({}): \u{25cf} all the seats filled, + some, s by \
             substitute, a apologies, - absent, ? not recorded, _ no seat.",
            listed.join("; ")
        )
    })
}

fn table(whose: &str, shares: &[Share]) -> Option<Block> {
    let head =
        [whose, "Seats", "Came", "Sub", "Apol", "Abs", "Missed", "Mandate", "Done", "Meetings"];
    let of = |n: u32, all: u32| if all == 0 { String::new() } else { format!("{n} of {all}") };
    let row = |share: &Share| {
        vec![
            share.name.clone(),
            share.places.to_string(),
            share.came.to_string(),
            share.by_substitute.to_string(),
            share.apologies.to_string(),
            share.absent.to_string(),
            share.missed_in_a_row.to_string(),
            of(share.mandated, share.mandated.saturating_add(share.unmandated)),
            of(share.done, share.actions),
            newest(&share.strip).iter().map(mark).collect(),
        ]
    };
    (!shares.is_empty()).then(|| Block::Table {
        caption: format!("Engagement by {}", whose.to_lowercase()),
        head: head.map(str::to_owned).to_vec(),
        rows: shares.iter().map(row).collect(),
    })
}

/// The mark of a day; on paper a blank would be lost, and half a circle look like a blot.
fn mark(seen: &Seen) -> char {
    match seen.best {
        None => '_',
        Some(_) if seen.is_in_part() => '+',
        Some(best) => best.mark(),
    }
}

fn cells(share: &Share) -> Vec<String> {
    let counts = [
        share.places,
        share.came,
        share.by_substitute,
        share.apologies,
        share.absent,
        share.unknown,
        share.missed_in_a_row,
        share.substitutes_in_a_row,
        share.mandated,
        share.unmandated,
        share.actions,
        share.done,
    ];
    let kind = if share.is_sector { "sector" } else { "organisation" };
    let mut cells = vec![kind.to_owned(), share.name.clone(), share.sector.clone()];
    cells.extend(counts.map(|n| n.to_string()));
    let met = |(seen, best): (&Seen, Filled)| {
        format!("{} {} ({} of {})", seen.day, best.word(), seen.there, seen.places)
    };
    cells.push(share.met().map(met).collect::<Vec<_>>().join("; "));
    cells
}
