//! `for f in $(ls)`: a glob does it without falling apart.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Word, loop_over_command};

pub(super) const META: Meta = Meta {
    code: "SC2045",
    severity: Severity::Error,
    category: Category::Shell,
    aliases: &["hadolint:SC2045"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for (part, ls) in facts.loops.iter().filter_map(|clause| loop_over_command(clause, "ls")) {
        let dash = |word: &Word<'_>| word.literal_prefix().starts_with('-');
        let found = cx.report(
            part.span,
            "File names with blanks fall apart here, and names with `*` are expanded. Loop over a glob: `for f in ./*`.",
        );
        if ls.arguments().iter().any(dash) {
            found.severity(Severity::Warning);
        }
    }
}
