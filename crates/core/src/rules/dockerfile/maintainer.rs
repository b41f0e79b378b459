//! MAINTAINER.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL4000",
    severity: Severity::Error,
    category: Category::Style,
    aliases: &["hadolint:DL4000", "buildkit:MaintainerDeprecated"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in &build.file.instructions {
        let InstructionKind::Maintainer(author) = &instruction.kind else { continue };
        let value = author.trim_matches('"').replace('\\', "\\\\").replace('"', "\\\"");
        let label = format!("LABEL org.opencontainers.image.authors=\"{value}\"");
        cx.report(
            instruction.keyword.whole(),
            "MAINTAINER is deprecated. Use a label, which tools can read.",
        )
        .safe_fix("Use a label", [Edit::replace(instruction.head, label)]);
    }
}
