//! A capability that suffices to take over the host.

use crate::compose::ComposeFile;
use crate::compose::capability;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC413", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for added in file.services().flat_map(|service| service.texts("cap_add")) {
        let name = capability::bare_name(&added);
        if capability::takes_over_host(&name) {
            let message = format!(
                "`{added}` alone suffices to leave the container or to control the host. Find out which call needs it, and grant less."
            );
            cx.report(added.span(), message);
        } else if name == "NET_ADMIN" {
            cx.report(
                added.span(),
                "`NET_ADMIN` lets the service change routes and packet filters. Keep it to services whose work is the network.",
            )
            .severity(Severity::Info);
        }
    }
}
