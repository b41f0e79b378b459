//! An option of a volume that nothing understands.

use crate::compose::ComposeFile;
use crate::compose::volume;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "DC504", check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let items =
        file.services().filter_map(|service| service.get("volumes")).flat_map(|volumes| volumes.items());
    for text in items.filter_map(|item| item.as_text()) {
        let Ok(mount) = volume::parse(text.as_str()) else { continue };
        for option in mount.unknown_options().filter(|option| !option.contains('$')) {
            // Docker Desktop on macOS once knew these.
            if matches!(&*option.value, "cached" | "delegated" | "consistent") {
                continue;
            }
            let message = format!(
                "`{}` is no option of a volume, and Compose ignores it without a word. There are ro, rw, z, Z, nocopy and the propagations.",
                option.value
            );
            cx.report(text.span_of(option.span.range()), message);
        }
    }
}
