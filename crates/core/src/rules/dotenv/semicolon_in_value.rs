//! A semicolon behind a value, which is no separator.

use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "EV036",
    category: Category::Correctness,
    fix: FixSafety::Unsafe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let Some(value) = entry.value.as_ref().filter(|v| v.quote == Quote::None) else { continue };
        let text = value.text.as_str();
        let Some((before, after)) = text.split_once(';') else { continue };
        let semicolon = value.text.span(before.len()..before.len() + 1);
        // `Server=db;Database=app;` is a value that needs its semicolons.
        if before.is_empty() || before.contains(['=', ',', ' ']) {
            continue;
        }
        if after.is_empty() {
            let message = "The semicolon is a part of the value, for the line end is all that a .env file needs. Remove it.";
            cx.report(semicolon, message).unsafe_fix("Remove the semicolon", [Edit::delete(semicolon)]);
        } else if begins_assignment(after) {
            let message = "Only a shell begins a new variable behind a semicolon; here it is all one value. Use a line for each.";
            cx.report(semicolon, message);
        }
    }
}

/// `B=2`, and `; B=2` or `export B=2`.
fn begins_assignment(text: &str) -> bool {
    let text = text.trim_start();
    let text = text.strip_prefix("export ").unwrap_or(text);
    text.split_once('=').is_some_and(|(name, _)| {
        let is_upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(is_upper)
    })
}
