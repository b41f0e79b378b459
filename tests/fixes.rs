//! Applies every fix to real files: each mends its finding and breaks nothing else, and together they come to an end.
//!
//! `DOCKLINT_STRIDE=1` takes all files instead of a sample.

use docklint_core::{Applicability, Config, SourceFile, Workspace, fix, lint};
use docklint_tests::contract::{broken_promise, broken_whole, with_carriage_returns};
use docklint_tests::shared;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Every n-th file is taken.
fn stride() -> usize {
    std::env::var("DOCKLINT_STRIDE").ok().and_then(|stride| stride.parse().ok()).unwrap_or(60)
}

/// A sample of the real files, each as a workspace of its own.
fn sample() -> Vec<Workspace> {
    let Some(shared) = shared() else { return Vec::new() };
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in ["dockerfile", "compose", "env"] {
        let folder = std::fs::read_dir(shared.join("corpus").join(folder)).into_iter().flatten();
        paths.extend(folder.filter_map(|entry| Some(entry.ok()?.path())));
    }
    paths.sort();
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).ok()?;
        let kind = path.parent()?.file_name()?.to_str()?;
        let name = path.file_name()?.to_str()?;
        let path = match kind {
            "dockerfile" => format!("{name}/Dockerfile"),
            "compose" => format!("{name}/compose.yaml"),
            _ => format!("{name}/.env"),
        };
        Some(Workspace::new(vec![SourceFile::new(path, text)]))
    };
    paths.iter().step_by(stride()).filter_map(read).collect()
}

fn everything() -> Config {
    Config { select: Some(vec!["ALL".to_owned()]), ..Config::default() }
}

fn path(workspace: &Workspace) -> &str {
    workspace.files().next().map_or("", |(_, file)| &file.path)
}

#[test]
fn each_fix_mends_its_finding_and_nothing_else() {
    let config = everything();
    let mut broken: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for workspace in sample() {
        let before = lint(&workspace, &config);
        for found in &before.diagnostics {
            for fix in &found.fixes {
                *tried.entry(found.code).or_default() += 1;
                if let Some(reason) = broken_promise(&workspace, &config, &before, found, fix) {
                    let text = &workspace.file(found.file).text;
                    let line =
                        text.get(..found.span.start as usize).map_or(0, |t| t.matches('\n').count()) + 1;
                    let of = broken.entry(found.code.to_owned()).or_default();
                    of.push(format!("{}:{line} {reason}", path(&workspace)));
                }
            }
        }
    }
    let mut out = String::new();
    for (code, places) in &broken {
        writeln!(out, "{code}: {} of {:?}", places.len(), tried.get(code.as_str()))
            .expect("a string takes all");
        places.iter().take(8).for_each(|place| writeln!(out, "    {place}").expect("a string takes all"));
    }
    assert!(broken.is_empty(), "{out}");
}

#[test]
fn all_fixes_together_come_to_an_end() {
    let mut broken = Vec::new();
    for workspace in sample() {
        for config in [Config::default(), everything()] {
            for least in [Applicability::Safe, Applicability::Unsafe] {
                if let Some(reason) = broken_whole(&workspace, &config, least) {
                    let all = config.select.is_some();
                    broken.push(format!("{} ({least:?}, all: {all}): {reason}", path(&workspace)));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{} broken\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn line_ends_make_no_difference() {
    let config = everything();
    let mut broken = Vec::new();
    for workspace in sample().iter().filter(|workspace| path(workspace).ends_with("Dockerfile")) {
        let text =
            |workspace: &Workspace| workspace.files().map(|(_, file)| file.text.clone()).collect::<String>();
        let windows = with_carriage_returns(workspace);
        let unix = fix(workspace.clone(), &config, Applicability::Unsafe).workspace;
        let windows = fix(windows, &config, Applicability::Unsafe).workspace;
        let (expected, found) = (text(&with_carriage_returns(&unix)), text(&windows));
        if let Some((a, b)) = expected.lines().zip(found.lines()).find(|(a, b)| a != b) {
            broken.push(format!("{}: {a:?} became {b:?}", path(workspace)));
        } else if expected != found {
            broken.push(format!("{}: differs", path(workspace)));
        }
    }
    assert!(broken.is_empty(), "{} broken\n{}", broken.len(), broken.join("\n"));
}
