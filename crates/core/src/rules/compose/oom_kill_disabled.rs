//! A service that the kernel may not kill for memory.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC435", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let Some(disabled) = service.get("oom_kill_disable").filter(|v| v.as_bool() == Some(true)) else {
            continue;
        };
        cx.report(
            disabled.span(),
            "When memory runs out, the kernel may not kill this service and must kill another, or the host hangs. Drop it, and set `mem_limit`.",
        );
    }
}
