//! The projects under `examples/`, as a newcomer lints them: everything that an instructor would point out before, nothing after.
//!
//! `tests/projects/NAME.expected` holds what is to be found in `examples/NAME/before`: `PATH:LINE CODE` and what is wrong there, one
//! finding a line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `PATH:LINE CODE` of each finding in a folder.
fn found(folder: &Path) -> BTreeSet<String> {
    let run = Command::new(env!("CARGO_BIN_EXE_docklint"))
        .args(["check", "--isolated", "--exit-zero", "--format=json", "."])
        .current_dir(folder)
        .output()
        .expect("docklint runs");
    let report: serde_json::Value = serde_json::from_slice(&run.stdout).expect("a report");
    let findings = report["diagnostics"].as_array().expect("a list").iter();
    let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
    findings
        .map(|found| format!("{}:{} {}", text(&found["path"]), found["start"]["line"], text(&found["code"])))
        .collect()
}

/// The same, as an instructor expects it.
fn expected(name: &str) -> BTreeSet<String> {
    let path = root().join("tests/projects").join(name).with_extension("expected");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let findings = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    findings.map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect()
}

fn examples() -> impl Iterator<Item = (String, PathBuf)> {
    let folders = fs::read_dir(root().join("examples")).expect("examples/").flatten();
    let folders = folders.filter(|entry| entry.path().is_dir());
    folders.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
}

#[test]
fn before_has_what_an_instructor_finds() {
    let mut wrong = String::new();
    for (name, folder) in examples() {
        let (expected, found) = (expected(&name), found(&folder.join("before")));
        expected.difference(&found).for_each(|line| wrong += &format!("{name}: not found: {line}\n"));
        found.difference(&expected).for_each(|line| wrong += &format!("{name}: not expected: {line}\n"));
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn after_has_nothing_left() {
    for (name, folder) in examples() {
        assert_eq!(found(&folder.join("after")), BTreeSet::new(), "{name}");
    }
}
