//! What other programs do to a book: refused where the book itself can refuse
//! it, and named by `verify` where it cannot.

use minutebook::book::{Book, Pen};
use minutebook::import::sample;
use minutebook::model::Record;

use super::clerk;
use crate::support::shelf::{Shelf, guards, holder, now};

/// A book with a decision in it.
fn decided() -> Shelf {
    let mut clerk = clerk();
    clerk
        .script(".in all\n.chair okonjo\n.item 4\n.exempt 3\n.item 5\n.d to ask again\n.d to wait");
    let super::Clerk { shelf, pen, .. } = clerk;
    drop(pen);
    shelf.is_sound();
    shelf
}

#[test]
fn nothing_changes_outside_an_entry() {
    let shelf = decided();
    let db = shelf.raw();
    for table in Record::TABLES {
        let rows: i64 =
            db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
        let column = super::columns(&db, table).pop().unwrap();
        for sql in [
            format!("DELETE FROM {table}"),
            format!(
                "UPDATE {table} SET \"{column}\" = CASE WHEN \"{column}\" = '1' THEN '2' ELSE '1' END"
            ),
        ] {
            let done = db.execute(&sql, []);
            assert!(rows == 0 || done.is_err(), "{sql} was let through");
        }
    }
    drop(db);
    shelf.is_sound();
}

/// Somebody runs `sql` on the file with its guards taken down; `verify` says
/// something with these words.
#[track_caller]
fn check(sql: &str, words: &str) {
    let shelf = decided();
    let db = shelf.raw();
    let triggers = guards(&db);
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    db.execute_batch(sql).unwrap();
    assert!(db.changes() > 0, "{sql} changed nothing");
    for (_, sql) in &triggers {
        db.execute_batch(sql).unwrap();
    }
    drop(db);
    let faults = shelf.book().verify().unwrap().faults;
    assert!(faults.iter().any(|fault| fault.contains(words)), "{sql}: {faults:?}");
    assert!(faults.iter().all(|fault| fault.ends_with('.')), "{faults:?}");
}

#[test]
fn a_row_changed_behind_the_journals_back_is_named() {
    check("UPDATE decision SET text = 'to do nothing' WHERE text = 'to wait'", "\"decision\" dec");
    check("UPDATE person SET family = 'Forged' WHERE id = 'r-okonjo'", "\"person\" r-okonjo");
    check(
        "UPDATE summary SET on_track = off_track, off_track = on_track, lost = 0 WHERE on_track <> off_track",
        "\"summary\"",
    );
    check("DELETE FROM decision WHERE text = 'to wait'", "\"decision\" dec");
    check(
        "INSERT INTO note SELECT 'spsc-2010-07-22-5', 'spsc-2010-07-22', 'planted' FROM copy",
        "\"note\" spsc-2010-07-22-5",
    );
}

#[test]
fn a_text_the_index_would_wrongly_show_or_hide_is_named() {
    let exempt = "SELECT id FROM item WHERE exempt <> ''";
    check("UPDATE doc SET exempt = 1 WHERE tab = 'decision'", "does not mark \"decision\" dec");
    check(
        &format!("UPDATE doc SET exempt = 0 WHERE tab = 'item' AND row IN ({exempt})"),
        "does not mark \"item\"",
    );
    check(
        &format!(
            "UPDATE doc SET exempt = 0, item = NULL WHERE tab = 'item' AND item IN ({exempt})"
        ),
        "does not mark \"item\"",
    );
}

#[test]
fn an_altered_journal_is_named_at_its_first_altered_entry() {
    let last = "(SELECT max(no) FROM entry)";
    check(
        &format!("UPDATE entry SET said = 'Nothing.' WHERE no = {last}"),
        "journal is not as it was written",
    );
    check(
        &format!("UPDATE entry SET at = '2001-01-01T00:00:00Z' WHERE no = {last}"),
        "not as it was written",
    );
    check(
        &format!("UPDATE entry SET clerk = 'mallory' WHERE no = {last} - 1"),
        "not as it was written",
    );
    check(&format!("DELETE FROM change WHERE entry = {last}"), "not as it was written");
    check(
        &format!("UPDATE change SET new = replace(new, 'to wait', 'to act') WHERE entry = {last}"),
        "not as it was written",
    );
    check(
        "PRAGMA foreign_keys = OFF; DELETE FROM change WHERE entry = 3; DELETE FROM entry WHERE no = 3",
        "no entry where turn 3 should be",
    );
}

#[test]
fn a_change_slipped_in_at_the_end_is_named() {
    check(
        "INSERT INTO change (entry, tab, row, old, new)
         SELECT 2, 'decision', 'dec0', NULL, '{}' FROM copy",
        "not as it was written",
    );
}

#[test]
fn an_index_out_of_step_is_named() {
    check("DELETE FROM doc WHERE no = (SELECT max(no) FROM doc)", "index of words");
}

#[test]
fn a_book_without_its_guards_is_refused() {
    let shelf = decided();
    let db = shelf.raw();
    let (name, _) = guards(&db).pop().unwrap();
    db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    drop(db);
    let refused = Pen::open(shelf.path(), &holder(), now()).unwrap_err();
    assert!(refused.to_string().contains("altered by another program"), "{refused}");
    assert!(Book::read(shelf.path()).is_err());
}

#[test]
fn a_reader_sees_each_entry_and_can_write_nothing() {
    let mut clerk = clerk();
    let reader = Book::read(clerk.shelf.path()).unwrap();
    let before = reader.version().unwrap();
    clerk.script(".in okonjo");
    assert_ne!(reader.version().unwrap(), before);
    assert_eq!(reader.sitting(&sample::MEETING.into()).unwrap(), clerk.sitting());
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    assert_eq!(reader.sitting(&sample::MEETING.into()).unwrap(), clerk.sitting());
}

#[test]
fn a_second_pen_is_told_who_has_the_first() {
    let clerk = clerk();
    let refused = Pen::open(clerk.shelf.path(), &holder(), now()).unwrap_err();
    assert!(refused.to_string().starts_with("ada on shire (process 7) is writing"), "{refused}");
    assert!(Book::read(clerk.shelf.path()).is_ok());
    let shelf = clerk.reopens().shelf;
    assert!(Pen::open(shelf.path(), &holder(), now()).is_ok());
}
