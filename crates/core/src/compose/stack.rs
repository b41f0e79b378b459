//! Several files become one model: interpolation, `include`, `extends` and merging.

use super::error::{LoadError, LoadErrorKind};
use super::extends::{self, Services};
use super::file::{ComposeFile, File};
use super::interpolate::interpolate;
use super::merge::{apply_directives, merge};
use super::resource::ResourceKind;
use super::schema::check::{check_file, check_include};
use super::surroundings::{Found, Surroundings};
use super::unique::unify;
use super::value::{Place, Value, ValueKind};
use crate::text::Span;
use std::collections::HashMap;
use std::rc::Rc;

/// How deep files may include each other.
const MAX_INCLUDE_DEPTH: usize = 16;

/// How many files may be included, each counted as often as it is.
const MAX_INCLUDED: usize = 500;

/// After how many documents the model is checked, though more are merged onto it: Compose does not take a value of the wrong type
/// that a later file replaces.
const MAX_CHECKED: usize = 8;

/// The files of a project merged into one model.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    /// The merged document, variables expanded; each value still knows its file and place.
    pub value: Value<'a>,
    /// What went wrong on the way. The model holds what could be made of the rest.
    pub errors: Vec<LoadError>,
    /// Whether a part is missing because nobody knows it (an `include` or `extends` of a file that was not read), so that
    /// nothing may be concluded from what is not there.
    pub is_partial: bool,
    /// The files that took part, extended and included ones too, sorted.
    pub files: Vec<u32>,
}

impl Model<'_> {
    /// The typed view.
    #[must_use]
    pub fn view(&self) -> File<'_> {
        File { value: &self.value }
    }
}

/// Merges the files `stack` (indices into `files`) in this order, as `docker compose -f A -f B` does. Places in the result name
/// files by their index in `files`, from which `extends` and `include` take more.
#[must_use]
pub fn merge_stack<'a>(files: &[&ComposeFile<'a>], stack: &[u32], around: &dyn Surroundings) -> Model<'a> {
    let mut loader = Loader {
        files,
        around,
        errors: Vec::new(),
        is_partial: false,
        including: Vec::new(),
        included: 0,
        documents: HashMap::new(),
        services: HashMap::new(),
    };
    let value = loader.stack(stack);
    let Loader { errors, is_partial, documents, .. } = loader;
    let mut files: Vec<u32> = documents.into_keys().collect();
    crate::sorting::sort(&mut files);
    Model { value, errors, is_partial, files }
}

