//! A partnership's target figures: from sentences, from columns, and checked.

use std::fmt::Write as _;

use super::super::super::report::Report;
use super::super::super::words::column::Column;
use super::super::super::words::count::{Counts, Stand};
use super::super::super::words::when;
use crate::model::{Cause, EditionId, PartnershipId, Summary, SummaryId};

/// The figures of one partnership.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Figures {
    /// The period, as printed.
    pub(in super::super) period: String,
    /// How many targets there are.
    pub(in super::super) total: u32,
    /// How many are on track.
    pub(in super::super) on: u32,
    /// How many are not.
    pub(in super::super) off: u32,
    /// How many of those will not be achieved.
    pub(in super::super) lost: u32,
    /// How many cannot be judged.
    pub(in super::super) unjudged: u32,
    /// How many are not due.
    pub(in super::super) not_due: u32,
    /// Why some cannot be judged.
    pub(in super::super) cause: Option<Cause>,
    /// Who is to mend that.
    pub(in super::super) mender: String,
    /// What else is to be said of them.
    pub(in super::super) remark: String,
}

impl Figures {
    /// The figures in a sentence, if it gives any; tells `report` what does not
    /// add up.
    pub(in super::super) fn said(
        text: &str,
        who: &str,
        place: &str,
        report: &mut Report,
    ) -> Option<Self> {
        let counts = Counts::of(text);
        if !counts.targets || (counts.parts.is_empty() && counts.total.is_none()) {
            return None;
        }
        let (cause, mender) = Summary::why_in(text);
        Some(Self { cause, mender, ..Self::settle(&counts, who, place, report)? })
    }

    /// The figures in columns headed so, each cell with its place.
    pub(in super::super) fn columns(
        cells: &[(Column, String, String)],
        who: &str,
        report: &mut Report,
    ) -> Option<Self> {
        let mut counts = Counts { targets: true, ..Counts::default() };
        let (mut remark, mut why) = ("", (None, String::new()));
        let mut strange = false;
        for (column, said, place) in cells {
            if *column == Column::Period {
                counts.period =
                    when::period(said).map(|(words, _)| words).or_else(|| non_empty(said));
                continue;
            }
            if *column == Column::Remark {
                let (first, rest) = said.split_once(". ").unwrap_or((said, ""));
                why = Summary::why_in(first);
                remark = if why.0.is_some() { rest.trim() } else { said.trim() };
                continue;
            }
            // "9 targets: 7 on track, 2 off track", in the one column of targets.
            let (first, rest) = said.split_once(". ").unwrap_or((said, ""));
            let told = Counts::of(if rest.is_empty() { said } else { first });
            if *column == Column::Total && !told.parts.is_empty() {
                let period = counts.period.take().or(told.period.clone());
                counts = Counts { period, ..told };
                why = Summary::why_in(first);
                remark = rest.trim();
                continue;
            }
            let Some(number) = whole(said, who, *column, place, report) else {
                strange |= !is_blank(said);
                continue;
            };
            match stand(*column).map(|stand| (stand, number)) {
                None => (counts.total, counts.printed) = (Some(number), true),
                part => counts.parts.extend(part),
            }
        }
        let place = cells.first().map(|cell| cell.2.clone()).unwrap_or_default();
        if counts.parts.is_empty() && counts.total.is_none() {
            return None;
        }
        // What the others come to says nothing of a cell that holds something else.
        if strange {
            let text =
                format!("{who}: no target figures were read in, as not all are whole numbers");
            report.warn(place, text);
            return None;
        }
        // Those on track and those off it, counted beside one another, are all.
        let both = [Stand::On, Stand::Off].iter().all(|stand| counts.part(*stand).is_some());
        if both && counts.total.is_none() {
            counts.total = Some(counts.sum());
        }
        add_lost(&mut counts);
        let mut figures = Self::settle(&counts, who, &place, report)?;
        (figures.cause, figures.mender) = why;
        if figures.remark.is_empty() {
            remark.clone_into(&mut figures.remark);
        }
        Some(figures)
    }

