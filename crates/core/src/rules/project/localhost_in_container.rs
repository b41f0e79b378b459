//! A service looks for another one at localhost.

use crate::compose::Service;
use crate::compose::published::published_ports;
use crate::image;
use crate::model::server::{self, Server};
use crate::project::{Endpoint, Stack};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ060", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    let servers: Vec<(Service<'_>, &Server)> =
        view.services().filter_map(|service| Some((service, server_of(service)?))).collect();
    for service in view.services().filter(|service| service.get("network_mode").is_none()) {
        // What runs a server itself may well mean that one.
        if server_of(service).is_some() {
            continue;
        }
        for endpoint in stack.endpoints(cx.project, service) {
            if endpoint.variable.is_some_and(is_for_others)
                || !matches!(endpoint.host, "localhost" | "127.0.0.1")
            {
                continue;
            }
            let mut meant = servers.iter().filter(|(target, server)| leads_to(&endpoint, *target, server));
            let Some((target, server)) = meant.next().filter(|_| meant.next().is_none()) else { continue };
            let name = target.name.as_str();
            let message = format!(
                "Inside the container `{}` is the container itself, where no {} listens. Its host is `{name}`, the service.",
                endpoint.host, server.name
            );
            cx.report_in(endpoint.file, endpoint.host_span, message);
        }
    }
}

/// Whether a variable is named as one for programs outside the container.
fn is_for_others(variable: &str) -> bool {
    const WORDS: [&str; 4] = ["LOCAL", "PUBLIC", "EXTERNAL", "TEST"];
    variable.split('_').any(|part| WORDS.contains(&part))
}

fn server_of(service: Service<'_>) -> Option<&'static Server> {
    service.image().and_then(|image| server::of_image(&image::split(image.as_str())))
}

/// Whether the scheme or the variable says that such a server is meant, and the port does not say otherwise: it is the server's own,
/// or the one that is published for it.
fn leads_to(endpoint: &Endpoint<'_>, target: Service<'_>, server: &Server) -> bool {
    let is_kind = match (endpoint.scheme, endpoint.variable) {
        (Some(scheme), _) => server.speaks(scheme),
        (None, Some(variable)) => server.is_meant_by(variable),
        (None, None) => false,
    };
    let publishes = |port| {
        published_ports(target)
            .any(|published| published.mapping.published.is_some_and(|range| range.value.contains(port)))
    };
    is_kind && endpoint.port.is_none_or(|port| port == server.port || publishes(port))
}
