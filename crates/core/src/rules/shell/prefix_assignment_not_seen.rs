//! `A=b cmd $A`: the shell expands `$A` before it assigns.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Assignment, Facts, Part, Role, Word};

pub(super) const META: Meta = Meta {
    code: "SC2098",
    category: Category::Shell,
    aliases: &["hadolint:SC2098"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let (Some(parameter), Some(simple)) = (fact.part.parameter(), facts.command_of(fact.command)) else {
            continue;
        };
        let is_word = matches!(facts.role_of(fact), Some(Role::Name | Role::Argument));
        let set = |assignment: &Assignment<'_>| {
            assignment.name.value == parameter.name && !keeps(&assignment.value, &parameter.name)
        };
        if is_word && simple.assignments.iter().any(set) {
            let name = &parameter.name;
            cx.report(
                fact.part.span,
                format!(
                    "This is expanded before `{name}` is assigned. Assign it in a command of its own: `{name}=... && ...`."
                ),
            );
        }
    }
}

/// Whether the value is that which the variable has already: `A=$A`.
fn keeps(value: &Word<'_>, name: &str) -> bool {
    let mut parts = value.flat_parts().map(|(part, _)| part);
    let is_same = |part: &Part<'_>| part.parameter().is_some_and(|p| p.name == name && p.operator.is_none());
    parts.next().is_some_and(is_same) && parts.next().is_none()
}
