//! `${!x}` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{BashOperator, Facts, Parameter};

pub(super) const META: Meta = Meta {
    code: "SC3053",
    category: Category::Shell,
    aliases: &["hadolint:SC3053"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for fact in &facts.parts {
        if fact.part.parameter().and_then(Parameter::bash_operator) == Some(BashOperator::Indirection) {
            cx.report(fact.part.span, "sh knows no indirection in `${!...}`; dash ends with \"Bad substitution\". Set SHELL to bash.");
        }
    }
}
