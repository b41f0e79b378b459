//! `docklint resolve`: the project as Compose would run it.
//!
//! Files and variables are found as Compose finds them: by arguments, `COMPOSE_...` variables, and names.

use crate::args::{Resolve, ResolvedFormat};
use crate::root::Root;
use crate::{Failure, Status, config, output, paths, read};
use docklint_core::project::resolve::{Ask, resolve, wanted};
use docklint_core::project::{BASE_NAMES, OVERRIDE_NAMES, ParsedFile, Project};
use docklint_core::{FileId, FileKind, SourceFile, Workspace};
use docklint_report::resolved as render;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How often the files that others name are looked for: as deep as they may name each other.
const MAX_ROUNDS: usize = 16;

pub(crate) fn run(arguments: &Resolve) -> Result<Status, Failure> {
    let cwd = std::env::current_dir().map_err(|e| format!("the working folder cannot be told: {e}"))?;
    let shell = shell();
    let found = Found::new(arguments, &shell, &cwd)?;
    let root = Root::whole(&cwd, std::slice::from_ref(&arguments.path));
    let mut files = Vec::new();
    let named = found.files.iter().map(|path| (path, FileKind::Compose));
    for (path, kind) in named.chain(found.env_files.iter().map(|path| (path, FileKind::Dotenv))) {
        let inside = root.inside(path).ok_or_else(|| format!("`{}` cannot be reached", path.display()))?;
        if files.iter().all(|file: &SourceFile| file.path != inside) {
            files.push(read::one(&root, &inside, kind).map_err(|why| format!("{}: {why}", path.display()))?);
        }
    }
    let ids = |paths: &[PathBuf], workspace: &Workspace| -> Vec<FileId> {
        paths.iter().filter_map(|path| workspace.find(&root.inside(path)?)).collect()
    };
    let folder = paths::absolute(&cwd, &found.folder);
    let mut ask = Ask {
        profiles: profiles(arguments, &shell),
        folder: folder.file_name().map(|name| name.to_string_lossy().into_owned()),
        shell,
        ..Ask::default()
    };
    let mut present = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let workspace = Workspace::new(files.clone());
        (ask.files, ask.env_files) = (ids(&found.files, &workspace), ids(&found.env_files, &workspace));
        let before = files.len();
        for (inside, kind) in wanted(&project(&workspace), &ask) {
            match read::one(&root, &inside, kind) {
                Ok(file) => files.push(file),
                Err(_) if root.outside(&inside).exists() => present.push(inside),
                Err(_) => {}
            }
        }
        if files.len() == before {
            break;
        }
    }
    let workspace = Workspace::new(files).with_listing(present);
    let resolved = resolve(&project(&workspace), &ask);
    let workspace = workspace.renamed(|path| root.shown(path));
    output::note_lines(&render::problems(&resolved.warnings, &workspace, "warning"));
    if !resolved.errors.is_empty() {
        output::note_lines(&render::problems(&resolved.errors, &workspace, "error"));
        return Ok(Status::Failed);
    }
    output::print(&match arguments.format {
        ResolvedFormat::Yaml => render::yaml(&resolved, &workspace, arguments.show_secrets),
        ResolvedFormat::Json => render::json(&resolved, &workspace, arguments.show_secrets),
    })?;
    Ok(Status::Clean)
}

fn project(workspace: &Workspace) -> Project<'_> {
    Project::link(workspace, workspace.files().map(|(_, file)| ParsedFile::new(file)).collect())
}

/// The variables of whoever runs docklint, as far as they are text.
fn shell() -> BTreeMap<String, String> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

/// The profiles of the command line, or else those of `COMPOSE_PROFILES`.
fn profiles(arguments: &Resolve, shell: &BTreeMap<String, String>) -> Vec<String> {
    if !arguments.profiles.is_empty() {
        return arguments.profiles.clone();
    }
    // Without any, Compose switches on what a variable that is not set may have left: the profile without a name.
    list(shell, "COMPOSE_PROFILES", ',').unwrap_or_else(|| vec![String::new()])
}

