//! A service that waits for the health of one that is never checked.

use crate::compose::{Condition, Service};
use crate::dockerfile::Base;
use crate::image;
use crate::project::{Project, Stack};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "DC514", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for dependency in view.services().flat_map(|service| service.depends_on()) {
        let Some(place) = dependency.condition_place.filter(|_| dependency.condition == Condition::Healthy)
        else {
            continue;
        };
        let server = view.service(dependency.service.as_str());
        let Some(server) = server.filter(|server| is_unchecked(stack, cx.project, *server)) else { continue };
        let message = format!(
            "`{name}` has no health check, so waiting for it to be healthy fails: \"no healthcheck configured\". Give `{name}` a `healthcheck`.",
            name = server.name.as_str()
        );
        let (file, span) = stack.locate(server.name.place);
        cx.report_at(stack, place, message).related_in(file, span, "this service has no health check");
    }
}

/// Whether the service certainly has no health check: it is switched off, or neither the stack nor the image has one. Official
/// images have none.
fn is_unchecked(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>) -> bool {
    if let Some(healthcheck) = service.healthcheck() {
        return healthcheck.is_disabled();
    }
    if stack.model.is_partial || service.extends().is_some() {
        return false;
    }
    let is_official = |image: &str| image::split(image).official_name().is_some();
    let Some(build) = service.build() else {
        return service.image().is_some_and(|image| is_official(image.as_str()));
    };
    let Some((_, file)) = stack.dockerfile(project, service) else { return false };
    let target = build.target();
    let Some(stage) = file.stages.target(target.as_ref().map(|target| target.as_str())) else { return false };
    let mut instructions = file.stages.lineage(stage).flat_map(|stage| stage.instructions(file));
    let root = file.stages.root(stage);
    root.expanded_image.as_deref().is_some_and(is_official)
        && matches!(root.base, Base::Image)
        && !instructions.any(|(_, instruction)| instruction.is("HEALTHCHECK"))
}
