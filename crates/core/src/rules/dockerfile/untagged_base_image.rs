//! Base images without tag or digest.

use crate::image;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3006",
    category: Category::Pins,
    aliases: &["hadolint:DL3006"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages().iter().filter(|stage| stage.parent.is_none()) {
        let image = &stage.from.image;
        let reference = image::split(image);
        let named_by_variable = reference.name().starts_with('$') || image.starts_with('$');
        if image.is_empty()
            || reference.is_scratch()
            || named_by_variable
            || reference.tag.is_some()
            || reference.digest.is_some()
        {
            continue;
        }
        cx.report(
            image.whole(),
            format!(
                "`{}` has no tag, so it means whatever `latest` is on the day of the build. Name a version.",
                &**image
            ),
        );
    }
}
