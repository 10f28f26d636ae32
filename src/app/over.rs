//! What is laid over a page: the keys, the palette, the roll, a question.

use chrono::NaiveDate;

use super::adding::Adding;
use super::column::columns;
use super::command::{Binding, DESTINATIONS, FIELD_KEYS, KEYS, Place, SIGNS};
use super::editor::Editor;
use super::page::Page;
use super::screen::{Area, Look, Pane, Part, Row};
use super::state::{Effect, State};
use super::{aloud, palette, standing, wrap};
use crate::capture::{LINES, SCHEDULE_LINES};
use crate::import::PaperKind;
use crate::model::{Draft, Gap, MeetingId, PersonId, Sitting, day};
use crate::rules::room::{self, Account};

/// Something laid over the page.
#[derive(Clone, Debug)]
pub enum Over {
    /// Every key that works here.
    Help {
        /// How far it is scrolled.
        scroll: usize,
    },
    /// Every command, narrowed as one types.
    Palette {
        /// What is typed.
        field: Editor,
        /// Which command is chosen.
        chosen: usize,
    },
    /// The roll, to be called.
    Roll {
        /// Which member is chosen.
        chosen: usize,
    },
    /// The last motion or decision, to be read out.
    ReadBack {
        /// How far it is scrolled.
        scroll: usize,
    },
    /// A line of the set-up or of a register being typed.
    Add(Box<Adding>),
    /// What is to be written to a file, and its name.
    Export {
        /// Of which meeting; none, of the whole book.
        meeting: Option<MeetingId>,
        /// As at which day, where the page looks back.
        as_at: Option<NaiveDate>,
        /// Both, as typed.
        field: Editor,
    },
    /// What is missing on the item, to be chosen from.
    Gaps {
        /// Which is chosen.
        chosen: usize,
    },
    /// The kinds of paper, one of which the paper is to be read as.
    Kinds {
        /// Which is chosen.
        chosen: usize,
    },
    /// Text that was being written when the program last stopped.
    Recover {
        /// The text.
        draft: Draft,
    },
}

/// The people of the roll: those with a place on the body, then others who came.
#[must_use]
pub fn roll(sitting: &Sitting) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = sitting.appointments.iter().map(|a| a.person.clone()).collect();
    for attendance in &sitting.attendance {
        if !people.contains(&attendance.person) {
            people.push(attendance.person.clone());
        }
    }
    people
}

impl Over {
    /// The panes it lays over the screen.
    pub(super) fn panes(&self, state: &State, screen: Area) -> Vec<Pane> {
        match self {
            Self::Help { scroll } => {
                let area = screen.middle(76, screen.height.saturating_sub(2));
                vec![
                    Pane::text(Part::Over, area, "Keys · Esc closes", &help(state), *scroll)
                        .focused(true),
                ]
            }
            Self::Palette { field, chosen } => palette::panes(state, field, *chosen, screen),
            Self::Roll { chosen } => roll_pane(state, *chosen, screen).into_iter().collect(),
            Self::ReadBack { scroll } => vec![aloud::read_back(state, *scroll, screen)],
            Self::Add(adding) => vec![adding.pane(screen)],
            Self::Export { meeting, as_at, field } => {
                vec![export_pane(meeting.as_ref(), *as_at, field, screen)]
            }
            Self::Gaps { chosen } => vec![gaps_pane(state, *chosen, screen)],
            Self::Kinds { chosen } => vec![kinds_pane(*chosen, screen)],
            Self::Recover { draft } => vec![recover_pane(state, draft, screen)],
        }
    }

    /// Takes pasted text into its field, if it has one.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match self {
            Self::Add(adding) => {
                adding.field.insert(text);
                return adding.ask();
            }
            Self::Export { field, .. } | Self::Palette { field, .. } => _ = field.insert(text),
            _ => {}
        }
        Vec::new()
    }

    /// The keys that matter in it, for the foot.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Help { .. } | Self::ReadBack { .. } => &[("↑↓", "scroll"), ("Esc", "close")],
            Self::Palette { .. } => {
                &[("type", "to narrow"), ("↑↓", "choose"), ("Enter", "does it"), ("Esc", "close")]
            }
            Self::Roll { .. } => &[
                ("Enter", "in/out"),
                ("i", "all in"),
                ("a", "apologies"),
                ("c", "chair"),
                ("m", "mandate"),
                ("u", "take back"),
                ("Esc", "done"),
            ],
            Self::Add(_) => &[("Enter", "puts it in the book"), ("Esc", "leaves it")],
            Self::Export { .. } => &[("Enter", "writes the file"), ("Esc", "leaves it")],
            Self::Gaps { .. } => &[("Enter", "give somebody the action"), ("Esc", "close")],
            Self::Kinds { .. } => &[("↑↓", "choose"), ("Enter", "read it so"), ("Esc", "close")],
            Self::Recover { .. } => {
                &[("Enter", "go on writing"), ("x", "let it go"), ("Esc", "later")]
            }
        }
    }
}

