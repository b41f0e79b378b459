//! Which other files a project takes in: included and extended ones, and files of variables.

use super::Ask;
use super::variables::Variables;
use crate::compose::{ComposeFile, File, Text};
use crate::interpolation;
use crate::project::{Project, Tree};
use crate::sorting::sort_by;
use crate::workspace::{FileId, FileKind, join};

/// How many files are followed.
const MAX_FILES: usize = 500;

/// A file that is named by another.
struct Link {
    path: String,
    kind: FileKind,
    /// Whether it sets the variables of an included project.
    is_include_env: bool,
}

/// The files that the project takes in and the workspace lacks: path and what they are read as. Whoever can open files adds them
/// and asks again, until nothing new is wanted.
#[must_use]
pub fn wanted(project: &Project<'_>, ask: &Ask) -> Vec<(String, FileKind)> {
    let missing = |link: &Link| project.workspace.find(&link.path).is_none();
    let mut wanted: Vec<_> =
        links(project, ask).into_iter().filter(missing).map(|link| (link.path, link.kind)).collect();
    sort_by(&mut wanted, |(a, _), (b, _)| a.cmp(b));
    wanted.dedup_by(|(a, _), (b, _)| a == b);
    wanted
}

/// The files of variables of the projects that are included. What they set counts where the including project sets nothing.
pub(super) fn included_env_files(project: &Project<'_>, ask: &Ask) -> Vec<FileId> {
    let links = links(project, ask).into_iter().filter(|link| link.is_include_env);
    links.filter_map(|link| project.workspace.find(&link.path)).collect()
}

fn links(project: &Project<'_>, ask: &Ask) -> Vec<Link> {
    let env_files = ask.env_files.iter().copied();
    let variables = Variables::of_project(project, env_files, &ask.shell, &mut Vec::new());
    let mut links = Vec::new();
    let mut files = ask.files.clone();
    let mut at = 0;
    while let Some(id) = files.get(at).copied() {
        at += 1;
        let Tree::Compose(file) = &project.file(id).tree else { continue };
        let before = links.len();
        let folder = project.workspace.file(id).folder();
        add(file, folder, &variables, &mut links);
        for link in links.iter().skip(before).filter(|link| link.kind == FileKind::Compose) {
            let next = project.workspace.find(&link.path).filter(|next| !files.contains(next));
            files.extend(next.filter(|_| files.len() < MAX_FILES));
        }
    }
    links
}

fn add(file: &ComposeFile<'_>, folder: &str, variables: &Variables, links: &mut Vec<Link>) {
    let path = |text: Text<'_>| {
        let (template, _) = interpolation::parse(text.as_str());
        join(folder, &template.expand(&|name| variables.get(name)).ok()?.text)
    };
    let mut push = |path: Option<String>, kind, is_include_env| {
        links.extend(path.map(|path| Link { path, kind, is_include_env }));
    };
    for document in &file.documents {
        for include in (File { value: document }).includes() {
            include.paths.iter().for_each(|text| push(path(*text), FileKind::Compose, false));
            include.env_files.iter().for_each(|text| push(path(*text), FileKind::Dotenv, true));
            if include.env_files.is_empty() {
                let first = include.paths.first().and_then(|text| path(*text));
                let beside = first.map(|path| path.rsplit_once('/').map_or("", |(f, _)| f).to_owned());
                let folder = include.project_directory.map_or(beside, path);
                push(folder.and_then(|folder| join(&folder, ".env")), FileKind::Dotenv, true);
            }
        }
    }
    for service in file.services() {
        push(service.extends().and_then(|e| e.file).and_then(path), FileKind::Compose, false);
        for env_file in service.env_files() {
            let is_raw = env_file.format.is_some_and(|format| format.as_str() == "raw");
            let kind = if is_raw { FileKind::Other } else { FileKind::Dotenv };
            push(path(env_file.path), kind, false);
        }
        service.texts("label_file").into_iter().for_each(|text| push(path(text), FileKind::Dotenv, false));
    }
}
