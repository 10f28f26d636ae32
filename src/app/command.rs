//! Every key the program answers to, and what it asks for.

use super::key::{Code, Key};
use crate::model::AnnotationKind;

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// On every page.
    Anywhere,
    /// On a meeting.
    Meeting,
    /// On the governance schedule.
    Schedule,
    /// On a list.
    List,
    /// On a paper before it is read in.
    Paper,
    /// In a field being written in.
    Field,
}

impl Place {
    /// What the help calls it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "On every page",
            Self::Meeting => "On a meeting",
            Self::Schedule => "On the schedule",
            Self::List => "On a list",
            Self::Paper => "On a paper to be imported",
            Self::Field => "While writing",
        }
    }
}

/// A page one can go to from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// The meeting.
    Meeting,
    /// The governance schedule.
    Schedule,
    /// The actions.
    Actions,
    /// The decisions.
    Decisions,
    /// Bodies and people.
    Bodies,
    /// What is missing.
    Gaps,
    /// The recommendations.
    Recommendations,
    /// The forward plan.
    Plan,
    /// Who comes to meetings.
    Engagement,
    /// Who answers to whom.
    Framework,
    /// What may change the work.
    Drivers,
    /// What inspections and reviews found.
    Findings,
    /// The targets.
    Targets,
    /// The history.
    History,
    /// The calendar of meetings.
    Calendar,
    /// The overview.
    Overview,
}

/// Which way in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Time {
    /// To the meeting before.
    Earlier,
    /// To the one after; after the last, to today.
    Later,
}

/// What of the schedule is to be altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Revised {
    /// The part of the chosen row that has the keys.
    Part,
    /// What is beside the chosen row and wants an answer.
    Note,
    /// Whatever the line says.
    Any,
}

/// Something a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Show every key that works here.
    Help,
    /// Show every command.
    Palette,
    /// Look for words.
    Search,
    /// Take the last entry back.
    Undo,
    /// Put it back.
    Redo,
    /// Go back to where one was.
    Back,
    /// Leave the program.
    Leave,
    /// Go to the next pane.
    NextPane,
    /// Go to the pane before.
    PreviousPane,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Open what is chosen.
    Open,
    /// Follow the thread of what is chosen.
    Thread,
    /// Go to a page; the next key says which.
    Go,
    /// Go to a page.
    GoTo(Destination),
    /// Take the next item.
    NextItem,
    /// Go back to the item before.
    PreviousItem,
    /// Write the minute of the item.
    Write,
    /// Fill in a capture line that begins so.
    Capture(&'static str),
    /// Call the roll.
    Roll,
    /// Show the Performance and Response panes.
    Panes,
    /// Read the last resolution back, in large letters.
    ReadBack,
    /// Choose among what is missing on the item.
    Gaps,
    /// Show other rows of the schedule.
    Sift,
    /// Keep to the rows of the schedule that name something.
    Narrow,
    /// Show its rows in another order.
    Order,
    /// Show the schedule as it stood at another meeting.
    AsAt(Time),
    /// Note something beside what is chosen.
    Note(AnnotationKind),
    /// Alter what the schedule says.
    Revise(Revised),
    /// Show the finished page.
    Preview,
    /// Add a body, a person or a meeting.
    Add,
    /// Write a document of the open meeting to a file.
    Export,
    /// Choose a paper to read in.
    Import,
    /// Put all that was found in a paper in the book.
    TakeIn,
    /// Read the paper as another kind.
    OtherKind,
    /// Read the paper for the open meeting, or for none.
    OtherMeeting,
}

/// A line of the table; what has no key of its own is found in the palette.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it works.
    pub place: Place,
    /// The keys, each on its own.
    pub keys: &'static [Key],
    /// What they ask for.
    pub command: Command,
    /// What the help says, as the end of "this key will ...".
    pub help: &'static str,
}

