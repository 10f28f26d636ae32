//! The line that puts a body in the book.

use super::super::{Read, Unclear, wants, wrong};
use super::{Shelf, filed};
use crate::model::{Body, BodyId, BodyKind, HouseStyle, Mint};

pub(super) fn body(rest: &str, shelf: &Shelf<'_>, mint: &mut Mint) -> Read {
    let Some((code, name)) = coded(rest)? else {
        return wants("a code and a name, as \"PSB Public Service Board\"");
    };
    let Said { name, kind, quorum, authority } = said_of_body(name)?;
    if shelf.bodies.iter().any(|line| line.body.code.eq_ignore_ascii_case(code)) {
        return Err(wrong(format!("A body has the code {code} already."), "Choose other letters."));
    }
    let kind = kind.unwrap_or_else(|| BodyKind::of_name(name));
    let body = Body {
        kind,
        authority: authority.to_owned(),
        house_style: match kind {
            BodyKind::PartnershipBoard | BodyKind::InformalGroup => HouseStyle::Notes,
            _ => HouseStyle::Narrative,
        },
        quorum: quorum.map(|(n, _)| n),
        quorum_of: quorum.and_then(|(_, of)| of),
        ..Body::named(BodyId::mint(mint), code, name, mint.rank())
    };
    let needs = match quorum {
        None => String::new(),
        Some((n, None)) => format!(", with a quorum of {n}"),
        Some((n, Some(of))) => format!(", with a quorum of {n} of each {of} members"),
    };
    let said = format!("{name} ({code}) put in the book: {}{needs}.", kind.plain());
    Ok(filed(said, vec![body.into()]))
}

/// The letters that a line puts first, and the name after them; a sign between the
/// two is neither.
pub(super) fn coded(rest: &str) -> Result<Option<(&str, &str)>, Unclear> {
    let Some((code, name)) = rest.split_once(char::is_whitespace) else { return Ok(None) };
    let code = code.trim_end_matches([',', ':', ';', '.']);
    let name = name.trim_start_matches(['-', '\u{2013}', '\u{2014}', ',', ' ']).trim();
    if code.is_empty() || !code.chars().all(char::is_alphanumeric) || code.chars().count() > 12 {
        return Err(wrong(
            format!("\"{code}\" cannot be a code."),
            "A code is up to 12 letters and figures, as PSB.",
        ));
    }
    Ok((!name.is_empty()).then_some((code, name)))
}

/// What a line says of a body after its code.
struct Said<'a> {
    name: &'a str,
    kind: Option<BodyKind>,
    /// How many, or how many of each so many.
    quorum: Option<(u32, Option<u32>)>,
    authority: &'a str,
}

/// Reads "NAME as scrutiny quorum 4 of Vale County Council", from the end. The
/// authority is read after a kind or a quorum alone: the "of" of a "Board of
/// Governors" is in its name.
fn said_of_body(text: &str) -> Result<Said<'_>, Unclear> {
    let mut said = Said { name: text.trim(), kind: None, quorum: None, authority: "" };
    if let Some((before, after)) = said.name.rsplit_once(" quorum ") {
        let (quorum, rest) = quorum(after)?;
        if rest.trim_start().starts_with("as ") {
            return Err(wrong(
                format!("\"{}\" stands before the quorum.", rest.trim()),
                "Write CODE NAME as KIND quorum N, in this order.",
            ));
        }
        said.quorum = Some(quorum);
        said.authority = authority(rest).ok_or_else(|| no_quorum(after))?;
        said.name = before.trim();
    }
    if let Some((before, after)) = said.name.rsplit_once(" as ") {
        let (word, of) = after.split_once(" of ").unwrap_or((after, ""));
        let kind = BodyKind::from_word(&word.trim().to_lowercase().replace([' ', '-'], "_"));
        match kind {
            Some(kind) => {
                (said.name, said.kind) = (before.trim(), Some(kind));
                said.authority = if of.is_empty() { said.authority } else { of.trim() };
            }
            // A name goes on in capitals, as "Places as Homes" does.
            None if word.starts_with(char::is_lowercase) => {
                let kinds: Vec<String> = BodyKind::ALL.iter().map(|kind| kind.plain()).collect();
                return Err(wrong(
                    format!("\"{}\" is no kind of body.", word.trim()),
                    format!("The kinds are: {}.", kinds.join(", ")),
                ));
            }
            None => {}
        }
    }
    Ok(said)
}

/// How many, of each how many, and what stands after that.
fn quorum(text: &str) -> Result<((u32, Option<u32>), &str), Unclear> {
    let number = |word: &str| word.parse::<u32>().ok().filter(|n| *n > 0);
    let word = |text: &'_ str| text.trim_start().split(' ').next().unwrap_or_default().len();
    let text = text.trim();
    let (n, rest) = text.split_at(word(text));
    let n = number(n).ok_or_else(|| no_quorum(text))?;
    let each = rest.trim_start().strip_prefix("of ").map(str::trim_start);
    let each = each.map(|each| each.split_at(word(each)));
    match each.and_then(|(m, rest)| Some((number(m)?, rest))) {
        Some((m, _)) if m < n => Err(no_quorum(text)),
        Some((m, rest)) => Ok(((n, Some(m)), rest)),
        None => Ok(((n, None), rest)),
    }
}

/// The authority that `rest` names after "of"; nothing at all is no authority.
fn authority(rest: &str) -> Option<&str> {
    let rest = rest.trim().trim_start_matches("voting").trim_start();
    let rest = rest.strip_prefix("members").unwrap_or(rest).trim();
    if rest.is_empty() { Some("") } else { rest.strip_prefix("of ").map(str::trim) }
}

fn no_quorum(said: &str) -> Unclear {
    wrong(
        format!("\"{}\" is not a quorum.", said.trim()),
        "Write it as quorum 4, or quorum 1 of 4 for a quarter of the members.",
    )
}