/// The parts of a variable that holds a list; `None` where it is not set.
fn list(shell: &BTreeMap<String, String>, name: &str, separator: char) -> Option<Vec<String>> {
    let value = shell.get(name).filter(|value| !value.is_empty())?;
    Some(value.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect())
}

/// The files that make up the project.
struct Found {
    folder: PathBuf,
    files: Vec<PathBuf>,
    env_files: Vec<PathBuf>,
}

impl Found {
    fn new(arguments: &Resolve, shell: &BTreeMap<String, String>, cwd: &Path) -> Result<Self, Failure> {
        let path = arguments.path.as_path();
        let metadata = std::fs::metadata(path)
            .map_err(|_| format!("`{}` does not exist or cannot be opened", path.display()))?;
        let (start, mut files) = match metadata.is_dir() {
            true => (path.to_owned(), Vec::new()),
            false => (parent(path), vec![path.to_owned()]),
        };
        files.extend(arguments.files.iter().map(|file| reachable(&start, file)));
        if let Some(stack) = &arguments.stack {
            let root = Root::find(cwd, std::slice::from_ref(&arguments.path));
            files = config::stack(stack, arguments.config.as_deref(), &root)?;
        }
        if files.is_empty() {
            let separator = if cfg!(windows) { ';' } else { ':' };
            let listed = list(shell, "COMPOSE_FILE", separator).unwrap_or_default();
            files.extend(listed.iter().map(|file| reachable(&start, Path::new(file))));
        }
        if files.is_empty() {
            files = default_files(&start).ok_or_else(|| {
                let names = BASE_NAMES.join(", ");
                format!("there is no compose file in `{}` or above it ({names})", start.display())
            })?;
        }
        let folder = files.first().map_or_else(|| start.clone(), |first| parent(first));
        let env_files = env_files(arguments, shell, &start, &folder);
        Ok(Self { folder, files, env_files })
    }
}

/// The files of variables, the most important one last.
fn env_files(
    arguments: &Resolve,
    shell: &BTreeMap<String, String>,
    start: &Path,
    folder: &Path,
) -> Vec<PathBuf> {
    if !arguments.env_files.is_empty() {
        return arguments.env_files.iter().map(|file| reachable(start, file)).collect();
    }
    if let Some(listed) = list(shell, "COMPOSE_ENV_FILES", ',') {
        return listed.iter().map(|file| reachable(start, Path::new(file))).collect();
    }
    if shell.get("COMPOSE_DISABLE_ENV_FILE").is_some_and(|value| value == "1" || value == "true") {
        return Vec::new();
    }
    let beside = folder.join(".env");
    let mut files: Vec<PathBuf> =
        [start.join(".env"), beside].into_iter().filter(|file| file.is_file()).collect();
    files.dedup();
    // The one where Compose is called wins over the one beside the compose file.
    files.reverse();
    files
}

/// A path from where docklint is called, or else from the project's folder.
fn reachable(folder: &Path, path: &Path) -> PathBuf {
    if folder == Path::new(".") || path.exists() { path.to_owned() } else { folder.join(path) }
}

fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The base file and the override file of the nearest folder, from `start` upwards, that has a base file.
fn default_files(start: &Path) -> Option<Vec<PathBuf>> {
    let absolute = std::path::absolute(start).ok()?;
    let above = absolute.ancestors().skip(1).map(Path::to_owned);
    let first = |folder: &Path, names: &[&str]| names.iter().map(|n| folder.join(n)).find(|p| p.is_file());
    for folder in std::iter::once(start.to_owned()).chain(above) {
        if let Some(base) = first(&folder, &BASE_NAMES) {
            return Some([base].into_iter().chain(first(&folder, &OVERRIDE_NAMES)).collect());
        }
    }
    None
}
