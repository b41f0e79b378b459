//! Names that must be declared: networks, volumes, secrets, configs, models and other services.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::resource::ResourceKind;
use super::super::schema::nearest;
use super::super::service::Service;
use super::super::text::Text;
use super::{Checked, service_reference};

pub(super) fn check(service: Service<'_>, cx: &Checked<'_>, errors: &mut Vec<LoadError>) {
    if cx.is_partial {
        return;
    }
    let networks = service.networks().into_iter().map(|n| n.name).filter(|name| name.as_str() != "default");
    for (kind, names) in [
        (ResourceKind::Network, networks.collect::<Vec<_>>()),
        (ResourceKind::Volume, service.mounts().filter_map(|mount| mount.volume_name()).collect()),
        (ResourceKind::Secret, service.secrets().iter().map(|r| r.source).collect()),
        (
            ResourceKind::Secret,
            service.build().map(|b| b.secrets()).unwrap_or_default().iter().map(|r| r.source).collect(),
        ),
        (ResourceKind::Config, service.configs().iter().map(|r| r.source).collect()),
        (ResourceKind::Model, service.models().iter().map(|m| m.name).collect()),
    ] {
        // A volume without a name is a new one of its own.
        let is_asked = |name: &Text<'_>| kind != ResourceKind::Volume || !name.is_empty();
        for name in names.into_iter().filter(|name| name.is_literal() && is_asked(name)) {
            if !cx.resources.contains(&(kind, name.as_str())) {
                errors.push(undefined_resource(kind, name, cx));
            }
        }
    }
    for edge in edges(service).into_iter().filter(|edge| edge.to.is_literal()) {
        errors.extend(undefined_service(edge, cx));
    }
    for context in service.build().map(|b| b.additional_contexts()).unwrap_or_default() {
        errors.extend(context.given().and_then(service_reference).and_then(|name| unbuildable(name, cx)));
    }
}

/// A dependency of a service on another one, explicit or implied.
#[derive(Clone, Copy)]
pub(super) struct Edge<'m> {
    pub(super) to: Text<'m>,
    required: bool,
}

/// What a service depends on: `depends_on`, links, `volumes_from`, and `service:X` in namespaces.
pub(super) fn edges(service: Service<'_>) -> Vec<Edge<'_>> {
    let explicit = service.depends_on().into_iter().map(|d| Edge { to: d.service, required: d.required });
    let before_colon = |text: Text<'_>| text.find(':').unwrap_or(text.len());
    let links = service.texts("links").into_iter().map(move |link| link.slice(0..before_colon(link)));
    let volumes = service.texts("volumes_from").into_iter();
    let volumes = volumes.filter(|from| !from.starts_with("container:"));
    let volumes = volumes.map(move |from| from.slice(0..before_colon(from)));
    let namespaces = ["network_mode", "ipc", "pid", "uts", "cgroup"].into_iter();
    let namespaces = namespaces.filter_map(|key| service_reference(service.text(key)?));
    let implied = links.chain(volumes).chain(namespaces).map(|to| Edge { to, required: true });
    explicit.chain(implied).collect()
}

fn undefined_resource(kind: ResourceKind, name: Text<'_>, cx: &Checked<'_>) -> LoadError {
    let (noun, key) = (kind.noun(), kind.key());
    let declared = cx.file.resources(kind).map(|resource| resource.name.as_str());
    let hint = match nearest(&name, declared) {
        Some(known) => format!("; did you mean `{known}`?"),
        None if kind == ResourceKind::Volume && name.contains('/') => {
            format!("; for a path of the host, write `./{name}`.")
        }
        None => format!("; declare it under `{key}`."),
    };
    let message = format!("There is no {noun} `{name}`{hint}");
    LoadError::new(LoadErrorKind::UndefinedReference, name.place(), message)
}

fn undefined_service(edge: Edge<'_>, cx: &Checked<'_>) -> Option<LoadError> {
    let name = edge.to;
    let Some(service) = cx.services.get(name.as_str()).copied() else {
        let hint = match nearest(&name, cx.file.services().map(|s| s.name.as_str())) {
            Some(known) => format!("; did you mean `{known}`?"),
            None => ".".to_owned(),
        };
        let message = format!("There is no service `{name}`{hint}");
        return Some(LoadError::new(LoadErrorKind::UndefinedReference, name.place(), message));
    };
    if cx.is_on(service) || !edge.required {
        return None;
    }
    let message = format!("The service `{name}` is needed here, but its `profiles` switch it off.");
    let error = LoadError::new(LoadErrorKind::DisabledDependency, name.place(), message);
    Some(error.with(service.name.place, "the service"))
}

/// `additional_contexts: {x: "service:NAME"}` wants a service that is built.
fn unbuildable(name: Text<'_>, cx: &Checked<'_>) -> Option<LoadError> {
    if !name.is_literal() {
        return None;
    }
    let message = match cx.services.get(name.as_str()) {
        None => format!("There is no service `{name}`."),
        Some(service) if service.build().is_none() => {
            format!("The service `{name}` is not built, so it cannot be a build context.")
        }
        Some(_) => return None,
    };
    Some(LoadError::new(LoadErrorKind::UndefinedReference, name.place(), message))
}
