//! Minutes as typists break them: lists within resolutions, names over two lines, owners by
//! initials alone.

use minutebook::import::PaperKind;
use minutebook::model::Record;

use super::{Found, read, rows, told};

/// Minutes of a meeting of three councillors with this business.
fn minutes(present: &str, business: &str) -> Found {
    let paper = format!(
        "Planning Committee\n\nMinutes of the meeting held on Friday, 2 October 2026\n\n\
         Present: {present}\n\n{business}"
    );
    read("minutes.txt", paper.as_bytes(), PaperKind::Auto)
}

const THREE: &str = "Councillors B Wragg (in the Chair), F Birtles and H Dewhirst";

fn titles(found: &Found) -> Vec<String> {
    let items = rows(found).iter().filter_map(|row| match row {
        Record::Item(item) => Some(format!("{} {}", item.number, item.title)),
        _ => None,
    });
    items.collect()
}

fn decided(found: &Found) -> Vec<String> {
    let decisions = rows(found).iter().filter_map(|row| match row {
        Record::Decision(decision) => Some(decision.text.replace('\n', " ")),
        _ => None,
    });
    decisions.collect()
}

fn people(found: &Found) -> Vec<String> {
    let people = rows(found).iter().filter_map(|row| match row {
        Record::Person(person) => Some(person.plain()),
        _ => None,
    });
    people.collect()
}

#[test]
fn the_conditions_of_a_resolution_are_no_items() {
    let business = "23. APOLOGIES\n\nThere were none.\n\n24. THE ANCHOR\n\n\
        RESOLVED: that permission be granted subject to\n\n1) commencement within three years;\n\
        2) materials to be approved; and\n3) a travel plan.\n\n25. THE BELL\n\n\
        RESOLVED: that the application be refused for the following reasons:\n\n1. Overlooking.\n\
        2. Loss of light.\n";
    let found = minutes(THREE, business);
    assert_eq!(titles(&found), ["1 APOLOGIES", "2 THE ANCHOR", "3 THE BELL"]);
    assert_eq!(
        decided(&found),
        [
            "permission be granted subject to 1) commencement within three years; 2) materials \
             to be approved; and 3) a travel plan.",
            "the application be refused for the following reasons: 1. Overlooking. 2. Loss of light."
        ]
    );
}

#[test]
fn a_resolution_goes_on_where_a_line_breaks_in_the_middle_of_it() {
    let business = "1. ELECTION OF MAYOR\nIt was PROPOSED by Cllr Birtles, SECONDED by Cllr Dewhirst \
        and RESOLVED that\nCllr Wragg be elected Mayor for the ensuing year.\n2. APOLOGIES\nNone.\n";
    let found = minutes(THREE, business);
    assert_eq!(decided(&found), ["Cllr Wragg be elected Mayor for the ensuing year."]);
}

#[test]
fn names_that_a_line_breaks_are_each_one_persons() {
    let business = "1. Lights\n\nNone.\n";
    let present = "Cllr D Ashdown (Chair), Cllr F Birtles and Cllr G\nColclough, Cllr K Eccleston\n\
        and Cllr Huw ap Rhys\n\nIn attendance: Ruth Hallam (Head of Planning), Simon Tey\n\
        (Solicitor), Cllr B Wragg";
    let found = minutes(present, business);
    let who = people(&found);
    for name in ["D Ashdown", "G Colclough", "K Eccleston", "Huw ap Rhys", "Simon Tey", "B Wragg"] {
        assert!(who.iter().any(|had| had.ends_with(name)), "{name}: {who:?}");
    }
    assert_eq!(who.len(), 8, "{who:?}");
}

#[test]
fn a_name_with_a_particle_is_nobodys_office() {
    let found =
        minutes("Councillors Ann Hart (Chair), Huw ap Rhys, Tom Lee", "1. Lights\n\nNone.\n");
    assert_eq!(people(&found), ["Ann Hart", "Huw ap Rhys", "Tom Lee"]);
}

