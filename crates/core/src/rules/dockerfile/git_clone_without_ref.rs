//! git clone without a tag or commit.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta =
    Meta { code: "DL5015", category: Category::Pins, check: Check::Dockerfile(check), ..Meta::DEFAULT };

/// Flags of git clone that take the next word as their value.
const VALUED: &[&str] = &[
    "b",
    "branch",
    "depth",
    "o",
    "origin",
    "c",
    "config",
    "j",
    "jobs",
    "filter",
    "reference",
    "template",
    "u",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        let settles = |call: &Call<'_, '_>| {
            call.name() == "git" && call.has_any_argument(&["checkout", "reset", "switch"])
        };
        for (at, call) in run.calls.iter().enumerate() {
            let mut operands = call.operands(VALUED);
            let is_clone = call.name() == "git" && operands.next().is_some_and(|verb| verb.text == "clone");
            let Some(url) = operands.next().filter(|_| is_clone) else { continue };
            let chosen = call.has_any_flag(&["b", "branch", "revision"])
                || call.arguments.iter().any(|word| word.text.starts_with("--branch="));
            let later = run.calls.get(at..).unwrap_or_default().iter().any(settles);
            if chosen || later || !url.text.contains([':', '/']) || url.text.starts_with(['$', '/', '.']) {
                continue;
            }
            cx.report(url.span(), "This clones whatever the default branch holds. Clone a tag (`--branch v1.2.3`) or check out a commit in the same RUN.");
        }
    }
}
