//! `> f`: a redirection and nothing else.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Facts;
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2188",
    category: Category::Shell,
    aliases: &["hadolint:SC2188"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let simple = fact.simple;
        let [redirect, ..] = simple.redirects.as_slice() else { continue };
        if simple.words.is_empty() && simple.assignments.is_empty() && !fact.output_is_read {
            cx.report(
                redirect.span,
                "This redirection has no command. Write `: > file` to empty a file, or complete the command.",
            )
            .safe_fix(
                "Begin with `:`, the command that does nothing",
                [Edit::insert(redirect.span.start, ": ")],
            );
        }
    }
}
