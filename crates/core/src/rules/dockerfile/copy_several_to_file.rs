//! COPY of several sources to a destination without a slash.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL3021",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3021"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Copy(copy) = &instruction.kind else { continue };
        let Some(destination) = copy.destination.as_ref() else { continue };
        let several = copy.sources.len() + instruction.heredocs.len() > 1;
        let bare = destination.trim_matches(['"', '\'']);
        if !several || bare.ends_with('/') {
            continue;
        }
        let found = cx.report(
            destination.whole(),
            "With several sources the destination is a folder and must end with `/`.",
        );
        let quote = u32::from(destination.ends_with(['"', '\'']));
        found.safe_fix("Add `/`", [Edit::insert(destination.whole().end - quote, "/")]);
    }
}
