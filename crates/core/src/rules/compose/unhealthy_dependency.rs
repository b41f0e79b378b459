//! A service that waits for the health of one that is never checked.

use crate::compose::ComposeFile;
use crate::compose::{Condition, File, Service};
use crate::image;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "DC514", check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for document in file.documents.iter().map(|value| File { value }) {
        for dependency in document.services().flat_map(|service| service.depends_on()) {
            let Some(place) =
                dependency.condition_place.filter(|_| dependency.condition == Condition::Healthy)
            else {
                continue;
            };
            let Some(server) = document.service(dependency.service.as_str()).filter(|s| is_unchecked(*s))
            else {
                continue;
            };
            let message = format!(
                "`{name}` has no health check, so waiting for it to be healthy fails: \"no healthcheck configured\". Give `{name}` a `healthcheck`.",
                name = server.name.as_str()
            );
            cx.report(place.span, message)
                .related(server.name.place.span, "this service has no health check");
        }
    }
}

/// Whether the service certainly has no health check: it is switched off, or neither the file nor the image has one. Official
/// images have none.
fn is_unchecked(service: Service<'_>) -> bool {
    if let Some(healthcheck) = service.healthcheck() {
        return healthcheck.is_disabled();
    }
    let official =
        service.image().is_some_and(|image| image::split(image.as_str()).official_name().is_some());
    official && service.build().is_none() && service.extends().is_none()
}
