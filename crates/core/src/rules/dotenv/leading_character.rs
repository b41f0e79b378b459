//! An entry that begins with something else than a letter or an underscore.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV006",
    severity: Severity::Info,
    category: Category::Correctness,
    aliases: &["dotenv:LeadingCharacter"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let start = entry.span.start as usize;
        let before = cx.source().get(..start).unwrap_or_default();
        let indent = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
        let key = entry.key;
        if !indent.is_empty() && indent.trim().is_empty() {
            let span = Span::new(start - indent.len(), start);
            cx.report(
                span,
                "The blanks before this variable have no meaning. Begin it at the start of the line.",
            )
            .severity(Severity::Style)
            .safe_fix("Remove the blanks", [Edit::delete(span)]);
        } else if key.is_empty() {
            let separator = entry.separator.unwrap_or(key.span);
            cx.report(
                separator,
                "No name stands before this, so Compose sets a variable without a name. Add the name.",
            )
            .severity(Severity::Warning);
        } else if let Some(first) = key.chars().next()
            && !first.is_alphabetic()
            && first != '_'
        {
            let span = Span::new(key.span.start as usize, key.span.start as usize + first.len_utf8());
            let message = format!(
                "The name of a shell variable cannot begin with `{first}`, so scripts cannot read it. Begin it with a letter or `_`."
            );
            cx.report(span, message);
        }
    }
}
