//! A mount of the engine's socket.

use crate::compose::ComposeFile;
use crate::compose::host_path::{self, Sensitivity};
use crate::compose::{Service, Text};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC402",
    severity: Severity::Error,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        for mount in service.mounts() {
            // A named pipe of Windows is of type npipe in the long form.
            let Some(source) = mount.host_path().or_else(|| mount.source.filter(|_| mount.kind.is_none()))
            else {
                continue;
            };
            if host_path::sensitivity(&source) != Some(Sensitivity::EngineSocket) {
                continue;
            }
            let found = cx.report(
                source.span(),
                "Whoever can talk to the engine's socket starts a privileged container and is root on the host; read-only does not help. Put a proxy with a list of allowed calls between.",
            );
            if mount.read_only || is_proxy(service) {
                found.severity(Severity::Warning);
            }
        }
        let variables = service.environment();
        let hosts = variables.iter().filter(|pair| pair.key == "DOCKER_HOST").filter_map(|pair| pair.given());
        let open = |host: Text<'_>| host.starts_with("tcp://") && host.ends_with(":2375");
        // A proxy that filters the calls listens on the same port.
        for host in hosts.filter(|host| open(*host) && !host.contains("proxy")) {
            cx.report(
                host.span(),
                "The engine listens on 2375 without authentication: whoever reaches the port is root on its host. Use TLS on 2376, or ssh.",
            );
        }
    }
}

/// Whether it is a proxy that filters the calls: the usual mend.
fn is_proxy(service: Service<'_>) -> bool {
    service.image().is_some_and(|image| image.contains("socket-proxy") || image.contains("docker-proxy"))
}
