//! EXPOSE of a port above 65535.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3011",
    severity: Severity::Error,
    category: Category::Ports,
    aliases: &["hadolint:DL3011"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Expose(ports) = &instruction.kind else { continue };
        for port in ports {
            let numbers = port.split('/').next().unwrap_or_default().rsplit(':').next().unwrap_or_default();
            let out_of_range = |number: &str| {
                number.chars().all(|c| c.is_ascii_digit()) && number.parse::<u64>().is_ok_and(|n| n > 65535)
            };
            if numbers.split('-').any(out_of_range) {
                cx.report(port.whole(), "Ports end at 65535.");
            }
        }
    }
}
