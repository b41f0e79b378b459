//! Base images with a tag, but without a digest.

use crate::diagnostic::Severity;
use crate::image;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5011",
    severity: Severity::Info,
    category: Category::Pins,
    group: Group::Strict,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages().iter().filter(|stage| stage.parent.is_none()) {
        let image = &stage.from.image;
        let reference = image::split(image);
        if reference.tag.is_some() && reference.digest.is_none() && !reference.has_variables() {
            cx.report(
                image.whole(),
                "A tag can be moved. Add the digest to get the same image for ever: `name:tag@sha256:...`.",
            );
        }
    }
}
