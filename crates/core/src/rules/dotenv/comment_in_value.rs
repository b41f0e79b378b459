//! What looks like a comment and is part of the value.

use crate::dotenv::{Dotenv, Quote, Value};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV020",
    category: Category::Correctness,
    aliases: &["dotenv:ValueWithoutQuotes"],
    fix: FixSafety::Unsafe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let (Some(separator), Some(value)) = (entry.separator, &entry.value) else { continue };
        if value.quote != Quote::None {
            continue;
        }
        let blanks = value.span.start > separator.end;
        if let Some(comment) = at_start(value, blanks) {
            let message = "This is the value and no comment, for a comment needs a blank between value and `#`. Put it above the line.";
            cx.report(comment, message)
                .unsafe_fix("Set an empty value before the comment", [Edit::insert(comment.start, "\"\" ")]);
        } else if let Some(comment) = after_tab(value) {
            let message = "This is part of the value and no comment, for only a space can stand before the `#` of one. Replace the tab.";
            let tabs = Span { end: comment.start, ..comment_tabs(value, comment) };
            cx.report(comment, message).unsafe_fix("Put a space before the `#`", [Edit::replace(tabs, " ")]);
        }
    }
}

/// `A=# text` or `A= #text`: a value that is meant to be empty. `A=#fff` is a colour.
fn at_start(value: &Value<'_>, blanks: bool) -> Option<Span> {
    let rest = value.text.strip_prefix('#')?;
    (blanks || rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(value.span)
}

/// From the first `#` that follows a tab.
fn after_tab(value: &Value<'_>) -> Option<Span> {
    let at = value.text.find("\t#")?;
    Some(value.text.span(at + 1..value.text.len()))
}

/// The blanks before `comment`.
fn comment_tabs(value: &Value<'_>, comment: Span) -> Span {
    let before = (comment.start - value.span.start) as usize;
    let kept = value.text.get(..before).unwrap_or_default().trim_end().len();
    value.text.span(kept..before)
}
