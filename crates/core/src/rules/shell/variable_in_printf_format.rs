//! `printf "$x"`: a `%` in the value becomes a directive.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Word};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2059",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2059"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.commands.iter().filter(|fact| fact.simple.is_exactly("printf")) {
        let Some(format) = format_of(fact.simple.arguments()) else { continue };
        let text = format.text_with(|_| "".into());
        if format.literal().is_none() && !text.contains('%') {
            let found = cx.report(
                format.span,
                "A `%` or backslash in the value would be taken as part of the format. Write `printf '%s\\n' \"...\"`.",
            );
            let mut parts = format.flat_parts();
            let one_value = parts.next().is_some_and(|(part, quoted)| part.is_expansion() && quoted);
            let last = fact.simple.words.last().is_some_and(|word| word.span == format.span);
            if last && one_value && parts.next().is_none() {
                found.unsafe_fix("Print it with `%s`", [Edit::insert(format.span.start, "'%s' ")]);
            }
        }
    }
}

fn format_of<'s, 't>(mut arguments: &'s [Word<'t>]) -> Option<&'s Word<'t>> {
    loop {
        let (first, rest) = arguments.split_first()?;
        arguments = match first.literal().as_deref() {
            Some("--") => rest,
            Some("-v") => rest.get(1..)?,
            _ => return Some(first),
        };
    }
}
