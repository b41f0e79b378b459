//! [`Endpoint`]: a host that the settings or the command of a service name, and [`Peer`]: what the services of a stack are called
//! in its networks.

use super::settings::{Setting, Written};
use super::{Project, Stack};
use crate::compose::{ResourceKind, Service};
use crate::text::Span;
use crate::workspace::FileId;

/// How many services a stack may have for its hosts to be compared, each with each. Real projects have fewer than two hundred.
const MAX_SERVICES: usize = 500;

/// Endings of variables that hold the name of a host.
pub(super) const HOST_KEYS: [&str; 4] = ["_HOST", "_HOSTNAME", "_SERVER", "_ADDR"];

/// Variables with such an ending that hold names of the service itself, as others see it.
const OWN_HOST_KEYS: [&str; 8] =
    ["VIRTUAL", "LETSENCRYPT", "VHOST", "ALLOWED", "PUBLIC", "EXTERNAL", "ADVERTISED", "LISTEN"];

/// Where a setting or a command sends a service: `db:5432` in `postgres://shop@db:5432/shop`.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint<'s> {
    /// The variable that holds it; `None` in a command.
    pub variable: Option<&'s str>,
    /// The scheme of a URL, as written: `postgres`, `jdbc:mysql`.
    pub scheme: Option<&'s str>,
    /// The host.
    pub host: &'s str,
    /// The port, also that of a variable of its own: `DB_PORT` beside `DB_HOST`.
    pub port: Option<u16>,
    /// The file that names the host.
    pub file: FileId,
    /// The host there.
    pub host_span: Span,
    /// Where the port is written.
    pub port_place: Option<(FileId, Span)>,
}

impl Endpoint<'_> {
    /// Whether the host is the container itself.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        matches!(self.host, "localhost" | "127.0.0.1")
    }
}

impl<'a> Stack<'a> {
    /// The hosts that `service` is told to talk to, as far as they are certain: hosts of URLs, and values of variables such as
    /// `DB_HOST`.
    #[must_use]
    pub fn endpoints<'s>(&'s self, project: &'s Project<'a>, service: Service<'s>) -> Vec<Endpoint<'s>> {
        if self.view().services().nth(MAX_SERVICES).is_some() {
            return Vec::new();
        }
        let settings = self.settings(project, service);
        let mut found = Vec::new();
        for setting in &settings.items {
            let Some(value) = setting.value else { continue };
            let before = found.len();
            for url in urls(value) {
                found.push(endpoint(Some(setting.name), setting.file, &setting.written, &url));
            }
            let Some(prefix) = host_key(setting.name).filter(|_| found.len() == before) else { continue };
            let Some(place) = address(value, 0) else { continue };
            let mut endpoint = endpoint(Some(setting.name), setting.file, &setting.written, &place);
            let port = settings.get(&format!("{prefix}_PORT")).copied();
            if let Some((port, number)) = port.and_then(|p: Setting<'_>| Some((p, p.value?.parse().ok()?)))
                && endpoint.port.is_none()
            {
                endpoint.port = Some(number);
                endpoint.port_place = Some((port.file, port.span));
            }
            found.push(endpoint);
        }
        for text in service.texts("command").into_iter().filter(|text| text.is_literal()) {
            let (file, _) = self.locate(text.place());
            let written = Written::Compose(text);
            found.extend(urls(text.as_str()).map(|url| endpoint(None, file, &written, &url)));
        }
        found
    }

    /// The names by which other services reach `service`.
    #[must_use]
    pub fn names_of<'m>(&self, service: Service<'m>) -> Vec<&'m str> {
        let aliases = service.networks().into_iter().filter_map(|network| network.options?.get("aliases"));
        let aliases = aliases.flat_map(|aliases| crate::compose::texts(Some(aliases)));
        let own = ["container_name", "hostname"].into_iter().filter_map(|key| service.text(key));
        std::iter::once(service.name.as_str()).chain(aliases.chain(own).map(|name| name.as_str())).collect()
    }

    /// The service of the stack that `host` stands for where `from` uses it.
    #[must_use]
    pub fn service_called<'m>(&'m self, from: Service<'_>, host: &str) -> Option<Service<'m>> {
        let linked = from.texts("links").into_iter().find_map(|link| {
            let (service, alias) = link.as_str().split_once(':')?;
            (alias == host).then(|| self.view().service(service))?
        });
        let by_name = || self.view().service(host);
        let by_alias = || self.view().services().find(|service| self.names_of(*service).contains(&host));
        linked.or_else(by_name).or_else(by_alias)
    }

    /// Whether all that `service` may reach is in the stack: it has networks of the stack alone, and its own.
    #[must_use]
    pub fn is_closed(&self, service: Service<'_>) -> bool {
        let is_external = |name: &str| {
            let network = self.view().resource(ResourceKind::Network, name);
            network.is_some_and(|network| network.value.get("external").is_some())
        };
        let joins = ["network_mode", "external_links", "extends"];
        !self.model.is_partial
            && joins.iter().all(|key| service.get(key).is_none())
            && !is_external("default")
            && !service.networks().iter().any(|network| is_external(&network.name))
    }

    /// Whether two services have a network in common; true where that cannot be told.
    #[must_use]
    pub fn share_a_network(&self, a: Service<'_>, b: Service<'_>) -> bool {
        if [a, b].iter().any(|service| service.get("network_mode").is_some()) {
            return true;
        }
        let networks = |service: Service<'_>| {
            let names: Vec<String> =
                service.networks().iter().map(|network| network.name.to_string()).collect();
            if names.is_empty() { vec!["default".to_owned()] } else { names }
        };
        let (a, b) = (networks(a), networks(b));
        a.iter().any(|network| b.contains(network) || network.contains('$'))
            || b.iter().any(|n| n.contains('$'))
    }
}

