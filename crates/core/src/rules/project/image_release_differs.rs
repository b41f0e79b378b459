//! The same image in different releases, in files that stand for the same thing: compose files or Dockerfiles of one folder.

use crate::diagnostic::Severity;
use crate::dockerfile::Base;
use crate::image;
use crate::project::{Project, Stack, Tree};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;
use crate::workspace::FileId;
use std::collections::{BTreeSet, HashMap};

pub(super) const META: Meta =
    Meta { code: "PJ013", category: Category::Pins, check: Check::Project(check), ..Meta::DEFAULT };

/// Images whose releases differ in the first two numbers.
const BY_MINOR: [&str; 6] = ["python", "php", "golang", "ruby", "elixir", "perl"];

/// Images whose releases differ in how they keep data.
const DATABASES: [&str; 10] = [
    "postgres",
    "mysql",
    "mariadb",
    "mongo",
    "elasticsearch",
    "cassandra",
    "neo4j",
    "influxdb",
    "couchdb",
    "clickhouse",
];

/// An official image that a file names.
struct Used {
    file: FileId,
    span: Span,
    /// The service that runs it; none in a Dockerfile.
    service: Option<String>,
    name: String,
    text: String,
    release: Vec<u32>,
}

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    let mut used: Vec<Used> = project.stacks.iter().flat_map(|stack| by_services(stack, project)).collect();
    used.extend(by_stages(project));
    let folder = |file: FileId| project.workspace.file(file).folder();
    let mut reported = BTreeSet::new();
    let mut earlier: HashMap<(&str, Option<&str>), Vec<&Used>> = HashMap::new();
    for one in &used {
        let is_counterpart = |other: &&&Used| {
            other.file != one.file && other.release != one.release && folder(other.file) == folder(one.file)
        };
        let alike = earlier.entry((&one.name, one.service.as_deref())).or_default();
        let other = alike.iter().find(is_counterpart).copied();
        // A file may name one release many times.
        if !alike.iter().any(|other| (other.file, &other.release) == (one.file, &one.release)) {
            alike.push(one);
        }
        let Some(other) = other else { continue };
        // The older of the two is the one to move.
        let (old, new) = if one.release < other.release { (one, other) } else { (other, one) };
        if !reported.insert((old.file, old.span)) {
            continue;
        }
        let keeps_data = DATABASES.contains(&old.name.as_str());
        let harm = if keeps_data {
            "Data of one release do not open in another, and what works with one may fail with the other."
        } else {
            "What works with one may fail with the other."
        };
        let file = project.workspace.file(new.file).name();
        let message = format!(
            "Here it is `{}`, and `{}` in `{file}`. {harm} Use the same release in both.",
            old.text, new.text
        );
        let severity = if keeps_data { Severity::Warning } else { Severity::Info };
        cx.report_in(old.file, old.span, message).severity(severity).related_in(
            new.file,
            new.span,
            "the other release",
        );
    }
}

/// The images that a stack's services run.
fn by_services(stack: &Stack<'_>, project: &Project<'_>) -> Vec<Used> {
    let view = stack.view();
    let images = view.services().filter_map(|service| Some((service, service.image()?)));
    let used = images.filter_map(|(service, text)| {
        let (file, span) = stack.locate(text.place());
        let service = Some(service.name.as_str().to_owned());
        of(project, file, span, text.as_str()).map(|used| Used { service, ..used })
    });
    used.collect()
}

/// The images that the stages of Dockerfiles build on.
fn by_stages(project: &Project<'_>) -> Vec<Used> {
    let mut found = Vec::new();
    for (id, _) in project.workspace.files() {
        let Tree::Dockerfile(dockerfile) = &project.file(id).tree else { continue };
        let bases = dockerfile.stages.stages.iter().filter(|stage| matches!(stage.base, Base::Image));
        let used: Vec<Used> = bases
            .filter_map(|stage| of(project, id, stage.image.whole(), stage.expanded_image.as_deref()?))
            .collect();
        // A file that builds on several releases of an image has its reasons.
        let is_only =
            |one: &Used| used.iter().all(|other| other.name != one.name || other.release == one.release);
        if used.iter().all(is_only) {
            found.extend(used);
        }
    }
    found
}

/// The image `text` as `file` names it, where it is an official one with a release.
fn of(project: &Project<'_>, file: FileId, span: Span, text: &str) -> Option<Used> {
    let path = project.workspace.file(file).name();
    let is_usual = ["compose", "docker-compose", "Dockerfile", "Containerfile"]
        .iter()
        .any(|name| path.starts_with(name));
    // A file for one release says so in its name.
    if !is_usual || path.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let reference = image::split(text);
    let name = reference.official_name()?.to_owned();
    let release = release(reference.effective_tag()?, BY_MINOR.contains(&name.as_str()))?;
    Some(Used { file, span, service: None, name, text: text.to_owned(), release })
}

/// The numbers that tell releases apart.
fn release(tag: &str, by_minor: bool) -> Option<Vec<u32>> {
    let version = tag.trim_start_matches('v');
    let end = version.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(version.len());
    let numbers: Option<Vec<u32>> = version.get(..end)?.split('.').map(|part| part.parse().ok()).collect();
    let wanted = if by_minor { 2 } else { 1 };
    numbers.filter(|numbers| numbers.len() >= wanted).map(|mut numbers| {
        numbers.truncate(wanted);
        numbers
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_releases_apart() {
        for (tag, by_minor, expected) in [
            ("16.2-alpine", false, Some(vec![16])),
            ("v2.1", false, Some(vec![2])),
            ("3.12-slim", true, Some(vec![3, 12])),
            ("3", true, None),
            ("latest", false, None),
            ("alpine3.20", false, None),
        ] {
            assert_eq!(release(tag, by_minor), expected, "{tag}");
        }
    }
}
