//! `egrep`: an obsolete name.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Facts;
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2196",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2196"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("egrep") {
        let Some(name) = fact.simple.words.first() else { continue };
        let found = cx.report(name.span, "`egrep` is obsolete; GNU's warns at every call. Write `grep -E`.");
        if name.bare() == Some("egrep") {
            found.safe_fix("Write `grep -E`", [Edit::replace(name.span, "grep -E")]);
        }
    }
}
