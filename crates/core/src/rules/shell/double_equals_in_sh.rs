//! `[ a == b ]` in sh, which knows only `=`.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, TestKind};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC3014",
    category: Category::Shell,
    aliases: &["hadolint:SC3014"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for test in &facts.tests {
        let judged = test.kind != TestKind::Command || test.words.len() == 3;
        for comparison in test.comparisons().filter(|_| judged) {
            if comparison.operator.bare() == Some("==") {
                cx.report(
                    comparison.operator.span,
                    "sh need not know `==`; dash ends with \"unexpected operator\". Write `=`.",
                )
                .safe_fix("Write `=`", [Edit::replace(comparison.operator.span, "=")]);
            }
        }
    }
}
