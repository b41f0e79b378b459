//! The same item twice in a list.

use crate::compose::LoadErrorKind;
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC015", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    cx.report_load_errors(stack, &[LoadErrorKind::DuplicateItem]);
}
