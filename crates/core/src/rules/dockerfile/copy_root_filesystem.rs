//! COPY --from of everything.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Mapped;

pub(super) const META: Meta = Meta {
    code: "DL3067",
    category: Category::Size,
    aliases: &["hadolint:DL3067"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions().filter(|instruction| instruction.flag("from").is_some()) {
        let InstructionKind::Copy(copy) = &instruction.kind else { continue };
        let root = |path: &Mapped<'_>| path.trim_matches(['"', '\'']) == "/";
        if copy.sources.iter().any(root) && copy.destination.as_ref().is_some_and(root) {
            cx.report(
                instruction.keyword.whole(),
                "This copies a whole file system over this one. Copy what is needed, or start FROM that stage.",
            );
        }
    }
}
