//! `image` beside `build` without a tag, so that each build takes the name of the last one.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::image;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC206",
    severity: Severity::Info,
    category: Category::Pins,
    group: Group::OptIn,
    aliases: &["dclint:service-image-require-explicit-tag"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for text in file.services().filter(|s| s.build().is_some()).filter_map(|service| service.image()) {
        let reference = image::split(text.as_str());
        let is_readable = !reference.path.value.contains('$') && reference.validate().is_ok();
        let moves = reference.tag.is_none_or(|tag| image::is_rolling_tag(tag.value));
        if is_readable && reference.digest.is_none() && moves {
            let message = "The image that is built here gets the same tag each time, so the last one is lost. Name a version, such as `${VERSION}`.";
            cx.report(text.span(), message);
        }
    }
}
