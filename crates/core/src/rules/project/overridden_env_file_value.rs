//! A value in a file of `env_file` that every service which reads it replaces.

use crate::compose::Service;
use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::project::{Project, Stack};
use crate::rules::{Check, Meta, Reporter};
use crate::text::Span;
use crate::workspace::FileId;
use std::collections::BTreeMap;

pub(super) const META: Meta =
    Meta { code: "PJ010", severity: Severity::Info, check: Check::Project(check), ..Meta::DEFAULT };

/// The values of env_files by place: where another value replaces each; empty where one service uses it.
type Replaced = BTreeMap<(FileId, Span), Vec<(FileId, Span)>>;

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    let mut replaced: Replaced = BTreeMap::new();
    for stack in &project.stacks {
        for service in stack.view().services() {
            add(stack, project, service, &mut replaced);
        }
    }
    for ((file, span), places) in replaced {
        let Some((by, _)) = places.first() else { continue };
        let name = span.of(&project.workspace.file(file).text);
        let by = project.workspace.file(*by).name();
        let message = format!(
            "This value of `{name}` is never used: every service that reads it takes another one from `{by}`. Keep one of them."
        );
        let found = cx.report_in(file, span, message);
        for (file, span) in places {
            found.related_in(file, span, "this one counts");
        }
    }
}

fn add(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>, replaced: &mut Replaced) {
    let files = stack.env_files(project, service);
    let environment = service.environment();
    for (at, (file, dotenv)) in files.iter().enumerate() {
        // `.env` itself serves Compose too, and often programs outside of containers.
        if project.workspace.file(*file).name() == ".env" {
            continue;
        }
        for entry in dotenv.entries() {
            let Some(value) = &entry.value else { continue };
            let name = entry.key.value;
            let pair = environment.iter().find(|pair| pair.key.as_str() == name);
            let by_pair = pair.map(|pair| {
                let differs = pair
                    .given()
                    .is_some_and(|given| given.is_literal() && given.as_str() != value.text.as_str());
                differs.then(|| stack.locate(pair.key.place()))
            });
            let later = files.iter().skip(at + 1).rev();
            let by_file = later.into_iter().find_map(|(id, later)| Some((*id, entry_of(later, name)?)));
            let by_file =
                by_file.map(|(id, (span, other))| (other != value.text.as_str()).then_some((id, span)));
            // The same value twice is no contradiction, and counts as used.
            let winner = by_pair.or(by_file).flatten();
            let place = (*file, entry.key.span);
            match (winner, replaced.get_mut(&place)) {
                (Some(winner), None) => drop(replaced.insert(place, vec![winner])),
                (Some(winner), Some(known)) if !known.is_empty() && !known.contains(&winner) => {
                    known.push(winner);
                }
                (Some(_), Some(_)) => {}
                (None, _) => drop(replaced.insert(place, Vec::new())),
            }
        }
    }
}

/// The last entry of a name: its key's place, and its value.
fn entry_of<'d>(dotenv: &'d Dotenv<'_>, name: &str) -> Option<(Span, &'d str)> {
    let entry = dotenv.entries().filter(|entry| entry.key.value == name).last()?;
    Some((entry.key.span, entry.value.as_ref()?.text.as_str()))
}
