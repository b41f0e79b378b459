//! A published container port on which nothing listens.

use crate::compose::port::Protocol;
use crate::compose::published::published_ports;
use crate::compose::{Service, texts};
use crate::diagnostic::Severity;
use crate::model::listening::{self, Listening};
use crate::project::Stack;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC110", category: Category::Ports, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services() {
        let Some((id, dockerfile)) = stack.dockerfile(cx.project, service) else { continue };
        let source = cx.project.workspace.file(id).text.as_str();
        let target = service.build().and_then(|build| build.target());
        let Some(image) = listening::listening(dockerfile, source, target.as_ref().map(|t| t.as_str()))
        else {
            continue;
        };
        let bound = bound_port(service, &image);
        let known = bound.into_iter().chain(image.exposed.iter().copied()).collect::<Vec<u16>>();
        let Some(shown) = bound.or(image.exposed.first().copied()) else { continue };
        for port in published_ports(service).filter(|port| port.mapping.protocol.value == Protocol::Tcp) {
            let target = port.mapping.target;
            if target.ports().any(|port| known.contains(&port) || is_mentioned(service, source, port)) {
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

/// Whether the Dockerfile, apart from its base images, or the service's settings name the port.
fn is_mentioned(service: Service<'_>, source: &str, port: u16) -> bool {
    let mut lines = source.lines().filter(|line| !line.trim_start().to_ascii_uppercase().starts_with("FROM"));
    let settings = service.environment().into_iter().filter_map(|pair| pair.given());
    let commands = texts(service.get("command")).into_iter().chain(texts(service.get("entrypoint")));
    lines.any(|line| listening::mentions(line, port))
        || settings.chain(commands).any(|text| listening::mentions(&text, port))
}