/// How many columns a name has on the roll, where it needs no more.
const NAME: usize = 38;

fn roll_pane(state: &State, chosen: usize, screen: Area) -> Option<Pane> {
    let sitting = state.sitting.as_deref()?;
    let people = roll(sitting);
    let area = screen.middle(70, u16::try_from(people.len() + 4).unwrap_or(u16::MAX));
    let quorum = room::quorum(sitting);
    let needed = quorum.needed.map_or_else(|| "none needed".into(), |n| format!("{n} needed"));
    let title = format!("Roll: {} here, {needed}", quorum.present);
    if people.is_empty() {
        let text = [
            Row::plain("Nobody has a place on this body yet."),
            Row::of(
                "Esc, then + and \".person NAME on CODE as member\" gives somebody one; \".in NAME\" in a minute notes anybody who comes.",
                Look::Dim,
            ),
        ];
        return Some(Pane::text(Part::Over, screen.middle(70, 7), title, &text, 0).focused(true));
    }
    Some(
        Pane::list(Part::Over, area, title, people.len(), chosen, |n, width| {
            let Some(id) = people.get(n) else { return Row::new() };
            let account = room::account(sitting, id);
            let (mark, look) = match account {
                Account::InRoom => ("●", Look::Good),
                Account::Out => ("○", Look::Unsure),
                Account::Apologies | Account::Substituted => ("a", Look::Dim),
                Account::Absent => ("-", Look::Dim),
                Account::Unaccounted => ("?", Look::Unsure),
            };
            let chair = if sitting.chair() == Some(id) { " (in the chair)" } else { "" };
            let mandate = match sitting.attendance_of(id).and_then(|known| known.mandated) {
                Some(true) => " · can decide",
                Some(false) => " · cannot decide",
                None => "",
            };
            let word = format!("{}{mandate}", account.word());
            let name = format!("{}{chair}", sitting.name_of(id));
            let room = width.saturating_sub(wrap::width(&word) + 4).max(NAME);
            let room = wrap::width(&name).clamp(NAME, room);
            columns(width, &[(1, mark, look), (room, &name, Look::Plain), (0, &word, look)])
        })
        .focused(true),
    )
}

/// What can be written of a meeting, or of the whole book, under the field in which that is
/// said.
fn export_pane(
    meeting: Option<&MeetingId>,
    as_at: Option<NaiveDate>,
    field: &Editor,
    screen: Area,
) -> Pane {
    let title = match as_at {
        Some(day) => format!("Export as at {} · Enter writes the file", day::plain(day)),
        None => "Export · Enter writes the file".to_owned(),
    };
    let what = match meeting {
        None if as_at.is_some() => "schedule (with what is missing) or gaps",
        Some(_) => "minutes, agenda, decisions, actions or attendance",
        None => {
            "schedule (with what is missing), gaps, actions, decisions, recommendations, attendance, engagement or people"
        }
    };
    let text = [
        Row::new(),
        Row::plain(format!(
            "First what: {what}. Then the name of the file; its ending says in which format: .docx .html .pdf .txt .md .json .csv .ics"
        )),
        Row::new(),
        Row::of(
            "It is for the public, with nothing exempt in it, unless \"for members\" stands last.",
            Look::Dim,
        ),
    ];
    Pane::writing(Part::Over, screen.middle(76, 11), title, field, &text)
}

/// What is missing on the item chosen on the agenda, and was not let pass.
#[must_use]
pub fn gaps(state: &State) -> Vec<&Gap> {
    let (Some(sitting), Page::Meeting(page)) = (state.sitting.as_deref(), &state.page) else {
        return Vec::new();
    };
    page.item(sitting).map(|item| sitting.gaps_on(item).collect()).unwrap_or_default()
}

fn gaps_pane(state: &State, chosen: usize, screen: Area) -> Pane {
    let gaps = gaps(state);
    let area = screen.middle(100, u16::try_from(gaps.len() + 2).unwrap_or(u16::MAX).max(4));
    let title = "Missing here · Enter: give somebody the action · Esc";
    Pane::list(Part::Over, area, title, gaps.len(), chosen, |n, width| {
        let Some(gap) = gaps.get(n) else { return Row::new() };
        let (mark, look) = standing::weight(gap);
        let rule = gap.rule.word();
        columns(
            width,
            &[(1, mark, look), (3, rule, Look::Record), (0, &gap.in_words(), Look::Plain)],
        )
    })
    .focused(true)
}

fn kinds_pane(chosen: usize, screen: Area) -> Pane {
    let kinds = PaperKind::ALL;
    let area = screen.middle(44, u16::try_from(kinds.len() + 2).unwrap_or(u16::MAX));
    let title = "Read it as · Enter · Esc";
    Pane::list(Part::Over, area, title, kinds.len(), chosen, |n, _| {
        Row::plain(kinds.get(n).map(|kind| kind.word()).unwrap_or_default())
    })
    .focused(true)
}

