//! Compose files of sibling folders that publish the same port of the host.

use crate::compose::port::{PortMapping, addresses_overlap};
use crate::compose::published::{PublishedPort, published_ports};
use crate::diagnostic::Severity;
use crate::project::{Project, Stack};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;
use crate::workspace::FileId;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const META: Meta = Meta {
    code: "PJ018",
    severity: Severity::Info,
    category: Category::Ports,
    check: Check::Project(check),
    ..Meta::DEFAULT
};

/// More folders than these with one port are a collection of examples, of which one is started at a time.
const MAX_FOLDERS: usize = 4;

/// Words of folders that stand for one another.
const ALTERNATIVES: [&str; 24] = [
    "ci",
    "demo",
    "demos",
    "dev",
    "development",
    "devcontainer",
    "e2e",
    "example",
    "examples",
    "exercise",
    "lab",
    "labs",
    "lesson",
    "local",
    "prod",
    "production",
    "sample",
    "samples",
    "solution",
    "stage",
    "staging",
    "template",
    "test",
    "tests",
];

/// A published port of which the number is written.
struct Taken<'p> {
    folder: &'p str,
    service: &'p str,
    file: FileId,
    span: Span,
    mapping: PortMapping,
}

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    let mut by_port: BTreeMap<u16, Vec<Taken<'_>>> = BTreeMap::new();
    for stack in &project.stacks {
        collect(stack, project, &mut by_port);
    }
    let mut reported = BTreeSet::new();
    for (port, taken) in &by_port {
        let folders: BTreeSet<&str> = taken.iter().map(|taken| taken.folder).collect();
        if folders.len() > MAX_FOLDERS {
            continue;
        }
        for (index, one) in taken.iter().enumerate() {
            let Some(first) = taken.iter().take(index).find(|first| collide(first, one)) else { continue };
            if !reported.insert((one.file, one.span)) {
                continue;
            }
            let message = format!(
                "Host port {port} belongs to `{}` in `{}` too. The two projects cannot run side by side. Give one of them another host port.",
                first.service, first.folder
            );
            cx.report_in(one.file, one.span, message).related_in(
                first.file,
                first.span,
                "published here too",
            );
        }
    }
}

fn collect<'p>(stack: &'p Stack<'_>, project: &Project<'p>, by_port: &mut BTreeMap<u16, Vec<Taken<'p>>>) {
    let folder = stack.folder(project.workspace);
    let is_alternative = |word: &str| ALTERNATIVES.iter().any(|known| known.eq_ignore_ascii_case(word));
    if folder.is_empty() || folder.split(|c: char| !c.is_ascii_alphanumeric()).any(is_alternative) {
        return;
    }
    for service in stack.view().services().filter(|service| service.profiles().is_empty()) {
        for port in published_ports(service).filter(|port| is_written(port)) {
            let Some(published) = port.mapping.published.filter(|range| !range.value.is_range()) else {
                continue;
            };
            let (file, span) =
                stack.locate(crate::compose::Place { span: published.span, ..port.entry.place() });
            let taken = Taken { folder, service: service.name.as_str(), file, span, mapping: port.mapping };
            by_port.entry(*published.value.ports().start()).or_default().push(taken);
        }
    }
}

/// Whether no variable chooses the port.
fn is_written(port: &PublishedPort<'_>) -> bool {
    let texts = [port.entry.short(), port.entry.value.text("published")];
    texts.into_iter().flatten().all(|text| text.is_literal() && text.raw().is_none())
}

/// Whether the folders stand beside each other, so that neither is a part of the other, and the ports are on one address.
fn collide(first: &Taken<'_>, second: &Taken<'_>) -> bool {
    let above = |folder: &str| folder.rsplit_once('/').map_or("", |(above, _)| above).to_owned();
    let address = |taken: &Taken<'_>| taken.mapping.host_ip.map(|ip| ip.value);
    first.folder != second.folder
        && above(first.folder) == above(second.folder)
        && first.mapping.protocol.value == second.mapping.protocol.value
        && addresses_overlap(address(first), address(second))
}
