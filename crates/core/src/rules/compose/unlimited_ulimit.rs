//! A resource limit that is taken away.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC434",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for limit in
        file.services().filter_map(|service| service.get("ulimits")).flat_map(|limits| limits.entries())
    {
        let name = limit.key.as_str();
        if !matches!(name, "nofile" | "nproc" | "memlock") {
            continue;
        }
        let soft_and_hard = [limit.value.get("soft"), limit.value.get("hard"), Some(&limit.value)];
        let unlimited = soft_and_hard.into_iter().flatten().find(|value| value.as_int() == Some(-1));
        if let Some(value) = unlimited {
            let message =
                format!("`{name}` has no limit any more, and one leak takes the host down. Give a number.");
            cx.report(value.span(), message);
        }
    }
}
