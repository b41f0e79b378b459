//! A requirement of pip that leaves the choice between versions.

use crate::Pinning;
use crate::diagnostic::Severity;
use crate::requirements::{Requirements, Source};
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "PJ202",
    severity: Severity::Info,
    category: Category::Pins,
    group: Group::Strict,
    check: Check::Requirements(check),
    ..Meta::DEFAULT
};

fn check(requirements: &Requirements<'_>, cx: &mut Reporter<'_>) {
    if requirements.options().any(|option| option.name == "--constraint") {
        return;
    }
    for requirement in requirements.requirements().filter(|r| r.pinning() == Pinning::Range) {
        let Source::Index(specifiers) = &requirement.source else { continue };
        let Some(place) = specifiers.iter().map(|s| s.span).reduce(|a, b| a.to(b)) else { continue };
        cx.report(
            place,
            "More than one version fits, so what is installed changes with time. Name one with `==`.",
        );
    }
}
