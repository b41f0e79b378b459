//! A setting names a host that no service bears, though one nearly does.

use crate::compose::Service;
use crate::compose::published::published_ports;
use crate::model::server::{self, Server};
use crate::project::{Endpoint, Project, Stack};
use crate::rules::{Check, Meta, Reporter};
use crate::suggest;

pub(super) const META: Meta = Meta { code: "PJ062", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services().filter(|service| stack.is_closed(*service)) {
        for endpoint in stack.endpoints(cx.project, service) {
            let host = endpoint.host;
            let is_label = !host.contains('.') && host != "localhost" && host.parse::<u32>().is_err();
            if !is_label || is_extra(service, host) || is_known_somewhere(cx.project, service, host) {
                continue;
            }
            let others: Vec<&str> = view
                .services()
                .filter(|other| other.name != service.name)
                .map(|other| other.name.as_str())
                .collect();
            let meant = suggest::nearest(host, &others)
                .or_else(|| of_its_kind(stack, &endpoint))
                .or_else(|| at_its_port(stack, service, &endpoint));
            let Some(meant) = meant else { continue };
            let message =
                format!("No service is called `{host}`, so the name leads nowhere. Did you mean `{meant}`?");
            cx.report_in(endpoint.file, endpoint.host_span, message);
        }
    }
}

/// Whether `extra_hosts` or a link gives the name a meaning.
fn is_extra(service: Service<'_>, host: &str) -> bool {
    let names = |key| crate::compose::pairs(service.get(key)).into_iter().map(|pair| pair.key.as_str());
    let texts = service.texts("extra_hosts").into_iter().chain(service.texts("links"));
    names("extra_hosts").any(|name| name == host)
        || texts.into_iter().any(|text| text.as_str().split([':', '=']).any(|part| part == host))
}

/// Whether some stack of the project has the name: files that run together may be known only one by one.
fn is_known_somewhere(project: &Project<'_>, service: Service<'_>, host: &str) -> bool {
    project.stacks.iter().any(|stack| stack.service_called(service, host).is_some())
}

/// The only service that runs what the scheme leads to, or what the host is called after: `db` with `image: mongo` for `mongodb`.
fn of_its_kind<'s>(stack: &'s Stack<'_>, endpoint: &Endpoint<'_>) -> Option<&'s str> {
    let is_meant = |server: &Server| {
        let is_called = server.is_called(endpoint.host) || server.is_meant_by(endpoint.host);
        endpoint.scheme.map_or(is_called, |scheme| server.speaks(scheme))
    };
    only(stack.view().services().filter(|service| server::of_service(*service).is_some_and(is_meant)))
}

/// The only other service of the project's own with the port of a URL.
fn at_its_port<'s>(stack: &'s Stack<'_>, from: Service<'_>, endpoint: &Endpoint<'_>) -> Option<&'s str> {
    let port = endpoint.port.filter(|_| matches!(endpoint.scheme, Some("http" | "https")))?;
    let has_port = |service: &Service<'_>| {
        let is_exposed = service.expose().iter().any(|text| text.as_str() == port.to_string());
        is_exposed || published_ports(*service).any(|published| published.mapping.target.contains(port))
    };
    let others =
        stack.view().services().filter(|service| service.name != from.name && service.build().is_some());
    only(others.filter(has_port))
}

/// The name of the service, if there is exactly one.
fn only<'m>(mut services: impl Iterator<Item = Service<'m>>) -> Option<&'m str> {
    let first = services.next()?;
    services.next().is_none().then_some(first.name.as_str())
}
