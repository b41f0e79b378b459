//! `local` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Dialect, Facts};

pub(super) const META: Meta = Meta {
    code: "SC3043",
    category: Category::Shell,
    aliases: &["hadolint:SC3043"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if facts.dialect() != Dialect::Posix {
        return;
    }
    for fact in facts.commands.iter().filter(|fact| fact.simple.is_exactly("local")) {
        cx.report(
            fact.simple.span,
            "sh need not know `local`. Use `$1` or a subshell, or set SHELL to bash.",
        );
    }
}
