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
    let last_uses = last_uses(build);
    for run in build.runs().filter(|run| build.is_kept(run)) {
        let mut calls = run.calls.iter();
        let update =
            calls.find(|call| call.is_any(&["apt", "apt-get", "aptitude"]) && call.has_argument("update"));
        let Some(update) = update.filter(|_| !cleans_up(build, run) && !mounted(run)) else { continue };
        if last_uses.get(run.stage).is_some_and(|last| *last > Some(run.index)) {
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

/// For each stage, the last RUN in it or in a stage built on it that uses the lists without fetching them first.
fn last_uses(build: &Build<'_, '_>) -> Vec<Option<usize>> {
    let mut last = vec![None; build.stages().len()];
    for run in build.runs().filter(|run| uses_lists(run)) {
        if let Some(last) = last.get_mut(run.stage) {
            *last = Some(run.index);
        }
    }
    // A stage is built on an earlier one, so that the last stages hand theirs on first.
    for stage in build.stages().iter().rev() {
        let own = last.get(stage.index).copied().flatten();
        if let Some(parent) = stage.parent.and_then(|parent| last.get_mut(parent)) {
            *parent = own.max(*parent);
        }
    }
    last
}

/// Whether the first thing that a RUN does with apt is to use the package lists.
fn uses_lists(run: &Step<'_, '_>) -> bool {
    let is_apt = |call: &&Call<'_, '_>| call.is_any(&["apt", "apt-get", "apt-cache", "aptitude"]);
    let mut verbs = run.calls.iter().filter(is_apt).flat_map(|call| call.operands(&["o", "t"]).next());
    let tidying = ["clean", "autoclean", "remove", "purge", "autoremove"];
    let first = verbs.find(|verb| !tidying.contains(&verb.text.as_ref()));
    first.is_some_and(|verb| verb.text != "update")
}

fn mounted(run: &Step<'_, '_>) -> bool {
    run.mounts_cache(&[LISTS]) || run.mounts_cache(&["/var/lib/apt"]) && run.mounts_cache(&["/var/cache/apt"])
}
