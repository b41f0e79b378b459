//! [`Stack`]: compose files that run together, merged as Compose merges them.
//!
//! Each folder gives one stack of its base file and the override file beside it, as `docker compose up` finds them. Every other
//! compose file is a stack of its own if it is complete, and otherwise one with the base file below, as `-f base -f other` makes.
//! Beside these stand the sets that the configuration names.

use super::{ParsedFile, Project, Tree};
use crate::compose::{
    self, ComposeFile, File, Found, LoadError, Model, Place, Service, Surroundings, Text, Value, ValueKind,
};
use crate::dockerfile::Dockerfile;
use crate::dotenv::{Dotenv, Environment};
use crate::interpolation;
use crate::model::listening::{Listening, listening};
use crate::text::Span;
use crate::workspace::{FileId, FileKind, Workspace, join};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// The names of base files, the first that a folder has counts. Source: compose-go, `cli.DefaultFileNames`.
pub const BASE_NAMES: [&str; 4] =
    ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/// The names of override files, the first that a folder has counts. Source: compose-go, `cli.DefaultOverrideFileNames`.
pub const OVERRIDE_NAMES: [&str; 4] = [
    "compose.override.yml",
    "compose.override.yaml",
    "docker-compose.override.yml",
    "docker-compose.override.yaml",
];

/// Compose files that run together.
#[derive(Debug)]
pub struct Stack<'a> {
    /// The files in the order of merging.
    pub files: Vec<FileId>,
    /// What they come to, with the values of the .env file beside them.
    pub model: Model<'a>,
    /// The variables of the .env file beside them.
    pub environment: Environment,
    /// What the model's places count from.
    compose_files: Arc<[FileId]>,
}

impl<'a> Stack<'a> {
    /// The merged services, networks, volumes and so on.
    #[must_use]
    pub fn view(&self) -> File<'_> {
        self.model.view()
    }

    /// The file and the place in it that a place of the model stands for.
    ///
    /// # Panics
    /// Where `place` comes from another stack: a mistake of the caller's, never of the input's.
    #[must_use]
    pub fn locate(&self, place: Place) -> (FileId, Span) {
        (self.compose_files[place.file as usize], place.span)
    }

    /// The Dockerfile that `service` is built from, and what the stage that is built says about its ports and its start.
    #[must_use]
    pub fn listening<'p>(
        &self,
        project: &'p Project<'a>,
        service: Service<'_>,
    ) -> Option<(FileId, &'p Dockerfile<'a>, Listening<'p>)> {
        let (id, dockerfile) = self.dockerfile(project, service)?;
        let target = service.build().and_then(|build| build.target());
        let target = target.as_ref().map(|target| target.as_str());
        Some((id, dockerfile, listening(dockerfile, target)?))
    }

    /// The Dockerfile that `service` is built from, where the project has it.
    #[must_use]
    pub fn dockerfile<'p>(
        &self,
        project: &'p Project<'a>,
        service: Service<'_>,
    ) -> Option<(FileId, &'p Dockerfile<'a>)> {
        let build = service.build()?;
        let context = build.context();
        let elsewhere =
            |context: Text<'_>| context.contains("://") || context.contains('@') || !context.is_literal();
        if build.dockerfile_inline().is_some() || context.is_some_and(elsewhere) {
            return None;
        }
        let (file, _) = self.locate(build.value.place);
        let folder =
            join(project.workspace.file(file).folder(), context.map_or(".", |context| context.as_str()))?;
        let name = build.dockerfile().map_or("Dockerfile", |name| name.as_str());
        let id = project.workspace.find(&join(&folder, name)?)?;
        match &project.file(id).tree {
            Tree::Dockerfile(dockerfile) => Some((id, dockerfile)),
            _ => None,
        }
    }

    /// The path in the workspace that `path`, as it is written in the stack, leads to; `None` where it leads out of it, or depends
    /// on a variable.
    #[must_use]
    pub fn path(&self, workspace: &Workspace, path: Text<'_>) -> Option<String> {
        let (file, _) = self.locate(path.place());
        let is_local = path.is_literal() && !path.contains("://") && !path.starts_with('~');
        is_local.then(|| join(workspace.file(file).folder(), path.as_str()))?
    }

    /// The files that `service` names in `env_file`, in order, as far as the project has them.
    #[must_use]
    pub fn env_files<'p>(
        &self,
        project: &'p Project<'a>,
        service: Service<'_>,
    ) -> Vec<(FileId, &'p Dotenv<'a>)> {
        let find = |path: Text<'_>| {
            let id = project.workspace.find(&self.path(project.workspace, path)?)?;
            match &project.file(id).tree {
                Tree::Dotenv(dotenv) => Some((id, dotenv)),
                _ => None,
            }
        };
        service.env_files().into_iter().filter_map(|file| find(file.path)).collect()
    }

    /// The variables that the stack's own files use, each with the first place of its name.
    #[must_use]
    pub fn variables(&self, project: &Project<'_>) -> BTreeMap<String, (FileId, Span)> {
        let mut found = BTreeMap::new();
        for id in &self.files {
            let Tree::Compose(file) = &project.file(*id).tree else { continue };
            file.documents.iter().for_each(|document| add_variables(document, *id, &mut found));
        }
        found
    }

    /// The folder of the base file, where the project's `.env` stands.
    #[must_use]
    pub fn folder<'w>(&self, workspace: &'w Workspace) -> &'w str {
        self.files.first().map_or("", |first| workspace.file(*first).folder())
    }

    /// What keeps Compose from loading the stack.
    #[must_use]
    pub fn errors(&self) -> &[LoadError] {
        &self.model.errors
    }
}

