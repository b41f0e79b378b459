//! A health check of a database that its dependents do not wait for.

use crate::compose::Condition;
use crate::diagnostic::Severity;
use crate::image;
use crate::model::server;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ066", severity: Severity::Info, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for dependency in view.services().flat_map(|service| service.depends_on()) {
        if dependency.condition != Condition::Started || dependency.condition_place.is_some() {
            continue;
        }
        let Some(target) = view.service(dependency.service.as_str()) else { continue };
        let Some(health) = target.healthcheck().filter(|health| health.test().is_some()) else { continue };
        let server = target.image().and_then(|image| server::of_image(&image::split(image.as_str())));
        let Some(server) = server.filter(|_| !health.is_disabled()) else { continue };
        let message = format!(
            "`{name}` has a health check, but this waits only until its container runs; {} takes longer. Write `condition: service_healthy`.",
            server.name,
            name = dependency.service
        );
        let (file, span) = stack.locate(health.value.place);
        cx.report_at(stack, dependency.service.place(), message).related_in(file, span, "the health check");
    }
}
