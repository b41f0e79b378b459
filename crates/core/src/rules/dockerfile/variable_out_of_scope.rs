//! A RUN that uses a variable which the file declares where it does not count.

use crate::model::Build;
use crate::model::undefined::Gap;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;
use std::collections::HashSet;

pub(super) const META: Meta = Meta {
    code: "DL5020",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Commands that set variables which the script does not name.
const SETTERS: &[&str] = &[".", "source", "eval"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let mut reported = HashSet::new();
    for run in build.runs().filter(|run| !run.onbuild) {
        let Some(facts) = run.facts().filter(|facts| facts.dialect().is_readable() && !facts.open) else {
            continue;
        };
        if run.calls.iter().any(|call| call.is_any(SETTERS)) {
            continue;
        }
        let variables = &facts.variables;
        // A name with lower-case letters is the script's own, and unassigned there.
        let unset = variables.required.iter().filter(|(name, _)| {
            !name.contains(|c: char| c.is_ascii_lowercase())
                && !variables.assigned.contains_key(*name)
                && !variables.is_excused(name)
        });
        for (&name, &span) in unset {
            let Some(gap) = Gap::find(build.facts(), run.index, name) else { continue };
            if reported.insert((run.stage, name.to_owned())) {
                report(build, cx, name, span, gap);
            }
        }
    }
}

fn report(build: &Build<'_, '_>, cx: &mut Reporter<'_>, name: &str, span: Span, gap: Gap<'_, '_>) {
    let message = format!("`{name}` is not defined here, so it is empty. {}", gap.explain(name));
    let found = cx.report(span, message);
    let declaration =
        gap.declaration().and_then(|variable| build.file.instructions.get(variable.instruction));
    if let Some(instruction) = declaration {
        found.related(instruction.span, "declared here");
    }
}