fn add_variables(value: &Value<'_>, file: FileId, found: &mut BTreeMap<String, (FileId, Span)>) {
    match &value.kind {
        ValueKind::List(items) => items.iter().for_each(|item| add_variables(item, file, found)),
        ValueKind::Map(entries) => entries.iter().for_each(|entry| add_variables(&entry.value, file, found)),
        ValueKind::Scalar { scalar, .. } if scalar.is_text() && scalar.value.contains('$') => {
            for variable in interpolation::parse(&scalar.value).0.variables() {
                let place = (file, scalar.span_of(variable.name.span.range()));
                found.entry(variable.name.value.to_owned()).or_insert(place);
            }
        }
        ValueKind::Scalar { .. } => {}
    }
}

/// The stacks of a workspace, in the order of their files.
pub(super) fn stacks<'a>(
    workspace: &Workspace,
    parsed: &[ParsedFile<'a>],
    sets: &BTreeMap<String, Vec<String>>,
) -> Vec<Stack<'a>> {
    let (known, files) = Known::new(workspace, parsed);
    let mut found = Vec::new();
    let mut arranged = arrange(&known, &files);
    for set in sets.values().filter_map(|paths| known.set(paths)) {
        if !arranged.contains(&set) {
            arranged.push(set);
        }
    }
    for stack in arranged {
        let ids: Vec<FileId> =
            stack.iter().filter_map(|index| known.ids.get(*index as usize).copied()).collect();
        let Some(first) = ids.first() else { continue };
        let environment = environment(&known, parsed, workspace.file(*first).folder());
        found.push(Stack {
            files: ids,
            model: compose::load(
                &files,
                &stack,
                &Around { known: &known, environment: &environment, is_complete: false, profiles: None },
            ),
            environment,
            compose_files: Arc::clone(&known.ids),
        });
    }
    found
}

/// The files that there are.
pub(super) struct Known<'w> {
    workspace: &'w Workspace,
    by_path: HashMap<&'w str, FileId>,
    /// The compose files, by what places of a model count; sorted.
    pub(super) ids: Arc<[FileId]>,
}

impl<'w> Known<'w> {
    /// The files of a workspace, and the trees of the compose files among them.
    pub(super) fn new<'p, 'a>(
        workspace: &'w Workspace,
        parsed: &'p [ParsedFile<'a>],
    ) -> (Self, Vec<&'p ComposeFile<'a>>) {
        let trees = workspace.files().zip(parsed);
        let (ids, files): (Vec<FileId>, Vec<&ComposeFile<'a>>) = trees
            .filter_map(|((id, _), parsed)| match &parsed.tree {
                Tree::Compose(file) => Some((id, file)),
                _ => None,
            })
            .unzip();
        let by_path = workspace.files().map(|(id, file)| (file.path.as_str(), id)).collect();
        (Self { workspace, by_path, ids: ids.into() }, files)
    }

    /// By what the places of a model count the file.
    pub(super) fn index(&self, id: FileId) -> Option<u32> {
        u32::try_from(self.ids.binary_search(&id).ok()?).ok()
    }

    /// The file at `path` as it is written in the compose file `from`.
    pub(super) fn file_named(&self, from: u32, path: &str) -> Option<FileId> {
        self.file(self.folder(from)?, path)
    }

    /// Whether there is a file or folder at `path` as it is written in the compose file `from`; `None` where nobody looked.
    pub(super) fn exists(&self, from: u32, path: &str) -> Option<bool> {
        self.workspace.exists(&join(self.folder(from)?, path)?)
    }

    /// The base file and the override file of a folder, as far as there are such.
    pub(super) fn default_files(&self, folder: &str) -> Vec<FileId> {
        let find = |names: &[&str]| names.iter().find_map(|name| self.compose_file(folder, name));
        let Some(base) = find(&BASE_NAMES) else { return Vec::new() };
        let indices = [Some(base), find(&OVERRIDE_NAMES)].into_iter().flatten();
        indices.filter_map(|index| self.ids.get(index as usize).copied()).collect()
    }

    /// The compose files at these paths; `None` unless all are there.
    fn set(&self, paths: &[String]) -> Option<Vec<u32>> {
        let set: Option<Vec<u32>> = paths.iter().map(|path| self.compose_file("", path)).collect();
        set.filter(|files| !files.is_empty())
    }

    fn folder(&self, file: u32) -> Option<&'w str> {
        self.ids.get(file as usize).map(|id| self.workspace.file(*id).folder())
    }

    fn file(&self, folder: &str, path: &str) -> Option<FileId> {
        self.by_path.get(join(folder, path)?.as_str()).copied()
    }

    /// The compose file at `path`, as an index into [`Self::ids`].
    fn compose_file(&self, folder: &str, path: &str) -> Option<u32> {
        self.index(self.file(folder, path)?)
    }
}

