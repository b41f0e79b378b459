//! Downloads of whatever is the latest release.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DL5014", category: Category::Pins, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["curl", "wget", "aria2c"]) {
        for word in call.arguments.iter().filter(|word| is_latest(&word.text)) {
            cx.report(word.span(), "This downloads whatever is the latest release. Put the version into the URL, and check the checksum.");
        }
    }
    for instruction in build.instructions() {
        let InstructionKind::Add(add) = &instruction.kind else { continue };
        for source in add.sources.iter().filter(|source| is_latest(source)) {
            cx.report(source.whole(), "This downloads whatever is the latest release. Put the version into the URL, and check the checksum.");
        }
    }
}

/// Whether a URL's path has a part called latest. A question to an API is no download.
fn is_latest(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.split('/');
    let host = parts.next().unwrap_or_default();
    !host.starts_with("api.")
        && parts.any(|part| part == "latest" || part.starts_with("latest.") || part.starts_with("latest-"))
}
