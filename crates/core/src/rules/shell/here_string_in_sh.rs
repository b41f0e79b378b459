//! `<<<` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, RedirectOperator};

pub(super) const META: Meta = Meta {
    code: "SC3011",
    category: Category::Shell,
    aliases: &["hadolint:SC3011"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for redirect in facts.commands.iter().flat_map(|fact| &fact.simple.redirects) {
        if redirect.operator.value == RedirectOperator::HereString {
            cx.report(
                redirect.operator.span,
                "sh has no here-strings; dash ends with a syntax error. Write `printf ... |`, or set SHELL to bash.",
            );
        }
    }
}
