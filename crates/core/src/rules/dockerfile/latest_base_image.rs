//! Base images with the tag latest.

use crate::image;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3007",
    category: Category::Pins,
    aliases: &["hadolint:DL3007"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let image = &stage.from.image;
        let reference = image::split(image);
        let Some(tag) = reference.tag.filter(|tag| tag.value == "latest" && reference.digest.is_none())
        else {
            continue;
        };
        cx.report(image.span(tag.span.range()), "The tag `latest` moves with every release. Name a version.");
    }
}
