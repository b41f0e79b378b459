//! A service shares the host name of the host.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC408",
    severity: Severity::Info,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for mode in file.services().filter_map(|service| service.text("uts")) {
        if mode == "host" {
            cx.report(
                mode.span(),
                "The service shares the host's name and can change it. Drop `uts: host`, and set `hostname` if the service needs a name.",
            );
        }
    }
}
