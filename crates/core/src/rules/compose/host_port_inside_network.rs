//! The host's port of a service, used inside the network.

use crate::compose::ComposeFile;
use crate::compose::Service;
use crate::compose::Text;
use crate::compose::port::PortRange;
use crate::interpolation::{self, Segment};
use crate::rules::{Category, Check, Meta, Reporter};
use std::collections::HashMap;

pub(super) const META: Meta =
    Meta { code: "DC109", category: Category::Ports, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let mut published: HashMap<&str, (Service<'_>, Text<'_>, PortRange)> = HashMap::new();
    for service in file.services() {
        for (variable, text, target) in host_port_variables(service) {
            published.entry(variable).or_insert((service, text, target));
        }
    }
    for service in file.services() {
        for pair in service.environment() {
            let Some(value) = pair.given() else { continue };
            for (variable, place) in network_ports(pair.key, value) {
                let Some((server, port, target)) = published.get(variable) else { continue };
                let message = format!(
                    "`{variable}` is the host's port of `{name}`; inside the network `{name}` listens on {target}, whatever the variable says. Use {target} here.",
                    name = server.name.as_str()
                );
                // A service that is told its own port may well listen on it.
                if server.name.as_str() != service.name.as_str() {
                    cx.report(place.span(), message).related(port.span(), "published here");
                }
            }
        }
    }
}

/// The variables that alone give the host's port of a fixed container port.
fn host_port_variables<'m>(service: Service<'m>) -> Vec<(&'m str, Text<'m>, PortRange)> {
    let mut found = Vec::new();
    for text in service.ports().filter_map(|port| port.short()) {
        let (template, _) = interpolation::parse(text.as_str());
        let parts = match template.segments.as_slice() {
            [Segment::Literal(address), parts @ ..] if address.ends_with(':') => parts,
            parts => parts,
        };
        if let [Segment::Variable(variable), Segment::Literal(rest)] = parts
            && let Some(target) = rest.strip_prefix(':').and_then(PortRange::parse)
        {
            found.push((variable.name.value, text, target));
        }
    }
    found
}

/// The variables that an environment value uses as a port: the whole value of a `..PORT`, or behind a host name and a colon.
fn network_ports<'m>(key: Text<'m>, value: Text<'m>) -> Vec<(&'m str, Text<'m>)> {
    let (template, _) = interpolation::parse(value.as_str());
    let mut found = Vec::new();
    let mut before = "";
    let alone = template.segments.len() == 1 && key.to_ascii_uppercase().ends_with("PORT");
    for segment in &template.segments {
        match segment {
            Segment::Variable(variable) if alone || follows_host(before) => {
                found.push((variable.name.value, value.slice(variable.span.range())));
            }
            Segment::Literal(text) => before = text.value,
            _ => before = "",
        }
    }
    found
}

/// Whether the text ends with a host name of the network and a colon: `@db:`, `//db:`, `db:`.
fn follows_host(before: &str) -> bool {
    let Some(host) = before.strip_suffix(':') else { return false };
    let host = host.rsplit(['@', '/', ',', '=']).next().unwrap_or_default();
    let outside =
        ["localhost", "127.0.0.1", "0.0.0.0", "host.docker.internal"].contains(&host) || host.contains('.');
    !host.is_empty() && !outside
}
