//! Instructions before the first FROM.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3061",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3061"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let before = build.file.instructions.iter().take_while(|instruction| !instruction.is("FROM"));
    for instruction in before.filter(|instruction| !instruction.is("ARG")) {
        let keyword = &instruction.keyword;
        cx.report(
            keyword.whole(),
            format!("Only ARG may stand before the first FROM. Move `{}` into a stage.", &**keyword),
        );
    }
}
