//! A published container port on which nothing listens.

use crate::compose::port::Protocol;
use crate::compose::published::{PublishedPort, published_ports};
use crate::compose::{Service, texts};
use crate::diagnostic::Severity;
use crate::image;
use crate::model::image_ports;
use crate::model::listening::{self, Listening};
use crate::project::{Settings, Stack};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC110", category: Category::Ports, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services() {
        if service.build().is_none() {
            check_known_image(stack, service, cx);
            continue;
        }
        let Some((_, dockerfile, image)) = stack.listening(cx.project, service) else { continue };
        let settings = stack.settings(cx.project, service);
        let bound = bound_port(service, &image).filter(|_| settings.is_complete);
        let known = bound.into_iter().chain(image.exposed.iter().copied()).collect::<Vec<u16>>();
        let Some(shown) = bound.or(image.exposed.first().copied()) else { continue };
        for port in tcp_ports(service) {
            let target = port.mapping.target;
            let is_told = |port| is_set(&settings, port) || is_mentioned(service, dockerfile.text, port);
            if target.ports().any(|port| known.contains(&port) || is_told(port)) {
                continue;
            }
            let (verb, severity) = match bound {
                Some(_) => ("listens on", Severity::Warning),
                None => ("exposes", Severity::Info),
            };
            let message = format!(
                "The program in this image {verb} {shown}, so container port {} leads nowhere. Publish {shown} instead.",
                target.value
            );
            let place = crate::compose::Place { span: target.span, ..port.entry.place() };
            cx.report_at(stack, place, message).severity(severity);
        }
    }
}

/// The published ports that a TCP server may be behind, as far as they are known.
fn tcp_ports(service: Service<'_>) -> impl Iterator<Item = PublishedPort<'_>> {
    published_ports(service)
        .filter(|port| port.mapping.protocol.value == Protocol::Tcp && port.is_target_known)
}

/// Looks at a service that runs an image whose ports are known.
fn check_known_image(stack: &Stack<'_>, service: Service<'_>, cx: &mut Reporter<'_>) {
    let Some(image) = service.image().filter(|image| image.is_literal()) else { return };
    let reference = image::split(image.as_str());
    let Some((ports, usual)) = image_ports::ports(&reference).and_then(|p| Some((p, p.first()?))) else {
        return;
    };
    let settings = stack.settings(cx.project, service);
    if !settings.is_complete || is_configured(service) {
        return;
    }
    let is_told = |port| is_set(&settings, port) || is_mentioned(service, "", port);
    for port in tcp_ports(service) {
        let target = port.mapping.target;
        if target.ports().any(|port| ports.contains(&port) || is_told(port)) {
            continue;
        }
        let message = format!(
            "`{}` listens on {usual}, so container port {} leads nowhere. Publish {usual} instead.",
            reference.name(),
            target.value
        );
        cx.report_at(stack, crate::compose::Place { span: target.span, ..port.entry.place() }, message);
    }
}

/// Whether files or another program may say where the service listens.
fn is_configured(service: Service<'_>) -> bool {
    let is_file = |path: &str| path.starts_with("/etc") || path.contains("conf") || path.ends_with(".cnf");
    let targets = service.mounts().filter_map(|mount| mount.target);
    ["configs", "entrypoint", "network_mode"].iter().any(|key| service.get(key).is_some())
        || targets.into_iter().any(|target| is_file(&target))
        || texts(service.get("command")).iter().any(|text| text.contains("svr"))
}

/// The port of a known server that the service starts: by its own command, or the image's.
fn bound_port(service: Service<'_>, image: &Listening<'_>) -> Option<u16> {
    let own =
        |key| texts(service.get(key)).into_iter().flat_map(|text| listening::words(text.as_str())).collect();
    let (entrypoint, command): (Vec<&str>, Vec<&str>) = (own("entrypoint"), own("command"));
    // An own entrypoint also replaces the image's command.
    let inherited = if entrypoint.is_empty() { image.command.as_slice() } else { &[] };
    let entrypoint = if entrypoint.is_empty() { image.entrypoint.as_slice() } else { &entrypoint };
    let command = if command.is_empty() { inherited } else { &command };
    listening::server_port(&[entrypoint, command].concat())
}

/// Whether a setting names the port, or may do so.
fn is_set(settings: &Settings<'_>, port: u16) -> bool {
    let mut settings = settings.items.iter();
    settings.any(|setting| {
        setting.value.map_or(setting.name.contains("PORT"), |value| listening::mentions(value, port))
    })
}

/// Whether the Dockerfile, apart from its base images, or the service's commands name the port.
fn is_mentioned(service: Service<'_>, source: &str, port: u16) -> bool {
    let mut lines = source.lines().filter(|line| !line.trim_start().to_ascii_uppercase().starts_with("FROM"));
    let mut commands = texts(service.get("command")).into_iter().chain(texts(service.get("entrypoint")));
    lines.any(|line| listening::mentions(line, port)) || commands.any(|text| listening::mentions(&text, port))
}
