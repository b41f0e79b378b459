//! A command substitution in a value, which nothing runs.

use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "EV037", category: Category::Correctness, check: Check::Dotenv(check), ..Meta::DEFAULT };

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let Some(value) = entry.value.as_ref().filter(|v| v.quote != Quote::Single) else { continue };
        let text = value.text.as_str();
        if let Some((start, end)) = substitution(text) {
            let message = "Only a shell runs a command here; Compose and `docker run` take it as text. Set the variable in the shell that calls them.";
            cx.report(value.text.span(start..end), message);
        }
    }
}

/// The first `$(command)`, or the whole value as `` `command` ``.
fn substitution(text: &str) -> Option<(usize, usize)> {
    let is_command = |inside: &str| inside.starts_with(|c: char| c.is_ascii_lowercase() || c == '/');
    let quoted = text.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
    if quoted.is_some_and(|inside| is_command(inside) && !inside.contains('`')) {
        return Some((0, text.len()));
    }
    let start = text.find("$(")?;
    let inside = text.get(start + 2..)?;
    let end = inside.find(')')?;
    let is_escaped = text.get(..start)?.ends_with('$');
    (!is_escaped && is_command(inside)).then_some((start, start + 2 + end + 1))
}
