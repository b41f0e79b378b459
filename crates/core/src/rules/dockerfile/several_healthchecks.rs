//! Several HEALTHCHECKs in a stage, at the later one.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3012",
    severity: Severity::Error,
    category: Category::Correctness,
    group: Group::OptIn,
    aliases: &["hadolint:DL3012"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for (first, later) in build.repeated("HEALTHCHECK") {
        let found = cx.report(
            later.keyword.whole(),
            "Only the last HEALTHCHECK of a stage has an effect. Delete the others.",
        );
        found.related(first.keyword.whole(), "has no effect");
        if let Some(edit) = build.remove(first) {
            found.unsafe_fix("Delete the other", [edit]);
        }
    }
}
