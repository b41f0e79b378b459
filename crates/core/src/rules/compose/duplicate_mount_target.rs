//! Two mounts at one path.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};
use std::collections::HashMap;

pub(super) const META: Meta =
    Meta { code: "DC505", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let mut first = HashMap::new();
        for mount in service.mounts() {
            let Some(target) = mount.target.filter(|target| target.is_literal()) else { continue };
            let path = target.trim_end_matches('/').to_owned();
            if let Some(span) = first.insert(path, target.span()) {
                let message = format!(
                    "Something is mounted at `{target}` already; only the last of the two counts. Delete one, or mend its path."
                );
                cx.report(target.span(), message).related(span, "first mounted here");
            }
        }
    }
}
