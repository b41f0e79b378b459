//! A service shares the process table of the host.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC405",
    severity: Severity::Error,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for mode in file.services().filter_map(|service| service.text("pid")) {
        if mode == "host" {
            cx.report(
                mode.span(),
                "The service sees all processes of the host, can signal them and read their memory and environment. Drop `pid: host`.",
            );
        }
    }
}
