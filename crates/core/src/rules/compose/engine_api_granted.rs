//! A service that is given the engine's API.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC403", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for granted in file.services().filter_map(|service| service.get("use_api_socket")) {
        if granted.as_bool() == Some(true) {
            cx.report(
                granted.span(),
                "The service gets the engine's socket and your registry logins, which is root on the host. Drop it, or put a proxy with a list of allowed calls between.",
            );
        }
    }
}
