//! apt's package lists left in a layer.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::model::Step;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL3009",
    severity: Severity::Info,
    category: Category::Size,
    aliases: &["hadolint:DL3009"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const LISTS: &str = "/var/lib/apt/lists";

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| build.is_kept(run)) {
        let mut calls = run.calls.iter();
        let update =
            calls.find(|call| call.is_any(&["apt", "apt-get", "aptitude"]) && call.has_argument("update"));
        let Some(update) = update.filter(|_| !cleans_up(build, run) && !mounted(run)) else { continue };
        if needs_lists_later(build, run) {
            cx.report(
                update.name_word.span,
                "The package lists stay in this layer. Join the RUN that installs from them to this one, and end it with `rm -rf /var/lib/apt/lists/*`.",
            );
            continue;
        }
        let found = cx.report(
            update.name_word.span,
            "The package lists stay in this layer. Delete them in the same RUN: `rm -rf /var/lib/apt/lists/*`.",
        );
        if let Some(edit) = run.append("rm -rf /var/lib/apt/lists/*") {
            found.safe_fix("Delete the package lists in the same RUN", [edit]);
        }
    }
}

fn cleans_up(build: &Build<'_, '_>, run: &Step<'_, '_>) -> bool {
    if build.as_hadolint {
        // hadolint is content with any `rm -rf`.
        return run
            .calls
            .iter()
            .any(|call| call.name() == "rm" && call.has_any_argument(&["-rf", "/var/lib/apt/lists/*"]));
    }
    let deletes = |text: &str| {
        text.trim_end_matches(['*', '/']).trim_matches('"') == LISTS
            || LISTS.starts_with(text.trim_end_matches(['*', '/'])) && text.len() > 1
    };
    let removes = |call: &Call<'_, '_>| {
        call.name() == "rm" && call.arguments.iter().any(|word| deletes(&word.text))
            || call.name() == "find"
                && call.has_argument("-delete")
                && call.arguments.iter().any(|word| deletes(&word.text))
    };
    run.calls.iter().any(removes)
}

/// Whether a later RUN installs from these lists without fetching them again.
fn needs_lists_later(build: &Build<'_, '_>, run: &Step<'_, '_>) -> bool {
    let is_apt = |call: &&Call<'_, '_>| call.is_any(&["apt", "apt-get", "apt-cache", "aptitude"]);
    let is_built_on = |step: &&Step<'_, '_>| {
        let stage = build.stages().get(step.stage);
        step.index > run.index
            && stage.is_some_and(|stage| build.ancestry(stage).any(|ancestor| ancestor.index == run.stage))
    };
    build.runs().filter(is_built_on).any(|step| {
        let mut calls = step.calls.iter().filter(is_apt).flat_map(|call| call.operands(&["o", "t"]).next());
        let tidying = ["clean", "autoclean", "remove", "purge", "autoremove"];
        let first = calls.find(|verb| !tidying.contains(&verb.text.as_ref()));
        first.is_some_and(|verb| verb.text != "update")
    })
}

fn mounted(run: &Step<'_, '_>) -> bool {
    run.mounts_cache(&[LISTS]) || run.mounts_cache(&["/var/lib/apt"]) && run.mounts_cache(&["/var/cache/apt"])
}
