//! A build with rights on the host.

use crate::compose::ComposeFile;
use crate::compose::texts;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC433", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for build in file.services().filter_map(|service| service.build()) {
        for entitlement in texts(build.value.get("entitlements")) {
            if matches!(entitlement.as_str(), "security.insecure" | "network.host") {
                let message = format!(
                    "`{entitlement}` gives every RUN step of the build, and so every package it installs, rights on the host. Do without it."
                );
                cx.report(entitlement.span(), message);
            }
        }
    }
}
