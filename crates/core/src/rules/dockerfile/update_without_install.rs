//! Package lists that are fetched in one RUN and used in a later one.

use crate::model::{Build, Step};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL5037",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// A package manager that reads lists.
struct Manager {
    names: &'static [&'static str],
    /// Verbs that install what is asked for, so that the lists have to be as new as they are.
    installing: &'static [&'static str],
    /// Other verbs that use the lists.
    using: &'static [&'static str],
}

const MANAGERS: [Manager; 2] = [
    Manager {
        names: &["apt", "apt-get", "aptitude"],
        installing: &["install", "build-dep", "source"],
        using: &["upgrade", "dist-upgrade", "full-upgrade"],
    },
    Manager { names: &["apk"], installing: &["add"], using: &["upgrade", "fix"] },
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        for manager in &MANAGERS {
            // The last command that fetched lists in a RUN that installs nothing.
            let mut alone: Option<&Call<'_, '_>> = None;
            for run in build.runs_in(stage.instructions.clone()).filter(|run| run.mounts().is_empty()) {
                let call = |verbs| find(run, manager.names, verbs);
                let installs = call(manager.installing).filter(|call| !call.has_flag("no-cache"));
                match (call(&["update"]), installs.or_else(|| call(manager.using))) {
                    (Some(update), _) => alone = Some(update).filter(|_| call(manager.installing).is_none()),
                    (None, Some(user)) => {
                        if let Some(update) = alone.take() {
                            report(update, user, cx);
                        }
                    }
                    (None, None) => {}
                }
            }
        }
    }
}

fn report(update: &Call<'_, '_>, user: &Call<'_, '_>, cx: &mut Reporter<'_>) {
    let name = update.name();
    cx.report(
        update.span(),
        format!("The cache keeps these lists when a later RUN installs something else. Run `{name} update` where `{name}` installs."),
    )
    .related(user.span(), "uses the lists");
}

/// The first command of a RUN that has one of these names and one of these verbs.
fn find<'r, 'b, 't>(run: &'r Step<'b, 't>, names: &[&str], verbs: &[&str]) -> Option<&'r Call<'b, 't>> {
    run.calls.iter().find(|call| call.is_any(names) && call.has_any_argument(verbs))
}
