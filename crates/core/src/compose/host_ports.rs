//! Which ports of the host the services take, and where two want the same one.

use super::file::File;
use super::port::{self, PortMapping, addresses_overlap};
use super::published::{PublishedPort, published_ports};
use super::service::Service;
use super::text::Text;
use super::value::Place;
use crate::sorting::sort_by_key;
use crate::text::Span;

/// How many ports of a project are compared, each with each. Real projects have fewer than two hundred.
const MAX_PORTS: usize = 2_000;

/// A port of the host that a service takes.
#[derive(Clone, Copy, Debug)]
pub struct HostPort<'m> {
    /// The service.
    pub service: Service<'m>,
    /// Where the port is written.
    pub place: Place,
    /// What it binds.
    pub mapping: PortMapping,
    /// Whether it is only known to be exposed by a service that shares the host's network.
    pub is_exposed: bool,
    /// The host's side as written, where a variable without value decides on it.
    unknown: Option<&'m str>,
}

/// Two services, or two containers of one service, that want the same port of the host.
#[derive(Clone, Copy, Debug)]
pub struct HostPortConflict<'m> {
    /// The one that stands first.
    pub first: HostPort<'m>,
    /// The one that comes too late; the same one where a service runs in several containers.
    pub second: HostPort<'m>,
    /// Whether the two run together only if someone asks for both: they belong to different profiles.
    pub is_optional: bool,
}

impl HostPort<'_> {
    /// The port as a person reads it: its number, or the variable that decides.
    #[must_use]
    pub fn shown(&self, other: &Self) -> String {
        match (self.unknown, self.mapping.conflict(&other.mapping)) {
            (Some(text), _) => text.to_owned(),
            (None, Some(both)) => both.to_string(),
            (None, None) => self.mapping.published.map_or(self.mapping.target, |p| p).to_string(),
        }
    }
}

/// Each port that another one, standing before it, has taken already.
#[must_use]
pub fn host_port_conflicts(file: File<'_>) -> Vec<HostPortConflict<'_>> {
    let ports: Vec<HostPort<'_>> = file.services().flat_map(host_ports).take(MAX_PORTS).collect();
    let mut found = Vec::new();
    for (index, second) in ports.iter().enumerate() {
        let earlier = ports.iter().take(index);
        // What always runs beside it matters more than what may.
        let mut conflicts: Vec<_> = earlier.filter_map(|first| conflict(*first, *second)).collect();
        sort_by_key(&mut conflicts, |conflict| conflict.is_optional);
        found.extend(conflicts.into_iter().next());
        if is_replicated(second) {
            found.push(HostPortConflict { first: *second, second: *second, is_optional: false });
        }
    }
    found
}

/// The ports of the host that a service takes.
fn host_ports<'m>(service: Service<'m>) -> Vec<HostPort<'m>> {
    let Some(mode) = service.network_mode() else {
        return published_ports(service).map(|port| published(service, port)).collect();
    };
    if mode != "host" {
        return Vec::new();
    }
    service.expose().into_iter().filter_map(|text| exposed(service, text)).collect()
}

fn published<'m>(service: Service<'m>, port: PublishedPort<'m>) -> HostPort<'m> {
    let file = port.entry.place().file;
    let span = port.mapping.published.map_or(port.entry.place().span, |published| published.span);
    HostPort {
        service,
        place: Place { file, span },
        mapping: port.mapping,
        is_exposed: false,
        unknown: port.has_unknown.then_some(port.published_text),
    }
}

/// A service in the host's network takes what it exposes on the host itself.
fn exposed<'m>(service: Service<'m>, text: Text<'m>) -> Option<HostPort<'m>> {
    let mapping = port::parse(text.as_str()).ok()?;
    let place = text.place();
    let at = |span: Span| text.span_of(span.range());
    let target = crate::text::Spanned::new(mapping.target.value, at(mapping.target.span));
    let mapping = PortMapping { target, published: Some(target), ..mapping };
    Some(HostPort { service, place, mapping, is_exposed: true, unknown: None })
}

fn conflict<'m>(first: HostPort<'m>, second: HostPort<'m>) -> Option<HostPortConflict<'m>> {
    let collides = match (first.unknown, second.unknown) {
        (None, None) => first.mapping.conflict(&second.mapping).is_some(),
        (Some(a), Some(b)) => a == b && !a.is_empty() && may_collide(&first.mapping, &second.mapping),
        _ => false,
    };
    let is_same_service = first.service.name.place == second.service.name.place;
    let is_repetition = is_same_service && binds_the_same(&first.mapping, &second.mapping);
    (collides && !is_repetition).then(|| HostPortConflict {
        first,
        second,
        is_optional: !is_same_service && have_different_profiles(first.service, second.service),
    })
}

