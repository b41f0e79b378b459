//! A service looks for another one at localhost.

use crate::compose::Service;
use crate::compose::published::published_ports;
use crate::model::server::{self, Server};
use crate::project::{Endpoint, Project, Stack};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ060", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    let servers: Vec<(Service<'_>, &Server)> =
        view.services().filter_map(|service| Some((service, server::of_service(service)?))).collect();
    for service in view.services().filter(|service| service.get("network_mode").is_none()) {
        // What runs a server itself may well mean that one.
        if server::of_service(service).is_some() {
            continue;
        }
        for endpoint in stack.endpoints(cx.project, service) {
            let is_itself = endpoint.is_loopback() || endpoint.host == service.name.as_str();
            if !is_itself
                || endpoint.variable.is_some_and(is_for_others)
                || is_meant_for_another(stack, cx.project, service, &endpoint)
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

/// Whether the variable comes along with a .env file that several services read, while those of another image that use it say it
/// anew: nginx, or the browser of a test, beside the application.
fn is_meant_for_another(
    stack: &Stack<'_>,
    project: &Project<'_>,
    service: Service<'_>,
    endpoint: &Endpoint<'_>,
) -> bool {
    if stack.files.contains(&endpoint.file) {
        return false;
    }
    let image = |service: Service<'_>| {
        let dockerfile = stack.dockerfile(project, service).map(|(id, _)| id);
        let context = service.build().and_then(|build| build.context()).map(|context| context.to_string());
        (dockerfile, context, service.image().map(|image| image.to_string()))
    };
    let own = image(service);
    let says = |other: Service<'_>| {
        other.environment().iter().any(|pair| endpoint.variable == Some(pair.key.as_str()))
            && stack.env_files(project, other).iter().any(|(id, _)| *id == endpoint.file)
    };
    let mut others = stack.view().services().filter(|other| says(*other)).map(image).peekable();
    others.peek().is_some() && others.all(|other| other != own)
}

/// Whether a variable is named as one for programs outside the container.
fn is_for_others(variable: &str) -> bool {
    const WORDS: [&str; 4] = ["LOCAL", "PUBLIC", "EXTERNAL", "TEST"];
    variable.split('_').any(|part| WORDS.contains(&part))
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
