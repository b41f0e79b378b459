//! Whether Compose loads the files, and if not, why: the checks that the reference loader makes, each mistake with its place.

mod cycles;
mod document;
mod limits;
mod references;
mod resources;
mod service;
#[cfg(test)]
mod tests;

use super::error::{LoadError, LoadErrorKind};
use super::file::{ComposeFile, File};
use super::resource::ResourceKind;
use super::schema;
use super::service::Service;
use super::stack::{Model, merge_stack};
use super::surroundings::Surroundings;
use super::text::Text;
use crate::sorting::sort_by_key;
use std::collections::{HashMap, HashSet};

pub(super) use service::clean_path;

/// Merges the files `stack` (indices into `files`) in this order and checks the result. The model's errors are all that keeps
/// Compose from loading it, sorted by place.
#[must_use]
pub fn load<'a>(files: &[&ComposeFile<'a>], stack: &[u32], around: &dyn Surroundings) -> Model<'a> {
    let mut model = merge_stack(files, stack, around);
    let mut errors = std::mem::take(&mut model.errors);
    let readable = document::check(files, stack, &mut errors);
    if readable {
        check(&model, around, &mut errors);
    }
    sort_by_key(&mut errors, |error| (error.place, error.kind));
    errors.dedup_by(|a, b| (a.place, a.kind) == (b.place, b.kind));
    model.errors = errors;
    model
}

fn check(model: &Model<'_>, around: &dyn Surroundings, errors: &mut Vec<LoadError>) {
    let file = model.view();
    if file.is_legacy_layout() {
        errors.extend(legacy_layout(file));
        return;
    }
    if !model.is_partial && file.value.entries().iter().all(|entry| entry.key.as_str() == "version") {
        errors.push(document::empty_file(file.value.place.file));
    }
    schema::check::check_file(file.value, errors);
    errors.extend(project_name(file));
    resources::check(file, errors);
    let services = file.services().map(|service| (service.name.as_str(), service)).collect();
    let declared = |kind| file.resources(kind).map(move |resource| (kind, resource.name.as_str()));
    let resources = ResourceKind::ALL.into_iter().flat_map(declared).collect();
    let cx = Checked { file, around, is_partial: model.is_partial, services, resources };
    for each in cx.enabled_services() {
        service::check(each, &cx, errors);
        limits::check(each, errors);
        references::check(each, &cx, errors);
    }
    cycles::check(&cx, errors);
}

/// What is checked, and what is known around it.
struct Checked<'m> {
    file: File<'m>,
    around: &'m dyn Surroundings,
    /// Whether something is missing that nobody knows.
    is_partial: bool,
    /// All services by name.
    services: HashMap<&'m str, Service<'m>>,
    /// What is declared at the top level.
    resources: HashSet<(ResourceKind, &'m str)>,
}

impl<'m> Checked<'m> {
    fn enabled_services(&self) -> impl Iterator<Item = Service<'m>> {
        self.file.services().filter(|service| self.is_on(*service))
    }

    fn is_on(&self, service: Service<'_>) -> bool {
        let profiles = service.profiles();
        profiles.is_empty()
            || profiles.iter().any(|p| !p.is_literal() || self.around.is_profile_active(p.as_str()))
    }
}

fn legacy_layout(file: File<'_>) -> Option<LoadError> {
    let is_service = |value: &super::Value<'_>| value.get("image").is_some() || value.get("build").is_some();
    let first = file.value.entries().iter().find(|entry| is_service(&entry.value))?;
    let message = format!(
        "This is the layout of the first version of Compose, which is not read any more: put `{}` and the other services \
         under a key `services`.",
        first.key.as_str()
    );
    Some(LoadError::new(LoadErrorKind::LegacyLayout, first.key.place, message))
}

/// A name of which nothing is left when it is normalised.
fn project_name(file: File<'_>) -> Option<LoadError> {
    let name = file.name().filter(|name| !name.is_empty() && name.is_literal())?;
    let kept = name.chars().any(|c| c.is_ascii_alphanumeric());
    let message =
        format!("Nothing of `{name}` can be part of a project's name: letters, digits, `_` and `-`.");
    (!kept).then(|| LoadError::new(LoadErrorKind::BadName, name.place(), message))
}

/// `service:NAME` in `network_mode` and the like.
fn service_reference(text: Text<'_>) -> Option<Text<'_>> {
    text.starts_with("service:").then(|| text.slice("service:".len()..text.len()))
}
