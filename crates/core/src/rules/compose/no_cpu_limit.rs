//! A service has no CPU limit.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC426",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file
        .whole_services()
        .filter(|service| !service.is_limited(&["cpus", "cpu_quota", "cpu_count"], "cpus"))
    {
        cx.report(
            service.name.place.span,
            "The service has no CPU limit and can starve everything else on the host. Set `cpus`.",
        );
    }
}
