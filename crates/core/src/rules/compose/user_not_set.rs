//! A service does not say as which user it runs.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC423",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in
        file.whole_services().filter(|service| service.get("user").is_none() && service.build().is_none())
    {
        cx.report(
            service.name.place.span,
            "The service runs as the user of its image, which is root for most. Name an unprivileged one with `user`.",
        );
    }
}
