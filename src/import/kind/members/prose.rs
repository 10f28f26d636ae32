//! Members named in a sentence, or in lines under the name of their committee.

use super::super::super::paper::{Block, Piece, Role as Part};
use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::letterhead::is_body;
use super::super::people::is_name;
use super::word::{brackets, parted, role_of};

/// How what comes before the names ends.
const SAYS: [&str; 6] =
    ["members", "membership", "members are", "comprises", "consists of", "made up of"];

/// The members that a sentence names: "The Committee has three members: Councillors Ann
/// Bell (Chairman), Tom Fox and Mrs P. Allardyce." Nobody, where any of them may be
/// something else. What the paragraph says after them comes with them.
pub(super) fn named(text: &str) -> Option<(Vec<String>, &str)> {
    let ends = |said: &str| {
        let folded = fold(said);
        SAYS.iter().any(|says| folded.ends_with(says))
    };
    let list = match text.split_once(": ") {
        Some((said, list)) if ends(said) => list,
        _ => SAYS.iter().skip(2).find_map(|says| text.split_once(&format!(" {says} ")))?.1,
    };
    // A full stop may stand after an initial: the first that leaves only names ends it.
    let initial = |at: &usize| {
        let word = list.get(..*at).and_then(|said| said.split([' ', '.']).next_back());
        word.is_some_and(|word| word.chars().count() < 2)
    };
    let stops = list.match_indices(". ").map(|(at, _)| at).filter(|at| !initial(at));
    stops.chain([list.len()]).find_map(|at| {
        let (names, rest) = list.split_at_checked(at)?;
        Some((all_named(names)?, rest.trim_start_matches(['.', ' '])))
    })
}

/// Those whom a list names, if it names several and nothing else.
fn all_named(list: &str) -> Option<Vec<String>> {
    let list = list.trim().trim_end_matches('.').replace(" and ", ", ");
    let plural = ["Councillors ", "Cllrs "].iter().find(|title| list.starts_with(**title));
    let bare = plural.map_or(list.as_str(), |title| &list[title.len()..]);
    let mut depth = 0;
    let each = bare.split(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0 && matches!(c, ',' | ';')
    });
    let each: Vec<&str> = each.map(str::trim).filter(|name| !name.is_empty()).collect();
    let name = |said: &&str| is_name(&brackets(said).0);
    let several = each.len() > 1 && each.iter().all(name);
    several.then(|| {
        let titled = |said: &&str| {
            let own = Name::of(said).title;
            let stays =
                plural.is_none() || own.starts_with("Councillor") || own.starts_with("Cllr");
            if stays { (*said).to_owned() } else { format!("Councillor {said}") }
        };
        each.iter().map(titled).collect()
    })
}

/// Whether `block` is the name of a committee over the names of its members, one of whom
/// chairs it.
pub(super) fn heads(block: &Block, rest: &[Piece]) -> bool {
    let text = |piece: &Piece| match piece {
        Piece::Text(under) if under.role != Part::Heading => Some(under.text.clone()),
        _ => None,
    };
    if block.role != Part::Heading || !is_body(&block.flat()) {
        return false;
    }
    let under: Vec<String> = rest.iter().map_while(text).collect();
    let lines: Vec<&str> = under.iter().flat_map(|text| text.split('\n')).collect();
    let name = |line: &&str| is_name(&brackets(&parted(line).0).0);
    let chairs = |line: &&str| name(line) && role_of(&brackets(line).1).0.is_some();
    lines.first().is_some_and(name) && lines.iter().any(chairs)
}

/// Whether a line begins those who may stand in for members.
pub(super) fn is_reserve(line: &str) -> bool {
    let folded = fold(line);
    ["substitute", "reserve", "named substitute"].iter().any(|word| folded.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_only_names_members_lists_them() {
        let said = "The Committee has four members: Councillors Ann Bell (Chairman), S. Quill, Mrs \
                    P. Allardyce and D. Farrow. There is one vacancy.";
        let each = [
            "Councillor Ann Bell (Chairman)",
            "Councillor S. Quill",
            "Councillor Mrs P. Allardyce",
            "Councillor D. Farrow",
        ];
        assert_eq!(
            named(said).unwrap(),
            (each.map(str::to_owned).to_vec(), "There is one vacancy.")
        );
        let said = "The Board comprises Ann Bell (Chair), Tom Fox and K. Oduya.";
        assert_eq!(named(said).unwrap().0, ["Ann Bell (Chair)", "Tom Fox", "K. Oduya"]);
        for other in [
            "The members: the Leader, the Chief Executive and the Director",
            "Two members: Councillor Bell spoke, and Councillor Fox left",
            "Membership: see the list below",
        ] {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
