//! `extends`: a service takes over another one's values.

use super::error::{LoadError, LoadErrorKind};
use super::file::File;
use super::merge::{merge, merge_service};
use super::service::{Extends, Service};
use super::stack::Loader;
use super::surroundings::Found;
use super::value::{Place, Value};

/// How long a chain of services may be.
const MAX_CHAIN: usize = 64;

/// Resolves `extends` in all services of a document.
pub(super) fn resolve<'a>(loader: &mut Loader<'_, 'a>, document: &mut Value<'a>, file: u32) {
    let extending = (File { value: document }).services().filter(|s| s.get("extends").is_some());
    let names: Vec<String> = extending.map(|s| s.name.as_str().to_owned()).collect();
    for name in names {
        let resolved = extended(loader, document, &name, file, &mut Vec::new());
        let service = document.get_mut("services").and_then(|services| services.get_mut(&name));
        if let (Some(service), Some(resolved)) = (service, resolved) {
            *service = resolved;
        }
    }
}

/// The service `name` of `document`, merged over what it extends. `chain` holds the services on the way, as file and name.
fn extended<'a>(
    loader: &mut Loader<'_, 'a>,
    document: &Value<'a>,
    name: &str,
    file: u32,
    chain: &mut Vec<(u32, String, Place)>,
) -> Option<Value<'a>> {
    let value = document.get("services")?.get(name)?;
    let Some(extends) = extends_of(document, name) else { return Some(value.clone()) };
    let mut own = value.clone();
    own.remove("extends");
    let place = extends.service.place();
    if chain.len() >= MAX_CHAIN || chain.iter().any(|(f, n, _)| (*f, n.as_str()) == (file, name)) {
        let names: Vec<_> = chain.iter().map(|(_, name, _)| name.as_str()).chain([name]).collect();
        let message = format!("These services extend each other in a circle: {}.", names.join(" -> "));
        loader.errors.push(LoadError::new(LoadErrorKind::ExtendsCycle, place, message));
        return Some(own);
    }
    if !extends.service.is_literal() {
        loader.is_partial = true;
        return Some(own);
    }
    chain.push((file, name.to_owned(), place));
    let base = base(loader, document, &extends, file, chain);
    chain.pop();
    let Some(mut base) = base else { return Some(own) };
    merge_service(&mut base, own, &mut loader.errors);
    Some(base)
}

fn extends_of<'m>(document: &'m Value<'_>, name: &str) -> Option<Extends<'m>> {
    let entry = document.get("services")?.entry(name)?;
    Service { name: &entry.key, value: &entry.value }.extends()
}

/// The service that is extended, with its own `extends` resolved.
fn base<'a>(
    loader: &mut Loader<'_, 'a>,
    document: &Value<'a>,
    extends: &Extends<'_>,
    file: u32,
    chain: &mut Vec<(u32, String, Place)>,
) -> Option<Value<'a>> {
    let Some(path) = extends.file else {
        return find(loader, document, extends, file, chain);
    };
    let index = match loader.around.compose_file(file, path.as_str()) {
        _ if !path.is_literal() => None,
        Found::File(index) => Some(index),
        Found::Unknown => None,
        Found::Missing => {
            let message = format!("There is no file `{path}` to extend a service from.");
            loader.errors.push(LoadError::new(LoadErrorKind::MissingFile, path.place(), message));
            None
        }
    };
    let Some(index) = index else {
        loader.is_partial = true;
        return None;
    };
    let mut documents = loader.documents(index).into_iter();
    let mut other = documents.next()?;
    for document in documents {
        merge(&mut other, document, &mut loader.errors);
    }
    find(loader, &other, extends, index, chain)
}

fn find<'a>(
    loader: &mut Loader<'_, 'a>,
    document: &Value<'a>,
    extends: &Extends<'_>,
    file: u32,
    chain: &mut Vec<(u32, String, Place)>,
) -> Option<Value<'a>> {
    let found = extended(loader, document, extends.service.as_str(), file, chain);
    if found.is_none() {
        loader.is_partial = true;
        let message = format!("There is no service `{}` to extend.", extends.service);
        loader.errors.push(LoadError::new(
            LoadErrorKind::UndefinedReference,
            extends.service.place(),
            message,
        ));
    }
    found
}
