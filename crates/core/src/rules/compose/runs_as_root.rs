//! A service that asks for root.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC422", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let Some(user) = service.text("user") else { continue };
        let name = user.as_str().split(':').next().unwrap_or_default();
        if matches!(name, "root" | "0") {
            cx.report(
                user.span(),
                "The service runs as root, whatever user its image chose. Drop `user`, or name an unprivileged one.",
            );
        }
    }
}
