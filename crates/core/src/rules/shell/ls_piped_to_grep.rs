//! `ls | grep x`: a glob selects names without falling apart.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2010",
    category: Category::Shell,
    aliases: &["hadolint:SC2010"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let is = |simple: &Simple<'_>, name: &str| simple.words.first().is_some_and(|word| word.is(name));
    for (ls, grep) in facts.neighbours() {
        if is(ls, "ls") && is(grep, "grep") {
            cx.report(
                ls.span,
                "`ls` changes unusual names, and a name may span lines. Use a glob, or `find -name`.",
            );
        }
    }
}
