//! Tests only: real Dockerfiles, and which of them BuildKit refuses.

use super::{parse, validate};
use std::fs;

/// Name and text of each Dockerfile; none, with the reason printed, where the folder is not there.
#[expect(clippy::print_stderr, reason = "a test that is skipped has to say so")]
fn files() -> Vec<(String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/dockerfile");
    let Ok(folder) = fs::read_dir(path) else {
        eprintln!("skipped: no {path}");
        return Vec::new();
    };
    let read = |path: std::path::PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        // One that is no UTF-8 never reaches a parser.
        Some((name, fs::read_to_string(path).ok()?))
    };
    folder.filter_map(|entry| read(entry.unwrap().path())).collect()
}

fn refused() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/oracle/rejected.json");
    let Ok(text) = fs::read_to_string(path) else { return Vec::new() };
    let lists: serde_json::Value = serde_json::from_str(&text).unwrap();
    let list = lists["buildkit"].as_array().unwrap();
    list.iter().map(|name| name.as_str().unwrap().trim_start_matches("dockerfile/").to_owned()).collect()
}

#[test]
fn errors_where_buildkit_has_them() {
    let refused = refused();
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let (tree, mut errors) = parse(&text);
        errors.extend(validate(&tree));
        if errors.is_empty() == refused.contains(&name) {
            let shown: Vec<_> = errors.iter().map(|error| (error.span.of(&text), &error.message)).collect();
            wrong.push(format!("{name}: {shown:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
