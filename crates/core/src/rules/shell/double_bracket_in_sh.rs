//! `[[ ]]` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, TestKind};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SC3010",
    category: Category::Shell,
    aliases: &["hadolint:SC3010"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for test in facts.tests.iter().filter(|test| test.kind == TestKind::DoubleBracket) {
        let start = test.span.start;
        let brackets = Span { start, end: start + 2 };
        cx.report(
            brackets,
            "sh need not know `[[`; dash ends with \"not found\". Write `[ ]`, or set SHELL to bash.",
        );
    }
}
