//! A published program that listens for its own container only.

use crate::compose::Service;
use crate::model::{listening, loopback};
use crate::project::{Project, Stack};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;
use crate::workspace::FileId;

pub(super) const META: Meta =
    Meta { code: "PJ067", category: Category::Ports, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services().filter(|service| service.get("network_mode").is_none()) {
        let Some(port) = service.ports().next() else { continue };
        let Some((words, file, span)) = start(stack, cx.project, service) else { continue };
        let may_be_set = |name: &str| is_set(stack, cx.project, service, name);
        let Some(found) = loopback::find(&words, may_be_set) else { continue };
        let why = match found.address {
            Some(address) => format!("`{}` is told to listen on {address}", found.program),
            None => format!("`{}` listens on 127.0.0.1 unless told otherwise", found.program),
        };
        let message = format!(
            "{why}: inside the container only, so the published port leads nowhere. Let it listen on 0.0.0.0."
        );
        let (port_file, port) = stack.locate(port.place());
        cx.report_in(file, span, message).related_in(port_file, port, "published here");
    }
}

/// The words that start the service, and where they stand: in the compose file, or in the Dockerfile.
fn start<'p>(
    stack: &Stack<'p>,
    project: &'p Project<'_>,
    service: Service<'p>,
) -> Option<(Vec<&'p str>, FileId, Span)> {
    let texts = |key| service.texts(key);
    for key in ["command", "entrypoint"] {
        let words: Vec<&str> = texts(key).iter().flat_map(|text| listening::words(text.as_str())).collect();
        let text = texts(key).into_iter().find(|text| loopback_words(text.as_str()));
        if let Some(text) = text.filter(|text| text.is_literal()) {
            let (file, span) = stack.locate(text.place());
            return Some((words, file, span));
        }
        if !words.is_empty() {
            return None;
        }
    }
    let (id, _, image) = stack.listening(project, service)?;
    let span = image.command_span.or(image.entrypoint_span)?;
    Some(([image.entrypoint, image.command].concat(), id, span))
}

/// Whether a text names one of the servers.
fn loopback_words(text: &str) -> bool {
    let words = listening::words(text);
    words.iter().any(|word| loopback::is_program(word))
}

/// Whether the project may set the variable, or has the configuration file.
fn is_set(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>, name: &str) -> bool {
    let settings = stack.settings(project, service);
    let is_file = name.contains('.');
    let by_file = match project.workspace.listing() {
        Some(paths) => paths.iter().any(|path| path.contains(name)),
        None => true,
    };
    let dockerfile = stack.dockerfile(project, service);
    let in_dockerfile = |name| dockerfile.is_none_or(|(_, file)| file.text.contains(name));
    // Frameworks read files such as .flaskenv by themselves.
    let in_any_file =
        name.contains('_') && project.workspace.files().any(|(_, file)| file.text.contains(name));
    !settings.is_complete
        || settings.has_prefix(name)
        || is_file && by_file
        || in_dockerfile(name)
        || in_any_file
}
