//! FROM --platform=$TARGETPLATFORM.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "DL3065",
    category: Category::Style,
    aliases: &["hadolint:DL3065", "buildkit:RedundantTargetPlatform"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let Some(flag) = stage.instruction.flag("platform") else { continue };
        let redundant = flag
            .value
            .as_ref()
            .is_some_and(|value| ["$TARGETPLATFORM", "${TARGETPLATFORM}"].contains(&value.as_str()));
        if redundant {
            let with_space = Span { start: flag.span.start, end: stage.from.image.whole().start };
            let found = cx.report(flag.span, "The target platform is the default. Leave the flag away.");
            if !build.file.has_comment_in(with_space) {
                found.safe_fix("Delete the flag", [Edit::delete(with_space)]);
            }
        }
    }
}
