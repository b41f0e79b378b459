//! A volume, network, secret or config that is declared and that no service uses.

use crate::compose::{File, Resource, ResourceKind, Service};
use crate::project::{Project, Stack};
use crate::rules::{Check, Meta, Reporter};
use crate::text::Span;
use crate::workspace::FileId;
use std::collections::{BTreeMap, HashSet};

pub(super) const META: Meta = Meta { code: "PJ002", check: Check::Project(check), ..Meta::DEFAULT };

/// A declaration by its place, and the one sentence about it; none where a service uses it.
type Declared = BTreeMap<(FileId, Span), Option<String>>;

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    let used_beside = used_in_folders(project);
    let mut declared = Declared::new();
    for stack in project.stacks.iter().filter(|stack| stack.view().services().next().is_some()) {
        let view = stack.view();
        for resource in ResourceKind::ALL.into_iter().flat_map(|kind| view.resources(kind)) {
            let (file, span) = stack.locate(resource.name.place);
            let folder = project.workspace.file(file).folder();
            let name = resource.name.as_str();
            let is_used = stack.model.is_partial
                || (resource.kind == ResourceKind::Network && name == "default")
                || used_beside.contains(&(folder, resource.kind, name.to_owned()))
                || is_used(view, resource);
            let message = (!is_used).then(|| message(resource));
            let known = declared.entry((file, span)).or_insert_with(|| message.clone());
            // A file may be part of several stacks; one of them that uses it is enough.
            if is_used {
                *known = None;
            }
        }
    }
    for ((file, span), message) in declared {
        if let Some(message) = message {
            cx.report_in(file, span, message);
        }
    }
}

fn message(resource: Resource<'_>) -> String {
    let (noun, name) = (resource.kind.noun(), resource.name.as_str());
    let key = resource.kind.key();
    format!("No service uses the {noun} `{name}`. Add it to the `{key}` of one that should, or delete it.")
}

/// What the services of each folder's stacks use: files of one folder may run together in other ways than stacks know.
fn used_in_folders<'w>(project: &Project<'w>) -> HashSet<(&'w str, ResourceKind, String)> {
    let uses_of = |stack: &Stack<'_>| {
        let folder = stack.folder(project.workspace);
        let used = ResourceKind::ALL.into_iter().flat_map(|kind| {
            let names = stack.view().services().flat_map(move |service| uses(service, kind));
            names.map(move |name| (kind, name)).collect::<Vec<_>>()
        });
        used.map(|(kind, name)| (folder, kind, name)).collect::<Vec<_>>()
    };
    project.stacks.iter().flat_map(uses_of).collect()
}

fn is_used(file: File<'_>, resource: Resource<'_>) -> bool {
    let names_it = |name: String| name == resource.name.as_str() || name.contains('$');
    file.services().any(|service| uses(service, resource.kind).into_iter().any(names_it))
}

/// The names of what `service` uses of a kind.
fn uses(service: Service<'_>, kind: ResourceKind) -> Vec<String> {
    let build_secrets = service.build().map(|build| build.secrets()).unwrap_or_default();
    let names: Vec<_> = match kind {
        ResourceKind::Network => service.networks().iter().map(|network| network.name).collect(),
        // A source of an unknown kind, of a cluster say, may be a volume too.
        ResourceKind::Volume => service.mounts().filter_map(|mount| mount.source).collect(),
        ResourceKind::Secret => {
            service.secrets().iter().chain(&build_secrets).map(|used| used.source).collect()
        }
        ResourceKind::Config => {
            let credentials = service.value.at(&["credential_spec", "config"]);
            let credentials = credentials.and_then(|config| config.as_text());
            service.configs().iter().map(|used| used.source).chain(credentials).collect()
        }
        ResourceKind::Model => service.models().iter().map(|model| model.name).collect(),
    };
    names.iter().map(|name| name.as_str().to_owned()).collect()
}