#[test]
fn initials_behind_a_sentence_say_whose_it_is() {
    let business = "1. Shelter\n\nThe Clerk would obtain three quotations.\n          ACTION: LT\n\n\
        2. Lights\n\nTom Lee will mend the lights.\n\nAction: TL by 30 October 2026\n\n\
        3. Signs\n\nNoted. ACTION: TL\n";
    let found = minutes("Councillors Ann Hart (Chair), Huw ap Rhys, Tom Lee", business);
    let actions = rows(&found).iter().filter_map(|row| match row {
        Record::Action(action) => {
            Some((action.text.as_str(), action.owner.is_some(), action.due.is_some()))
        }
        _ => None,
    });
    assert_eq!(
        actions.collect::<Vec<_>>(),
        [
            ("The Clerk would obtain three quotations (given to, as printed: LT)", false, false),
            ("Tom Lee will mend the lights", true, true),
        ]
    );
}

#[test]
fn an_owner_by_initials_before_a_colon_or_a_dash_is_whose_it_is() {
    let business =
        "1. Shelter\n\nAction TL: confirm the price, by 21/10/26\n\nAction - AH - chase the map\n";
    let found = minutes("Councillors Ann Hart (Chair), Huw ap Rhys, Tom Lee", business);
    let actions = rows(&found).iter().filter_map(|row| match row {
        Record::Action(action) => Some((action.text.as_str(), action.owner.is_some())),
        _ => None,
    });
    assert_eq!(actions.collect::<Vec<_>>(), [("confirm the price", true), ("chase the map", true)]);
}

#[test]
fn rows_of_parts_whose_items_have_none_are_not_lost() {
    let paper = "<p>Safer Wrexley Partnership</p><p>Minutes of the meeting held on 18 June 2026</p>\
        <p>Present: Karen Whitlow (Chair), Joanne Birtles</p><table>\
        <tr><th>Item</th><th>Discussion</th><th>Action</th></tr>\
        <tr><td>1.1</td><td>Karen Whitlow opened the meeting.</td><td></td></tr>\
        <tr><td>2.1</td><td>Strategy</td><td></td></tr>\
        <tr><td>2.2</td><td>It will go to partners.</td><td>Joanne Birtles to send it by 30 June 2026</td></tr>\
        <tr><td>3</td><td>Lighting</td><td></td></tr></table>";
    let found = read("m.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(titles(&found).len(), 3, "{:?}", titles(&found));
    let text: String = rows(&found)
        .iter()
        .filter_map(|row| {
            if let Record::Minute(minute) = row { Some(minute.text.as_str()) } else { None }
        })
        .collect();
    assert!(text.contains("2.2 It will go to partners."), "{text}");
    assert!(rows(&found).iter().any(|row| matches!(row, Record::Action(_))));
}

#[test]
fn whoever_remained_is_not_said_to_have_taken_part() {
    let business = "1. DECLARATIONS OF INTEREST\n\nCouncillor Birtles declared a personal interest in item 2, as a \
        member, and remained in the meeting but did not speak or vote.\n\n2. THE BELL\n\nRESOLVED: that it be refused.\n";
    let found = minutes(THREE, business);
    assert!(!rows(&found).iter().any(|row| matches!(row, Record::Interest(_))));
    let kept = rows(&found).iter().any(
        |row| matches!(row, Record::Minute(minute) if minute.text.contains("did not speak or vote")),
    );
    assert!(kept, "in words");
}

#[test]
fn initials_in_a_column_at_the_right_give_what_stands_beside_them() {
    let paper = "RIVERS BOARD\n\nMinutes of the meeting held on 3 May 2026\n\n\
        Present: Ann Bell (AB), Carl Hart (CH)\n\n\
        \u{20}                                                           ACTION\n\n\
        1.  Floods\n\n\
        \u{20}   The Head of Rivers said that levels were high.          CH\n\
        \u{20}   The weir was to be mended by 30 June 2026.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Minutes);
    assert!(told(&found, "", "action (CH): The weir was to be mended by 30 June 2026"));
    let minute = rows(&found).iter().find_map(|row| match row {
        Record::Minute(minute) => Some(minute.text.clone()),
        _ => None,
    });
    assert!(minute.is_some_and(|text| !text.contains("CH")));
}