fn recover_pane(state: &State, draft: &Draft, screen: Area) -> Pane {
    let item = state
        .sitting
        .as_deref()
        .and_then(|sitting| sitting.item(&draft.item))
        .map(|item| format!("item {}, {}", item.number, item.title))
        .unwrap_or_default();
    let saved = state.sitting.as_deref().map_or("", |sitting| sitting.text_of(&draft.item));
    let mut text = vec![
        Row::plain(format!(
            "At {} this was being written on {item}, and was not put on record:",
            day::time_of(draft.at)
        )),
        Row::new(),
    ];
    let common = saved.lines().zip(draft.text.lines()).take_while(|(a, b)| a == b).count();
    if common > 0 {
        let before = if common == 1 { "1 paragraph" } else { &format!("{common} paragraphs") };
        text.push(Row::of(format!("({before} as on record)"), Look::Dim));
    }
    text.extend(
        draft
            .text
            .lines()
            .skip(common)
            .map(|line| Row::of(format!("+ {line}"), Look::Good).set_in(2)),
    );
    text.extend(
        saved.lines().skip(common).map(|line| Row::of(format!("- {line}"), Look::Bad).set_in(2)),
    );
    text.push(Row::new());
    text.push(
        Row::of("Enter", Look::Key)
            .and(" goes on writing it · ", Look::Plain)
            .and("x", Look::Key)
            .and(" lets it go · ", Look::Plain)
            .and("Esc", Look::Key)
            .and(" asks again next time", Look::Plain),
    );
    let rows = u16::try_from(text.len() + 4).unwrap_or(u16::MAX);
    Pane::text(Part::Over, screen.middle(72, rows.max(10)), "Unfinished writing", &text, 0)
        .focused(true)
}

/// The keys that work where the clerk is, the pages, and the capture lines.
fn help(state: &State) -> Vec<Row> {
    let mut rows = Vec::new();
    let on_meeting = matches!(state.page, Page::Meeting(_));
    let here = super::update::place(state);
    let anywhere = (here != Place::Anywhere).then_some(Place::Anywhere);
    for place in std::iter::once(here).chain(anywhere) {
        rows.push(Row::of(place.title(), Look::Strong));
        // What a page has of its own goes before what every page has.
        let taken = |binding: &&Binding| {
            place != here
                && KEYS.iter().any(|own| own.place == here && own.keys == binding.keys)
                && !binding.keys.is_empty()
        };
        let of_place = KEYS.iter().filter(|binding| binding.place == place);
        for binding in of_place.filter(|binding| !taken(binding)) {
            rows.push(line(&binding.pressed().join(" "), binding.help));
        }
        rows.push(Row::new());
    }
    rows.push(Row::of("After g", Look::Strong));
    rows.extend(DESTINATIONS.iter().map(|(letter, _, help)| line(&letter.to_string(), help)));
    rows.push(Row::new());
    rows.push(Row::of("Signs", Look::Strong));
    rows.extend(SIGNS.iter().map(|(signs, help)| line(signs, help)));
    rows.push(Row::new());
    if on_meeting {
        rows.push(line("5 Enter", "take item 5 (any number)"));
        rows.push(Row::new());
        rows.push(Row::of(Place::Field.title(), Look::Strong));
        rows.extend(FIELD_KEYS.iter().map(|(keys, help)| line(keys, help)));
        rows.push(Row::new());
        rows.push(Row::of("Capture lines, in a minute or after \".\"", Look::Strong));
        for known in LINES {
            rows.push(shaped(known.word, known.shape, known.about));
        }
        rows.push(Row::new());
    }
    if matches!(here, Place::Schedule | Place::List) {
        rows.push(Row::of("Lines of the schedule and its registers, after e or .", Look::Strong));
        for known in SCHEDULE_LINES {
            rows.push(shaped(known.word, known.shape, known.about));
        }
        rows.push(Row::new());
    }
    if on_meeting {
        rows.push(Row::of("House phrases, unfolded by Tab in a minute", Look::Strong));
        rows.extend(crate::capture::snippets().map(|(key, text)| line(&format!(";{key}"), text)));
        rows.push(Row::new());
    }
    rows.push(Row::of("The mouse: click chooses, twice opens, the wheel scrolls.", Look::Dim));
    rows
}

/// A line to be typed: its word, what follows it and what it does.
pub(super) fn shaped(word: &str, shape: &str, about: &str) -> Row {
    Row::of(format!(".{word} "), Look::Key)
        .and(format!("{shape}  "), Look::Plain)
        .and(about, Look::Dim)
        .set_in(4)
}

fn line(keys: &str, help: &str) -> Row {
    Row::of(wrap::fill(keys, 14), Look::Key).and(format!(" {help}"), Look::Plain).set_in(15)
}
