//! A service talks to another one without waiting for it.

use crate::compose::{File, Service};
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use std::collections::HashSet;

pub(super) const META: Meta =
    Meta { code: "PJ065", severity: Severity::Info, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services() {
        let endpoints = stack.endpoints(cx.project, service);
        if endpoints.is_empty() {
            continue;
        }
        let mut known = reached(view, service);
        for endpoint in endpoints {
            let Some(target) = stack.service_called(service, endpoint.host) else { continue };
            // Members of a cluster name each other.
            let is_mutual = stack.endpoints(cx.project, target).iter().any(|back| {
                stack.service_called(target, back.host).is_some_and(|other| other.name == service.name)
            });
            let is_cycle = is_mutual || reached(view, target).contains(service.name.as_str());
            // A service with profiles may be off, which `depends_on` would not allow.
            if is_cycle || !target.profiles().is_empty() || !known.insert(target.name.as_str()) {
                continue;
            }
            let message = format!(
                "`{name}` is used here, but may start later. Add `{name}` to `depends_on` of `{}`.",
                service.name.as_str(),
                name = target.name.as_str()
            );
            cx.report_in(endpoint.file, endpoint.host_span, message);
        }
    }
}

/// The service, all that it depends on, and what these do.
fn reached<'m>(view: File<'m>, service: Service<'m>) -> HashSet<&'m str> {
    let mut found = HashSet::from([service.name.as_str()]);
    let mut open = vec![service];
    while let Some(service) = open.pop() {
        let links = service
            .texts("links")
            .into_iter()
            .map(|link| link.as_str().split(':').next().unwrap_or_default());
        let waited = service.depends_on().into_iter().map(|dependency| dependency.service.as_str());
        for name in waited.chain(links) {
            if found.insert(name) {
                open.extend(view.service(name));
            }
        }
    }
    found
}
