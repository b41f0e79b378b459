//! A service opts out of the mapping of user IDs.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC407", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for mode in file.services().filter_map(|service| service.text("userns_mode")) {
        if mode == "host" {
            cx.report(
                mode.span(),
                "The service opts out of the mapping of users, so root in the container is root on the host. Drop `userns_mode: host`.",
            );
        }
    }
}
