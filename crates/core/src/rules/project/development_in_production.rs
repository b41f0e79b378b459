//! A compose file for production that starts a development server, or switches debugging on.

use crate::compose::{Command, Service, Text};
use crate::model::{debugging, dev_server, purpose};
use crate::project::Stack;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ071", category: Category::Security, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let workspace = cx.project.workspace;
    if !stack.files.last().is_some_and(|id| purpose::names_production(&workspace.file(*id).path)) {
        return;
    }
    for service in stack.view().services() {
        for setting in stack.settings(cx.project, service).items {
            let Some(value) = setting.value.filter(|value| debugging::is_debug_mode(setting.name, value))
            else {
                continue;
            };
            let message = format!(
                "`{}` is set to `{value}` in a file for production: errors show the program's inside to everybody, and it is slow. Set it to what production needs.",
                setting.name
            );
            cx.report_in(setting.file, setting.span, message);
        }
        if let Some((place, instead)) = development_server(service) {
            let message = format!(
                "A development server is started in a file for production: it is slow, and too open for others. Run {instead}."
            );
            cx.report_at(stack, place.place(), message);
        }
    }
}

/// The command that starts a development server, and what to run instead.
fn development_server(service: Service<'_>) -> Option<(Text<'_>, &'static str)> {
    let in_line = |line: Text<'_>| {
        // Each of several commands, and the one behind `sh -c "`.
        let mut commands = line.split(['&', ';', '|', '"', '\'']);
        commands.find_map(|command| dev_server::find(&command.split_whitespace().collect::<Vec<_>>()))
    };
    match service.command().or_else(|| service.entrypoint())? {
        Command::Line(line) => Some((line, in_line(line)?.instead)),
        Command::List(words) => {
            let all: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
            if let Some(found) = dev_server::find(&all) {
                return Some((*words.get(found.word)?, found.instead));
            }
            words.into_iter().find_map(|word| Some((word, in_line(word)?.instead)))
        }
    }
}
