//! A backslash at the end of a line, which continues nothing.

use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "EV035", category: Category::Correctness, check: Check::Dotenv(check), ..Meta::DEFAULT };

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let Some(value) = entry.value.as_ref().filter(|v| v.quote == Quote::None) else { continue };
        let text = value.text.as_str();
        // Paths of Windows end in a backslash, too, but not behind a blank.
        let continues = text.strip_suffix('\\').is_some_and(|before| before.ends_with([' ', '\t']));
        let after = cx.source().get(value.span.end as usize..).unwrap_or_default();
        let next = after.trim_start_matches(['\r', ' ', '\t']).strip_prefix('\n').unwrap_or_default();
        if continues && next.lines().next().is_some_and(|line| !line.trim().is_empty()) {
            let message = "No line is continued in a .env file: the backslash is part of the value, and the next line stands for itself. Quote the value over both lines.";
            cx.report(value.text.span(text.len() - 1..text.len()), message);
        }
    }
}
