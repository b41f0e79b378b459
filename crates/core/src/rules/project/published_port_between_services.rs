//! A service reaches another one by the port that is published on the host.

use crate::compose::Service;
use crate::compose::published::{host_port_variables, published_ports};
use crate::model::server;
use crate::project::{Stack, VariablePort};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ061", category: Category::Ports, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| service.get("network_mode").is_none()) {
        by_number(stack, service, cx);
        by_variable(stack, service, cx);
    }
}

/// Looks for the number itself: `mongo:27018` beside `27018:27017`.
fn by_number(stack: &Stack<'_>, service: Service<'_>, cx: &mut Reporter<'_>) {
    for endpoint in stack.endpoints(cx.project, service) {
        let Some(target) = stack.service_called(service, endpoint.host) else { continue };
        let (Some(port), Some((file, span))) = (endpoint.port, endpoint.port_place) else { continue };
        // What a service is told about itself is another matter.
        let text = cx.project.workspace.file(file).text.as_str();
        if target.name == service.name || span.of(text).trim_matches(['"', '\'']) != port.to_string() {
            continue;
        }
        let Some((container, place)) = published_as(target, port) else { continue };
        let name = target.name.as_str();
        let message = format!(
            "Port {port} of `{name}` is on the host only; inside the network `{name}` listens on {container}. Use {container} here."
        );
        let (published_file, published) = stack.locate(place);
        cx.report_in(file, span, message).related_in(published_file, published, "published here");
    }
}

/// Looks for the variable that chooses the number: `DB_PORT: ${DB_PORT}` beside `${DB_PORT}:5432`.
fn by_variable(stack: &Stack<'_>, service: Service<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for port in stack.variable_ports(cx.project, service) {
        let mut found = None;
        for target in view.services().filter(|target| target.name != service.name) {
            let mut published = host_port_variables(target).into_iter();
            let host_port = published.find(|published| published.variable == port.variable);
            if is_reached(stack, service, target, &port) && found.is_none() {
                found = host_port.map(|host_port| (target.name.as_str(), host_port));
            }
        }
        let Some((name, host_port)) = found else { continue };
        let (variable, container) = (port.variable, host_port.target);
        let message = format!(
            "`{variable}` is the host's port of `{name}`; inside the network `{name}` listens on {container}, whatever the variable says. Use {container} here."
        );
        let (published_file, published) = stack.locate(host_port.place);
        cx.report_in(port.file, port.span, message).related_in(published_file, published, "published here");
    }
}

/// Whether the port is that of `target`: its host says so, or where none is said, the variable's name.
fn is_reached(stack: &Stack<'_>, from: Service<'_>, target: Service<'_>, port: &VariablePort<'_>) -> bool {
    match &port.host {
        Some(host) => stack.service_called(from, host).is_some_and(|called| called.name == target.name),
        None => server::of_service(target).is_some_and(|server| server.is_meant_by(port.key)),
    }
}

/// The container port behind a published one, if nothing says that the service listens on that number itself.
fn published_as(service: Service<'_>, port: u16) -> Option<(u16, crate::compose::Place)> {
    let mut found = None;
    for published in published_ports(service) {
        let target = published.mapping.target.value;
        if target.contains(port) || published.has_unknown {
            return None;
        }
        let is_it = published
            .mapping
            .published
            .is_some_and(|range| !range.value.is_range() && range.value.contains(port));
        if is_it && !target.is_range() {
            found = Some((*target.ports().start(), published.entry.place()));
        }
    }
    let number = port.to_string();
    let mentions = |text: &str| crate::model::listening::mentions(text, port);
    let settings = service.environment();
    let is_exposed = service.expose().iter().any(|text| text.as_str().starts_with(&number));
    let is_set = settings.iter().filter_map(|pair| pair.given()).any(|value| mentions(&value))
        || service.texts("command").iter().any(|text| mentions(text));
    found.filter(|_| !is_exposed && !is_set)
}
