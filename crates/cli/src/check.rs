//! `docklint check`.

use crate::args::{Check, Color, Format};
use crate::config::{self, Settings};
use crate::root::Root;
use crate::walk::Excluded;
use crate::{Failure, Status, mend, output, read, surroundings, walk};
use docklint_core::project::{ParsedFile, Project};
use docklint_core::workspace::join;
use docklint_core::{Config, FileKind, Linter, Report, SourceFile, Workspace};
use docklint_report::{concise, json, text};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::Read as _;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

pub(crate) fn run(arguments: &Check) -> Result<Status, Failure> {
    let cwd = std::env::current_dir().map_err(|e| format!("the working folder cannot be told: {e}"))?;
    let from_stdin = arguments.paths.iter().any(|path| path == Path::new("-"));
    let given = given(arguments, from_stdin)?;
    let root = Root::find(&cwd, &given);
    let settings = config::resolve(arguments, &root)?;
    let config = &settings.config;
    let (workspace, mut failures) =
        if from_stdin { stdin(&root, given.first())? } else { files(&root, &given, arguments, config)? };

    let found = if arguments.diff {
        let fixed = mend::fix(&workspace, config, arguments.unsafe_fixes);
        let diff = mend::diff(&root, &workspace, &fixed);
        output::print(&diff)?;
        !diff.is_empty()
    } else if arguments.fix {
        let fixed = mend::fix(&workspace, config, arguments.unsafe_fixes);
        let shown = show(&fixed.report, fixed.workspace.clone(), &root, &settings, arguments.color);
        if from_stdin {
            // Standard output is for the text.
            output::print(fixed.workspace.files().next().map_or("", |(_, file)| &file.text))?;
            output::note(shown.trim_end());
        } else {
            failures.extend(mend::write(&root, &workspace, &fixed));
            output::print(&shown)?;
        }
        fixed.report.reaches(config.fail_level)
    } else {
        let report = lint(&workspace, config);
        output::print(&show(&report, workspace, &root, &settings, arguments.color))?;
        report.reaches(config.fail_level)
    };
    failures.iter().for_each(|failure| output::error(failure));
    Ok(match found {
        _ if !failures.is_empty() => Status::Failed,
        true if !settings.exit_zero => Status::Found,
        _ => Status::Clean,
    })
}

/// The paths to lint; with standard input, the name that its text goes by.
fn given(arguments: &Check, from_stdin: bool) -> Result<Vec<PathBuf>, Failure> {
    if !from_stdin {
        return Ok(arguments.paths.clone());
    }
    if arguments.paths.len() > 1 {
        return Err("`-` stands for standard input and cannot be mixed with other paths".to_owned());
    }
    Ok(arguments.stdin_filename.iter().cloned().collect())
}

/// The report in the format that was asked for, with paths as the user sees them.
fn show(report: &Report, workspace: Workspace, root: &Root, settings: &Settings, color: Color) -> String {
    let workspace = workspace.renamed(|path| root.shown(path));
    match settings.format {
        Format::Text => text::render(report, &workspace, output::coloured(color)),
        Format::Concise => concise::render(report, &workspace),
        Format::Json => json::render(report, &workspace),
    }
}

/// The files that the arguments name.
fn files(
    root: &Root,
    given: &[PathBuf],
    arguments: &Check,
    config: &Config,
) -> Result<(Workspace, Vec<Failure>), Failure> {
    let lines = config.exclude.join("\n");
    let stacked = config.stacks.values().flatten().filter_map(|path| join("", path)).collect();
    let excluded =
        Excluded { patterns: walk::patterns(&lines)?, ignore_files: !arguments.no_ignore, stacked: &stacked };
    let (inputs, mut failures) = walk::collect(root, given, &excluded)?;
    let only_files = inputs.values().all(|input| input.named);
    let around = surroundings::look(root, &walk::scopes(root, given), only_files);
    let (workspace, unread) = read::workspace(root, &inputs, around, &stacked);
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
    let workspace = match name {
        Some(name) => {
            let around = surroundings::look(root, &walk::scopes(root, std::slice::from_ref(name)), true);
            read::with_context(root, vec![file], around, &BTreeSet::new())
        }
        None => Workspace::new(vec![file]),
    };
    Ok((workspace, Vec::new()))
}

/// What [`docklint_core::lint`] does, on all processors.
fn lint(workspace: &Workspace, config: &Config) -> Report {
    let files: Vec<_> = workspace.files().collect();
    let parsed = files.par_iter().map(|(_, file)| ParsedFile::new(file)).collect();
    // The process is about to end: to take all trees apart first would be more than a tenth of its work.
    let project = ManuallyDrop::new(Project::link_with(workspace, parsed, &config.stacks));
    let linter = Linter::new(&project, config);
    let mut found = linter.check_project();
    found.par_extend(files.par_iter().flat_map_iter(|(id, _)| linter.check_file(*id)));
    linter.finish(found)
}
