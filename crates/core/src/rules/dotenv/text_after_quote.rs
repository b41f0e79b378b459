//! Something behind the closing quote of a value.

use crate::dotenv::{Dotenv, Entry, Item, Quote};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV021",
    category: Category::Correctness,
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for pair in dotenv.items.windows(2) {
        let [Item::Entry(before), Item::Entry(entry)] = pair else { continue };
        if is_quoted(before) && before.comment.is_none() {
            check_pair(before, entry, dotenv.line_end(), cx);
        }
    }
}

fn check_pair(before: &Entry<'_>, entry: &Entry<'_>, line_end: &str, cx: &mut Reporter<'_>) {
    let gap = Span { start: before.span.end, end: entry.span.start };
    if gap.of(cx.source()).contains('\n') {
        return;
    }
    let key = entry.key.value;
    if entry.separator.is_none() {
        let message = format!(
            "The value ended with its quote, so `{key}` is the name of another variable. Move it into the quotes, or escape the quote inside."
        );
        cx.report(entry.span, message);
        return;
    }
    let message = format!(
        "`{key}` is set on the line of another variable, where only Compose finds it. Give it a line of its own."
    );
    cx.report(entry.key.span, message).safe_fix("Begin a new line", [Edit::replace(gap, line_end)]);
}

fn is_quoted(entry: &Entry<'_>) -> bool {
    entry.value.as_ref().is_some_and(|value| value.quote != Quote::None)
}
