//! The line of a recommendation: one that a paper makes, or what a meeting recommended and
//! is followed up on the register.

use super::ledger::put;
use super::{filed, find};
use crate::capture::field::{self, Lined as _};
use crate::capture::said::Said;
use crate::capture::{Read, wrong};
use crate::model::{Link, LinkId, LinkKind, Mint, Recommendation, RecommendationId, Record};
use crate::rules::review::Review;

pub(super) fn recommendation(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let rows = &review.registers.recommendations;
    let had = rows.iter().find(|row| row.called().eq_ignore_ascii_case(said.name));
    if let (Some(had), Some(_)) = (had.filter(|had| !had.source.is_empty()), said.text) {
        let mut now = had.clone();
        field::alter(&mut now, &said.parts, said.today, said.today)?;
        if now.source != had.source {
            return Err(wrong(
                format!("{} is a recommendation of {} already.", had.number, had.source),
                "Give the new one a number of its own, or alter the source and the words one by one.",
            ));
        }
    }
    if had.is_none()
        && let Some((mut rows, row)) = followed_up(review, said.name, mint)
    {
        if said.text.is_some_and(|text| text.trim() != row.text.trim()) {
            return Err(wrong(
                format!("What {} recommends stands in the minutes.", row.number),
                "Say what came of it, and leave out the colon and what follows.",
            ));
        }
        let mut now = row.clone();
        field::alter(&mut now, &said.parts, said.today, said.today)?;
        let stranger = find::whose(review, Some(&row), &mut now)?;
        let told = field::put(Some(&row), now.clone())?.preview;
        rows.push(now.into());
        return Ok(filed(told, rows, Vec::new()).and(&stranger));
    }
    put(said, review, rows, || Recommendation {
        number: said.name.to_owned(),
        ..Recommendation::blank(RecommendationId::mint(mint), mint.rank())
    })
}

/// What a meeting recommended under the number `name`, put on the register to be followed
/// up there: the rows that tie it to its decision, and the recommendation.
pub(super) fn followed_up(
    review: &Review,
    name: &str,
    mint: &mut Mint,
) -> Option<(Vec<Record>, Recommendation)> {
    let mut made = review.registers.recommended.iter();
    let (of, row) = made.find(|(_, row)| row.number.eq_ignore_ascii_case(name))?;
    let id = RecommendationId::mint(mint);
    let (from_id, to_id, kind) = (id.0.clone(), of.0.clone(), LinkKind::ArisesFrom);
    let tie = Link { id: LinkId::mint(mint), from_id, to_id, kind, meeting: None };
    Some((vec![tie.into()], Recommendation { id, rank: mint.rank(), ..row.clone() }))
}
