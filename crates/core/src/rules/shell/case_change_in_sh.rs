//! `${x^^}` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{BashOperator, Facts, Parameter};

pub(super) const META: Meta = Meta {
    code: "SC3059",
    category: Category::Shell,
    aliases: &["hadolint:SC3059"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for fact in &facts.parts {
        if fact.part.parameter().and_then(Parameter::bash_operator) == Some(BashOperator::CaseChange) {
            cx.report(fact.part.span, "sh can not change case within `${...}`; dash ends with \"Bad substitution\". Use `tr`, or set SHELL to bash.");
        }
    }
}