impl Binding {
    /// What is pressed for it, each way on its own: its keys, or the key of the
    /// palette and the word that finds it there.
    #[must_use]
    pub fn pressed(&self) -> Vec<String> {
        if self.keys.is_empty() {
            let word = self.help.split_whitespace().next().unwrap_or_default();
            return vec![format!("{} {word}", key_for(Command::Palette))];
        }
        self.keys.iter().map(Key::to_string).collect()
    }
}

const fn on(place: Place, keys: &'static [Key], command: Command, help: &'static str) -> Binding {
    Binding { place, keys, command, help }
}

const fn c(c: char) -> Key {
    Key::char(c)
}

const fn k(code: Code) -> Key {
    Key::plain(code)
}

/// The table. The dispatcher, the foot line, the help, the palette and the
/// README all read it; a key that is not here does nothing outside a field.
#[rustfmt::skip]
pub const KEYS: &[Binding] = &[
    on(Place::Meeting, &[c('n')], Command::NextItem, "take the next item (the first one begins the meeting)"),
    on(Place::Meeting, &[c('p')], Command::PreviousItem, "go back to the item before"),
    on(Place::Meeting, &[c('e')], Command::Write, "write the minute"),
    on(Place::Meeting, &[c('d')], Command::Capture("d"), "record a decision"),
    on(Place::Meeting, &[c('a')], Command::Capture("a"), "record an action"),
    on(Place::Meeting, &[c('v')], Command::Capture("v"), "record a vote"),
    on(Place::Meeting, &[c('m')], Command::Capture("m"), "record a motion"),
    on(Place::Meeting, &[c('i')], Command::Capture("int"), "record a declared interest"),
    on(Place::Meeting, &[c('+')], Command::Capture("in"), "record an arrival"),
    on(Place::Meeting, &[c('-')], Command::Capture("out"), "record a departure"),
    on(Place::Meeting, &[c('.')], Command::Capture(""), "type any capture line"),
    on(Place::Meeting, &[c('r')], Command::Roll, "call the roll"),
    on(Place::Meeting, &[c('s')], Command::Panes, "show the item's Performance and Response"),
    on(Place::Meeting, &[c('b')], Command::ReadBack, "read the last motion or decision back in large letters"),
    on(Place::Meeting, &[c('G')], Command::Gaps, "choose what is missing here and give somebody the action"),
    on(Place::Meeting, &[c('w')], Command::Preview, "read the finished minutes"),
    on(Place::Meeting, &[c('A')], Command::Capture("alter"), "alter the item's place, title, paper or recommendation"),
    on(Place::Schedule, &[c('f')], Command::Sift, "show other rows: off track, cannot judge, unanswered, overdue, not reviewed, queried"),
    on(Place::Schedule, &[c('F')], Command::Narrow, "keep to the rows that name a partnership, an owner or a lead; Esc in the field shows all again"),
    on(Place::Schedule, &[c('o')], Command::Order, "order the rows: as printed, most off track first, most missing first, by name"),
    on(Place::Schedule, &[c('v')], Command::Note(AnnotationKind::Reviewed), "mark the row as reviewed, or take the mark off"),
    on(Place::Schedule, &[c('y')], Command::Note(AnnotationKind::Query), "note a query"),
    on(Place::Schedule, &[c('c')], Command::Note(AnnotationKind::Comment), "note a comment"),
    on(Place::Schedule, &[c('w')], Command::Note(AnnotationKind::Wording), "propose other wording"),
    on(Place::Schedule, &[c('[')], Command::AsAt(Time::Earlier), "show the schedule as at the meeting before"),
    on(Place::Schedule, &[c(']')], Command::AsAt(Time::Later), "show it as at the meeting after, and in the end as it stands today"),
    on(Place::Schedule, &[c('e')], Command::Revise(Revised::Part), "alter the row's figures and targets, or the point or response chosen in its pane"),
    on(Place::Schedule, &[c('a')], Command::Revise(Revised::Note), "take up an officer's note, or turn it down"),
    on(Place::Schedule, &[c('.')], Command::Revise(Revised::Any), "type any line of the schedule"),
    on(Place::List, &[c('e')], Command::Revise(Revised::Part), "alter what is chosen, by its line; on what is missing, let it pass or count again"),
    on(Place::List, &[c('.')], Command::Revise(Revised::Any), "type any line of the schedule and its registers"),
    on(Place::Paper, &[k(Code::Enter)], Command::TakeIn, "put all of it in the book, as one entry"),
    on(Place::Paper, &[c('c')], Command::OtherKind, "choose what kind of paper it is, and read it again"),
    on(Place::Paper, &[c('m')], Command::OtherMeeting, "read it for the meeting that is open, or for none in particular"),
    on(Place::Anywhere, &[c('?')], Command::Help, "show every key that works here: help"),
    on(Place::Anywhere, &[c(':'), Key::ctrl('p')], Command::Palette, "find any command by name"),
    on(Place::Anywhere, &[c('/')], Command::Search, "search the whole book"),
    on(Place::Anywhere, &[c('.')], Command::Capture(""), "type a capture line in the open meeting"),
    on(Place::Anywhere, &[c('u')], Command::Undo, "take the last entry back"),
    on(Place::Anywhere, &[Key::ctrl('r')], Command::Redo, "put it back"),
    on(Place::Anywhere, &[k(Code::Esc)], Command::Back, "go back"),
    on(Place::Anywhere, &[c('q')], Command::Leave, "leave (quit, exit); everything is saved already"),
    on(Place::Anywhere, &[k(Code::Tab), c('l'), k(Code::Right)], Command::NextPane, "go to the next pane"),
    on(Place::Anywhere, &[k(Code::BackTab), c('h'), k(Code::Left)], Command::PreviousPane, "go to the pane before"),
    on(Place::Anywhere, &[c('k'), k(Code::Up)], Command::Up, "go up"),
    on(Place::Anywhere, &[c('j'), k(Code::Down)], Command::Down, "go down"),
    on(Place::Anywhere, &[k(Code::PageUp)], Command::PageUp, "go up a page"),
    on(Place::Anywhere, &[k(Code::PageDown), c(' ')], Command::PageDown, "go down a page"),
    on(Place::Anywhere, &[k(Code::Home)], Command::First, "go to the top"),
    on(Place::Anywhere, &[k(Code::End)], Command::Last, "go to the bottom"),
    on(Place::Anywhere, &[k(Code::Enter)], Command::Open, "open what is chosen"),
    on(Place::Anywhere, &[c('+')], Command::Add, "add a body, a person, a meeting, a partnership, or a line of the register shown"),
    on(Place::Anywhere, &[c('E')], Command::Export, "export the open meeting's minutes or agenda, or the schedule or register shown, to a file: to print, save or publish"),
    on(Place::Anywhere, &[], Command::Import, "import a paper: look at what is in it, then put it in the book"),
    on(Place::Anywhere, &[c('t')], Command::Thread, "follow the thread: what led to this and what came of it"),
    on(Place::Anywhere, &[c('g')], Command::Go, "go to a page: the next letter says which"),
];

