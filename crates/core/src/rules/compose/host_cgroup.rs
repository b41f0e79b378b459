//! A service in a control group of the host.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC409",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let shared = service.text("cgroup").filter(|mode| *mode == "host");
        for place in shared.into_iter().chain(service.text("cgroup_parent")) {
            cx.report(
                place.span(),
                "The service lives in a control group of the host, where its limits and accounting are shared or escaped. Leave the group to the engine.",
            );
        }
    }
}
