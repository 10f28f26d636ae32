//! What editing does, shown with the cursor in the text.

use super::*;

/// Text with the cursor as `|` and the other end of a selection as `^`.
fn shown(editor: &Editor) -> String {
    let mut text = editor.text.clone();
    let mut marks = vec![(editor.cursor, '|')];
    marks.extend(editor.selection().and(editor.anchor).map(|at| (at, '^')));
    marks.sort_unstable();
    for (at, mark) in marks.into_iter().rev() {
        text.insert(at, mark);
    }
    text
}

fn held(text: &str) -> Editor {
    let mut editor = Editor::with(text.replace('|', ""));
    editor.cursor = text.find('|').unwrap();
    editor
}

#[track_caller]
fn check(before: &str, act: impl FnOnce(&mut Editor), after: &str) {
    let mut editor = held(before);
    act(&mut editor);
    assert_eq!(shown(&editor), after);
}

#[test]
fn letters_are_removed_whole_with_their_accents() {
    check("cafe\u{301}|", Editor::backspace, "caf|");
    check("👩\u{200d}👧|!", Editor::backspace, "|!");
    check("a|👩\u{200d}👧!", |e| e.go(To::Right, false), "a👩\u{200d}👧|!");
}

#[test]
fn words_are_stepped_over_and_removed() {
    check("the fear of| crime", |e| e.go(To::WordLeft, false), "the fear |of crime");
    check("the| fear of crime", |e| e.go(To::WordRight, false), "the fear| of crime");
    check("the fear |of", |e| e.remove(To::WordLeft), "the |of");
}

#[test]
fn moving_up_and_down_keeps_to_the_column() {
    check(
        "abcdef\nab\nabcd|ef",
        |e| {
            e.go(To::Up(20), false);
            e.go(To::Up(20), false);
        },
        "abcd|ef\nab\nabcdef",
    );
    check("one two three |four", |e| e.go(To::Up(10), false), "one tw|o three four");
}

#[test]
fn typing_replaces_what_is_selected() {
    check(
        "yes| no",
        |e| {
            e.go(To::Left, true);
            e.go(To::Left, true);
            e.insert("o");
        },
        "yo| no",
    );
}

#[test]
fn a_run_of_letters_is_one_step_for_undo() {
    check(
        "|",
        |e| {
            for c in ["a", "b", "c"] {
                e.insert(c);
            }
            e.insert("\n");
            e.insert("d");
            e.undo();
            e.undo();
        },
        "abc|",
    );
    check(
        "|",
        |e| {
            for c in ["a", "b"] {
                e.insert(c);
            }
            e.undo();
            e.redo();
        },
        "ab|",
    );
}

#[test]
fn a_line_is_taken_out_and_the_cursor_left_where_it_was() {
    check(
        "said\n.d rec|\nmore",
        |e| {
            assert_eq!(e.take_line(), ".d rec");
        },
        "said\n|more",
    );
    check(
        "said\n.d rec|",
        |e| {
            assert_eq!(e.take_line(), ".d rec");
        },
        "said\n|",
    );
    check(
        ".in all|",
        |e| {
            assert_eq!(e.take_line(), ".in all");
        },
        "|",
    );
}

#[test]
fn a_field_does_not_grow_past_its_limit() {
    let mut editor = Editor::with("x");
    assert!(!editor.insert(&"y".repeat(LONGEST)));
    assert_eq!(editor.text(), "x");
}

proptest::proptest! {
    #[test]
    fn nothing_typed_or_removed_is_lost_to_undo(steps in proptest::collection::vec((0u8..12, "\\PC{0,3}"), 0..40)) {
        let mut editor = Editor::with("two words\nand a line");
        for (act, text) in &steps {
            match act {
                0 => { editor.insert(text); }
                1 => editor.backspace(),
                2 => editor.remove(To::WordRight),
                3 => editor.go(To::Left, false),
                4 => editor.go(To::Right, true),
                5 => editor.go(To::Up(7), false),
                6 => editor.go(To::Down(7), true),
                7 => editor.go(To::WordLeft, false),
                8 => editor.go(To::Home(7), false),
                9 => editor.go(To::End(7), true),
                10 => { editor.take_line(); }
                _ => { editor.insert("\n"); }
            }
            proptest::prop_assert!(editor.text.is_char_boundary(editor.cursor));
        }
        let last = editor.text.clone();
        while editor.undo() {}
        proptest::prop_assert_eq!(editor.text(), "two words\nand a line");
        while editor.redo() {}
        proptest::prop_assert_eq!(editor.text(), last);
    }
}
