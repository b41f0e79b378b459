//! A path of the host without a target.

use crate::compose::ComposeFile;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "DC503", check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let items =
        file.services().filter_map(|service| service.get("volumes")).flat_map(|volumes| volumes.items());
    for text in items.filter_map(|item| item.as_text()) {
        if text.starts_with(['.', '~']) && !text.contains([':', '$']) {
            let message = format!(
                "`{text}` names only one side, and so it is an anonymous volume at that path in the container. Write `{text}:/path/in/container`."
            );
            cx.report(text.span(), message);
        }
    }
}
