//! The line that puts a body in the book.

use super::super::{Read, Unclear, wants, wrong};
use super::{Shelf, filed};
use crate::model::{Body, BodyId, BodyKind, HouseStyle, Mint, YearBasis};

pub(super) fn body(rest: &str, shelf: &Shelf<'_>, mint: &mut Mint) -> Read {
    let Some((code, name)) = rest.split_once(char::is_whitespace) else {
        return wants("a code and a name, as \"PSB Public Service Board\"");
    };
    let Said { name, kind, quorum, authority } = said_of_body(name)?;
    if shelf.bodies.iter().any(|line| line.body.code.eq_ignore_ascii_case(code)) {
        return Err(wrong(format!("A body has the code {code} already."), "Choose other letters."));
    }
    let kind = kind.unwrap_or_else(|| BodyKind::of_name(name));
    let body = Body {
        id: BodyId::mint(mint),
        code: code.to_owned(),
        name: name.to_owned(),
        kind,
        parent: None,
        authority: authority.to_owned(),
        profile: String::new(),
        house_style: match kind {
            BodyKind::PartnershipBoard | BodyKind::InformalGroup => HouseStyle::Notes,
            _ => HouseStyle::Narrative,
        },
        year_basis: YearBasis::Calendar,
        quorum: quorum.map(|(n, _)| n),
        quorum_of: quorum.and_then(|(_, of)| of),
        frequency: None,
        place: String::new(),
        remit: String::new(),
        rank: mint.rank(),
    };
    let needs = match quorum {
        None => String::new(),
        Some((n, None)) => format!(", with a quorum of {n}"),
        Some((n, Some(of))) => format!(", with a quorum of {n} of each {of} members"),
    };
    let said = format!("{name} ({code}) put in the book: {}{needs}.", kind.plain());
    Ok(filed(said, vec![body.into()]))
}

/// What a line says of a body after its code.
struct Said<'a> {
    name: &'a str,
    kind: Option<BodyKind>,
    /// How many, or how many of each so many.
    quorum: Option<(u32, Option<u32>)>,
    authority: &'a str,
}

/// Reads "NAME as scrutiny quorum 4 of Vale County Council", from the end.
fn said_of_body(text: &str) -> Result<Said<'_>, Unclear> {
    let mut said = Said { name: text.trim(), kind: None, quorum: None, authority: "" };
    if let Some((before, after)) = said.name.rsplit_once(" quorum ") {
        let words: Vec<&str> = after.split_whitespace().collect();
        let number = |word: &&str| word.parse::<u32>().ok().filter(|n| *n > 0);
        let (n, rest) = words.split_first().map_or((None, &[][..]), |(n, rest)| (number(n), rest));
        let (of, used) = match rest {
            ["of", m, ..] if number(m).is_some() => (number(m), 2),
            _ => (None, 0),
        };
        let Some(n) = n else {
            return Err(wrong(
                format!("\"{}\" is not a quorum.", after.trim()),
                "Write it as quorum 4, or quorum 1 of 4 for a quarter of the members.",
            ));
        };
        said.quorum = Some((n, of));
        let tail = rest.get(used..).unwrap_or_default();
        if let ["of", authority @ ..] = tail
            && let Some(first) = authority.first()
        {
            said.authority =
                after.find(&format!(" of {first}")).map_or("", |at| after[at + 4..].trim());
        }
        said.name = before.trim();
    }
    if let Some((before, word)) = said.name.rsplit_once(" as ")
        && let Some(kind) =
            BodyKind::from_word(&word.trim().to_lowercase().replace([' ', '-'], "_"))
    {
        (said.name, said.kind) = (before.trim(), Some(kind));
    }
    Ok(said)
}
