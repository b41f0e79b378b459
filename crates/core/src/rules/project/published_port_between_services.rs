//! A service reaches another one by the port that is published on the host.

use crate::compose::Service;
use crate::compose::published::published_ports;
use crate::project::Stack;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ061", category: Category::Ports, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| service.get("network_mode").is_none()) {
        for endpoint in stack.endpoints(cx.project, service) {
            let Some(target) = stack.service_called(service, endpoint.host) else { continue };
            let (Some(port), Some((file, span))) = (endpoint.port, endpoint.port_place) else { continue };
            // Ports from variables are another matter, and so is what a service is told about itself.
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
