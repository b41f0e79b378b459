//! FROM or RUN --mount with the name of a stage that comes only later.

use crate::diagnostic::Severity;
use crate::dockerfile::{Base, Stage};
use crate::image;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Mapped;
use std::collections::HashMap;

pub(super) const META: Meta = Meta {
    code: "DL5021",
    severity: Severity::Error,
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let stages = &build.facts().stages;
    // The last of several stages with one name.
    let named: HashMap<&str, &Stage<'_>> =
        stages.iter().filter_map(|stage| Some((stage.name.as_deref()?, stage))).collect();
    for stage in stages {
        let later = |name: &str| named.get(name).copied().filter(|other| other.index > stage.index);
        let image = stage.expanded_image.as_deref().filter(|_| matches!(stage.base, Base::Image));
        if let Some(other) = image.and_then(later).filter(|other| !is_named_after_image(build, other)) {
            let message = format!(
                "The stage `{}` comes only later, so it is pulled here as an image. Move it up.",
                &*stage.image
            );
            report(build, cx, &stage.image, message, other);
        }
        for reference in stage.references.iter().filter(|reference| reference.stage.is_none()) {
            // DL3022 and DL3023 are about COPY.
            let name = reference.target.to_ascii_lowercase();
            if reference.is_copy {
                continue;
            }
            if let Some(other) = later(&name) {
                let message = format!(
                    "The stage `{}` comes only later, and a mount needs an earlier one. Move it up.",
                    &*reference.target
                );
                report(build, cx, &reference.target, message, other);
            } else if stage.name.as_ref() == Some(&name) {
                let message = "A stage cannot mount itself. Name the stage that was meant.";
                report(build, cx, &reference.target, message.to_owned(), stage);
            }
        }
    }
}

fn report(build: &Build<'_, '_>, cx: &mut Reporter<'_>, at: &Mapped<'_>, message: String, stage: &Stage<'_>) {
    let found = cx.report(at.whole(), message);
    if let Some(from) = build.file.instructions.get(stage.from) {
        found.related(from.span, "the stage");
    }
}

/// Whether a stage has the name of the image that it comes from in the end: `FROM base AS python` over `FROM python AS base`.
fn is_named_after_image(build: &Build<'_, '_>, stage: &Stage<'_>) -> bool {
    let root = build.facts().root(stage);
    let image = root.expanded_image.as_deref().unwrap_or_default();
    stage.name.as_deref() == Some(image::split(image).name())
}
