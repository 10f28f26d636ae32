//! What a message does to the screen.

use super::area::Area;
use super::command::{Command, DESTINATIONS, Destination, Place, command};
use super::key::{Code, Key};
use super::over::Over;
use super::page::Page;
use super::page::list::{ListPage, Register};
use super::page::meeting::MeetingPage;
use super::page::overview::OverviewPage;
use super::page::reading::ReadingPage;
use super::page::schedule::SchedulePage;
use super::page::search::SearchPage;
use super::record::{Pending, pump, submit};
use super::state::{About, Effect, Msg, Said, State, Unsaved};
use super::unfinished;
use super::{adding, desk, intake, lead, mouse, overlay, review, spelling, typing};
use crate::model::{Mint, tidy};

/// Takes `msg` in, and says what is to be done outside.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    use Msg::{Entered, Failed, Gone, Opened, Read, Trouble};
    let leaves = matches!(msg, Msg::Key(Key { code: Code::Char('c'), ctrl: true, .. }));
    if let (Some(ahead), Msg::Key(_) | Msg::Paste(_), false) = (&mut state.ahead, &msg, leaves) {
        ahead.push(msg);
        return Vec::new();
    }
    let opened =
        matches!(msg, Opened { .. } | Entered(_) | Read(_) | Gone | Failed(_) | Trouble(_));
    let mut effects = taken(state, msg);
    if opened && let Some(ahead) = state.ahead.take() {
        effects.extend(ahead.into_iter().flat_map(|msg| update(state, msg)));
    }
    if effects.iter().any(|effect| matches!(effect, Effect::Open(_) | Effect::OpenNearest)) {
        state.ahead.get_or_insert_default();
    }
    effects
}

fn taken(state: &mut State, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => pressed(state, key),
        Msg::Paste(text) => {
            state.foot.said = None;
            typing::paste(state, &tidy(&text))
        }
        Msg::Mouse(mouse) => mouse::update(state, mouse),
        Msg::Resized(width, height) => {
            state.size = (width, height);
            Vec::new()
        }
        Msg::Clock(now) => {
            state.now = now;
            Vec::new()
        }
        Msg::Ended => leave(state),
        told => heard(state, told),
    }
}

/// Takes in what came back from outside.
fn heard(state: &mut State, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Opened { about, mint, count } => return opened(state, about, mint, count),
        Msg::Entered(sitting) => {
            let mut page = MeetingPage::at(&sitting);
            let aim = state.aim.take();
            page.chosen = aim
                .and_then(|aim| sitting.items.iter().position(|item| item.id == aim))
                .unwrap_or(page.chosen);
            let page = Page::Meeting(Box::new(page));
            state.sitting = Some(sitting);
            return go(state, page);
        }
        Msg::Read(sitting) => {
            state.unread = false;
            desk::read(state, sitting);
            let mut effects = after_saving(state);
            // The page that is read shows the meeting as it goes.
            if matches!(state.page, Page::Reading(_)) {
                effects.extend(state.page.wanted());
            }
            return effects;
        }
        Msg::Loaded(loaded) => state.page.take(loaded),
        Msg::Saved { said, at, count, minted } => {
            state.foot.saved = Some((at, count));
            state.mint.go_on_after(minted);
            return saved(state, said);
        }
        Msg::Kept(at) => state.foot.kept = Some(at),
        Msg::Misspelt(words) => spelling::mark(state, words),
        Msg::Considered(line, read) => return adding::heard(state, line, read),
        Msg::Drafts(drafts) => {
            unfinished::offer(state, drafts);
        }
        Msg::Gone => {
            (state.sitting, state.over) = (None, None);
            (state.foot.saving, state.unread) = (false, false);
            state.waiting.clear();
            return go(state, Page::Overview(OverviewPage::default()));
        }
        Msg::Failed(why) => failed(state, &why),
        Msg::Trouble(why) => {
            state.unread = false;
            state.say(Said::Refused(why));
        }
        Msg::NotKept(why) | Msg::Exported(Err(why)) => state.say(Said::Refused(why)),
        Msg::Exported(Ok(said)) => {
            state.over.take_if(|over| matches!(over, Over::Export { .. }));
            state.say(Said::Done(said));
        }
        _ => {}
    }
    Vec::new()
}

fn opened(state: &mut State, about: About, mint: Mint, count: i64) -> Vec<Effect> {
    let following = about.following;
    let importing = matches!(&state.page, Page::Welcome(page) if page.imports());
    state.book = Some(about);
    state.mint = mint;
    state.foot.saved = Some((state.now, count));
    state.page = Page::Overview(OverviewPage::default());
    state.back.clear();
    if importing {
        return intake::obey(state, Command::Import);
    }
    if following { Vec::new() } else { state.page.wanted().into_iter().collect() }
}

