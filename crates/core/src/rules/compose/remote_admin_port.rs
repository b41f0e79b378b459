//! A port for remote administration is published to the whole network.

use crate::compose::published::published_ports;
use crate::compose::well_known_port;
use crate::compose::{ComposeFile, Service};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC105", category: Category::Ports, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let services = file.services().filter(|service| !is_purpose(*service));
    for port in services.flat_map(published_ports) {
        let target = port.mapping.target;
        let known =
            target.ports().find_map(|port| Some((port, well_known_port::remote_administration(port)?)));
        let Some((number, name)) = known.filter(|_| port.mapping.is_reachable_from_outside()) else {
            continue;
        };
        let message = format!(
            "Port {port} is for {name}, and it is open to the whole network. Use `docker compose exec`, or publish it on 127.0.0.1.",
            port = number,
        );
        cx.report(port.entry.place().span, message);
    }
}

/// Whether the image is named after what listens there: Git servers, SFTP, desktops in a browser.
fn is_purpose(service: Service<'_>) -> bool {
    const NAMES: [&str; 9] = ["git", "gogs", "forgejo", "sftp", "ssh", "vnc", "rdp", "desktop", "honeypot"];
    service.image().is_some_and(|image| NAMES.iter().any(|name| image.contains(name)))
}
