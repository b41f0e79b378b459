//! `docklint check`.

use crate::args::{Check, Format};
use crate::config::{self, Settings};
use crate::root::Root;
use crate::walk::Excluded;
use crate::{Failure, Status, output, read, surroundings, walk};
use docklint_core::project::{ParsedFile, Project};
use docklint_core::{Config, FileKind, Linter, Report, SourceFile, Workspace};
use docklint_report::{concise, json, text};
use rayon::prelude::*;
use std::io::Read as _;
use std::path::{Path, PathBuf};

pub(crate) fn run(arguments: Box<Check>) -> Result<Status, Failure> {
    let cwd = std::env::current_dir().map_err(|e| format!("the working folder cannot be told: {e}"))?;
    let from_stdin = arguments.paths.iter().any(|path| path == Path::new("-"));
    if from_stdin && arguments.paths.len() > 1 {
        return Err("`-` stands for standard input and cannot be mixed with other paths".to_owned());
    }
    let given = match &arguments.stdin_filename {
        Some(name) if from_stdin => vec![name.clone()],
        _ if from_stdin => Vec::new(),
        _ => arguments.paths.clone(),
    };
    let root = Root::find(&cwd, &given);
    let Settings { config, format, exit_zero } = config::resolve(&arguments, &root)?;
    let (workspace, failures) =
        if from_stdin { stdin(&root, given.first())? } else { files(&root, &given, &arguments, &config)? };
    for failure in &failures {
        output::error(failure);
    }

    let report = lint(&workspace, &config);
    let shown = workspace.renamed(|path| root.shown(path));
    output::print(&match format {
        Format::Text => text::render(&report, &shown, output::coloured(arguments.color)),
        Format::Concise => concise::render(&report, &shown),
        Format::Json => json::render(&report, &shown),
    })?;
    Ok(if !failures.is_empty() {
        Status::Failed
    } else if report.reaches(config.fail_level) && !exit_zero {
        Status::Found
    } else {
        Status::Clean
    })
}

/// The files that the arguments name.
fn files(
    root: &Root,
    given: &[PathBuf],
    arguments: &Check,
    config: &Config,
) -> Result<(Workspace, Vec<Failure>), Failure> {
    let lines = config.exclude.join("\n");
    let excluded = Excluded { patterns: walk::patterns(&lines)?, ignore_files: !arguments.no_ignore };
    let (inputs, mut failures) = walk::collect(root, given, &excluded)?;
    let only_files = inputs.values().all(|input| input.named);
    let around = surroundings::look(root, &walk::scopes(root, given), only_files);
    let (workspace, unread) = read::workspace(root, &inputs, around);
    failures.extend(unread);
    Ok((workspace, failures))
}

/// What standard input holds, as one file under the name that the user gives it.
fn stdin(root: &Root, name: Option<&PathBuf>) -> Result<(Workspace, Vec<Failure>), Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
    let text = read::decode(bytes).map_err(|why| format!("standard input: {why}"))?;
    let path = name.and_then(|name| root.inside(name)).unwrap_or_else(|| "-".to_owned());
    let kind = match FileKind::of(&path) {
        FileKind::Other => read::guess_kind(&text, FileKind::Dockerfile),
        kind => kind,
    };
    let file = SourceFile { path, text, kind, lint: true };
    Ok((Workspace::new(vec![file]), Vec::new()))
}

/// What [`docklint_core::lint`] does, on all processors.
fn lint(workspace: &Workspace, config: &Config) -> Report {
    let files: Vec<_> = workspace.files().collect();
    let parsed = files.par_iter().map(|(_, file)| ParsedFile::new(file)).collect();
    let project = Project::link(workspace, parsed);
    let linter = Linter::new(&project, config);
    let mut found = linter.check_project();
    found.par_extend(files.par_iter().flat_map_iter(|(id, _)| linter.check_file(*id)));
    linter.finish(found)
}
