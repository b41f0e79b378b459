//! A value with blanks that is not quoted.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "EV013",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::Strict,
    aliases: &["dotenv:ValueWithoutQuotes"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    // There is another rule for a file that `docker run` is given: it keeps quotes and comments.
    if cx.project.raw_reader(cx.file).is_some() {
        return;
    }
    for entry in dotenv.entries() {
        let Some(value) = entry.value.as_ref().filter(|v| v.quote == Quote::None) else { continue };
        let text = value.text.as_str();
        if !dotenv.begins_line(entry)
            || !text.contains(char::is_whitespace)
            || text.starts_with(['#', '"', '\''])
        {
            continue;
        }
        let found = cx.report(
            value.span,
            "A shell that reads this file takes what follows the first blank for a command. Quote the value.",
        );
        if let Some(quote) = value.fitting_quote() {
            let quotes = [Edit::insert(value.span.start, quote), Edit::insert(value.span.end, quote)];
            found.safe_fix("Quote the value", quotes);
        }
    }
}
