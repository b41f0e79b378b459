//! `${NAME:-default}` in a .env file, which few readers but Compose understand.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::dotenv::lines::ends_in_escape;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "EV010",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::OptIn,
    aliases: &["dotenv:SubstitutionKey"],
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let errors = &cx.project.file(cx.file).errors;
    let values = dotenv.lines.iter().filter_map(|line| line.value());
    for value in values.filter(|value| !value.starts_with('\'')) {
        let dollars = value.match_indices('$').map(|(at, _)| at);
        for at in dollars.filter(|at| !ends_in_escape(value.get(..*at).unwrap_or_default())) {
            let rest = value.get(at + 1..).unwrap_or_default().split('$').next().unwrap_or_default();
            let start = value.span.start as usize + at;
            let span = Span::new(start, start + 1 + rest.find('}').map_or(0, |brace| brace + 1));
            // What no reader understands is reported as such.
            let next = errors.partition_point(|error| error.span.end <= span.start);
            let is_error = errors.get(next).is_some_and(|error| error.span.overlaps(span));
            if is_odd(rest) && !is_error {
                cx.report(span, "Many readers of .env files know only `$NAME` and `${NAME}`. Set the default where it is used.");
            }
        }
    }
}

/// Whether the text behind a `$` is neither a name nor a name in braces.
fn is_odd(rest: &str) -> bool {
    let braced = rest.strip_prefix('{');
    match (braced, rest.contains('}')) {
        (Some(inner), true) => {
            let name = inner.split('}').next().unwrap_or_default();
            !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        }
        (None, false) => false,
        _ => true,
    }
}
