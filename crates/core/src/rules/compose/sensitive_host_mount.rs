//! A bind mount of a folder of the host's system.

use crate::compose::ComposeFile;
use crate::compose::Service;
use crate::compose::host_path::{self, Sensitivity};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC410",
    severity: Severity::Error,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        for mount in service.mounts() {
            let Some(source) = mount.host_path() else { continue };
            let (what, severity) = match host_path::sensitivity(&source) {
                _ if host_path::is_identity(&source) => continue,
                None | Some(Sensitivity::EngineSocket) => continue,
                Some(_) if mount.read_only && is_monitoring(service) => {
                    ("belongs to the host's system", Severity::Info)
                }
                Some(Sensitivity::Configuration) => ("is configuration of the host", Severity::Info),
                Some(Sensitivity::Credentials) => ("holds keys and logins", Severity::Error),
                Some(Sensitivity::System) => ("belongs to the host's system", Severity::Error),
            };
            let severity = if mount.read_only { severity.min(Severity::Warning) } else { severity };
            let consequence = if mount.read_only { "read it" } else { "change it, and so the host" };
            let message = format!(
                "`{source}` {what}; whoever breaks into the service can {consequence}. Mount only the file or folder that is needed, read-only."
            );
            cx.report(source.span(), message).severity(severity);
        }
    }
}

/// Whether the service is a monitoring agent, which reads the host for a living.
fn is_monitoring(service: Service<'_>) -> bool {
    const AGENTS: [&str; 8] =
        ["node-exporter", "node_exporter", "cadvisor", "datadog", "netdata", "glances", "telegraf", "beszel"];
    service.image().is_some_and(|image| AGENTS.iter().any(|agent| image.contains(agent)))
}
