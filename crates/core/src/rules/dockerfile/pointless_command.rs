//! `service`, `ps`, `mount` and their kin in a RUN.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3001",
    severity: Severity::Info,
    category: Category::Correctness,
    aliases: &["hadolint:DL3001"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const POINTLESS: &[&str] = &["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(POINTLESS) {
        let name = call.name();
        cx.report(
            call.name_word.span,
            format!("`{name}` makes no sense during a build: no process or terminal outlives a RUN. Leave it out, or do it when the container starts."),
        );
    }
}
