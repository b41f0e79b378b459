//! The published ports of a service, as far as one file tells them: variables count by their defaults.

use super::entries::PortEntry;
use super::port::{self, PortMapping, PortRange};
use super::service::Service;
use super::text::Text;
use super::value::Place;
use crate::interpolation::{self, Segment, Template};
use crate::text::{Span, Spanned};

/// Stands for the value of a variable that has no default: a port number, and nothing else.
const ANY_PORT: &str = "1";

/// A port that a service publishes.
#[derive(Clone, Copy, Debug)]
pub struct PublishedPort<'m> {
    /// The item of `ports`.
    pub entry: PortEntry<'m>,
    /// What it binds, with places in the source.
    pub mapping: PortMapping,
    /// The host's side of a port with variables, as written: equal texts are equal ports, known or not.
    pub published_text: &'m str,
    /// Whether a variable without default decides on a number, so that only the rest of the mapping can be relied on.
    pub has_unknown: bool,
    /// Whether the container's side is a number, as written or by a default.
    pub is_target_known: bool,
}

/// The ports of `service` that can be read. Items whose address comes from a variable without default are left out.
pub fn published_ports<'m>(service: Service<'m>) -> impl Iterator<Item = PublishedPort<'m>> {
    service.ports().filter_map(|entry| {
        if let Some(text) = entry.short().filter(|text| !text.is_literal()) {
            return with_variables(entry, text);
        }
        Some(PublishedPort {
            entry,
            mapping: entry.mapping()?,
            published_text: "",
            has_unknown: false,
            is_target_known: true,
        })
    })
}

/// A variable that alone gives the host's port of a fixed container port: `${DB_PORT}:5432`.
#[derive(Clone, Debug)]
pub struct HostPortVariable<'m> {
    /// The variable.
    pub variable: &'m str,
    /// The container's side.
    pub target: PortRange,
    /// The item of `ports`.
    pub place: Place,
}

/// The variables that give host ports of `service`, as they were before interpolation.
#[must_use]
pub fn host_port_variables<'m>(service: Service<'m>) -> Vec<HostPortVariable<'m>> {
    let mut found = Vec::new();
    for text in service.ports().filter_map(|port| port.short()) {
        let (template, _) = interpolation::parse(&text.raw().unwrap_or(text.scalar()).value);
        let parts = match template.segments.as_slice() {
            [Segment::Literal(address), parts @ ..] if address.ends_with(':') => parts,
            parts => parts,
        };
        if let [Segment::Variable(variable), Segment::Literal(rest)] = parts
            && let Some(target) = rest.strip_prefix(':').and_then(PortRange::parse)
        {
            found.push(HostPortVariable { variable: variable.name.value, target, place: text.place() });
        }
    }
    found
}

fn with_variables<'m>(entry: PortEntry<'m>, text: Text<'m>) -> Option<PublishedPort<'m>> {
    let (template, errors) = interpolation::parse(text.as_str());
    if !errors.is_empty() {
        return None;
    }
    let expansion = template.expand(&|_| None).ok();
    let known = expansion.filter(|expansion| expansion.unset.is_empty()).map(|expansion| expansion.text);
    let has_unknown = known.is_none();
    let expanded = known.or_else(|| expand_with_any_port(&template))?;
    let mapping = port::parse_expanded(text.as_str(), &expanded).ok()?;
    let published_text = mapping.published.map_or("", |part| part.span.of(text.as_str()));
    let is_target_known = !has_unknown || !mapping.target.span.of(text.as_str()).contains('$');
    let place = |span: Span| text.span_of(span.range());
    let mapping = PortMapping {
        host_ip: mapping.host_ip.map(|part| Spanned::new(part.value, place(part.span))),
        published: mapping.published.map(|part| Spanned::new(part.value, place(part.span))),
        target: Spanned::new(mapping.target.value, place(mapping.target.span)),
        protocol: Spanned::new(mapping.protocol.value, place(mapping.protocol.span)),
    };
    Some(PublishedPort { entry, mapping, published_text, has_unknown, is_target_known })
}

/// The text with [`ANY_PORT`] for each variable that has no default.
fn expand_with_any_port(template: &Template<'_>) -> Option<String> {
    let defaulted = |name: &str| {
        let variables = template.variables();
        variables.iter().any(|variable| variable.name.value == name && variable.default().is_some())
    };
    let expansion = template.expand(&|name| (!defaulted(name)).then_some(ANY_PORT));
    expansion.ok().map(|expansion| expansion.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::parse;

    #[test]
    fn reads_ports_with_variables() {
        for (port, published, target, unknown) in [
            ("8080:80", Some("8080"), "80", false),
            ("${PORT:-8080}:80", Some("8080"), "80", false),
            ("${PORT}:5432", Some("1"), "5432", true),
            ("127.0.0.1:${PORT:?}:5432", Some("1"), "5432", true),
            ("80", None, "80", false),
        ] {
            let source = format!("services:\n  a:\n    ports:\n      - \"{port}\"\n");
            let (file, _) = parse(&source);
            let service = file.services().next().unwrap();
            let read = published_ports(service).next().unwrap();
            assert_eq!(read.mapping.published.map(|p| p.to_string()).as_deref(), published, "{port}");
            assert_eq!(read.mapping.target.to_string(), target, "{port}");
            assert_eq!(read.mapping.target.span.of(&source), target, "{port}");
            assert_eq!(read.has_unknown, unknown, "{port}");
            assert!(read.is_target_known, "{port}");
        }
    }

    #[test]
    fn a_variable_may_be_the_containers_side() {
        for (port, is_known) in [("${A}:${B}", false), ("80:${B}", false), ("80:${B:-8080}", true)] {
            let source = format!("services: {{a: {{ports: ['{port}']}}}}");
            let (file, _) = parse(&source);
            let read: Vec<_> = file.services().flat_map(published_ports).collect();
            assert_eq!(read.first().map(|port| port.is_target_known), Some(is_known), "{port}");
        }
    }

    #[test]
    fn unknown_addresses_are_left_out() {
        let (file, _) = parse("services: {a: {ports: ['${IP}:80:80', '${A', '${WHERE}']}}");
        let services: Vec<_> = file.services().flat_map(published_ports).collect();
        assert_eq!(services.len(), 1, "{services:?}");
    }
}
