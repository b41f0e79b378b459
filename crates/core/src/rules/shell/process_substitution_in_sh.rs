//! `<(...)` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};

pub(super) const META: Meta = Meta {
    code: "SC3001",
    category: Category::Shell,
    aliases: &["hadolint:SC3001"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for fact in facts.parts.iter().filter(|fact| matches!(fact.part.kind, PartKind::Process(_))) {
        cx.report(
            fact.part.span,
            "sh has no process substitution; dash ends with a syntax error. Use a pipe or a file, or set SHELL to bash.",
        );
    }
}