    fn settle(counts: &Counts, who: &str, place: &str, report: &mut Report) -> Option<Self> {
        let part = |stand| counts.part(stand).unwrap_or(0);
        if part(Stand::Unsure) > 0 {
            let text = format!(
                "{who}: \u{201c}amber\u{201d} or \u{201c}at risk\u{201d} is neither on nor off track; \
                 no figures were read in, and the clerk must say how those stand"
            );
            report.warn(place, text);
            return None;
        }
        let Some(total) = counts.total else {
            report.warn(place, format!("{who}: the paper gives part of its target figures and no total; none were read in"));
            return None;
        };
        if counts.total.is_some() && !counts.printed {
            report.warn(
                place,
                format!("{who}: no total is printed; {total} is the sum of the parts"),
            );
        }
        let sum = counts.sum();
        if counts.parts.len() < 2 && sum != total {
            let text = format!(
                "{who}: {total} targets, but the paper says how only {sum} of them stand; no figures were read in"
            );
            report.warn(place, text);
            return None;
        }
        let met = part(Stand::Met);
        let figures = Self {
            period: counts.period.clone().unwrap_or_default(),
            total,
            on: part(Stand::On).saturating_add(met),
            off: part(Stand::Off),
            lost: part(Stand::Lost),
            unjudged: part(Stand::Unjudged),
            not_due: part(Stand::NotDue),
            cause: None,
            mender: String::new(),
            remark: if met > 0 { format!("{met} already achieved") } else { String::new() },
        };
        if sum != total || figures.lost > figures.off {
            let text = format!(
                "{who}: {total} targets, but the parts come to {sum}; no figures are counted until \
                 the clerk has settled which is right"
            );
            report.warn(place, text);
            return None;
        }
        Some(figures)
    }

    /// Tells of figures that no period is said of.
    pub(in super::super) fn tell(&self, who: &str, place: &str, report: &mut Report) {
        if self.period.is_empty() {
            report.warn(place, format!("{who}: the figures are of no stated period"));
        }
    }

    /// The figures as the book keeps them.
    pub(in super::super) fn into_summary(
        self,
        id: SummaryId,
        edition: EditionId,
        partnership: PartnershipId,
    ) -> Summary {
        Summary {
            id,
            edition,
            partnership,
            period: self.period,
            total: self.total,
            on_track: self.on,
            off_track: self.off,
            lost: self.lost,
            cannot_judge: self.unjudged,
            not_due: self.not_due,
            cause: self.cause,
            mender: self.mender,
            remark: self.remark,
        }
    }

    /// "17 targets (Q3 2009/10): 2 on track, 7 off track, 8 cannot be judged".
    pub(in super::super) fn in_words(&self) -> String {
        let period =
            if self.period.is_empty() { String::new() } else { format!(" ({})", self.period) };
        let mut words = format!(
            "{} targets{period}: {} on track, {} off track, {} cannot be judged",
            self.total, self.on, self.off, self.unjudged
        );
        if self.lost > 0 {
            let _ = write!(words, "; {} will not be achieved", self.lost);
        }
        if self.not_due > 0 {
            let _ = write!(words, "; {} not due", self.not_due);
        }
        words
    }
}

/// In columns, those lost are counted either among those off or beside them;
/// whichever makes the sum right is meant.
fn add_lost(counts: &mut Counts) {
    let (Some(lost), Some(total)) = (counts.part(Stand::Lost), counts.total) else { return };
    if counts.sum() != total && counts.sum().saturating_add(lost) == total
        || counts.part(Stand::Off).is_none()
    {
        counts.parts.push((Stand::Off, lost));
    }
}

/// The whole number in a cell; a cell that holds anything else is told of and
/// counts as nothing said.
fn whole(said: &str, who: &str, column: Column, place: &str, report: &mut Report) -> Option<u32> {
    let said = said.trim();
    if is_blank(said) {
        return None;
    }
    let plain = said.strip_suffix(".0").unwrap_or(said);
    if let Ok(number) = plain.parse() {
        return Some(number);
    }
    let of = said.split_once(" of ").or_else(|| said.split_once('/'));
    if let Some((part, _)) = of.filter(|(_, all)| all.trim().parse::<u32>().is_ok())
        && let Ok(number) = part.trim().parse()
    {
        return Some(number);
    }
    let head = called(column);
    report.pass(
        place,
        format!(
            "{who}: \u{201c}{said}\u{201d}, {head}, is not a whole number, and was not read in"
        ),
    );
    None
}

/// Whether a cell says nothing, or says that there is nothing to say.
fn is_blank(said: &str) -> bool {
    let said = said.trim().to_lowercase();
    matches!(said.as_str(), "" | "-" | "\u{2013}" | "\u{2014}" | "n/a" | "na" | "?" | "..")
}

/// How those stand that a column of figures counts; nothing, if it counts all.
fn stand(column: Column) -> Option<Stand> {
    match column {
        Column::OnTrack => Some(Stand::On),
        Column::OffTrack => Some(Stand::Off),
        Column::Lost => Some(Stand::Lost),
        Column::Unjudged => Some(Stand::Unjudged),
        Column::NotDue => Some(Stand::NotDue),
        Column::Unsure => Some(Stand::Unsure),
        _ => None,
    }
}

/// What a column of figures counts, in words.
fn called(column: Column) -> &'static str {
    match column {
        Column::OnTrack => "on track",
        Column::OffTrack => "off track",
        Column::Lost => "will not be achieved",
        Column::Unjudged => "cannot be judged",
        Column::NotDue => "not due",
        Column::Unsure => "at risk",
        _ => "targets in all",
    }
}

fn non_empty(said: &str) -> Option<String> {
    let said = said.trim();
    (!said.is_empty()).then(|| said.to_owned())
}
