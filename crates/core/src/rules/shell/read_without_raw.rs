//! `read x`: backslashes in the input vanish.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Facts;
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2162",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2162"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.commands.iter().filter(|fact| fact.simple.is_exactly("read")) {
        let waits = fact
            .simple
            .arguments()
            .windows(2)
            .any(|pair| matches!(pair, [flag, zero] if flag.is("-t") && zero.is("0")));
        let Some(name) = fact.simple.words.iter().find(|word| word.is("read")) else { continue };
        if !waits && !fact.simple.has_flag(&["r"]) {
            cx.report(
                name.span,
                "Without `-r`, `read` removes backslashes from what it reads. Write `read -r`.",
            )
            .unsafe_fix("Add `-r`", [Edit::insert(name.span.end, " -r")]);
        }
    }
}
