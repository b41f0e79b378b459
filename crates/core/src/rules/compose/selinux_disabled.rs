//! A service runs without SELinux labels.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC420", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for option in file.services().flat_map(|service| service.texts("security_opt")) {
        // Both separators are understood.
        if option.as_str().split_once(['=', ':']) == Some(("label", "disable")) {
            cx.report(
                option.span(),
                "SELinux no longer keeps this service from the files of others. Label the mount with `:z` or `:Z` instead.",
            );
        }
    }
}
