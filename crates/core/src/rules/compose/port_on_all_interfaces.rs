//! A port that is open to the whole network.

use crate::compose::ComposeFile;
use crate::compose::published::published_ports;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC106",
    severity: Severity::Info,
    category: Category::Ports,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for port in file.services().flat_map(published_ports) {
        if port.mapping.host_ip.is_none_or(|ip| ip.is_unspecified()) {
            cx.report(
                port.entry.place().span,
                "The port listens on all interfaces of the host, past most host firewalls. If only this machine needs it, publish it on 127.0.0.1.",
            );
        }
    }
}
