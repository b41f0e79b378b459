//! A build context that is fetched without authentication.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC432", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for build in file.services().filter_map(|service| service.build()) {
        let context = build.context();
        let Some(context) = context else { continue };
        if let Some(scheme) = ["http://", "git://"].into_iter().find(|scheme| context.starts_with(scheme)) {
            let message = format!(
                "What comes over `{scheme}` can be changed on the way, and it is code that is built and run. Use `https://` or `ssh://`."
            );
            cx.report(context.span_of(0..scheme.len()), message);
        }
    }
}
