//! An `image` that no registry can have.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::image;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC205", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for text in file.services().filter_map(|service| service.image()) {
        if text.is_empty() || !text.is_literal() {
            continue;
        }
        if let Err(error) = image::parse(text.as_str()) {
            cx.report(text.span_of(error.span.range()), error.message);
        }
    }
}
