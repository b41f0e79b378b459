//! An old form of `external`.

use crate::compose::ComposeFile;
use crate::compose::{File, ResourceKind};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "DC511", check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for document in file.documents.iter().map(|value| File { value }) {
        for resource in ResourceKind::ALL.into_iter().flat_map(|kind| document.resources(kind)) {
            let Some(external) = resource.entry("external").filter(|entry| entry.value.get("name").is_some())
            else {
                continue;
            };
            cx.report(
                external.key.place.span,
                "`external: {name: ...}` is deprecated, and Compose warns about it. Write `external: true`, and `name:` beside it.",
            );
        }
    }
}
