//! `find -exec a > f \;`: the redirection is that of find.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC2227",
    category: Category::Shell,
    aliases: &["hadolint:SC2227"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("find") {
        let Some(last) = fact.simple.arguments().last() else { continue };
        for redirect in fact.simple.redirects.iter().filter(|redirect| redirect.span.end <= last.span.start) {
            cx.report(
                redirect.span,
                "This redirects all of `find`, not one of its actions. Put it at the end, or use `-exec sh -c '... > ...'`.",
            );
        }
    }
}
