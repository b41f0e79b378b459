//! A restart policy that the engine refuses.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC513", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for restart in file.services().filter_map(|service| service.text("restart")) {
        let counted = restart.strip_prefix("on-failure:").is_some_and(|count| count.parse::<u32>().is_ok());
        let known = ["no", "always", "unless-stopped", "on-failure"].contains(&restart.as_str());
        if !known && !counted && restart.is_literal() && !restart.is_empty() {
            let message = format!(
                "`{restart}` is no restart policy, and the engine refuses to create the container. There are no, always, unless-stopped and on-failure[:count]."
            );
            cx.report(restart.span(), message);
        }
    }
}
