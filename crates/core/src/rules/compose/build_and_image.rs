//! A service with both `build` and `image`, and no word on which to use.

use crate::compose::ComposeFile;
use crate::compose::outline::services;
use crate::rules::{Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC306",
    group: Group::OptIn,
    aliases: &["dclint:no-build-and-image"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for service in services(yaml) {
        let keys = service.value;
        let (Some(build), Some(image)) = (keys.entry("build"), keys.entry("image")) else { continue };
        if keys.get("pull_policy").is_none() {
            cx.report(
                build.key.span(),
                "The service has both `build` and `image`; which one runs depends on what is there already. Drop one, or say `pull_policy: build`.",
            )
            .related(image.key.span(), "the image stands here");
        }
    }
}
