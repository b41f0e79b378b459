//! A RUN that uses a variable which nothing defines there.

use crate::dockerfile::{Base, MountKey};
use crate::model::undefined::Gap;
use crate::model::{Build, Step, image_environment};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;
use std::collections::HashSet;

pub(super) const META: Meta = Meta {
    code: "DL5020",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let mut reported = HashSet::new();
    for run in build.runs().filter(|run| !run.onbuild && !run.calls.iter().any(sets_unseen)) {
        let Some(facts) = run.facts().filter(|facts| facts.dialect().is_readable() && !facts.open) else {
            continue;
        };
        let variables = &facts.variables;
        // A name with lower-case letters is the script's own, and unassigned there.
        let unset = variables.required.iter().filter(|(name, _)| {
            !name.contains(|c: char| c.is_ascii_lowercase())
                && !variables.assigned.contains_key(*name)
                && !variables.is_excused(name)
                && !is_mounted(run, name)
        });
        for (&name, &span) in unset {
            let gap = Gap::find(build.facts(), run.index, name);
            let reason = match gap {
                Some(gap) => gap.explain(name),
                None if is_unknown(build, run, name) => {
                    "Neither this file nor the base image sets it. Check the spelling, or declare it with ARG.".to_owned()
                }
                None => continue,
            };
            if !reported.insert((run.stage, name.to_owned())) {
                continue;
            }
            let found = cx.report(span, format!("`{name}` is not defined here, so it is empty. {reason}"));
            let declaration = gap.and_then(|gap| gap.declaration());
            if let Some(by) =
                declaration.and_then(|variable| build.file.instructions.get(variable.instruction))
            {
                found.related(by.span, "declared here");
            }
        }
    }
}

/// Whether a command may set variables that the script does not name.
fn sets_unseen(call: &Call<'_, '_>) -> bool {
    let computed = |text: &str| text.contains("$(") || text.contains('`');
    call.is_any(&[".", "source", "eval"])
        || call.is_any(&["export", "declare"])
            && call.arguments.iter().any(|word| computed(&word.text) && !word.text.contains('='))
}

/// Whether a secret is mounted as this variable.
fn is_mounted(run: &Step<'_, '_>, name: &str) -> bool {
    run.mounts().iter().any(|mount| mount.value(MountKey::Env).is_some_and(|env| **env == *name))
}

/// Whether the base image is known, and not to set the variable, and nothing in the file does.
fn is_unknown(build: &Build<'_, '_>, run: &Step<'_, '_>, name: &str) -> bool {
    let facts = build.facts();
    let Some(root) = facts.stage_of(run.index).map(|stage| facts.root(stage)) else { return false };
    let sets = match (root.base, &root.expanded_image) {
        (Base::Scratch, _) => Some(false),
        (_, Some(image)) => image_environment::sets(image, name),
        (_, None) => None,
    };
    let is_defined = |name| facts.variable(run.index, name).is_some();
    sets == Some(false)
        && name != "SOURCE_DATE_EPOCH"
        && !is_defined(name)
        && !is_defined("BASH_ENV")
        && !reads_profile(run)
}

/// Whether the shell in force is a login or interactive one, which reads files that set variables.
fn reads_profile(run: &Step<'_, '_>) -> bool {
    let mut words = run.shell.iter().flat_map(|shell| &shell.elements);
    words.any(|word| {
        **word == *"--login" || word.starts_with('-') && !word.starts_with("--") && word.contains(['l', 'i'])
    })
}
