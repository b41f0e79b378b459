//! EXPOSE with a protocol in upper case.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "BK014",
    category: Category::Style,
    aliases: &["buildkit:ExposeProtoCasing"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Expose(ports) = &instruction.kind else { continue };
        for port in ports {
            let Some((number, protocol)) = port.split_once('/') else { continue };
            let lower = protocol.to_ascii_lowercase();
            if lower != protocol && !protocol.contains('$') {
                let start = number.len() + 1;
                cx.report(port.whole(), format!("Protocols are written in lower case: `{lower}`.")).safe_fix(
                    format!("Write `{lower}`"),
                    [Edit::replace(port.span(start..port.len()), lower)],
                );
            }
        }
    }
}
