//! A service has no memory limit.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC425",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.whole_services().filter(|service| !service.is_limited(&["mem_limit"], "memory")) {
        cx.report(
            service.name.place.span,
            "The service has no memory limit and can starve everything else on the host. Set `mem_limit`.",
        );
    }
}
