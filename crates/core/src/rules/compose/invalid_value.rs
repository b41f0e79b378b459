//! A value that does not fit its grammar.

use crate::compose::LoadErrorKind;
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC012", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    cx.report_load_errors(
        stack,
        &[
            LoadErrorKind::BadName,
            LoadErrorKind::BadDuration,
            LoadErrorKind::BadBytes,
            LoadErrorKind::BadCommand,
            LoadErrorKind::BadExtraHost,
            LoadErrorKind::BadEnvironment,
            LoadErrorKind::BadBuildContext,
            LoadErrorKind::BadPullPolicy,
            LoadErrorKind::BadFileMode,
            LoadErrorKind::BadDevice,
            LoadErrorKind::MissingPlatform,
            LoadErrorKind::BadHealthcheck,
        ],
    );
}
