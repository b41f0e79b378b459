//! `&>` in sh, where it is `&` and `>`.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, RedirectOperator};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC3020",
    category: Category::Shell,
    aliases: &["hadolint:SC3020"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for fact in &facts.commands {
        for redirect in
            fact.simple.redirects.iter().filter(|r| r.operator.value == RedirectOperator::WriteBoth)
        {
            cx.report(
                redirect.operator.span,
                "To sh this is `&` and `>`: the command runs in the background. Write `> file 2>&1`.",
            )
            .unsafe_fix(
                "Write `> file 2>&1`",
                [Edit::replace(redirect.operator.span, ">"), Edit::insert(redirect.span.end, " 2>&1")],
            );
        }
    }
}