pub(super) struct Loader<'l, 'a> {
    files: &'l [&'l ComposeFile<'a>],
    pub(super) around: &'l dyn Surroundings,
    pub(super) errors: Vec<LoadError>,
    pub(super) is_partial: bool,
    /// The files that are being included, outermost first.
    including: Vec<u32>,
    /// How many files were included so far.
    included: usize,
    /// The documents of the files that were read so far.
    documents: HashMap<u32, Rc<[Value<'a>]>>,
    /// The services of the files that were extended from so far.
    services: HashMap<u32, Rc<Services<'a>>>,
}

impl<'a> Loader<'_, 'a> {
    fn stack(&mut self, stack: &[u32]) -> Value<'a> {
        let mut model = empty_document(stack.first().copied().unwrap_or_default());
        let mut merged = 0;
        for index in stack {
            for document in self.documents(*index).iter() {
                // What the last document makes of the model is checked with all the rest.
                if (1..=MAX_CHECKED).contains(&merged) {
                    self.check_forms(&model);
                }
                merged += 1;
                let mut document = document.clone();
                self.errors.extend(missing_services(&document));
                let included = self.includes(&mut document, *index);
                extends::resolve(self, &mut document, *index);
                match included {
                    Some(mut included) => {
                        merge(&mut included, document, &mut self.errors);
                        merge(&mut model, included, &mut self.errors);
                    }
                    None => merge(&mut model, document, &mut self.errors),
                }
                unify(&mut model);
            }
        }
        if !self.including.is_empty() {
            // It is checked before it becomes part of another model, which may replace its values.
            self.check_forms(&model);
        }
        model
    }

    /// What must hold of a model before more is merged onto it. Sizes and the like are read at the very end.
    fn check_forms(&mut self, model: &Value<'a>) {
        let is_read_last = |kind| {
            use LoadErrorKind as Kind;
            matches!(
                kind,
                Kind::BadBytes
                    | Kind::BadCommand
                    | Kind::BadExtraHost
                    | Kind::BadEnvironment
                    | Kind::BadBuildContext
                    | Kind::BadFileMode
            )
        };
        let mut errors = Vec::new();
        check_file(model, &mut errors);
        self.errors.extend(errors.into_iter().filter(|error| !is_read_last(error.kind)));
    }

    /// The documents of a file with their variables expanded. Errors of the file itself are reported with it.
    fn documents(&mut self, index: u32) -> Rc<[Value<'a>]> {
        if let Some(documents) = self.documents.get(&index) {
            return Rc::clone(documents);
        }
        let Some(file) = self.files.get(index as usize) else { return Rc::new([]) };
        for error in &file.errors {
            let mut error = error.clone();
            error.place.file = index;
            error.related.iter_mut().for_each(|related| related.place.file = index);
            self.errors.push(error);
        }
        let mut documents: Vec<_> = file.documents.iter().map(|d| d.in_file(index)).collect();
        for document in &mut documents {
            interpolate(document, self.around, &mut self.errors);
        }
        let documents: Rc<[Value<'a>]> = documents.into();
        self.documents.insert(index, Rc::clone(&documents));
        documents
    }

    /// The services of a file that is extended from, its documents merged and nothing else.
    pub(super) fn services(&mut self, index: u32) -> Rc<Services<'a>> {
        if let Some(services) = self.services.get(&index) {
            return Rc::clone(services);
        }
        let documents = self.documents(index);
        let services = match &documents[..] {
            [only] => Services::of(only),
            several => {
                let mut merged = empty_document(index);
                for document in several {
                    merge(&mut merged, document.clone(), &mut self.errors);
                }
                Services::of(&merged)
            }
        };
        let services = Rc::new(services);
        self.services.insert(index, Rc::clone(&services));
        services
    }

    /// Takes `include` out of a document and returns what it brings.
    fn includes(&mut self, document: &mut Value<'a>, from: u32) -> Option<Value<'a>> {
        let item = document.get("include")?;
        if !item.is_list() {
            return None;
        }
        let entry = document.remove("include")?;
        check_include(&entry.value, &mut self.errors);
        let wrapped = Value { kind: ValueKind::Map(vec![entry]), ..document.clone() };
        let mut model: Option<Value<'a>> = None;
        for include in (File { value: &wrapped }).includes() {
            let mut stack = Vec::new();
            for path in &include.paths {
                match self.around.compose_file(from, path.as_str()) {
                    _ if !path.is_literal() => self.is_partial = true,
                    Found::File(index) if self.including.contains(&index) || index == from => {
                        let message = "This file includes itself, directly or through others.";
                        self.errors.push(LoadError::new(LoadErrorKind::IncludeCycle, path.place(), message));
                    }
                    Found::File(index) => stack.push(index),
                    Found::Missing => {
                        let message = format!("There is no file `{path}` to include.");
                        self.errors.push(LoadError::new(LoadErrorKind::MissingFile, path.place(), message));
                        self.is_partial = true;
                    }
                    Found::Unknown => self.is_partial = true,
                }
            }
            for path in include.env_files.iter().filter(|path| path.is_literal() && !path.is_empty()) {
                if self.around.exists(from, path.as_str()) == Some(false) {
                    let message = format!("There is no file `{path}`, so Compose does not start.");
                    self.errors.push(LoadError::new(LoadErrorKind::MissingFile, path.place(), message));
                }
            }
            self.included += stack.len();
            if stack.is_empty() || self.including.len() >= MAX_INCLUDE_DEPTH || self.included > MAX_INCLUDED {
                self.is_partial = true;
                continue;
            }
            self.including.push(from);
            let mut included = self.stack(&stack);
            self.including.pop();
            apply_directives(None, &mut included);
            if let Some(entries) = included.entries_mut() {
                let shared =
                    |key: &str| key == "services" || ResourceKind::ALL.iter().any(|kind| kind.key() == key);
                entries.retain(|entry| shared(entry.key.as_str()));
            }
            match &mut model {
                Some(model) => merge(model, included, &mut self.errors),
                None => model = Some(included),
            }
        }
        model
    }
}

/// A `services` without a value, which Compose does not take even where other files have services.
fn missing_services(document: &Value<'_>) -> Option<LoadError> {
    let services = document.get("services").filter(|value| value.is_null() && value.directive.is_none())?;
    let message = "`services` wants a mapping here, not nothing.";
    Some(LoadError::new(LoadErrorKind::WrongType, services.place, message))
}

fn empty_document<'a>(file: u32) -> Value<'a> {
    let place = Place { file, span: Span::default() };
    Value { place, kind: ValueKind::Map(Vec::new()), directive: None }
}