fn saved(state: &mut State, said: Said) -> Vec<Effect> {
    (state.foot.saving, state.stuck) = (false, false);
    state.unread = state.sitting.is_some();
    if state.waiting.is_empty() {
        state.unsaved = Unsaved::default();
    }
    state.say(said);
    if matches!(state.over, Some(Over::Add(_))) {
        state.over = None;
    }
    intake::saved(state);
    let mut effects: Vec<Effect> = state.page.wanted().into_iter().collect();
    if state.sitting.is_none() {
        effects.extend(after_saving(state));
    }
    effects
}

/// Says what was not done, and gives back what was typed for it.
fn failed(state: &mut State, why: &str) {
    (state.foot.saving, state.unread) = (false, false);
    state.stuck = std::mem::take(&mut state.leaving);
    let way_out = if state.stuck { " Ctrl-C again leaves, and prints what was typed." } else { "" };
    state.say(Said::Refused(format!("{why}{way_out}")));
    intake::failed(state);
    super::record::drop_waiting(state);
    let unsaved = std::mem::take(&mut state.unsaved);
    typing::give_back(state, unsaved);
}

/// Goes on with what waits, and leaves once nothing does.
fn after_saving(state: &mut State) -> Vec<Effect> {
    let effects = pump(state);
    if state.leaving && !state.foot.saving && state.waiting.is_empty() {
        return vec![Effect::Leave];
    }
    effects
}

/// Leaves, once what was written is on the disk.
fn leave(state: &mut State) -> Vec<Effect> {
    if state.stuck {
        return vec![Effect::Leave];
    }
    state.leaving = true;
    let effects = typing::fold(state);
    if state.foot.saving || !state.waiting.is_empty() {
        return effects;
    }
    effects.into_iter().chain([Effect::Leave]).collect()
}

fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    state.foot.said = None;
    if key == Key::ctrl('c') && !typing::has_selection(state)
        || key == Key::ctrl('d') && !typing::is_field(state)
    {
        return leave(state);
    }
    if state.over.is_some() {
        return overlay::pressed(state, key);
    }
    if typing::is_field(state) {
        return typing::typed(state, key);
    }
    if state.foot.prefix.take().is_some() {
        let to = key.typed().and_then(|c| DESTINATIONS.iter().find(|(letter, _, _)| *letter == c));
        let Some((_, to, _)) = to else {
            if key.code == Code::Esc {
                return Vec::new();
            }
            let why = format!("No page is called {key} after g. ? lists those there are.");
            state.say(Said::Refused(why));
            return Vec::new();
        };
        return go_to(state, *to);
    }
    let on_meeting = matches!(state.page, Page::Meeting(_));
    if on_meeting && let Some(effects) = desk::jump(state, key) {
        return effects;
    }
    if let Some(command) = command(place(state), key) {
        return obey(state, command);
    }
    if key.typed().is_some() {
        state.say(Said::Refused(format!("{key} does nothing here. ? lists the keys that do.")));
    }
    Vec::new()
}

/// Where the keys are, as the table has it.
pub(super) fn place(state: &State) -> Place {
    match &state.page {
        Page::Meeting(_) => Place::Meeting,
        Page::Schedule(_) => Place::Schedule,
        Page::List(_) => Place::List,
        Page::Paper(_) => Place::Paper,
        _ => Place::Anywhere,
    }
}

/// Does what a command asks.
pub(super) fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Help => state.over = Some(Over::Help { scroll: 0 }),
        Command::Palette => {
            state.over = Some(Over::Palette { field: super::editor::Editor::default(), chosen: 0 });
        }
        Command::Add => return adding::add(state),
        Command::Search | Command::Thread | Command::Export if follows(state) => {}
        Command::Export => return overlay::export(state),
        Command::Search => return go(state, Page::Search(SearchPage::default())),
        Command::Go => state.foot.prefix = Some('g'),
        Command::GoTo(to) => return go_to(state, to),
        Command::Undo | Command::Redo => return replay(state, command),
        Command::Back => return back(state),
        Command::Leave => return leave(state),
        Command::Roll if state.sitting.is_some() => state.over = Some(Over::Roll { chosen: 0 }),
        Command::ReadBack if state.sitting.is_some() => {
            state.over = Some(Over::ReadBack { scroll: 0 });
        }
        Command::Preview => return preview(state),
        Command::Open => return lead::open(state),
        Command::Thread => return lead::follow(state),
        Command::Revise(what) if matches!(state.page, Page::List(_)) => {
            return adding::alter(state, what);
        }
        Command::Sift
        | Command::Narrow
        | Command::Order
        | Command::AsAt(_)
        | Command::Note(_)
        | Command::Revise(_) => {
            return review::obey(state, command);
        }
        Command::Import | Command::TakeIn | Command::OtherKind | Command::OtherMeeting => {
            return intake::obey(state, command);
        }
        Command::NextItem
        | Command::PreviousItem
        | Command::Write
        | Command::Capture(_)
        | Command::Panes
        | Command::ReadBack
        | Command::Gaps
        | Command::Roll => return at_meeting(state, command),
        Command::Up
        | Command::Down
        | Command::PageUp
        | Command::PageDown
        | Command::First
        | Command::Last
        | Command::NextPane
        | Command::PreviousPane => super::movement::obey(state, command),
    }
    Vec::new()
}

