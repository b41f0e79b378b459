//! A mount whose inner mounts travel between host and container.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC411", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for mount in file.services().flat_map(|service| service.mounts().collect::<Vec<_>>()) {
        let long = mount.value.at(&["bind", "propagation"]).and_then(|value| value.as_text());
        for option in mount.options.iter().copied().chain(long) {
            if matches!(option.as_str(), "shared" | "rshared" | "slave" | "rslave") {
                let message = format!(
                    "With `{option}`, mounts made on one side appear on the other. Leave the propagation at its default, `rprivate`."
                );
                cx.report(option.span(), message);
            }
        }
    }
}
