//! A service keeps all default capabilities.

use crate::compose::ComposeFile;
use crate::compose::Service;
use crate::compose::capability;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC415",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.whole_services().filter(|service| !drops_all(*service)) {
        cx.report(
            service.name.place.span,
            "The service keeps the fourteen capabilities that the engine gives to all. Drop `ALL` and add what it needs.",
        );
    }
}

fn drops_all(service: Service<'_>) -> bool {
    service.texts("cap_drop").iter().any(|dropped| capability::bare_name(dropped) == "ALL")
}
