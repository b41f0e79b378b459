//! `su x; y`: y does not run as x.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC2117",
    category: Category::Shell,
    aliases: &["hadolint:SC2117"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("su").filter(|fact| fact.simple.arguments().len() <= 1) {
        cx.report(
            fact.simple.span,
            "What follows does not run in the shell that `su` opens. Use USER, or `su -c '...'`.",
        );
    }
}
