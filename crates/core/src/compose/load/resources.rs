//! Networks, volumes, secrets and configs at the top level.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::file::File;
use super::super::resource::{Resource, ResourceKind};
use super::super::value::Value;

pub(super) fn check(file: File<'_>, errors: &mut Vec<LoadError>) {
    for kind in ResourceKind::ALL {
        for resource in file.resources(kind).filter(|r| r.value.is_map()) {
            errors.extend(two_names(resource));
            match kind {
                ResourceKind::Volume => errors.extend(external_with_more(resource)),
                ResourceKind::Secret => check_sources(resource, &["file", "environment"], errors),
                ResourceKind::Config => check_sources(resource, &["file", "environment", "content"], errors),
                ResourceKind::Network | ResourceKind::Model => {}
            }
        }
    }
}

/// `external: {name: A}` beside `name: B`.
fn two_names(resource: Resource<'_>) -> Option<LoadError> {
    let outer = resource.get("external")?.text("name")?;
    let name = resource.text("name").filter(|name| name.as_str() != outer.as_str())?;
    let message =
        format!("`external.name` says `{outer}` and `name` says `{name}`; keep `name` and `external: true`.");
    let error = LoadError::new(LoadErrorKind::MutuallyExclusive, outer.place(), message);
    Some(error.with(name.place(), "the other name"))
}

/// An external volume with anything that could only matter when it is made here. Compose checks this of volumes alone.
fn external_with_more(resource: Resource<'_>) -> Option<LoadError> {
    if !resource.is_external() {
        return None;
    }
    let allowed = |key: &str| matches!(key, "name" | "external") || key.starts_with("x-");
    let more = resource.value.entries().iter().find(|entry| !allowed(entry.key.as_str()))?;
    let message = format!(
        "The volume `{}` is external, made outside of the project, so `{}` cannot be set here.",
        resource.name.as_str(),
        more.key.as_str()
    );
    Some(LoadError::new(LoadErrorKind::MutuallyExclusive, more.key.place, message))
}

fn check_sources(resource: Resource<'_>, keys: &[&str], errors: &mut Vec<LoadError>) {
    let is_given = |value: &Value<'_>| !value.is_null() && !is_empty_source(resource, value);
    let given: Vec<_> =
        keys.iter().filter_map(|key| resource.entry(key)).filter(|e| is_given(&e.value)).collect();
    let noun = resource.kind.noun();
    if let [first, second, ..] = given.as_slice() {
        let message = format!(
            "A {noun} comes from one place: `{}` excludes `{}`.",
            first.key.as_str(),
            second.key.as_str()
        );
        let error = LoadError::new(LoadErrorKind::MutuallyExclusive, second.key.place, message);
        errors.push(error.with(first.key.place, "first here"));
    }
    let is_set = |key| resource.get(key).is_some_and(|value: &Value<'_>| !value.is_null());
    let excused = match resource.kind {
        ResourceKind::Secret => resource.is_external(),
        _ => is_set("external") || is_set("driver"),
    };
    let is_open = resource.get("external").is_some_and(Value::is_unknown);
    if given.is_empty() && !excused && !is_open {
        let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
        let message = format!(
            "The {noun} `{}` has no source; one of {} is needed, or `external: true`.",
            resource.name.as_str(),
            keys.join(", ")
        );
        errors.push(LoadError::new(LoadErrorKind::MissingRequired, resource.name.place, message));
    }
}

/// A secret's `file` that a variable without value leaves empty. An empty config is one all the same.
fn is_empty_source(resource: Resource<'_>, value: &Value<'_>) -> bool {
    let is_empty = value.as_text().is_some_and(|text| text.is_empty());
    resource.kind == ResourceKind::Secret && is_empty && !value.is_unknown()
}
