//! A setting names a host that no service bears, though one nearly does.

use crate::compose::Service;
use crate::model::server;
use crate::project::{Endpoint, Stack};
use crate::rules::{Check, Meta, Reporter};
use crate::suggest;

pub(super) const META: Meta = Meta { code: "PJ062", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services().filter(|service| stack.is_closed(*service)) {
        for endpoint in stack.endpoints(cx.project, service) {
            let host = endpoint.host;
            let is_label = !host.contains('.') && host != "localhost" && host.parse::<u32>().is_err();
            if !is_label || stack.service_called(service, host).is_some() || is_extra(service, host) {
                continue;
            }
            let others: Vec<&str> = view
                .services()
                .filter(|other| other.name != service.name)
                .map(|other| other.name.as_str())
                .collect();
            let meant = suggest::nearest(host, &others).or_else(|| of_its_kind(stack, &endpoint));
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

/// The only service that runs what the host is called after: `db` with `image: mongo` for `mongodb`.
fn of_its_kind<'s>(stack: &'s Stack<'_>, endpoint: &Endpoint<'_>) -> Option<&'s str> {
    let is_meant =
        |service: &Service<'_>| server::of_service(*service).is_some_and(|s| s.is_called(endpoint.host));
    let mut found = stack.view().services().filter(is_meant);
    found.next().filter(|_| found.next().is_none()).map(|service| service.name.as_str())
}
