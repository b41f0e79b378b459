//! A carriage return that becomes a part of a value.

use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta =
    Meta { code: "EV034", category: Category::Correctness, check: Check::Dotenv(check), ..Meta::DEFAULT };

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let Some(value) = &entry.value else { continue };
        let inner = value.inner_span();
        let written = inner.of(cx.source());
        let Some(at) = written.find('\r') else { continue };
        let ends_line = written.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        let message = if ends_line {
            "This line end of Windows becomes a part of the value, carriage return and all. Save the file with plain newlines."
        } else {
            "A carriage return ends no line for Compose, so what follows is part of the value. Save the file with plain newlines."
        };
        let start = inner.start as usize + at;
        cx.report(Span::new(start, start + 1), message);
    }
}
