//! `x+=y` in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC3024",
    category: Category::Shell,
    aliases: &["hadolint:SC3024"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for assignment in facts.commands.iter().flat_map(|fact| &fact.simple.assignments) {
        if assignment.append {
            let name = &assignment.name.value;
            cx.report(
                assignment.name.span,
                format!(
                    "sh has no `+=`; dash looks for a command of that name. Write `{name}=\"${name}...\"`."
                ),
            );
        }
    }
}
