//! Base images whose release is past its end of life.

use crate::image;
use crate::model::Build;
use crate::model::{abandoned, release};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DL5012", category: Category::Pins, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages().iter().filter(|stage| stage.parent.is_none()) {
        let image = &stage.from.image;
        let reference = image::split(image);
        let (Some(name), Some(tag)) = (reference.official_name(), reference.tag) else { continue };
        // Another release would not help.
        if abandoned::successor(&reference).is_some() {
            continue;
        }
        let Some(ended) = release::ended(name, tag.value) else { continue };
        cx.report(
            image.span(tag.span.range()),
            format!(
                "{} {} has had no security fixes since {}. Move to a release that is supported.",
                ended.name, ended.release, ended.day
            ),
        );
    }
}
