//! COPY to a relative path without WORKDIR.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::model::workdir;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3045",
    category: Category::Correctness,
    aliases: &["hadolint:DL3045"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let mut settled = build
            .ancestry(stage)
            .skip(1)
            .any(|parent| build.instructions_of(parent).any(|i| i.is("WORKDIR")));
        for instruction in build.instructions_of(stage) {
            settled |= instruction.is("WORKDIR");
            let InstructionKind::Copy(copy) = &instruction.kind else { continue };
            let Some(destination) = copy.destination.as_ref().filter(|_| !settled) else { continue };
            let path = destination.trim_matches(['"', '\'']);
            if !path.starts_with(['/', '$']) && !workdir::has_drive(path) {
                cx.report(
                    destination.whole(),
                    "No WORKDIR says where this relative path is. Add one, or write the path from the root.",
                );
            }
        }
    }
}
