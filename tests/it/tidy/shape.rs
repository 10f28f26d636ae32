//! The shape of the house: what stands at its top, how each file opens, how
//! long it may grow, and what no file says.

use std::fs;
use std::path::PathBuf;

use super::none;
use super::source::{Source, walk};

/// All that stands at the top of the repository, beside files whose names begin
/// with a dot and what a build leaves.
const TOP: &[&str] =
    &["CHANGELOG.md", "Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "assets", "src", "tests"];

/// The most lines of a file, and of a function.
const FILE: usize = 400;
const FUNCTION: usize = 60;

fn everything() -> impl Iterator<Item = &'static Source> {
    Source::program().iter().chain(Source::tests())
}

#[test]
fn nothing_else_stands_at_the_top() {
    let names =
        fs::read_dir(".").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strays: Vec<String> = names
        .filter(|name| !TOP.contains(&name.as_str()) && !name.starts_with('.') && name != "target")
        .collect();
    none(&strays);
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    let says = |source: &&Source| {
        let opening: Vec<&str> =
            source.text.lines().map_while(|line| line.strip_prefix("//! ")).collect();
        let sentence = opening.join(" ");
        let begins = sentence.starts_with(|c: char| c.is_uppercase() || c == '`');
        begins && sentence.trim_end().ends_with('.')
    };
    none(&everything().filter(|source| !says(source)).map(Source::name).collect::<Vec<_>>());
}

#[test]
fn no_file_grows_long() {
    let mut strays = Vec::new();
    for source in everything() {
        let (name, lines) = (source.name(), source.text.lines().count());
        if lines > FILE {
            strays.push(format!("{name} has grown to {lines} lines"));
        }
    }
    none(&strays);
}

#[test]
fn no_function_grows_long() {
    let mut strays = Vec::new();
    for source in everything() {
        for (name, at, lines) in source.functions() {
            if lines > FUNCTION {
                strays.push(format!("{}: {name} has {lines} lines", source.line(at)));
            }
        }
    }
    none(&strays);
}

#[test]
fn no_test_is_forgotten() {
    let declared = |source: &Source| {
        let folder = source.path.parent().unwrap();
        let (file, above) = match source.path.file_stem().unwrap().to_str().unwrap() {
            "main" => return true,
            "mod" => (folder.file_name().unwrap().to_str().unwrap(), folder.parent().unwrap()),
            file => (file, folder),
        };
        let main = above.join("main.rs");
        let parent = if main.exists() { main } else { above.join("mod.rs") };
        let wanted = format!("mod {file};");
        let text = fs::read_to_string(parent).unwrap_or_default();
        text.lines().any(|line| line.trim_start_matches("pub(crate) ") == wanted)
    };
    let strays = Source::tests().iter().filter(|source| !declared(source)).map(Source::name);
    none(&strays.collect::<Vec<_>>());
}

/// Every file that is kept: all there is, but for what a build leaves.
fn kept() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(".").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match name.as_str() {
            ".git" | "target" => {}
            _ if path.is_dir() => walk(&path, &mut files),
            _ => files.push(path),
        }
    }
    files
}

#[test]
fn no_file_names_a_machine() {
    // Put together here, so that this file does not name them either.
    let folders = ["work", "root", "home/", "Users/"].map(|name| format!("/{name}"));
    let follows = |rest: &str| rest.starts_with('/') || rest.starts_with(char::is_alphanumeric);
    for path in kept() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for folder in &folders {
            let named = text.match_indices(folder.as_str()).find(|(at, _)| {
                let starts = text[..*at].ends_with(['"', '\'', ' ', '(', '=', '`', '\n', ':']);
                let rest = &text[at + folder.len()..];
                starts
                    && (if folder.ends_with('/') { follows(rest) } else { rest.starts_with('/') })
            });
            assert!(named.is_none(), "{} names {folder}", path.display());
        }
    }
}

#[test]
fn every_package_comes_from_the_one_public_registry() {
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    for line in lock.lines().filter(|line| line.starts_with("source = ")) {
        assert_eq!(line, "source = \"registry+https://github.com/rust-lang/crates.io-index\"");
    }
    let settings = fs::read_to_string(".cargo/config.toml").unwrap_or_default();
    let sections: Vec<&str> = settings.lines().filter(|line| line.starts_with('[')).collect();
    assert!(sections.iter().all(|section| *section == "[env]"), "settings of one machine are kept");
    let hosts = ["artifactory", "nexus.", "registry.", "localhost:", "127.0.0.1", "10.0."];
    for path in kept().into_iter().filter(|path| !path.ends_with("shape.rs")) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (at, _) in text.match_indices("://") {
            let host: String = text[at + 3..].chars().take_while(|c| !c.is_whitespace()).collect();
            let strange = hosts.iter().any(|part| host.starts_with(part) || host.contains(part));
            assert!(!strange, "{} names the host {host}", path.display());
        }
    }
}
