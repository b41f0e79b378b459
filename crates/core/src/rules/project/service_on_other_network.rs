//! A service talks to another one with which it has no network in common.

use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ063", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| service.get("links").is_none()) {
        let mut told = Vec::new();
        for endpoint in stack.endpoints(cx.project, service) {
            let Some(target) = stack.service_called(service, endpoint.host) else { continue };
            if stack.model.is_partial || target.name == service.name || stack.share_a_network(service, target)
            {
                continue;
            }
            let name = target.name.as_str();
            if told.contains(&name) {
                continue;
            }
            told.push(name);
            let message = format!(
                "`{}` and `{name}` have no network in common, so `{name}` cannot be reached. Give both one network.",
                service.name.as_str()
            );
            let (file, span) = stack.locate(target.name.place);
            cx.report_in(endpoint.file, endpoint.host_span, message).related_in(file, span, "this service");
        }
    }
}
