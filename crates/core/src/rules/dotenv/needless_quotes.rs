//! Quotes around a value that means the same without them.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV008",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dotenv:QuoteCharacter"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    // There is another rule for a file that `docker run` is given: it keeps quotes and comments.
    if cx.project.raw_reader(cx.file).is_some() {
        return;
    }
    let source = cx.source();
    for entry in dotenv.entries() {
        let (Some(separator), Some(value)) = (entry.separator, &entry.value) else { continue };
        let inner = value.inner_span();
        let special = |c: char| c.is_whitespace() || matches!(c, '$' | '#' | '&' | '=' | '\\' | '\'' | '"');
        if value.quote == Quote::None || inner.of(source).contains(special) {
            continue;
        }
        let rest = source.get(separator.end as usize..).unwrap_or_default().split(['\n', '\r']).next();
        if rest == Some(value.span.of(source)) {
            let quotes = [Span { end: inner.start, ..value.span }, Span { start: inner.end, ..value.span }];
            cx.report(value.span, "The value means the same without quotes, for every reader. Remove them.")
                .safe_fix("Remove the quotes", quotes.map(Edit::delete));
        }
    }
}
