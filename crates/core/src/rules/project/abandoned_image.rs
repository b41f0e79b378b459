//! Images that nobody maintains any more.

use crate::compose::Place;
use crate::image;
use crate::model::abandoned;
use crate::project::{Project, Tree};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;
use crate::workspace::FileId;

pub(super) const META: Meta =
    Meta { code: "PJ076", category: Category::Pins, check: Check::Project(check), ..Meta::DEFAULT };

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    let mut report = |file: FileId, span: Span, image: &str| {
        if let Some(successor) = abandoned::successor(&image::split(image)) {
            let message = format!(
                "Nobody maintains the image `{}` any more. Use `{successor}`.",
                image::split(image).familiar_name()
            );
            cx.report_in(file, span, message);
        }
    };
    for stack in &project.stacks {
        for service in stack.view().services().filter(|service| service.build().is_none()) {
            let Some(image) = service.image().filter(|image| image.is_literal()) else { continue };
            let Place { span, .. } = image.place();
            let (file, _) = stack.locate(image.place());
            report(file, span, image.as_str());
        }
    }
    for (id, _) in project.workspace.files() {
        let Tree::Dockerfile(dockerfile) = &project.file(id).tree else { continue };
        for stage in &dockerfile.stages.stages {
            // A stage of the file may have such a name too.
            if let (Some(image), true) = (&stage.expanded_image, stage.base == crate::dockerfile::Base::Image)
            {
                report(id, stage.image.whole(), image);
            }
        }
    }
}
