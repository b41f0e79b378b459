//! Services at the top of the file, the layout of the first version.

use crate::compose::LoadErrorKind;
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC010",
    severity: Severity::Error,
    aliases: &["dclint:invalid-schema"],
    check: Check::Stack(check),
    ..Meta::DEFAULT
};

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    cx.report_load_errors(stack, &[LoadErrorKind::LegacyLayout]);
}
