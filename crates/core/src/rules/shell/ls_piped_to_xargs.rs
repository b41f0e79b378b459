//! `ls | xargs x`: names fall apart.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2011",
    category: Category::Shell,
    aliases: &["hadolint:SC2011"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let is = |simple: &Simple<'_>, name: &str| simple.words.first().is_some_and(|word| word.is(name));
    for (ls, xargs) in facts.neighbours() {
        if is(ls, "ls") && is(xargs, "xargs") {
            cx.report(ls.span, "`xargs` splits names at blanks. Use `find ... -exec ... {} +`, or a glob.");
        }
    }
}
