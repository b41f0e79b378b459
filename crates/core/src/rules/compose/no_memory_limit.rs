//! A service has no memory limit.

use crate::compose::ComposeFile;
use crate::compose::Service;
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
    // A service without image and build only adds to another file.
    let whole = file.services().filter(|service| service.image().is_some() || service.build().is_some());
    for service in whole.filter(|service| !is_limited(*service)) {
        cx.report(
            service.name.place.span,
            "The service has no memory limit and can starve everything else on the host. Set `mem_limit`.",
        );
    }
}

fn is_limited(service: Service<'_>) -> bool {
    let own = ["mem_limit"].iter().any(|key| service.get(key).is_some_and(|limit| !limit.is_null()));
    own || service.value.at(&["deploy", "resources", "limits", "memory"]).is_some()
}
