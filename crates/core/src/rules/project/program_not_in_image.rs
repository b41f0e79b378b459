//! A health check or a command calls a program that the service's image does not have.

use crate::compose::{Command, Service, Text};
use crate::dockerfile::{Base, Dockerfile, Stage};
use crate::image;
use crate::model::contents;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ070", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services() {
        let target = service.build().and_then(|build| build.target());
        let target = target.as_ref().map(|target| target.as_str());
        let built = stack.dockerfile(cx.project, service);
        let built = built.and_then(|(_, file)| Some((file, file.stages.target(target)?)));
        let image = match (built, service.build()) {
            (Some((file, stage)), _) => root(file, stage),
            (None, None) => service.image().filter(|image| image.is_literal()).map(|image| image.to_string()),
            (None, Some(_)) => None,
        };
        let Some(image) = image else { continue };
        let reference = image::split(&image);
        for called in programs(service) {
            let name = called.name.rsplit('/').next().unwrap_or_default();
            let is_added = built.is_some_and(|(file, stage)| contents::may_be_added(file, stage, name));
            if is_added || !contents::lacks(&reference, name) {
                continue;
            }
            let effect =
                if called.is_check { "the check always fails" } else { "the container does not start" };
            let hint = match contents::instead(name) {
                Some(instead) => format!("Call `{instead}`."),
                None => "Install it, or use a program that is there.".to_owned(),
            };
            let message = format!("`{image}` has no `{name}`, so {effect}. {hint}");
            cx.report_at(stack, called.text.place(), message);
            break;
        }
    }
}

/// A program that a service calls in its image.
struct Called<'m> {
    name: &'m str,
    text: Text<'m>,
    /// Whether its health check calls it.
    is_check: bool,
}

fn programs(service: Service<'_>) -> Vec<Called<'_>> {
    let mut found = Vec::new();
    if let Some(health) = service.healthcheck().filter(|health| !health.is_disabled()) {
        let mut call = |name, text| found.push(Called { name, text, is_check: true });
        match health.test() {
            Some(Command::Line(line)) => in_shell(line, &mut call),
            Some(Command::List(words)) => match words.as_slice() {
                [kind, program, ..] if *kind == "CMD" => call(program.as_str(), *program),
                [kind, line] if *kind == "CMD-SHELL" => in_shell(*line, &mut call),
                _ => {}
            },
            None => {}
        }
    }
    // The entrypoint of an image decides what a command means, so only an own entrypoint certainly is a program.
    let entrypoint = match service.entrypoint() {
        Some(Command::List(words)) => words.first().copied(),
        Some(Command::Line(line)) => first_word(line),
        None => None,
    };
    let command = match service.command().filter(|_| service.get("entrypoint").is_none()) {
        Some(Command::List(words)) => words.first().copied(),
        Some(Command::Line(line)) => first_word(line),
        None => None,
    };
    let is_shell = |text: &Text<'_>| matches!(text.as_str(), "bash" | "/bin/bash" | "sh" | "/bin/sh");
    let started = entrypoint.into_iter().chain(command.filter(is_shell));
    found.extend(started.map(|text| Called { name: text.as_str(), text, is_check: false }));
    found
}

/// The shell that runs a line, and the programs that it calls for sure: the first one.
fn in_shell<'m>(line: Text<'m>, call: &mut impl FnMut(&'m str, Text<'m>)) {
    call("sh", line);
    if let Some(word) = first_word(line) {
        call(word.as_str(), word);
    }
}

fn first_word(line: Text<'_>) -> Option<Text<'_>> {
    let text = line.as_str();
    let start = text.len() - text.trim_start().len();
    let end = text.get(start..)?.find(char::is_whitespace).map_or(text.len(), |at| start + at);
    (start < end).then(|| line.slice(start..end))
}

/// The image that a stage is built from in the end.
fn root(file: &Dockerfile<'_>, stage: &Stage<'_>) -> Option<String> {
    let root = file.stages.root(stage);
    root.expanded_image.clone().filter(|_| matches!(root.base, Base::Image))
}
