//! Two stages of one name.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3024",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3024", "buildkit:DuplicateStageName"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let named = || build.stages().iter().filter_map(|stage| stage.from.name.as_ref());
    for (index, name) in named().enumerate() {
        if let Some(first) = named().take(index).find(|first| first.eq_ignore_ascii_case(name)) {
            cx.report(
                name.whole(),
                format!(
                    "The stage name `{}` is taken already; names ignore case. Give this stage another.",
                    &**name
                ),
            )
            .related(first.whole(), "first used here");
        }
    }
}
