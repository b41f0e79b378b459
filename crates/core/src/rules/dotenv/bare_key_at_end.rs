//! A bare key as the last line, without a line end.

use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "EV022",
    category: Category::Correctness,
    aliases: &["dotenv:EndingBlankLine", "dotenv:KeyWithoutValue"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let text = cx.source();
    for entry in dotenv.entries().filter(|entry| entry.cut_off) {
        let message = format!(
            "Without a line end behind it, Compose takes `{}` for the value of a variable without a name. End the line.",
            entry.key.value
        );
        let line_end = dotenv.line_end();
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        cx.report(entry.key.span, message)
            .safe_fix("Add a newline at the end", [Edit::insert(end, line_end)]);
    }
}
