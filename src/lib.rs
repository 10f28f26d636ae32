//! A minute book that a clerk keeps live, while the board meets.
//!
//! # Floors
//!
//! The code stands on floors. A module may use what stands below it and never
//! what stands beside or above it; `tests/it/tidy.rs` reads this table and
//! fails when an import climbs or reaches past its column.
//!
//! | floor | module     | what it is                                                        | may use                              |
//! |-------|------------|-------------------------------------------------------------------|--------------------------------------|
//! | 0     | `model`    | what meetings, bodies, schedules and follow-up are: plain values  |                                      |
//! | 1     | `rules`    | what may be done, what is missing, what is due: judgements        | model                                |
//! | 2     | `book`     | the `SQLite` file: permitted entries in, sittings and registers out | model, rules                       |
//! | 2     | `document` | what goes on paper, and for whom                                  | model, rules                         |
//! | 2     | `capture`  | lines the clerk types, read into entries                          | model, rules                         |
//! | 2     | `import`   | foreign papers read into entries, with a report                   | model, rules                         |
//! | 3     | `export`   | documents as bytes in each format                                 | model, document                      |
//! | 3     | `app`      | what is on the screen, and what a key does to it                  | model, rules, capture, import        |
//! | 4     | `view`     | the screen, drawn from the app's state                            | model, rules, capture, app           |
//! | 5     | `shell`    | terminal, clock, files, arguments, threads, the loops             | all                                  |

pub mod app;
pub mod book;
pub mod capture;
pub mod document;
pub mod export;
pub mod import;
pub mod model;
pub mod rules;
pub mod shell;
pub mod view;
