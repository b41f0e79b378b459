//! A password of which Compose takes a part for a variable.

use crate::dotenv::{Dotenv, Quote, Value};
use crate::interpolation::{Segment, Template};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::secrets::is_sensitive;
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV024",
    category: Category::Correctness,
    fix: FixSafety::Unsafe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

/// How hashes of passwords begin, in the formats of crypt(3) and htpasswd.
const HASHES: [&str; 8] = ["$apr1$", "$1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$", "$argon2"];

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let known: Vec<&str> = dotenv.entries().map(|entry| entry.key.value).collect();
    for entry in dotenv.entries() {
        let Some(value) = entry.value.as_ref().filter(|v| v.quote != Quote::Single) else { continue };
        let Some(template) = value.template() else { continue };
        let hash = HASHES.iter().any(|start| value.text.contains(start));
        if !hash && !is_sensitive(entry.key.value) {
            continue;
        }
        let Some(eaten) = eaten(&template, value, hash, &known) else { continue };
        let message = "Compose takes this for a variable and leaves it out of the value. Put the value in single quotes.";
        let written = value.inner_span().of(cx.source());
        let found = cx.report(eaten, message);
        if !written.contains(['\'', '\\']) {
            let quoted = format!("'{written}'");
            found.unsafe_fix("Put the value in single quotes", [Edit::replace(value.span, quoted)]);
        }
    }
}

/// The first variable that looks like a part of the secret: without braces, set nowhere in the file, and in a hash or glued to a
/// letter or digit.
fn eaten(template: &Template<'_>, value: &Value<'_>, hash: bool, known: &[&str]) -> Option<Span> {
    let mut glued = false;
    for segment in &template.segments {
        if let Segment::Variable(variable) = segment
            && !variable.braced
            && (hash || glued)
            && !known.contains(&variable.name.value)
        {
            return Some(value.text.span(variable.span.range()));
        }
        glued = matches!(segment, Segment::Literal(text) if text.ends_with(|c: char| c.is_alphanumeric()));
    }
    None
}
