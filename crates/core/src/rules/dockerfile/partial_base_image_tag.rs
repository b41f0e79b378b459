//! Base images whose tag is only a part of a version.

use crate::diagnostic::Severity;
use crate::image;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5010",
    severity: Severity::Info,
    category: Category::Pins,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Images whose versions have more than one number, and how many name a release exactly.
const PARTS: &[(&str, usize)] = &[
    ("alpine", 3),
    ("debian", 2),
    ("golang", 3),
    ("httpd", 3),
    ("mariadb", 3),
    ("mongo", 3),
    ("mysql", 3),
    ("nginx", 3),
    ("node", 3),
    ("php", 3),
    ("postgres", 2),
    ("python", 3),
    ("rabbitmq", 3),
    ("redis", 3),
    ("ruby", 3),
    ("rust", 3),
    ("ubuntu", 2),
    ("wordpress", 3),
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages().iter().filter(|stage| stage.parent.is_none()) {
        let image = &stage.from.image;
        let reference = image::split(image);
        let (Some(tag), None, Some(name)) = (reference.tag, reference.digest, reference.official_name())
        else {
            continue;
        };
        let Some((_, parts)) = PARTS.iter().find(|(known, _)| *known == name) else { continue };
        let version = tag.value.split('-').next().unwrap_or_default();
        let numbers = version
            .split('.')
            .filter(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
            .count();
        if numbers > 0 && numbers < *parts && numbers == version.split('.').count() {
            cx.report(
                image.span(tag.span.range()),
                format!("`{}` is a part of a version and moves within it. Name the whole version that you tested.", tag.value),
            );
        }
    }
}
