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
    for service in file.whole_services().filter(|service| {
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
