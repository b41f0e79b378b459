//! Stages called scratch or context.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3063",
    category: Category::Correctness,
    aliases: &["hadolint:DL3063", "buildkit:ReservedStageName"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for name in build.stages().iter().filter_map(|stage| stage.from.name.as_ref()) {
        if ["scratch", "context"].iter().any(|reserved| name.eq_ignore_ascii_case(reserved)) {
            cx.report(
                name.whole(),
                format!("`{}` is reserved by Docker. Give the stage another name.", &**name),
            );
        }
    }
}
