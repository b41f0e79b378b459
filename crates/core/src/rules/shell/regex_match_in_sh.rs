//! `[[ $x =~ y ]]` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC3015",
    category: Category::Shell,
    aliases: &["hadolint:SC3015"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for word in facts.tests.iter().flat_map(|test| test.words) {
        if word.bare() == Some("=~") {
            cx.report(
                word.span,
                "sh has no regular expressions. Use `case`, or `grep -q`, or set SHELL to bash.",
            );
        }
    }
}
