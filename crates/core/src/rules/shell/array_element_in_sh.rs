//! `${x[0]}` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC3054",
    category: Category::Shell,
    aliases: &["hadolint:SC3054"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for fact in &facts.parts {
        let Some(parameter) = fact.part.parameter() else { continue };
        if parameter.index.is_some() && parameter.operator.is_none() && !parameter.length {
            cx.report(
                fact.part.span,
                "sh has no arrays; dash ends with \"Bad substitution\". Use `\"$@\"`, or set SHELL to bash.",
            );
        }
    }
}
