//! `${x:0:3}` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{BashOperator, Facts, Parameter};

pub(super) const META: Meta = Meta {
    code: "SC3057",
    category: Category::Shell,
    aliases: &["hadolint:SC3057"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for fact in &facts.parts {
        if fact.part.parameter().and_then(Parameter::bash_operator) == Some(BashOperator::Substring) {
            cx.report(fact.part.span, "sh knows no substrings in `${...}`; dash ends with \"Bad substitution\". Use `cut` or `printf`, or set SHELL to bash.");
        }
    }
}
