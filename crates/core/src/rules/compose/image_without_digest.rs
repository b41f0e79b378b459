//! An `image` that is pinned by tag only.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::image;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC204",
    severity: Severity::Info,
    category: Category::Pins,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let pulled = file.services().filter(|service| service.build().is_none());
    for text in pulled.filter_map(|service| service.image()) {
        let reference = image::split(text.as_str());
        if reference.digest.is_none() && !reference.has_variables() && !text.is_empty() {
            let message = format!(
                "`{text}` has no digest, and a tag can be pushed again. Add the `@sha256:...` that `docker buildx imagetools inspect` shows."
            );
            cx.report(text.span(), message);
        }
    }
}
