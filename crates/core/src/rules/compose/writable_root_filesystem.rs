//! A service can write to its root file system.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC424",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.whole_services().filter(|service| service.flag("read_only") != Some(true)) {
        cx.report(
            service.name.place.span,
            "The service can write to its whole file system. Set `read_only: true`, and mount `tmpfs` or volumes where it writes.",
        );
    }
}
