//! How an Excel workbook shows its numbers, as far as that changes what they say:
//! 0.95 shown as "95%", a day of which only the month is shown.

use std::collections::HashMap;

use super::super::fault::Fault;
use super::bag::Bag;
use super::xml::{self, Node};

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A hundred times as much, with a percent sign and so many decimals.
    Percent(usize),
    /// The month and the year of a day.
    Month,
}

/// The looks of a workbook's styles, by their numbers; those that change nothing
/// are left out.
pub(super) fn looks(bag: &mut Bag<'_>, part: &str) -> Result<HashMap<usize, Look>, Fault> {
    let Some(bytes) = bag.part(part)? else { return Ok(HashMap::new()) };
    let mut formats = known();
    let (mut found, mut cells, mut next) = (HashMap::new(), false, 0);
    xml::walk(part, &bytes, |node| {
        match node {
            Node::Open(tag) => match tag.name.as_str() {
                "s:numFmt" => {
                    let look = tag.get("formatCode").and_then(of);
                    if let (Some(id), Some(look)) = (tag.number("numFmtId"), look) {
                        formats.insert(id, look);
                    }
                }
                "s:cellXfs" => cells = true,
                "s:xf" if cells => {
                    let look = tag.number("numFmtId").and_then(|id| formats.get(&id));
                    if let Some(look) = look {
                        found.insert(next, *look);
                    }
                    next += 1;
                }
                _ => {}
            },
            Node::Close("s:cellXfs") => cells = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// The looks of the formats that every workbook has without saying so, by their
/// numbers.
pub(super) fn known() -> HashMap<usize, Look> {
    HashMap::from([(9, Look::Percent(0)), (10, Look::Percent(2)), (17, Look::Month)])
}

/// The look that a format such as "0.0%" or "mmm-yy" gives.
pub(super) fn of(code: &str) -> Option<Look> {
    // Words in quotation marks and colours in brackets are shown, and are no signs.
    let mut signs = String::new();
    let (mut quoted, mut within) = (false, false);
    let mut each = code.split(';').next().unwrap_or_default().chars();
    while let Some(c) = each.next() {
        match c {
            // What follows is shown as it is.
            '\\' | '_' | '*' if !quoted => _ = each.next(),
            '"' => quoted = !quoted,
            '[' if !quoted => within = true,
            ']' if !quoted => within = false,
            c if !quoted && !within => signs.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    if signs.contains('%') {
        let decimals = signs
            .split_once('.')
            .map_or(0, |(_, rest)| rest.chars().take_while(|c| matches!(c, '0' | '#')).count());
        return Some(Look::Percent(decimals.min(6)));
    }
    let month = signs.contains("mmm") && signs.contains('y') && !signs.contains(['d', 'h', 's']);
    month.then_some(Look::Month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_how_a_number_is_shown() {
        assert_eq!(of("0.0%"), Some(Look::Percent(1)));
        assert_eq!(of("0%;[Red]-0%"), Some(Look::Percent(0)));
        assert_eq!(of("mmm-yy"), Some(Look::Month));
        assert_eq!(of("[$-809]mmmm yyyy"), Some(Look::Month));
        assert_eq!(of("dd/mm/yyyy"), None);
        assert_eq!(of("0.00\"%\""), None);
        assert_eq!(of("0\\%"), None);
    }
}
