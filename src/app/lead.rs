//! Where a line leads: what Enter opens, and the thread that t follows.

use super::command::Command;
use super::page::Page;
use super::page::list::Lead;
use super::page::schedule::SchedulePage;
use super::page::thread::ThreadPage;
use super::state::{Effect, Said, State};
use super::update::go;
use super::{desk, intake};

/// Opens what is chosen.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let mut lead = if let Page::List(page) = &state.page { page.open() } else { None };
    if let Page::Thread(page) = &state.page {
        if let Some(next) = page.next() {
            let page = ThreadPage::of(next).as_at(page.until);
            return go(state, Page::Thread(page));
        }
        return page.lead().map_or_else(Vec::new, |lead| lead_to(state, lead));
    }
    if let Page::Search(page) = &state.page {
        lead = page.open();
    }
    if let Some(lead) = lead {
        return lead_to(state, lead);
    }
    // What is nowhere in full can still be followed.
    let thing = match &state.page {
        Page::List(page) => page.thing(),
        Page::Search(page) => page.thing().map(str::to_owned),
        _ => None,
    };
    if let Some(thing) = thing {
        return go(state, Page::Thread(ThreadPage::of(thing)));
    }
    match &state.page {
        Page::Meeting(_) => return desk::obey(state, Command::Write),
        Page::Welcome(page) => page.open(),
        Page::Overview(page) => page.open(),
        Page::Schedule(_) => {
            super::movement::obey(state, Command::NextPane);
            None
        }
        Page::Files(_) => return intake::open(state),
        Page::List(_) => {
            state.say(Said::Refused("There is no more to this line than is shown.".into()));
            None
        }
        Page::Search(_) | Page::Thread(_) | Page::Reading(_) | Page::Paper(_) => None,
    }
    .into_iter()
    .collect()
}

fn lead_to(state: &mut State, lead: Lead) -> Vec<Effect> {
    match lead {
        Lead::Meeting(id, item) => {
            state.aim = item;
            vec![Effect::Open(id)]
        }
        Lead::Schedule(id, thing) => go(state, Page::Schedule(SchedulePage::at(id, thing))),
    }
}

/// Follows the thread of what is chosen, on whatever page.
pub(super) fn follow(state: &mut State) -> Vec<Effect> {
    let id = match &state.page {
        Page::Meeting(page) => {
            let item = state.sitting.as_deref().and_then(|sitting| page.item(sitting));
            item.map(|item| item.id.0.clone())
        }
        Page::Schedule(page) => page.thing(),
        Page::List(page) => page.thing(),
        Page::Thread(page) => page.next().map(str::to_owned),
        _ => None,
    };
    let until = match &state.page {
        Page::Schedule(page) => page.until,
        Page::List(page) => page.until,
        Page::Thread(page) => page.until,
        _ => None,
    };
    if let Some(id) = id {
        return go(state, Page::Thread(ThreadPage::of(id).as_at(until)));
    }
    state.say(Said::Refused("Nothing is chosen here whose thread could be followed.".into()));
    Vec::new()
}