/// Which files make up each stack, as indices into the compose files.
fn arrange(known: &Known<'_>, files: &[&ComposeFile<'_>]) -> Vec<Vec<u32>> {
    let mut stacks = Vec::new();
    let parts = parts(known, files);
    for (index, (id, file)) in (0_u32..).zip(known.ids.iter().zip(files)) {
        let source = known.workspace.file(*id);
        if parts.contains(&index) {
            continue;
        }
        let is = |names: &[&str]| names.contains(&source.name());
        // Only these names and incomplete files ask what stands beside them.
        if !is(&BASE_NAMES) && !is(&OVERRIDE_NAMES) && is_complete(file) {
            stacks.push(vec![index]);
            continue;
        }
        let find = |names: &[&str]| names.iter().find_map(|name| known.compose_file(source.folder(), name));
        let base = find(&BASE_NAMES);
        let over = find(&OVERRIDE_NAMES).filter(|_| base.is_some());
        if base == Some(index) {
            stacks.push(base.into_iter().chain(over).collect());
        } else if over != Some(index) {
            let below = base.filter(|_| !is_complete(file));
            stacks.push(below.into_iter().chain([index]).collect());
        }
    }
    stacks
}

/// The files that others take in and whose names are not those of compose files: nobody runs them alone.
fn parts(known: &Known<'_>, files: &[&ComposeFile<'_>]) -> HashSet<u32> {
    let mut parts = HashSet::new();
    for (index, (id, file)) in (0_u32..).zip(known.ids.iter().zip(files)) {
        let folder = known.workspace.file(*id).folder();
        let named = file.taken_in().into_iter().filter_map(|path| known.compose_file(folder, path.as_str()));
        let is_part = |part: &u32| {
            let name = known.ids.get(*part as usize).map(|id| known.workspace.file(*id).name());
            *part != index && name.is_some_and(|name| FileKind::of(name) != FileKind::Compose)
        };
        parts.extend(named.filter(is_part));
    }
    parts
}

/// Whether each service says by itself what it runs.
fn is_complete(file: &ComposeFile<'_>) -> bool {
    // A build of which only the target or the arguments are said adds to another one.
    let builds = |build: &Value<'_>| {
        let sources = ["context", "dockerfile", "dockerfile_inline"];
        !build.is_map() || sources.iter().any(|key| build.get(key).is_some())
    };
    let runs = |service: Service<'_>| {
        ["image", "extends", "provider"].into_iter().any(|key| service.get(key).is_some())
            || service.get("build").is_some_and(builds)
    };
    let mut services = file.services().peekable();
    services.peek().is_some() && services.all(runs)
}

/// The variables of the .env file in `folder`.
fn environment(known: &Known<'_>, parsed: &[ParsedFile<'_>], folder: &str) -> Environment {
    let mut environment = Environment::default();
    let file = known.file(folder, ".env");
    if let Some(Tree::Dotenv(dotenv)) = file.and_then(|id| parsed.get(id.index())).map(|file| &file.tree) {
        // What stands before a mistake counts; the mistake is reported in the file itself.
        let _ = environment.read(dotenv, &|_| None);
    }
    environment
}

/// The world around the compose files.
pub(super) struct Around<'w> {
    pub(super) known: &'w Known<'w>,
    /// The variables that have a value.
    pub(super) environment: &'w Environment,
    /// Whether no others have one.
    pub(super) is_complete: bool,
    /// The profiles that are on, `*` for all; without a list, all count as on.
    pub(super) profiles: Option<&'w [String]>,
}

