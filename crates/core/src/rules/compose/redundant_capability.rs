//! A capability that the service has anyway, or that is added and dropped.

use crate::compose::ComposeFile;
use crate::compose::capability;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC414",
    severity: Severity::Info,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let dropped: Vec<String> =
            service.texts("cap_drop").iter().map(|d| capability::bare_name(d)).collect();
        for added in service.texts("cap_add") {
            let name = capability::bare_name(&added);
            if dropped.contains(&name) {
                cx.report(added.span(), format!("`{added}` is both added and dropped. Keep one."));
            } else if capability::is_default(&name) && !dropped.iter().any(|d| d == "ALL") {
                let message = format!(
                    "`{added}` is given to every container. Delete it, or drop `ALL` first so that the list says what is needed."
                );
                cx.report(added.span(), message);
            }
        }
    }
}
