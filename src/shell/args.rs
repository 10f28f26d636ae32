//! What can be asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::command;
use crate::capture::SETUP_LINES;
use crate::export::FORMATS;
use crate::import::PaperKind;

/// A minute book for boards and committees, kept live in a terminal.
#[derive(Debug, Parser)]
#[command(
    name = "minutebook",
    version,
    about,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Cli {
    /// The book; else $MINUTEBOOK, else one in your data folder.
    #[arg(long, global = true, value_name = "FILE")]
    pub book: Option<PathBuf>,
    /// Open the book to read only.
    #[arg(long, global = true)]
    pub read: bool,
    /// When to use colour: auto, always or never.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Colour,
    /// What to do; without it, the book opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes the sample book and opens it.
    Demo {
        /// Where to make it; else it is a copy that goes when you leave.
        file: Option<PathBuf>,
    },
    /// Makes a book and prints where it is.
    New {
        /// Where; there must be no file there.
        file: PathBuf,
        /// Puts the sample in it.
        #[arg(long)]
        sample: bool,
    },
    /// Reads papers into the book: all of each or nothing, and one undo takes it back.
    Import(Import),
    /// Writes a document.
    Export(Export),
    /// Lists what the book holds.
    List(List),
    /// Shows one thing, whole.
    Show {
        /// Its name in the book, or a reference such as A/26/14.
        id: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Tells what is missing in the schedule and the registers, each gap with the rule it breaks.
    Gaps(Gaps),
    /// Searches everything ever minuted or scheduled, newest first.
    Search {
        /// Words to look for.
        #[arg(required = true)]
        words: Vec<String>,
        /// Leaves exempt business out.
        #[arg(long)]
        public: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Follows a meeting live, read only: for a projector, or a second window.
    Follow {
        /// Shows nothing exempt and no private note.
        #[arg(long)]
        public: bool,
        /// Which meeting; else the one that sits.
        #[arg(long, value_name = "ID")]
        meeting: Option<String>,
    },
    /// Puts capture lines on record: minuting without the screen.
    Record(Record),
    /// Adds bodies, people, meetings and partnerships, a line each.
    #[command(after_help = setup_lines())]
    Add {
        /// The lines, each one argument; - or nothing reads them from standard input.
        #[arg(value_name = "LINE")]
        lines: Vec<String>,
    },
    /// Tells everything put on record, newest first.
    History {
        /// Leaves out what was said and who recorded it: what was done, and when, remains.
        #[arg(long)]
        public: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Takes the last entry back.
    Undo,
    /// Puts back what was last taken back.
    Redo,
    /// Checks the book, or a document that was exported from it, and says what is wrong; exit 1 if anything is.
    Verify {
        /// A book or a document; else the book that would open.
        file: Option<PathBuf>,
    },
    /// Makes a verified copy of the book, also while it is open.
    Backup {
        /// Where; there must be no file there.
        file: PathBuf,
    },
    /// Makes a copy of the book for somebody to review and note in, without exempt business.
    Copy(Copy),
    /// Brings back what was noted and altered in a review copy; twice is as good as once.
    Merge {
        /// The copy.
        file: PathBuf,
    },
    /// Prints completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Prints the manual page.
    Man,
}

/// What `import` takes.
#[derive(Debug, Args)]
pub struct Import {
    /// The papers.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What sort of paper it is; auto decides and says why.
    #[arg(long, default_value = "auto", value_name = "KIND", help = kinds())]
    pub kind: String,
    /// The meeting the paper belongs to.
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    /// Shows what was found and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// The report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `export` takes.
#[derive(Clone, Debug, Args)]
pub struct Export {
    /// Which document.
    #[arg(value_name = "DOCUMENT", help = documents())]
    pub what: String,
    /// The format, else the file's ending, else txt.
    #[arg(long = "as", value_name = "FORMAT", help = formats())]
    pub format: Option<String>,
    /// Which meeting; else the newest that fits.
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    /// For whom: public or members.
    #[arg(long, default_value = "public", value_name = "WHO")]
    pub audience: String,
    /// Says under each partnership of the schedule what is missing.
    #[arg(long)]
    pub with_gaps: bool,
    /// The schedule, or what is missing, as it stood at the end of this day; else of the day
    /// of the meeting named.
    #[arg(long, value_name = "DAY")]
    pub as_at: Option<String>,
    /// What one owner has still to do, as a sheet to send them: goes with actions.
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// Where to; - is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Writes over the file if it is there.
    #[arg(long)]
    pub force: bool,
}

/// What `list` takes.
#[derive(Debug, Args)]
pub struct List {
    /// What.
    #[arg(value_enum)]
    pub what: Listed,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
    /// Of one meeting.
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    /// Of one body, by its name in the book, its code or its full name.
    #[arg(long, value_name = "BODY")]
    pub body: Option<String>,
    /// About one partnership.
    #[arg(long, value_name = "P")]
    pub partnership: Option<String>,
    /// Of one owner, by name.
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// In one state.
    #[arg(long, value_name = "WORD")]
    pub status: Option<String>,
    /// Still to be done after its day.
    #[arg(long)]
    pub overdue: bool,
    /// Partnerships in this order: `as_printed`, `most_off_track`, `most_missing` or `by_name`.
    #[arg(long, value_name = "ORDER")]
    pub sort: Option<String>,
    /// Not before this day.
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// Not after this day.
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// As the book stood at the end of this day; before it was begun, the schedule alone.
    #[arg(long, value_name = "DAY")]
    pub as_at: Option<String>,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// Meetings, newest first.
    Meetings,
    /// The items of a meeting.
    Items,
    /// Bodies, with their seats and members.
    Bodies,
    /// Partnerships, with their row of the newest schedule.
    Partnerships,
    /// People.
    People,
    /// Decisions, newest first.
    Decisions,
    /// Actions, soonest due first.
    Actions,
    /// Recommendations, with what shows that they were done.
    Recommendations,
    /// What is coming that may change the work, with what it threatens.
    Drivers,
    /// What inspections and reviews found, and what answers it.
    Findings,
    /// Targets one by one, with their results.
    Targets,
    /// The forward plan, soonest first.
    Plan,
    /// How organisations and sectors take part in meetings.
    Engagement,
    /// Who answers to whom: bodies, partnerships and their delivery groups, as a tree.
    Framework,
    /// Officers' notes beside the schedule.
    Annotations,
}

/// What `gaps` takes.
#[derive(Debug, Args)]
pub struct Gaps {
    /// As JSON: one line for each target, point, response or recommendation.
    #[arg(long)]
    pub json: bool,
    /// Under one rule, G1 to G16.
    #[arg(long, value_name = "RULE")]
    pub rule: Option<String>,
    /// Of one partnership.
    #[arg(long, value_name = "P")]
    pub partnership: Option<String>,
    /// As the book stood at the end of this day; before it was begun, the schedule alone.
    #[arg(long, value_name = "DAY", conflicts_with_all = ["mute", "unmute"])]
    pub as_at: Option<String>,
    /// Lets a gap pass: its rule and the thing it is found in, or the rule alone for all.
    #[arg(long, num_args = 1..=2, value_names = ["RULE", "SUBJECT"], requires = "why", conflicts_with = "unmute")]
    pub mute: Vec<String>,
    /// Why it is let pass.
    #[arg(long, value_name = "TEXT", requires = "mute")]
    pub why: Option<String>,
    /// Lets it pass no longer.
    #[arg(long, num_args = 1..=2, value_names = ["RULE", "SUBJECT"])]
    pub unmute: Vec<String>,
}

/// What `copy` takes.
#[derive(Debug, Args)]
pub struct Copy {
    /// Where; there must be no file there.
    pub file: PathBuf,
    /// For whom; notes made in it carry the name.
    #[arg(long = "for", value_name = "NAME")]
    pub to: String,
    /// What may go in it: public or members. A private note never does.
    #[arg(long, default_value = "public", value_name = "WHO")]
    pub audience: String,
}

/// What `record` takes.
#[derive(Debug, Args)]
pub struct Record {
    /// At which meeting; lines of the schedule need none.
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    /// On which item, by its number on the agenda.
    #[arg(long, value_name = "N")]
    pub item: Option<String>,
    /// Capture lines, each one argument; - or nothing reads them from standard input.
    #[arg(value_name = "LINE")]
    pub lines: Vec<String>,
}

/// Whether arguments that cannot be read ask for an answer in JSON.
pub(super) fn ask_for_json(args: &[OsString]) -> bool {
    args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--json")
}

impl Command {
    /// Whether it answers in JSON, its troubles included.
    pub(super) fn is_json(&self) -> bool {
        match self {
            Self::Import(import) => import.json,
            Self::List(list) => list.json,
            Self::Gaps(gaps) => gaps.json,
            Self::Show { json, .. } | Self::Search { json, .. } | Self::History { json, .. } => {
                *json
            }
            _ => false,
        }
    }
}

/// Every set-up line, and what it puts in the book.
fn setup_lines() -> String {
    let lines = SETUP_LINES
        .iter()
        .map(|line| format!("  .{} {}\n      puts in {}", line.word, line.shape, line.about));
    format!("Lines:\n{}", lines.collect::<Vec<_>>().join("\n"))
}

/// `says`, and the words that may be given, from the table that has them.
fn one_of<'a>(says: &str, words: impl Iterator<Item = &'a str>) -> String {
    format!("{says}: {}", words.collect::<Vec<_>>().join(", "))
}

fn kinds() -> String {
    let words = PaperKind::ALL.iter().map(|kind| kind.word());
    one_of("What sort of paper it is; auto decides and says why", words)
}

fn documents() -> String {
    one_of("Which document", command::documents())
}

fn formats() -> String {
    let names = FORMATS.iter().map(|format| format.name);
    one_of("The format, else the file's ending, else txt", names)
}
