//! `export x=$(cmd)`: the status of the command is lost behind that of `export`.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Simple, Word};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "SC2155",
    category: Category::Shell,
    aliases: &["hadolint:SC2155"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

const DECLARING: [&str; 5] = ["export", "readonly", "local", "declare", "typeset"];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let simple = fact.simple;
        let Some(name) = simple.exact_name().filter(|name| DECLARING.contains(&name.as_ref())) else {
            continue;
        };
        if name == "local" && simple.has_flag(&["r"]) {
            continue;
        }
        for word in simple.arguments() {
            let Some((variable, _)) = word.assigned_name() else { continue };
            if !word.flat_parts().any(|(part, _)| part.substitution().is_some()) {
                continue;
            }
            let message = format!(
                "`{name}` succeeds even if the command in `$(...)` fails, so the failure goes unseen. Assign `{variable}` first, then {name} it."
            );
            let found = cx.report(word.span, message);
            if let Some(edits) = split(simple, &name, word, variable) {
                found.unsafe_fix("Assign in a step of its own", edits);
            }
        }
    }
}

/// `export x=$(cmd)` to `x=$(cmd) && export x`, `local x=$(cmd)` to `local x && x=$(cmd)`, where nothing else is declared.
fn split(simple: &Simple<'_>, name: &str, word: &Word<'_>, variable: &str) -> Option<Vec<Edit>> {
    let alone = simple.words.len() == 2 && simple.assignments.is_empty() && simple.redirects.is_empty();
    let before = Span { start: simple.span.start, end: word.span.start };
    alone.then(|| match name {
        "export" | "readonly" => {
            vec![Edit::delete(before), Edit::insert(word.span.end, format!(" && {name} {variable}"))]
        }
        _ => vec![Edit::insert(word.span.start, format!("{variable} && "))],
    })
}
