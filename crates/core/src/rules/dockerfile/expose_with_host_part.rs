//! EXPOSE with a host address or port.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "BK015",
    category: Category::Ports,
    aliases: &["buildkit:ExposeInvalidFormat"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Expose(ports) = &instruction.kind else { continue };
        for port in ports {
            // A colon in `${PORT:-80}` is none of the port's.
            let Some(colon) = port.rfind(':').filter(|_| !port.contains('$')) else { continue };
            cx.report(port.whole(), "EXPOSE names the container's port only; host ports are chosen when the container is started.")
                .safe_fix("Keep the container's port", [Edit::delete(port.span(0..colon + 1))]);
        }
    }
}
