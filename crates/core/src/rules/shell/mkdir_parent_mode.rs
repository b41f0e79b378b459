//! `mkdir -p -m`: the mode is only for the deepest directory.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Word};

pub(super) const META: Meta = Meta {
    code: "SC2174",
    category: Category::Shell,
    aliases: &["hadolint:SC2174"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("mkdir") {
        let simple = fact.simple;
        let mode = simple.flags().find(|(flag, _)| flag == "m" || flag == "mode");
        let Some((_, mode)) = mode.filter(|_| simple.has_flag(&["p", "parents"])) else { continue };
        if simple.words.iter().skip(2).any(makes_parents) {
            cx.report(
                mode.span,
                "With `-p`, the mode is given to the last directory only; the ones above get the usual one. Use `install -d -m`, or `chmod`.",
            );
        }
    }
}

/// Whether a path may have directories above it that do not exist yet.
fn makes_parents(word: &Word<'_>) -> bool {
    let Some(text) = word.literal() else { return true };
    let below = ["./", "../", "../../"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(&text);
    below.trim_end_matches('/').contains('/')
}
