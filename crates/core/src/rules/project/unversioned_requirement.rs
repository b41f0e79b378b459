//! A requirement of pip that names no version at all.

use crate::Pinning;
use crate::requirements::Requirements;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ201", category: Category::Pins, check: Check::Requirements(check), ..Meta::DEFAULT };

fn check(requirements: &Requirements<'_>, cx: &mut Reporter<'_>) {
    // A file of constraints may hold the versions.
    if requirements.options().any(|option| option.name == "--constraint") {
        return;
    }
    for requirement in requirements.requirements().filter(|r| r.pinning() == Pinning::None) {
        let what = requirement.name.as_ref().map_or("This requirement", |name| name.as_str());
        let message = format!(
            "`{what}` names no version, so the same build may install another one tomorrow. Name one."
        );
        cx.report(requirement.span, message);
    }
}
