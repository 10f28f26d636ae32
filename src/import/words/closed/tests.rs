//! What councils write on their papers, and what it says of the public.

use super::*;

#[track_caller]
fn withheld(text: &str, numbers: &[u8]) {
    let Some(Said::Withheld(paragraphs, _)) = said(text) else { unreachable!("{text}") };
    assert_eq!(paragraphs.numbers(), numbers, "{text}");
}

#[test]
fn a_marking_is_read_however_a_council_words_it() {
    withheld("NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A", &[3]);
    withheld("8. Depot lease (Exempt)", &[]);
    withheld("Depot lease \u{2013} EXEMPT", &[]);
    withheld("Depot lease (exempt - paragraphs 1, 2 and 5)", &[1, 2, 5]);
    withheld("CONFIDENTIAL: Depot lease", &[]);
    withheld("Exempt 3", &[3]);
    withheld("PART II", &[]);
    withheld("This report contains exempt information under para 4.", &[4]);
    withheld("Private session", &[]);
    withheld("[RESTRICTED]", &[]);
    withheld("Eithriad / Exempt: Land", &[]);
    withheld("Settlement \u{2013} Restricted paper", &[]);
    withheld("In Committee", &[]);
}

#[test]
fn a_column_says_which_rows_are_closed() {
    assert!(is_column("Open/Closed") && is_column("Public / Private"));
    assert!(!is_column("Open/closed since") && !is_column("Status"));
    assert_eq!(in_column("Open"), None);
    assert!(in_column("Closed").is_some());
    assert!(is_column("Access") && in_column("Unrestricted").is_none());
}

#[test]
fn a_marking_in_front_of_a_title_needs_no_sign_between_them() {
    withheld("PINK PAPERS Contract award", &[]);
    withheld("PRIVATE Settlement of a claim", &[]);
    withheld("EXEMPT LAND AT THE QUAY", &[]);
    for text in ["PRIVATE SECTOR HOUSING", "Exempt accommodation review", "RESTRICTED BYWAYS"] {
        assert_eq!(said(text), None, "{text}");
    }
}

#[test]
fn a_sentence_says_which_business_was_closed() {
    let reach = |text: &str| match said(text) {
        Some(Said::Withheld(_, reach)) => reach,
        other => unreachable!("{text}: {other:?}"),
    };
    assert_eq!(reach("Items 2 and 3 were exempt."), Reach::Items(vec!["2".into(), "3".into()]));
    assert_eq!(reach("This report is confidential."), Reach::Unsaid);
    assert_eq!(reach("The following items contain exempt information."), Reach::Rest);
    assert_eq!(said("Charities are exempt from business rates on such items."), None);
    assert_eq!(said("Talks with the ombudsman are confidential."), None);
}

#[test]
fn a_word_that_only_sounds_like_a_marking_is_none() {
    for text in [
        "Council tax exemptions review",
        "Supported exempt accommodation",
        "Confidential reporting policy",
        "Private sector housing",
        "Investment in private rented homes",
        "Restricted parking zones",
        "Local Plan Part 2 consultation",
        "Actions closed since the last meeting",
    ] {
        assert_eq!(said(text), None, "{text}");
    }
}

#[test]
fn sending_the_public_out_names_its_items_or_means_all_that_follow() {
    let out = |text: &str| match said(text) {
        Some(Said::Excluded(paragraphs, reach)) => (paragraphs.numbers().to_vec(), reach),
        other => unreachable!("{text}: {other:?}"),
    };
    let items = |numbers: &[&str]| Reach::Items(numbers.iter().map(|n| (*n).into()).collect());
    assert_eq!(out("Exclusion of Press and Public"), (vec![], Reach::Unsaid));
    assert_eq!(out("To exclude the public from the following item.").1, Reach::Next);
    assert_eq!(out("The press and public were asked to leave at this point.").1, Reach::Unsaid);
    assert_eq!(
        out("RESOLVED: that the public be excluded for items 8 and 9 (paragraph 3)"),
        (vec![3], items(&["8", "9"]))
    );
    assert_eq!(out("To consider whether to exclude the public for item 12").1, items(&["12"]));
}

#[test]
fn the_public_come_back_and_a_doubt_stays_a_doubt() {
    assert_eq!(said("Readmission of the public"), Some(Said::Open));
    assert_eq!(said("PART I \u{2013} ITEMS OPEN TO THE PUBLIC"), Some(Said::Open));
    assert_eq!(said("The museum is open to the public again."), None);
    assert_eq!(said("PART I"), Some(Said::Open));
    assert_ne!(said("Part 1 of Schedule 12A"), Some(Said::Open));
    for text in [
        "There are no exempt items.",
        "Three members of the public left the meeting.",
        "To identify any items likely to disclose exempt information",
        "To determine whether to exclude the press and public for any items below",
    ] {
        assert_eq!(said(text), Some(Said::Unsure), "{text}");
    }
}
