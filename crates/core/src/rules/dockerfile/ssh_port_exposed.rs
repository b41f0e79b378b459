//! EXPOSE of the port of SSH.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5060",
    severity: Severity::Info,
    category: Category::Ports,
    group: Group::OptIn,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Expose(ports) = &instruction.kind else { continue };
        for port in ports.iter().filter(|port| matches!(port.as_str(), "22" | "22/tcp")) {
            cx.report(
                port.whole(),
                "An SSH server in a container is one more way in, with keys and passwords of its own. `docker exec` needs none; take sshd out if it is only there for you.",
            );
        }
    }
}
