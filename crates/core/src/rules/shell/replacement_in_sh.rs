//! `${x/a/b}` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{BashOperator, Facts, Parameter};

pub(super) const META: Meta = Meta {
    code: "SC3060",
    category: Category::Shell,
    aliases: &["hadolint:SC3060"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for fact in &facts.parts {
        if fact.part.parameter().and_then(Parameter::bash_operator) == Some(BashOperator::Replacement) {
            cx.report(fact.part.span, "sh can not replace within `${...}`; dash ends with \"Bad substitution\". Use `sed`, or set SHELL to bash.");
        }
    }
}
