//! A service lacks a setting that its image insists on.

use crate::compose::{Command, Service};
use crate::diagnostic::Severity;
use crate::image;
use crate::model::required_settings::{Required, missing};
use crate::project::{Project, Stack};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ050", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services() {
        for required in lacked(stack, cx.project, service) {
            let mut others = stack.namesakes(cx.project, service.name.as_str());
            let Some(image) = service.image() else { continue };
            if !others.all(|(stack, other)| lacked(stack, cx.project, other).contains(&required)) {
                continue;
            }
            let message = format!(
                "`{}` refuses to start without {}. Set `{}` in the service's `environment`, with a value from outside this file.",
                image::split(image.as_str()).name(),
                required.what,
                required.name
            );
            cx.report_at(stack, image.place(), message);
        }
    }
}

/// What the image of the service certainly lacks.
fn lacked(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>) -> Vec<&'static Required> {
    let Some(image) = service.image().filter(|image| image.is_literal()) else { return Vec::new() };
    let is_own = service.build().is_some() || service.get("entrypoint").is_some() || !starts_server(service);
    if is_own || has_data_from_elsewhere(stack, service) {
        return Vec::new();
    }
    let settings = stack.settings(project, service);
    if !settings.is_complete {
        return Vec::new();
    }
    missing(&image::split(image.as_str()), &settings).collect()
}

/// Whether the entrypoint sees a command for the server: none, options, or the server by its name.
fn starts_server(service: Service<'_>) -> bool {
    const SERVERS: [&str; 3] = ["mariadbd", "mysqld", "postgres"];
    let first = match service.command() {
        None => return service.get("command").is_none(),
        Some(Command::Line(line)) => line.split_whitespace().next().unwrap_or_default().to_owned(),
        Some(Command::List(words)) => words.first().map(|word| word.to_string()).unwrap_or_default(),
    };
    first.starts_with('-') || SERVERS.contains(&first.as_str())
}

/// Whether a volume may hold a database that was set up by others: then the image asks for nothing.
fn has_data_from_elsewhere(stack: &Stack<'_>, service: Service<'_>) -> bool {
    let is_external = |name: &str| {
        let volume = stack.view().resource(crate::compose::ResourceKind::Volume, name);
        volume.is_some_and(|volume| volume.value.get("external").is_some())
    };
    service.get("volumes_from").is_some()
        || service.mounts().any(|mount| mount.volume_name().is_some_and(|name| is_external(&name)))
}
