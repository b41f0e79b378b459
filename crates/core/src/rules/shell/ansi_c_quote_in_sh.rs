//! `$'\n'` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};

pub(super) const META: Meta = Meta {
    code: "SC3003",
    category: Category::Shell,
    aliases: &["hadolint:SC3003"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for fact in facts.parts.iter().filter(|fact| matches!(fact.part.kind, PartKind::AnsiC(_))) {
        cx.report(
            fact.part.span,
            "sh need not know `$'...'`: dash keeps the dollar sign and the backslashes. Use `printf`, or set SHELL to bash.",
        );
    }
}
