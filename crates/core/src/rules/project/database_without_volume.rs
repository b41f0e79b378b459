//! A database whose data nothing keeps.

use crate::compose::Service;
use crate::diagnostic::Severity;
use crate::image;
use crate::model::data_folder::{self, DataFolder, Fate};
use crate::project::{Project, Stack};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ052", severity: Severity::Info, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    if stack.files.iter().any(|id| is_for_a_moment(&cx.project.workspace.file(*id).path)) {
        return;
    }
    for service in stack.view().services() {
        if is_for_a_moment(service.name.as_str()) {
            continue;
        }
        let (Some(folder), Some(image)) = (lost(stack, cx.project, service), service.image()) else {
            continue;
        };
        let mut namesakes = stack.namesakes(cx.project, service.name.as_str());
        if !namesakes.all(|(stack, service)| lost(stack, cx.project, service).is_some()) {
            continue;
        }
        let message = format!(
            "{} keeps its data in `{path}`, which is gone with the container. Mount a named volume: `data:{path}`.",
            folder.of,
            path = folder.path
        );
        cx.report_at(stack, image.place(), message);
    }
}

/// The folder whose data nothing keeps.
fn lost(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>) -> Option<DataFolder> {
    let image = service.image().filter(|image| image.is_literal() && service.build().is_none())?;
    let folder = data_folder::of_image(&image::split(image.as_str()))?;
    let fate = data_folder::fate(service, &stack.settings(project, service), folder);
    (matches!(fate, Fate::Lost) && !stack.model.is_partial).then_some(folder)
}

/// Whether the name of a file or a service says that nothing is meant to last.
fn is_for_a_moment(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.split(['/', '.', '-', '_']).any(|part| matches!(part, "test" | "tests" | "testing" | "ci" | "e2e"))
}
