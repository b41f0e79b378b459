//! `a && $(b)`: the output of b is run.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind, unwrap};

pub(super) const META: Meta = Meta {
    code: "SC2091",
    category: Category::Shell,
    aliases: &["hadolint:SC2091"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let [word] = fact.simple.words.as_slice() else { continue };
        let [part] = word.parts.as_slice() else { continue };
        if let PartKind::Substitution(list) = &part.kind {
            let source = cx.source();
            let found = cx.report(
                part.span,
                "This runs what the command prints. Without `$()` it runs the command itself.",
            );
            if let Some(edits) = list.single().and_then(|_| unwrap(source, part.span, list.span)) {
                found.unsafe_fix("Run the command itself", edits);
            }
        }
    }
}