/// Where the letter after `g` leads.
#[rustfmt::skip]
pub const DESTINATIONS: &[(char, Destination, &str)] = &[
    ('m', Destination::Meeting, "go to the meeting"),
    ('s', Destination::Schedule, "go to the governance schedule"),
    ('a', Destination::Actions, "go to the actions"),
    ('d', Destination::Decisions, "go to the decisions"),
    ('b', Destination::Bodies, "go to bodies and people"),
    ('r', Destination::Recommendations, "go to the recommendations"),
    ('p', Destination::Plan, "go to the forward plan"),
    ('t', Destination::Targets, "go to the targets"),
    ('e', Destination::Engagement, "go to engagement: who comes to meetings"),
    ('l', Destination::Framework, "go to the framework: who answers to whom, as a tree"),
    ('w', Destination::Drivers, "go to what may change the work"),
    ('f', Destination::Findings, "go to the findings"),
    ('g', Destination::Gaps, "go to the gaps: what is missing"),
    ('h', Destination::History, "go to the history"),
    ('c', Destination::Calendar, "go to the calendar of meetings"),
    ('o', Destination::Overview, "go to the overview"),
];

/// Keys of a field, for the help alone: a field reads them itself.
#[rustfmt::skip]
pub const FIELD_KEYS: &[(&str, &str)] = &[
    ("Enter", "start a new line, or put a capture line on record"),
    ("Esc", "leave the field; what was written is put on record"),
    ("Tab", "complete a name, or take the suggestion"),
    (";word Tab", "unfold a house phrase; ? lists them with their words"),
    ("arrows Home End", "move; with Shift they select"),
    ("Ctrl-← Ctrl-→ Alt-B Alt-F", "move by words"),
    ("Ctrl-W Alt-Backspace", "remove the word before the cursor"),
    ("Ctrl-U Ctrl-K", "remove to the start or the end of the line"),
    ("Ctrl-A Ctrl-E", "go to the start or the end of the line"),
    ("Ctrl-Z Ctrl-Y", "undo and redo inside the field"),
    ("Ctrl-C Ctrl-X", "copy and cut what is selected"),
    ("Ctrl-O", "show Performance and Response while writing, and hide them again"),
];