/// A host with a port, as byte ranges of a value.
struct Address<'v> {
    scheme: Option<&'v str>,
    host: &'v str,
    port: Option<&'v str>,
    /// Where the host begins.
    at: usize,
}

fn endpoint<'s>(
    variable: Option<&'s str>,
    file: FileId,
    written: &Written<'s>,
    address: &Address<'s>,
) -> Endpoint<'s> {
    let end = address.at + address.host.len();
    let port = address.port.and_then(|port| Some((port.parse().ok()?, end + 1..end + 1 + port.len())));
    Endpoint {
        variable,
        scheme: address.scheme,
        host: address.host,
        port: port.as_ref().map(|(port, _)| *port),
        file,
        host_span: written.span_of(address.at..end),
        port_place: port.map(|(_, range)| (file, written.span_of(range))),
    }
}

/// The beginning of a variable that holds a host: `DB` of `DB_HOST`.
fn host_key(name: &str) -> Option<&str> {
    let prefix = HOST_KEYS.iter().find_map(|ending| name.strip_suffix(ending))?;
    (!OWN_HOST_KEYS.iter().any(|own| prefix.contains(own))).then_some(prefix)
}

/// The addresses of the URLs in a text.
fn urls(text: &str) -> impl Iterator<Item = Address<'_>> {
    text.match_indices("://").filter_map(move |(at, _)| {
        let before = text.get(..at)?;
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-' | ':' | '_');
        let start = before.rfind(|c: char| !is_scheme(c)).map_or(0, |at| at + 1);
        let scheme = before.get(start..)?;
        let rest = text.get(at + 3..)?;
        let ends =
            |c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | ',' | ';' | ')' | '`');
        let authority = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
        let host_at = authority.rfind('@').map_or(0, |at| at + 1);
        let address = address(authority.get(host_at..)?, at + 3 + host_at)?;
        Some(Address { scheme: Some(scheme).filter(|scheme| !scheme.is_empty()), ..address })
    })
}

/// A text that is `host` or `host:port` and nothing else.
fn address(text: &str, at: usize) -> Option<Address<'_>> {
    let (host, port) = match text.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (text, None),
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let is_port = port.is_none_or(|port| port.bytes().all(|b| b.is_ascii_digit()) && !port.is_empty());
    (!host.is_empty() && host.chars().all(is_name) && is_port).then_some(Address {
        scheme: None,
        host,
        port,
        at,
    })
}

#[cfg(test)]
mod tests {
    use crate::project::{ParsedFile, Project};
    use crate::workspace::{SourceFile, Workspace};

    #[test]
    fn endpoints_of_settings() {
        let compose = concat!(
            "services:\n  web:\n    image: x\n    env_file: web.env\n    environment:\n",
            "      A: jdbc:mysql://u:p@db:3306/x\n      DB_HOST: db\n      DB_PORT: 1\n      VIRTUAL_HOST: me\n",
            "      B: a://x,b://y:2 text\n    command: serve --to=amqp://mq\n",
        );
        let workspace = Workspace::new(vec![
            SourceFile::new("compose.yaml", compose),
            SourceFile::new("web.env", "CACHE_HOST=redis:6379\n"),
        ]);
        let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let project = Project::link(&workspace, parsed);
        let stack = &project.stacks[0];
        let found = stack.endpoints(&project, stack.view().service("web").unwrap());
        let read: Vec<_> = found.iter().map(|e| (e.scheme, e.host, e.port)).collect();
        let expected = [
            (Some("jdbc:mysql"), "db", Some(3306)),
            (None, "db", Some(1)),
            (Some("a"), "x", None),
            (Some("b"), "y", Some(2)),
            (None, "redis", Some(6379)),
            (Some("amqp"), "mq", None),
        ];
        assert_eq!(read, expected);
        for endpoint in &found {
            let text = &workspace.file(endpoint.file).text;
            assert_eq!(endpoint.host_span.of(text), endpoint.host);
        }
    }
}
