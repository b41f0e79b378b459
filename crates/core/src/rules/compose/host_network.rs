//! A service uses the network of the host.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC404", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for mode in file.services().filter_map(|service| service.text("network_mode")) {
        if mode == "host" {
            cx.report(
                mode.span(),
                "The service shares all network interfaces of the host, even those that only listen on loopback. Publish the ports that it needs instead.",
            );
        }
    }
}