/// The signs that stand on pages, for the help: what matters is said by a sign or a word, and
/// never by colour alone.
#[rustfmt::skip]
pub const SIGNS: &[(&str, &str)] = &[
    ("✓ ✗ ? ·", "targets: on track, off track, cannot be judged, not due"),
    ("+ ± - ·", "points: a strength, mixed, a concern, neutral; • has no tone"),
    ("» ~ ?", "responses: an action or an appointment, an assurance, a question; • has no kind"),
    ("! ? -", "gaps: high, medium, low; · is let pass"),
    ("v ? w c", "rows of the schedule: reviewed, queried, other wording proposed, commented on"),
    ("e", "recommendations: something shows how far it was carried out"),
    ("▶ ✓ ‖ → ×", "items: being discussed, concluded, broken off, deferred, withdrawn; 1d2a counts decisions and actions, E is exempt"),
    ("● ◐ s a -", "attendance: came, not all came, by substitute, apologies, absent; ? is not known"),
];

/// What `key` asks for at `place`, if anything.
#[must_use]
pub fn command(place: Place, key: Key) -> Option<Command> {
    let bound =
        |at: Place| KEYS.iter().find(|b| b.place == at && b.keys.contains(&key)).map(|b| b.command);
    bound(place).or_else(|| bound(Place::Anywhere))
}

/// The first key that asks for `command`, as the help writes it.
#[must_use]
pub fn key_for(command: Command) -> String {
    if let Command::GoTo(to) = command {
        let letter = DESTINATIONS.iter().find(|(_, destination, _)| *destination == to);
        return letter.map(|(letter, _, _)| format!("g {letter}")).unwrap_or_default();
    }
    let binding = KEYS.iter().find(|binding| binding.command == command);
    binding.and_then(|b| b.keys.first()).map(Key::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice_in_one_place() {
        let all: Vec<(Place, Key)> =
            KEYS.iter().flat_map(|b| b.keys.iter().map(|key| (b.place, *key))).collect();
        for (n, one) in all.iter().enumerate() {
            assert!(!all[n + 1..].contains(one), "{:?} {}", one.0, one.1);
        }
    }

    #[test]
    fn every_form_opens_a_line_that_is() {
        for binding in KEYS {
            if let Command::Capture(word) = binding.command {
                assert!(word.is_empty() || crate::capture::line_named(word).is_some(), "{word}");
            }
        }
    }
}
