//! A name that is never assigned, and looks like one that is.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC2153",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2153"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

/// Each name is compared with each; no script that people write has more.
const MAX_ASSIGNED: usize = 200;

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let variables = &facts.variables;
    if facts.open || variables.assigned.len() > MAX_ASSIGNED {
        return;
    }
    for (name, span) in &variables.required {
        let upper = name.contains(|c: char| c.is_ascii_uppercase())
            && !name.contains(|c: char| c.is_ascii_lowercase());
        if !upper || variables.assigned.contains_key(name) || variables.is_excused(name) {
            continue;
        }
        if let Some(other) = variables.assigned.keys().find(|other| looks_like(name, other)) {
            cx.report(
                *span,
                format!("`{name}` is never assigned here, but `{other}` is. Check the spelling."),
            );
        }
    }
}

fn looks_like(name: &str, assigned: &str) -> bool {
    if name.eq_ignore_ascii_case(assigned) {
        return assigned.len() > 3;
    }
    let bound = match assigned.len() {
        8.. => 2,
        4.. => 1,
        _ => return false,
    };
    name.len().abs_diff(assigned.len()) <= bound
        && distance_within(name.as_bytes(), assigned.as_bytes(), bound)
}

/// Whether at most `bound` letters have to be added, removed or changed.
fn distance_within(a: &[u8], b: &[u8], bound: usize) -> bool {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len() <= bound,
        ([x, a @ ..], [y, b @ ..]) if x == y => distance_within(a, b, bound),
        _ if bound == 0 => false,
        ([_, after_a @ ..], [_, after_b @ ..]) => {
            distance_within(after_a, after_b, bound - 1)
                || distance_within(after_a, b, bound - 1)
                || distance_within(a, after_b, bound - 1)
        }
    }
}
