//! `./*.sh`: only the first match is run, the others become arguments.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind, Role};

pub(super) const META: Meta = Meta {
    code: "SC2211",
    category: Category::Shell,
    aliases: &["hadolint:SC2211"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.words.iter().filter(|fact| fact.role == Role::Name) {
        if fact.word.literal().as_deref() == Some("[") {
            continue;
        }
        if fact.word.parts.iter().any(|part| matches!(part.kind, PartKind::Glob)) {
            cx.report(
                fact.word.span,
                "The first match becomes the command and the others its arguments. Loop over the matches; quote a URL.",
            );
        }
    }
}
