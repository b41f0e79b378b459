//! ONBUILD of ONBUILD, FROM or MAINTAINER.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DL3043",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3043"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.file.instructions.iter().filter(|instruction| instruction.is("ONBUILD")) {
        let rest = instruction.arguments.of(build.file.text);
        let keyword = rest.split_whitespace().next().unwrap_or_default();
        if ["ONBUILD", "FROM", "MAINTAINER"].iter().any(|forbidden| keyword.eq_ignore_ascii_case(forbidden)) {
            let start = instruction.arguments.start as usize;
            cx.report(
                Span::new(start, start + keyword.len()),
                format!("`{keyword}` cannot be triggered by ONBUILD; Docker refuses it."),
            );
        }
    }
}
