//! Lints and fixes broken texts: whatever a file holds, nothing panics, every place lies in the text, and fixes come to an end.
//!
//! `cargo test --release -p docklint-tests --test mutations -- --ignored` breaks real files instead of the examples, a hundred
//! thousand times, or as often as `DOCKLINT_MUTATIONS` says, beginning with the seed in `DOCKLINT_SEED`.

use docklint_core::{Applicability, Config, Report, SourceFile, Workspace, fix, lint};
use docklint_tests::mutate::{Random, mutate};
use docklint_tests::{root, shared};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Longer than any text of this size needs, on a busy machine too.
const TOO_LONG: Duration = Duration::from_secs(10);

/// Texts of one kind of file, and the name under which they are linted.
struct Kind {
    name: &'static str,
    texts: Vec<String>,
}

/// The texts below `folder`, by the kind that `name_of` finds in their paths.
fn collect(folder: &Path, name_of: &dyn Fn(&Path) -> Option<&'static str>) -> Vec<Kind> {
    let names = ["Dockerfile", "compose.yaml", ".env"];
    let mut kinds = names.map(|name| Kind { name, texts: Vec::new() });
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let kind = name_of(&path).and_then(|name| kinds.iter_mut().find(|kind| kind.name == name));
            if let (Some(kind), Ok(text)) = (kind, std::fs::read_to_string(&path)) {
                kind.texts.push(text);
            }
        }
    }
    kinds.into_iter().filter(|kind| !kind.texts.is_empty()).collect()
}

/// A project of one file of each kind, of which one or more are broken.
fn project(kinds: &[Kind], random: &mut Random) -> Workspace {
    let mut files = Vec::new();
    let broken = random.below(kinds.len());
    for (at, kind) in kinds.iter().enumerate() {
        let text = random.pick(&kind.texts).clone();
        let other: &String = random.pick(&kind.texts);
        if at == broken || random.below(4) == 0 {
            files.push(SourceFile::new(kind.name, mutate(&text, other, random)));
        } else if random.below(3) == 0 {
            files.push(SourceFile::new(kind.name, text));
        }
    }
    Workspace::new(files).with_listing([])
}

fn assert_places_fit(report: &Report, workspace: &Workspace) {
    for found in &report.diagnostics {
        let places = found
            .related
            .iter()
            .map(|related| (related.file, related.span))
            .chain([(found.file, found.span)]);
        let edits = found.fixes.iter().flat_map(|fix| &fix.edits).map(|(file, edit)| (*file, edit.span));
        for (file, span) in places.chain(edits) {
            assert!(
                workspace.file(file).text.get(span.range()).is_some(),
                "{}: {span:?} is not a place",
                found.code
            );
        }
    }
}

/// Lints and fixes the project of a seed.
fn attempt(kinds: &[Kind], seed: u64, config: &Config) {
    let workspace = project(kinds, &mut Random::new(seed));
    let start = Instant::now();
    let report = lint(&workspace, config);
    assert_places_fit(&report, &workspace);
    for least in [Applicability::Safe, Applicability::Unsafe] {
        let fixed = fix(workspace.clone(), config, least);
        assert_places_fit(&fixed.report, &fixed.workspace);
        let again = fix(fixed.workspace, config, least);
        assert!(again.applied.is_empty(), "fixes without end: {:?}", again.applied);
    }
    assert!(start.elapsed() < TOO_LONG, "it takes {:?}", start.elapsed());
}

fn run(kinds: &[Kind], first: u64, count: u64) {
    if kinds.is_empty() {
        return;
    }
    let config = Config { select: Some(vec!["ALL".to_owned()]), ..Config::default() };
    let fails = |seed: &u64| catch_unwind(AssertUnwindSafe(|| attempt(kinds, *seed, &config))).is_err();
    let failed: Vec<u64> = (first..first + count).filter(fails).take(50).collect();
    if let Some(seed) = failed.first() {
        let workspace = project(kinds, &mut Random::new(*seed));
        let texts: Vec<_> =
            workspace.files().map(|(_, file)| format!("{}: {:?}", file.path, file.text)).collect();
        panic!("seeds that fail: {failed:?}; the first is\n{}", texts.join("\n"));
    }
}

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

#[test]
fn broken_examples_do_no_harm() {
    let kinds = collect(&root().join("examples"), &|path| {
        let name = path.file_name()?.to_str()?;
        let is_compose = name.contains("compose") && name.ends_with(".yaml");
        match name {
            _ if name.contains("Dockerfile") => Some("Dockerfile"),
            _ if is_compose => Some("compose.yaml"),
            _ if name.starts_with(".env") => Some(".env"),
            _ => None,
        }
    });
    run(&kinds, number("DOCKLINT_SEED", 0), 300);
}

#[test]
#[ignore = "takes an hour; needs the folder of real files"]
fn broken_real_files_do_no_harm() {
    let Some(shared) = shared() else { return };
    let kinds = collect(&shared.join("corpus"), &|path| match path.parent()?.file_name()?.to_str()? {
        "dockerfile" => Some("Dockerfile"),
        "compose" => Some("compose.yaml"),
        "env" => Some(".env"),
        _ => None,
    });
    run(&kinds, number("DOCKLINT_SEED", 0), number("DOCKLINT_MUTATIONS", 100_000));
}
