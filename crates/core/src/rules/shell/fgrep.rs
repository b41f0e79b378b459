//! `fgrep`: an obsolete name.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Facts;
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2197",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2197"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("fgrep") {
        let Some(name) = fact.simple.words.first() else { continue };
        let found = cx.report(name.span, "`fgrep` is obsolete; GNU's warns at every call. Write `grep -F`.");
        if name.bare() == Some("fgrep") {
            found.safe_fix("Write `grep -F`", [Edit::replace(name.span, "grep -F")]);
        }
    }
}
