//! Images of services whose release is past its end of life.

use crate::image;
use crate::model::{abandoned, release};
use crate::project::Stack;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ075", category: Category::Pins, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| service.build().is_none()) {
        let Some(image) = service.image().filter(|image| image.is_literal()) else { continue };
        let reference = image::split(image.as_str());
        let (Some(name), Some(tag)) = (reference.official_name(), reference.tag) else { continue };
        // Another release would not help.
        if abandoned::successor(&reference).is_some() {
            continue;
        }
        let Some(ended) = release::ended(name, tag.value) else { continue };
        let message = format!(
            "{} {} has had no security fixes since {}. Move to a release that is supported.",
            ended.name, ended.release, ended.day
        );
        cx.report_at(stack, image.slice(tag.span.range()).place(), message);
    }
}
