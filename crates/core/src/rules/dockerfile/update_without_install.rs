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

/// Package managers that read lists, with the verbs that fetch and use them.
const MANAGERS: [(&[&str], &[&str]); 2] = [
    (
        &["apt", "apt-get", "aptitude"],
        &["install", "upgrade", "dist-upgrade", "full-upgrade", "build-dep", "source"],
    ),
    (&["apk"], &["add", "upgrade", "fix"]),
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        for (names, verbs) in MANAGERS {
            let calls = |run: &&Step<'_, '_>, verbs: &[&str]| find(run, names, verbs).is_some();
            let mut runs = build.runs_in(stage.instructions.clone());
            let alone =
                runs.find(|run| calls(run, &["update"]) && !calls(run, verbs) && run.mounts().is_empty());
            let Some((alone, update)) = alone.and_then(|run| Some((run, find(run, names, &["update"])?)))
            else {
                continue;
            };
            // The next one that needs the lists counts; with lists of its own it needs none.
            let user = build.runs_in(alone.index + 1..stage.instructions.end).find(|run| calls(run, verbs));
            let Some(user) = user.filter(|run| !calls(run, &["update"])) else { continue };
            let Some(install) = find(user, names, verbs).filter(|call| !call.has_flag("no-cache")) else {
                continue;
            };
            let name = update.name();
            cx.report(
                update.span(),
                format!("The cache keeps these lists when a later RUN installs something else. Run `{name} update` where `{name}` installs."),
            )
            .related(install.span(), "uses the lists");
        }
    }
}

/// The first command of a RUN that has one of these names and one of these verbs.
fn find<'r, 'b, 't>(run: &'r Step<'b, 't>, names: &[&str], verbs: &[&str]) -> Option<&'r Call<'b, 't>> {
    run.calls.iter().find(|call| call.is_any(names) && call.has_any_argument(verbs))
}
