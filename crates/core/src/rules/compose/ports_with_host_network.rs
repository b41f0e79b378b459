//! Ports of a service that has no network of its own.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC108", category: Category::Ports, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let Some(mode) = service.network_mode() else { continue };
        let shared = mode == "host" || mode.starts_with("service:") || mode.starts_with("container:");
        let Some(ports) = service.entry("ports").filter(|ports| shared && !ports.value.items().is_empty())
        else {
            continue;
        };
        let message = match mode.as_str() {
            "host" => {
                "With the host's network there is nothing to publish: the service takes its ports on the host itself. Delete `ports`, or `network_mode`."
            }
            _ => {
                "The network belongs to another container, and only that one can publish ports. Move `ports` there."
            }
        };
        cx.report(ports.key.place.span, message).related(mode.span(), "the network is chosen here");
    }
}
