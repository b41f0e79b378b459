//! A service has no health check.

use crate::compose::ComposeFile;
use crate::compose::Service;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC428",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.whole_services().filter(|service| service.build().is_none() && !is_checked(*service))
    {
        cx.report(
            service.name.place.span,
            "Nothing tells whether the service works, so started is taken for ready. Add a `healthcheck`.",
        );
    }
}

fn is_checked(service: Service<'_>) -> bool {
    service.get("healthcheck").is_some_and(|check| {
        let none = check.get("test").and_then(|test| test.items().first()).and_then(|word| word.as_text());
        check.get("disable").and_then(|disable| disable.as_bool()) != Some(true)
            && none.is_none_or(|word| word != "NONE")
    })
}
