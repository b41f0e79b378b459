//! `[-f x ]`, `!cmd`: a blank is missing.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Role};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC1035",
    severity: Severity::Error,
    category: Category::Shell,
    aliases: &["hadolint:SC1035"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.words.iter().filter(|fact| fact.role == Role::Name) {
        let text = fact.word.literal_prefix();
        let bracket = text.starts_with("[-")
            || text.starts_with("[[-")
            || text == "[" && fact.word.parts.len() > 1
            || text == "[[" && fact.word.parts.len() > 1;
        let bang = text.len() > 1
            && text.strip_prefix('!').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        if bracket || bang {
            let token = if bang { "!" } else { "[" };
            let length = if text.starts_with("[[") { 2 } else { 1 };
            cx.report(
                fact.word.span,
                format!(
                    "Without a blank after `{token}`, this is the name of a command. Put a blank after it."
                ),
            )
            .unsafe_fix("Put a blank there", [Edit::insert(fact.word.span.start + length, " ")]);
        }
    }
}
