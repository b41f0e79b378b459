//! All capabilities.

use crate::compose::ComposeFile;
use crate::compose::capability;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC412",
    severity: Severity::Error,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for added in file.services().flat_map(|service| service.texts("cap_add")) {
        if capability::bare_name(&added) == "ALL" {
            cx.report(
                added.span(),
                "All capabilities are close to `privileged`: they allow leaving the container. Add those that the service needs.",
            );
        }
    }
}
