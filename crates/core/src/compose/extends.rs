//! `extends`: a service takes over another one's values.

use super::error::{LoadError, LoadErrorKind};
use super::merge::merge_service;
use super::service::{Extends, Service};
use super::stack::Loader;
use super::surroundings::Found;
use super::value::{Entry, Value};
use std::collections::HashMap;

/// How long a chain of services is followed.
const MAX_CHAIN: usize = 32;

/// The services of a document, by name.
pub(super) struct Services<'a> {
    entries: Vec<Entry<'a>>,
    index: HashMap<String, usize>,
}

impl<'a> Services<'a> {
    pub(super) fn of(document: &Value<'a>) -> Self {
        let entries = document.get("services").map(Value::entries).unwrap_or_default().to_vec();
        let index = entries.iter().enumerate().map(|(i, e)| (e.key.as_str().to_owned(), i)).collect();
        Self { entries, index }
    }

    fn get(&self, name: &str) -> Option<Service<'_>> {
        let entry = self.entries.get(*self.index.get(name)?)?;
        Some(Service { name: &entry.key, value: &entry.value })
    }
}

/// The services on the way from the one that is being resolved, as file and name.
type Chain = Vec<(u32, String)>;

/// Resolves `extends` in all services of a document.
pub(super) fn resolve<'a>(loader: &mut Loader<'_, 'a>, document: &mut Value<'a>, file: u32) {
    let Some(entries) = document.get("services").map(Value::entries) else { return };
    if entries.iter().all(|entry| entry.value.get("extends").is_none()) {
        return;
    }
    let services = Services::of(document);
    let Some(entries) = document.get_mut("services").and_then(Value::entries_mut) else { return };
    for entry in entries.iter_mut().filter(|entry| entry.value.get("extends").is_some()) {
        if let Some(resolved) = extended(loader, &services, entry.key.as_str(), file, &mut Vec::new()) {
            entry.value = resolved;
        }
    }
}

/// The service `name`, merged over what it extends.
fn extended<'a>(
    loader: &mut Loader<'_, 'a>,
    services: &Services<'a>,
    name: &str,
    file: u32,
    chain: &mut Chain,
) -> Option<Value<'a>> {
    let index = *services.index.get(name)?;
    let mut own = services.entries.get(index)?.value.clone();
    let Some(extends) = services.get(name)?.extends() else { return Some(own) };
    own.remove("extends");
    let place = extends.service.place();
    if chain.iter().any(|(f, n)| (*f, n.as_str()) == (file, name)) {
        let names: Vec<_> = chain.iter().map(|(_, name)| name.as_str()).chain([name]).collect();
        let message = format!("These services extend each other in a circle: {}.", names.join(" -> "));
        loader.errors.push(LoadError::new(LoadErrorKind::ExtendsCycle, place, message));
        return Some(own);
    }
    if !extends.service.is_literal() || chain.len() >= MAX_CHAIN {
        loader.is_partial = true;
        return Some(own);
    }
    chain.push((file, name.to_owned()));
    let base = base(loader, services, &extends, file, chain);
    chain.pop();
    let Some(mut base) = base else { return Some(own) };
    merge_service(&mut base, own, &mut loader.errors);
    Some(base)
}

/// The service that is extended, with its own `extends` resolved.
fn base<'a>(
    loader: &mut Loader<'_, 'a>,
    services: &Services<'a>,
    extends: &Extends<'_>,
    file: u32,
    chain: &mut Chain,
) -> Option<Value<'a>> {
    let Some(path) = extends.file else {
        return find(loader, services, extends, file, chain);
    };
    let found = loader.around.compose_file(file, path.as_str());
    match found {
        Found::File(index) if path.is_literal() => {
            let services = loader.services(index);
            find(loader, &services, extends, index, chain)
        }
        Found::Missing if path.is_literal() => {
            let message = format!("There is no file `{path}` to extend a service from.");
            loader.errors.push(LoadError::new(LoadErrorKind::MissingFile, path.place(), message));
            loader.is_partial = true;
            None
        }
        _ => {
            loader.is_partial = true;
            None
        }
    }
}

fn find<'a>(
    loader: &mut Loader<'_, 'a>,
    services: &Services<'a>,
    extends: &Extends<'_>,
    file: u32,
    chain: &mut Chain,
) -> Option<Value<'a>> {
    let found = extended(loader, services, extends.service.as_str(), file, chain);
    if found.is_none() {
        loader.is_partial = true;
        let message = format!("There is no service `{}` to extend.", extends.service);
        let place = extends.service.place();
        loader.errors.push(LoadError::new(LoadErrorKind::UndefinedReference, place, message));
    }
    found
}
