//! A service runs without its AppArmor profile.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC419", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for option in file.services().flat_map(|service| service.texts("security_opt")) {
        // Both separators are understood.
        if option.as_str().split_once(['=', ':']) == Some(("apparmor", "unconfined")) {
            cx.report(
                option.span(),
                "AppArmor is off for this service. Delete the line, or name a profile that allows what is missing.",
            );
        }
    }
}
