//! A script that the shell cannot read.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC1072",
    severity: Severity::Error,
    category: Category::Shell,
    aliases: &["hadolint:SC1072", "hadolint:SC1073"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let Some(failure) = &facts.script.failure else { return };
    let message = format!("The shell cannot read this: {}.", failure.message);
    let found = cx.report(failure.span, message);
    if let Some(construct) = &failure.construct {
        found.related(construct.span, format!("in this {}", construct.value));
    }
}
