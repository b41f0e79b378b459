//! A name for the host that the engine on Linux does not know by itself.

use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ064", severity: Severity::Info, check: Check::Stack(check), ..Meta::DEFAULT };

const NAME: &str = "host.docker.internal";

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services() {
        let extra = service.get("extra_hosts");
        let has_name = service.texts("extra_hosts").iter().any(|text| text.contains(NAME))
            || crate::compose::pairs(extra).iter().any(|pair| pair.key.contains(NAME))
            || extra.is_some_and(crate::compose::Value::is_unknown);
        if has_name || stack.model.is_partial || service.get("network_mode").is_some() {
            continue;
        }
        let found = stack.endpoints(cx.project, service).into_iter().find(|endpoint| endpoint.host == NAME);
        if let Some(endpoint) = found {
            cx.report_in(
                endpoint.file,
                endpoint.host_span,
                "`host.docker.internal` is known on Docker Desktop only. For Linux add `extra_hosts: [\"host.docker.internal:host-gateway\"]` to the service.",
            );
        }
    }
}
