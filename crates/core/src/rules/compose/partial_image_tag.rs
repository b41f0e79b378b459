//! An `image` whose tag names a major version only.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::image;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC202",
    severity: Severity::Info,
    category: Category::Pins,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let pulled = file.services().filter(|service| service.build().is_none());
    for text in pulled.filter_map(|service| service.image()) {
        let reference = image::split(text.as_str());
        let Some(tag) = reference.tag.filter(|tag| reference.digest.is_none() && is_major_only(tag)) else {
            continue;
        };
        let message = format!(
            "`{}` names a major version only, and moves with each minor one. Name the version in full.",
            tag.value
        );
        cx.report(text.span_of(tag.span.range()), message);
    }
}

/// Whether the tag begins with one number: `16`, `v3`, `20-alpine`.
fn is_major_only(tag: &str) -> bool {
    let version = tag.split('-').next().unwrap_or_default();
    let digits = version.strip_prefix('v').unwrap_or(version);
    // Eight digits are a date, which does not move.
    (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}
