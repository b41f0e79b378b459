//! Downloads of whatever is the latest release.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::model::download::is_latest;
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