/// Goes to the minutes of the open meeting, as they would be printed.
fn preview(state: &mut State) -> Vec<Effect> {
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let (title, meeting) = ("Minutes as they stand".to_owned(), sitting.meeting.id.clone());
    let columns = ReadingPage::room(Area::of(state.size));
    let page = ReadingPage { title, meeting, columns, lines: Vec::new(), scroll: 0 };
    go(state, Page::Reading(page))
}

/// Does what a command asks of the open meeting, whose page is gone to first. Where
/// none is open, what is typed on as a capture line goes into a field all the
/// same, or its letters would be obeyed as keys.
fn at_meeting(state: &mut State, command: Command) -> Vec<Effect> {
    if matches!(state.page, Page::Meeting(_)) {
        return desk::obey(state, command);
    }
    if state.sitting.is_none() {
        if !matches!(command, Command::Capture(_)) {
            return desk::obey(state, command);
        }
        let field = super::editor::Editor::with(".");
        state.over = Some(Over::Palette { field, chosen: 0 });
        return Vec::new();
    }
    let mut effects = go_to(state, Destination::Meeting);
    effects.extend(desk::obey(state, command));
    effects
}

fn replay(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(why) = state.book.as_ref().and_then(|book| book.read_only.clone()) {
        state.say(Said::Refused(why));
        return Vec::new();
    }
    submit(state, if command == Command::Undo { Pending::Undo } else { Pending::Redo })
}

/// Whether this screen only follows a meeting; the clerk is told so.
fn follows(state: &mut State) -> bool {
    let why =
        state.book.as_ref().filter(|book| book.following).and_then(|book| book.read_only.clone());
    let follows = why.is_some();
    if let Some(why) = why {
        state.say(Said::Refused(why));
    }
    follows
}

/// Opens a page, keeping the one that is open to come back to.
pub(super) fn go(state: &mut State, page: Page) -> Vec<Effect> {
    const KEPT: usize = 20;
    let before = std::mem::replace(&mut state.page, page);
    if !matches!(before, Page::Welcome(_)) {
        state.back.push(before);
        let over = state.back.len().saturating_sub(KEPT);
        state.back.drain(..over);
    }
    state.page.wanted().into_iter().collect()
}

fn go_to(state: &mut State, to: Destination) -> Vec<Effect> {
    if follows(state) && to != Destination::Meeting {
        return Vec::new();
    }
    if state.book.is_none() {
        state.say(Said::Refused("No book is open yet.".into()));
        return Vec::new();
    }
    let list = |register| Page::List(ListPage::new(register));
    let page = match to {
        Destination::Meeting => {
            let Some(sitting) = state.sitting.as_deref() else { return vec![Effect::OpenNearest] };
            Page::Meeting(Box::new(MeetingPage::at(sitting)))
        }
        Destination::Overview => Page::Overview(OverviewPage::default()),
        Destination::Schedule => Page::Schedule(SchedulePage::default()),
        Destination::Actions => list(Register::Actions(Vec::new())),
        Destination::Decisions => list(Register::Decisions(Vec::new())),
        Destination::Bodies => list(Register::Bodies(Vec::new())),
        Destination::Gaps => {
            let gaps = ListPage::new(Register::Gaps(Vec::new()));
            // From a row of the schedule as it stood, to what was missing on it then.
            let (until, of) =
                if let Page::Schedule(page) = &state.page { page.whose() } else { (None, None) };
            Page::List(ListPage { until, of, ..gaps })
        }
        Destination::Recommendations => list(Register::Recommendations(Vec::new())),
        Destination::Plan => list(Register::Plan(Vec::new())),
        Destination::Engagement => list(Register::Engagement(Vec::new())),
        Destination::Framework => list(Register::Framework(Vec::new())),
        Destination::Drivers => list(Register::Drivers(Vec::new())),
        Destination::Findings => list(Register::Findings(Vec::new())),
        Destination::Targets => list(Register::Targets(Vec::new())),
        Destination::History => list(Register::History(Vec::new())),
        Destination::Calendar => list(Register::Meetings(Vec::new())),
    };
    go(state, page)
}

fn back(state: &mut State) -> Vec<Effect> {
    if matches!(state.page, Page::Meeting(_)) && state.book.as_ref().is_some_and(|b| b.following) {
        return Vec::new();
    }
    match state.back.pop() {
        Some(page) => {
            state.page = page;
            state.page.wanted().into_iter().collect()
        }
        None => Vec::new(),
    }
}
