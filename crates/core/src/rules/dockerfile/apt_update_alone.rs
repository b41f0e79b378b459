//! apt-get update in one RUN, the install in another.

use crate::model::{Build, Step};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL5051",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    // The last RUN of the stage that updates the lists and installs nothing.
    let mut alone: Option<(&Step<'_, '_>, &Call<'_, '_>)> = None;
    for run in build.runs().filter(|run| !run.onbuild) {
        let verb = |word: &str| run.calls.iter().find(|call| is_apt(call) && call.has_argument(word));
        let Some((update, install)) = Some((verb("update"), verb("install"))) else { continue };
        match (update, install) {
            (Some(update), None) => alone = Some((run, update)),
            (Some(_), Some(_)) => alone = None,
            (None, Some(install)) => {
                if let Some((_, update)) = alone.take().filter(|(earlier, _)| earlier.stage == run.stage) {
                    cx.report(
                        update.name_word.span,
                        "The package lists stay as old as this layer of the cache, and a changed install below gets old or missing packages. Join it to the install with `&&`.",
                    )
                    .related(install.name_word.span, "installs from these lists");
                }
            }
            (None, None) => {}
        }
    }
}

fn is_apt(call: &Call<'_, '_>) -> bool {
    call.is_any(&["apt", "apt-get", "aptitude"])
}
