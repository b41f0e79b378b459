//! A restart policy that tries for ever.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC430",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for restart in file.services().filter_map(|service| service.text("restart")) {
        if restart == "on-failure" {
            cx.report(
                restart.span(),
                "A service that fails at its start is started again for ever. Give a number of attempts, such as `on-failure:5`.",
            );
        }
    }
}
