//! An `image` without a tag, or with one that moves.

use crate::compose::{ComposeFile, Text};
use crate::image;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC201",
    category: Category::Pins,
    aliases: &["dclint:service-image-require-explicit-tag"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    // Beside `build`, `image` names what is built.
    let pulled = file.services().filter(|service| service.build().is_none());
    for text in pulled.filter_map(|service| service.image()) {
        let reference = image::split(text.as_str());
        if reference.path.value.contains('$') || reference.validate().is_err() && !reference.has_variables() {
            continue;
        }
        match (reference.tag, reference.digest) {
            (None, None) => report_untagged(text, cx),
            (Some(tag), None) if image::is_rolling_tag(tag.value) => {
                let message = format!(
                    "`{tag}` names no version: what runs changes without a change of this file. Name the version, such as `{name}:1.2.3`.",
                    tag = tag.value,
                    name = reference.path.value,
                );
                cx.report(text.span_of(tag.span.range()), message);
            }
            _ => {}
        }
    }
}

fn report_untagged(text: Text<'_>, cx: &mut Reporter<'_>) {
    let message = format!(
        "`{text}` has no tag, so it is `latest`: what runs changes without a change of this file. Name the version, such as `{text}:1.2.3`."
    );
    cx.report(text.span(), message);
}
