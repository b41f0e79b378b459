//! A service sees the kernel files that the engine hides.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC421", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for option in file.services().flat_map(|service| service.texts("security_opt")) {
        // Both separators are understood.
        if option.as_str().split_once(['=', ':']) == Some(("systempaths", "unconfined")) {
            cx.report(
                option.span(),
                "The engine no longer hides kernel files such as `/proc/kcore` from this service. Delete the line.",
            );
        }
    }
}
