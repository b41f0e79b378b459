//! A line that is neither a variable nor a comment.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Fault};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "EV027",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["dotenv:KeyWithoutValue"],
    fix: FixSafety::Unsafe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(_: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for (fault, _) in cx.project.faults(cx.file) {
        let Fault::StrayText(span) = fault else { continue };
        let message = "This is neither a variable nor a comment, so Compose refuses the file. Begin a comment with `#`.";
        cx.report(span, message).unsafe_fix("Make it a comment", [Edit::insert(span.start, "# ")]);
    }
}
