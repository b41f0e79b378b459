//! A service is not started again after a crash.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC429",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    // A service without image and build only adds to another file.
    let whole = file.services().filter(|service| service.image().is_some() || service.build().is_some());
    for service in whole.filter(|service| {
        service.get("restart").is_none()
            && service.value.at(&["deploy", "restart_policy"]).is_none()
            && service.profiles().is_empty()
    }) {
        cx.report(
            service.name.place.span,
            "After a crash or a reboot the service stays down. Set `restart: unless-stopped`.",
        );
    }
}
