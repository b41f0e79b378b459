//! A service may gain privileges, even if the engine forbids it.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC417", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for option in file.services().flat_map(|service| service.texts("security_opt")) {
        // Both separators are understood.
        if option.as_str().split_once(['=', ':']) == Some(("no-new-privileges", "false")) {
            cx.report(
                option.span(),
                "`no-new-privileges` is switched off, against a default of the engine that may say otherwise. Delete the line, or set it to true.",
            );
        }
    }
}
