//! `.env` and its example do not have the same variables.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::project::{Project, Tree};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::is_example;
use crate::workspace::SourceFile;
use std::collections::{BTreeSet, HashSet};

pub(super) const META: Meta = Meta {
    code: "EV026",
    severity: Severity::Info,
    category: Category::Correctness,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let project = cx.project;
    let file = project.workspace.file(cx.file);
    let counterpart = project.workspace.files().find(|(_, other)| are_counterparts(file, other));
    let Some((id, other)) = counterpart else { return };
    let Tree::Dotenv(other_tree) = &project.file(id).tree else { return };
    let known = mentioned(other_tree);
    let unset = if file.name() == ".env" { HashSet::new() } else { unset_beside(project, file.folder()) };
    for key in dotenv.entries().map(|entry| entry.key).filter(|key| !known.contains(key.value)) {
        if unset.contains(key.value) {
            continue;
        }
        let message = if file.name() == ".env" {
            format!(
                "`{}` is not in `{}`, so others do not know that they need it. Add it there.",
                key.value,
                other.name()
            )
        } else {
            format!(
                "`{}` is not in `.env`, so it is unset here. Add it there, or comment it out to say so.",
                key.value
            )
        };
        cx.report(key.span, message);
    }
}

/// The variables that compose files of `folder` need and do not get: that is said where they are used.
fn unset_beside(project: &Project<'_>, folder: &str) -> HashSet<String> {
    let beside = project.stacks.iter().filter(|stack| stack.folder(project.workspace) == folder);
    beside.flat_map(|stack| stack.unset_variables(project)).map(|unset| unset.name).collect()
}

/// Whether one of the two is `.env` and the other its example in the same folder.
fn are_counterparts(a: &SourceFile, b: &SourceFile) -> bool {
    let is_example_of_env = |file: &SourceFile| {
        let name = file.name();
        let trimmed = name.trim_start_matches('.');
        let stem = trimmed.strip_prefix("env").or_else(|| trimmed.strip_suffix("env"));
        // `.env.test.example` is about another file.
        stem.is_some_and(|stem| !stem.trim_matches(['.', '-', '_']).contains('.')) && is_example(name)
    };
    a.folder() == b.folder()
        && ((a.name() == ".env" && is_example_of_env(b)) || (b.name() == ".env" && is_example_of_env(a)))
}

/// The keys of all entries, those in comments included.
fn mentioned<'a>(dotenv: &Dotenv<'a>) -> BTreeSet<&'a str> {
    let commented = dotenv.comments().filter_map(|comment| {
        let text = comment.value.trim_start_matches('#').trim_start();
        Some(text.split_once('=')?.0.trim())
    });
    dotenv.entries().map(|entry| entry.key.value).chain(commented).collect()
}
