//! What a clerk might do next, in any order a property test might put it in.

use proptest::prelude::*;

/// Something a clerk does.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// Types a line.
    Types(String),
    /// Takes the last entry back.
    Undoes,
    /// Puts it back.
    Redoes,
    /// Puts the pen down and takes it up again.
    Reopens,
}

/// Those with a place on the committee, an officer and one who is not on it.
const PEOPLE: &[&str] = &[
    "okonjo",
    "allardyce",
    "farrow",
    "hesketh",
    "idris",
    "nettleship",
    "ravensworth",
    "tarrant",
    "quill",
    "thornaby",
    "wetherby",
    "oduya",
    "penhale",
    "brandreth",
];

const TEXTS: &[&str] =
    &["to ask again", "That the plan be adopted.", "what's \"said\" — is said", "次第"];

/// Lines with gaps to be filled: a person, another person, an item, a text, a
/// small number and another.
pub(super) const LINES: &[&str] = &[
    "{t}",
    ".in {p}",
    ".in {p}, {q}",
    ".in {p} 10.1{n}",
    ".in {p} as observer",
    ".in all",
    ".out {p}: {t}",
    ".out {p}",
    ".absent {p}",
    ".absent rest",
    ".apol {p}: {t}",
    ".apol {p}",
    ".sub {p} for {q}",
    ".chair {p}",
    ".mandate {p} yes",
    ".mandate {p}, {q} no",
    ".int {p}: {t} stayed",
    ".int {p}: {t} withdrew",
    ".m {p}/{q}: {t}",
    ".m {p}: {t}",
    ".m fell",
    ".am {p}/{q}: {t}",
    ".v {n}-{m}-0",
    ".v {n}-{n}-1 casting for",
    ".v for {p}; against {q}",
    ".v consent",
    ".own {p} against",
    ".d {t}",
    ".d RECOMMENDED TO Cabinet: {t}",
    ".d NOTED",
    ".d rec",
    ".d REFERRED TO Cabinet: {t}",
    ".reply in {n} working days",
    ".why {t}",
    ".alt {t}",
    ".effective in {n} working days",
    ".effective at once: {t}",
    ".callin 2/10 by {p}: {t}",
    ".promise {p}: {t} by next meeting",
    ".a {p}: {t} by 30 Sep",
    ".a {p}, {q}: {t} next meeting",
    ".a {p}: {t}",
    ".priv {t}",
    ".exempt {n}",
    ".exempt {n}: {t}",
    ".open",
    ".summary {t}",
    ".link EW-P{n}",
    ".gap {n} {p} by 30 Sep",
    ".correct 2: \"a\" read \"{t}\"",
    ".next",
    ".item {i}",
    ".bloc {i}, 1{n}",
    ".rescind 2/10: {t}",
    ".answer 2/10: {t}",
    ".elect Chair: {p} {n}, {q} {m}",
    ".done A/10/0{n}: {t}",
    ".accept A/10/0{n}",
    ".extend A/10/0{n} to 30 Sep: {t}",
    ".progress A/10/0{n}: {t}",
    ".cancel A/10/0{n}: {t}",
    ".urgent {t}: {t}",
    ".exclude",
    ".readmit",
    ".agenda {t}",
    ".alter {n} paper {n}: {t}",
    ".alter {n} before {n}",
    ".alter {n} last",
    ".minutes checked",
    ".minutes circulated",
    ".defer next meeting: {t}",
    ".drop {t}",
    ".calloff",
    ".publish 4 July",
    ".addenda 8 July: {t}",
    ".kind extraordinary",
    ".kind inquorate",
    ".kind ordinary",
    ".begin 9.{n}0",
    ".adjourn",
    ".resume",
    ".close",
];

/// Lines that come so often in a meeting that they should here too; without
/// them little else is permitted.
const OFTEN: &[&str] =
    &[".in all", ".next", ".chair okonjo", ".in {p}, {q}", ".d {t}", ".v {n}-{m}-0", "{t}"];

/// The lines that are not typed in any order: what is confirmed cannot be
/// undone, so the journal ends there.
pub(super) const NOT_HERE: &[&str] = &["confirm", "gap"];

/// How a meeting begins: as one should, or not.
pub(super) fn opening() -> impl Strategy<Value = Vec<Act>> {
    let lines = [".in all", ".chair okonjo", ".item 5", ".m allardyce/idris: that it be so"];
    (0..=lines.len())
        .prop_map(move |n| lines[..n].iter().map(|l| Act::Types((*l).into())).collect())
}

pub(super) fn acts() -> impl Strategy<Value = Vec<Act>> {
    let filled = |lines: &'static [&'static str]| {
        (0..lines.len(), any::<[u8; 6]>()).prop_map(move |(n, picks)| fill(lines[n], picks))
    };
    let act = prop_oneof![
        6 => filled(LINES).prop_map(Act::Types),
        6 => filled(OFTEN).prop_map(Act::Types),
        3 => Just(Act::Undoes),
        2 => Just(Act::Redoes),
        1 => Just(Act::Reopens),
    ];
    prop::collection::vec(act, 1..32)
}

fn fill(line: &str, picks: [u8; 6]) -> String {
    let [p, q, i, t, n, m] = picks.map(usize::from);
    let (first, second) = (p % PEOPLE.len(), (p + 1 + q % (PEOPLE.len() - 1)) % PEOPLE.len());
    line.replace("{p}", PEOPLE[first])
        .replace("{q}", PEOPLE[second])
        .replace("{i}", &(1 + i % 14).to_string())
        .replace("{t}", TEXTS[t % TEXTS.len()])
        .replace("{n}", &(1 + n % 5).to_string())
        .replace("{m}", &(m % 4).to_string())
}