impl Surroundings for Around<'_> {
    fn variable(&self, name: &str) -> Option<&str> {
        self.environment.variables.get(name).map(String::as_str)
    }

    fn knows_all_variables(&self) -> bool {
        self.is_complete
    }

    fn compose_file(&self, from: u32, path: &str) -> Found {
        let index = self.known.folder(from).and_then(|folder| self.known.compose_file(folder, path));
        match (index, self.exists(from, path)) {
            (Some(index), _) => Found::File(index),
            (None, Some(false)) => Found::Missing,
            (None, _) => Found::Unknown,
        }
    }

    fn exists(&self, from: u32, path: &str) -> Option<bool> {
        self.known.exists(from, path)
    }

    fn is_profile_active(&self, profile: &str) -> bool {
        self.profiles.is_none_or(|on| on.iter().any(|on| on == "*" || on == profile))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::SourceFile;

    fn paths(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let workspace =
            Workspace::new(files.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect());
        let parsed: Vec<_> = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let stacks = stacks(&workspace, &parsed, &BTreeMap::new());
        let path = |id: &FileId| workspace.file(*id).path.clone();
        stacks.iter().map(|stack| stack.files.iter().map(path).collect()).collect()
    }

    #[test]
    fn files_that_run_together() {
        let whole = "services: {a: {image: x}}";
        let partial = "services: {a: {ports: ['1:1']}}";
        let target = "services: {a: {build: {target: x}}}";
        let found = paths(&[
            ("compose.override.yaml", partial),
            ("compose.yaml", whole),
            ("compose.prod.yaml", partial),
            ("compose.stage.yaml", target),
            ("compose.test.yaml", whole),
            ("sub/compose.override.yaml", whole),
            ("sub/docker-compose.yml", whole),
            ("sub/docker-compose.yaml", whole),
            ("other/compose.dev.yaml", partial),
        ]);
        let expected: [&[&str]; 7] = [
            &["compose.yaml", "compose.override.yaml"],
            &["compose.yaml", "compose.prod.yaml"],
            &["compose.yaml", "compose.stage.yaml"],
            &["compose.test.yaml"],
            &["sub/docker-compose.yml", "sub/compose.override.yaml"],
            &["sub/docker-compose.yaml"],
            &["other/compose.dev.yaml"],
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn files_that_others_take_in_are_no_stacks() {
        let mut part = SourceFile::new("base.yml", "services: {b: {ports: ['1:1']}}");
        part.kind = FileKind::Compose;
        let text = "services: {a: {extends: {file: base.yml, service: b}}}";
        let files = vec![SourceFile::new("compose.yaml", text), part];
        let workspace = Workspace::new(files);
        let parsed: Vec<_> = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let stacks = stacks(&workspace, &parsed, &BTreeMap::new());
        assert_eq!(stacks.len(), 1);
        let kinds: Vec<_> = stacks.iter().flat_map(Stack::errors).map(|error| error.kind).collect();
        assert_eq!(kinds, [compose::LoadErrorKind::NothingToRun]);
    }

    #[test]
    fn named_sets_stand_beside_those_that_are_found() {
        let mut dev = SourceFile::new("dev.yaml", "services: {a: {image: y}}");
        dev.kind = FileKind::Compose;
        let base = SourceFile::new("compose.yaml", "services: {a: {image: x}}");
        let workspace = Workspace::new(vec![base, dev]);
        let parsed: Vec<_> = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let set = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
        let sets = [
            ("dev".to_owned(), set(&["compose.yaml", "./dev.yaml"])),
            ("again".to_owned(), set(&["compose.yaml"])),
            ("gone".to_owned(), set(&["compose.yaml", "gone.yaml"])),
        ];
        let stacks = stacks(&workspace, &parsed, &sets.into());
        let files: Vec<_> = stacks.iter().map(|stack| stack.files.len()).collect();
        assert_eq!(files, [1, 1, 2]);
        let service = stacks[2].view().services().next().unwrap();
        assert_eq!(service.image().unwrap(), "y");
    }

    #[test]
    fn variables_come_from_the_env_file_beside() {
        let workspace = Workspace::new(vec![
            SourceFile::new("a/compose.yaml", "services: {a: {image: 'x:${TAG}'}}"),
            SourceFile::new("a/.env", "TAG=1\n"),
            SourceFile::new(".env", "TAG=2\n"),
        ]);
        let parsed: Vec<_> = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let stacks = stacks(&workspace, &parsed, &BTreeMap::new());
        let image = stacks[0].view().services().next().and_then(|service| service.image()).unwrap();
        assert_eq!(image, "x:1");
    }
}