fn may_collide(first: &PortMapping, second: &PortMapping) -> bool {
    let address = |mapping: &PortMapping| mapping.host_ip.map(|ip| ip.value);
    let fixed = first.fixed_host_ports().is_some() && second.fixed_host_ports().is_some();
    fixed
        && first.protocol.value == second.protocol.value
        && addresses_overlap(address(first), address(second))
}

/// Compose keeps one of two items that bind the same.
fn binds_the_same(first: &PortMapping, second: &PortMapping) -> bool {
    let address =
        |mapping: &PortMapping| mapping.host_ip.map(|ip| ip.value).filter(|ip| !ip.is_unspecified());
    let published = |mapping: &PortMapping| mapping.published.map(|published| published.value);
    address(first) == address(second)
        && published(first) == published(second)
        && first.target.value == second.target.value
}

/// Whether both are optional and no profile starts them together.
fn have_different_profiles(first: Service<'_>, second: Service<'_>) -> bool {
    let (first, second) = (first.profiles(), second.profiles());
    let shares = first.iter().any(|a| second.iter().any(|b| a.as_str() == b.as_str()));
    !first.is_empty() && !second.is_empty() && !shares
}

/// Whether several containers of the service want one port.
fn is_replicated(port: &HostPort<'_>) -> bool {
    let replicas = port.service.replicas().and_then(|replicas| replicas.as_int()).unwrap_or(1);
    replicas > 1 && !port.is_exposed && port.mapping.fixed_host_ports().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::parse;

    /// `second service: port (first service)`, with a `?` where it depends on profiles.
    fn conflicts(services: &str) -> Vec<String> {
        let source = format!("services: {services}");
        let (file, errors) = parse(&source);
        assert!(errors.is_empty(), "{errors:?}");
        let found = host_port_conflicts(file.view().unwrap());
        let show = |c: &HostPortConflict<'_>| {
            let optional = if c.is_optional { "?" } else { "" };
            let (first, second) = (c.first.service.name.as_str(), c.second.service.name.as_str());
            format!("{second}: {}{optional} ({first})", c.second.shown(&c.first))
        };
        found.iter().map(show).collect()
    }

    #[test]
    fn two_services_on_one_port() {
        for (a, b, expected) in [
            ("8080:80", "8080:81", "b: 8080 (a)"),
            ("8080:80", "127.0.0.1:8080:81", "b: 8080 (a)"),
            ("8000-8010:8000-8010", "8005:80", "b: 8005 (a)"),
            ("${P}:80", "${P}:81", "b: ${P} (a)"),
            ("${P:-8080}:80", "8080:81", "b: 8080 (a)"),
            ("8080:80", "8080:80/udp", ""),
            ("127.0.0.1:8080:80", "127.0.0.2:8080:80", ""),
            ("${P}:80", "${Q}:80", ""),
            ("${P}:80/udp", "${P}:80", ""),
            ("80", "80", ""),
            ("8080-8090:80", "8080:80", ""),
        ] {
            let found = conflicts(&format!("{{a: {{ports: ['{a}']}}, b: {{ports: ['{b}']}}}}"));
            assert_eq!(found.join(" "), expected, "{a} {b}");
        }
        let long = "{a: {ports: ['8080:80']}, b: {ports: [{target: 1, published: 8080}]}}";
        assert_eq!(conflicts(long), ["b: 8080 (a)"]);
    }

    #[test]
    fn within_one_service() {
        assert_eq!(conflicts("{a: {ports: ['8080:80', '8080:81']}}"), ["a: 8080 (a)"]);
        assert!(conflicts("{a: {ports: ['8080:80', '0.0.0.0:8080:80']}}").is_empty());
    }

    #[test]
    fn several_containers() {
        assert_eq!(conflicts("{a: {ports: ['8080:80'], scale: 2}}"), ["a: 8080 (a)"]);
        assert_eq!(conflicts("{a: {ports: ['8080:80'], deploy: {replicas: 2}}}"), ["a: 8080 (a)"]);
        assert!(conflicts("{a: {ports: ['8080-8081:80', '90'], scale: 2}}").is_empty());
    }

    #[test]
    fn profiles() {
        let with = |a: &str, b: &str| {
            conflicts(&format!(
                "{{a: {{ports: ['1:1'], profiles: [{a}]}}, b: {{ports: ['1:2'], profiles: [{b}]}}}}"
            ))
        };
        assert_eq!(with("x", "y"), ["b: 1? (a)"]);
        assert_eq!(with("x", "x, y"), ["b: 1 (a)"]);
        assert_eq!(with("x", ""), ["b: 1 (a)"]);
    }

    #[test]
    fn host_network() {
        let found = conflicts("{a: {ports: ['8080:80']}, b: {network_mode: host, expose: [8080, '81/udp']}}");
        assert_eq!(found, ["b: 8080 (a)"]);
        assert!(
            conflicts("{a: {ports: ['8080:80']}, b: {network_mode: host, ports: ['8080:80']}}").is_empty()
        );
    }
}
