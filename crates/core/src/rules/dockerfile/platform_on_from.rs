//! Every other platform on FROM, as hadolint reports it.

use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3029",
    category: Category::Correctness,
    group: Group::OptIn,
    aliases: &["hadolint:DL3029"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let Some(flag) = stage.instruction.flag("platform") else { continue };
        let follows = flag
            .value
            .as_ref()
            .is_none_or(|value| value.contains("BUILDPLATFORM") || value.contains("TARGETPLATFORM"));
        if !follows {
            cx.report(
                flag.span,
                "The platform of this stage follows neither `$BUILDPLATFORM` nor `$TARGETPLATFORM`.",
            );
        }
    }
}
