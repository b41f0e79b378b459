//! A size that Compose drops.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};
use crate::yaml::Resolved;

pub(super) const META: Meta =
    Meta { code: "DC506", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

/// Keys that hold a number of bytes.
const SIZES: [&str; 3] = ["mem_limit", "memswap_limit", "shm_size"];

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let own = SIZES.iter().filter_map(|key| service.get(key));
        for value in own.chain(service.value.at(&["build", "shm_size"])) {
            let Some(scalar) = value.as_scalar() else { continue };
            if matches!(scalar.resolved, Resolved::Float(_)) {
                let message = format!(
                    "`{}` is a number with a fraction, which Compose drops without a word, so there is no limit at all. Write a size with a unit, such as `512m`.",
                    scalar.source
                );
                cx.report(value.span(), message);
            }
        }
    }
}
