//! How much of anything is read. A paper that a clerk receives is far below
//! each of these; a file made to do harm is stopped at the first it reaches.

/// The largest file, in bytes.
pub const FILE: usize = 20 << 20;

/// The most parts in a zipped file.
pub const PARTS: usize = 2_000;

/// The largest part once unzipped, in bytes.
pub const PART: u64 = 32 << 20;

/// All parts together once unzipped, in bytes.
pub const PARTS_TOGETHER: u64 = 64 << 20;

/// How deep elements may stand in one another.
pub const DEPTH: usize = 256;

/// The most attributes on one element.
pub const ATTRIBUTES: usize = 256;

/// The most tags in a web page.
pub const TAGS: usize = 300_000;

/// The most cells in all the tables of a paper.
pub const CELLS: usize = 100_000;

/// The most columns in a table.
pub const COLUMNS: usize = 256;

/// The most things of one kind that a paper may bring in.
pub const ITEMS: usize = 2_000;

/// The same, as a clerk is told it.
pub const ITEMS_SAID: &str = "2,000 of one kind";

/// The most paragraphs in a paper.
pub const PARAGRAPHS: usize = 30_000;

/// The same, in words.
pub const PARAGRAPHS_SAID: &str = "30,000 paragraphs";

/// The most lines of a text.
pub const LINES: usize = 500_000;

/// The longest text of one cell or paragraph, in bytes.
pub const TEXT: usize = 64 << 10;

/// All the text of a paper, in bytes: as much as a thousand pages hold.
pub const SAID: usize = 4 << 20;

/// The same, in words.
pub const SAID_SAID: &str = "4 MB of text";

/// What can be read, as a clerk would say it.
pub const WORKS: &str = "Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx, .xls), CSV, TSV, \
                         web pages (.html), Markdown and plain text";
