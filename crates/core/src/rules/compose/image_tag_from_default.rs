//! An `image` whose tag comes from a variable with a default that moves.

use crate::compose::{ComposeFile, Text};
use crate::image;
use crate::interpolation::{self, Segment};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::{Span, Spanned};

pub(super) const META: Meta =
    Meta { code: "DC203", category: Category::Pins, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let pulled = file.services().filter(|service| service.build().is_none());
    for text in pulled.filter_map(|service| service.image()) {
        let Some((span, default)) = rolling_default(text) else { continue };
        let message = format!(
            "Where the variable is not set, the tag is `{default}`, which names no version. Make a version the default, or demand one with `:?`."
        );
        cx.report(text.span_of(span.range()), message);
    }
}

/// The default of a tag that is one variable, where that default is no version.
fn rolling_default(text: Text<'_>) -> Option<(Span, String)> {
    let reference = image::split(text.as_str());
    let Spanned { value: tag, span } = reference.tag.filter(|_| reference.digest.is_none())?;
    let (template, _) = interpolation::parse(tag);
    let [Segment::Variable(variable)] = template.segments.as_slice() else { return None };
    let default = &variable.default()?.text;
    let moves = default.is_empty() || image::is_rolling_tag(default);
    moves.then(|| (default.span.shifted(span.start), default.value.to_owned()))
}
