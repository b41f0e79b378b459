//! Logs without a bound.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC436",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for logging in file.services().filter_map(|service| service.get("logging")) {
        let Some(driver) = logging.get("driver").and_then(|driver| driver.as_text()) else { continue };
        if driver == "json-file" && logging.at(&["options", "max-size"]).is_none() {
            cx.report(
                driver.span(),
                "`json-file` never deletes anything by itself and fills the disk. Set `max-size` and `max-file`, or use the driver `local`.",
            );
        }
    }
}
