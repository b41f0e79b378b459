//! A quote within a value that is not quoted.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "EV029",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::Strict,
    aliases: &["dotenv:QuoteCharacter"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    // There is another rule for a file that `docker run` is given: it keeps quotes and comments.
    if cx.project.raw_reader(cx.file).is_some() {
        return;
    }
    for entry in dotenv.entries().filter(|entry| dotenv.begins_line(entry)) {
        let Some(value) = entry.value.as_ref().filter(|v| v.quote == Quote::None) else { continue };
        let text = value.text.as_str();
        // Blanks need quotes themselves, which is a rule of its own; a quote at the start was meant to open.
        let Some(at) = text.find(['"', '\'']).filter(|at| *at > 0) else { continue };
        if text.contains(char::is_whitespace) {
            continue;
        }
        let message = "A shell that reads this file takes this quote for the beginning of a text, and drops it. Quote the value.";
        let found = cx.report(value.text.span(at..at + 1), message);
        if let Some(quote) = value.fitting_quote() {
            let quotes = [Edit::insert(value.span.start, quote), Edit::insert(value.span.end, quote)];
            found.safe_fix("Quote the value", quotes);
        }
    }
}
