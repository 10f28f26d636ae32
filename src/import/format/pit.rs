//! A look at a web page before it is parsed, so that one made to do harm costs
//! nothing.

use super::super::fault::Fault;
use super::super::limit;

/// Refuses what a parser would spend itself on: elements nested or attributes
/// heaped beyond any page that a person wrote.
pub(super) fn weigh(text: &str) -> Result<(), Fault> {
    let mut depth = 0usize;
    let mut tags = 0usize;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let first = rest.bytes().next().unwrap_or(b' ');
        if first == b'!' || first == b'?' || !(first.is_ascii_alphabetic() || first == b'/') {
            continue;
        }
        tags += 1;
        if tags > limit::TAGS {
            return Err(Fault::over("the page is too large", "300,000 tags"));
        }
        let end = rest.find('>').unwrap_or(rest.len());
        let tag = &rest[..end];
        let name = tag.trim_start_matches('/');
        let name = name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())]
            .to_ascii_lowercase();
        if tag.len() > 256
            && tag.split_ascii_whitespace().count() > limit::ATTRIBUTES
            && tag.bytes().filter(|b| *b == b'=').count() > limit::ATTRIBUTES
            || tag.len() > limit::TEXT && tag.split_ascii_whitespace().count() > limit::TEXT / 16
        {
            return Err(Fault::over("a tag has too many attributes", "256 attributes"));
        }
        if closes_itself(&name) || tag.ends_with('/') {
            // Counts for nothing: it cannot hold anything.
        } else if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
        }
        if depth > limit::DEPTH {
            return Err(Fault::over("elements are nested too deep", "256 levels"));
        }
        rest = &rest[end..];
    }
    Ok(())
}

/// Whether elements called `name` are empty or end without being closed.
fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
            | "param"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "tbody"
            | "thead"
            | "tfoot"
            | "colgroup"
            | "caption"
            | "option"
            | "optgroup"
            | "html"
            | "head"
            | "body"
            | "rt"
            | "rp"
    )
}
