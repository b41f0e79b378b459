//! `2>&1 > f`: errors go where output went before.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Redirect, RedirectOperator};

pub(super) const META: Meta = Meta {
    code: "SC2069",
    category: Category::Shell,
    aliases: &["hadolint:SC2069"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let simple = fact.simple;
        let Some(at) = simple.redirects.iter().position(joins_errors) else { continue };
        let (before, after) = simple.redirects.split_at(at);
        let [joined, after @ ..] = after else { continue };
        let late = after.iter().any(is_output) && !after.iter().any(joins_errors);
        let sent = before.iter().any(|redirect| redirect.writes_to("1"));
        if late && !sent && !fact.output_is_read {
            cx.report(
                joined.span,
                "Errors go where the output went before, not into the file. Write `> file 2>&1`.",
            );
        }
    }
}

/// `2>&1`
fn joins_errors(redirect: &Redirect<'_>) -> bool {
    redirect.operator.value == RedirectOperator::DuplicateOutput
        && redirect.fd.as_ref().is_some_and(|fd| fd.value == "2")
        && redirect.target.is("1")
}

/// `> file`, `1>> file`
fn is_output(redirect: &Redirect<'_>) -> bool {
    matches!(redirect.operator.value, RedirectOperator::Write | RedirectOperator::Append)
        && redirect.fd.as_ref().is_none_or(|fd| fd.value == "1")
}
