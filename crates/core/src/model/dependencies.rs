//! Commands that install what a project's manifest lists, and nothing else of the project is needed for.

use super::{Step, pip};
use crate::shell::Call;
use crate::text::Span;

/// A tool, by the manifest that it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// npm, yarn, pnpm, bun
    Node,
    /// pip
    Pip,
    /// poetry, pipenv, uv
    Python,
    /// bundle
    Bundler,
    /// composer
    Composer,
    /// go mod
    Go,
    /// mvn
    Maven,
}

impl Tool {
    /// The files that it needs.
    pub(crate) fn manifest(self) -> &'static str {
        match self {
            Self::Node => "package.json and the lock file",
            Self::Pip => "the requirements file",
            Self::Python => "the lock file",
            Self::Bundler => "the Gemfile and its lock file",
            Self::Composer => "composer.json and its lock file",
            Self::Go => "go.mod and go.sum",
            Self::Maven => "pom.xml",
        }
    }
}

/// The first command of a RUN that installs from a manifest, and its place.
pub(crate) fn install(run: &Step<'_, '_>) -> Option<(Tool, Span)> {
    run.calls.iter().find_map(|call| Some((tool(call)?, call.span())))
}

fn tool(call: &Call<'_, '_>) -> Option<Tool> {
    let operands: Vec<&str> = call
        .operands(&[
            "prefix",
            "C",
            "cwd",
            "dir",
            "loglevel",
            "registry",
            "jobs",
            "j",
            "network-timeout",
            "d",
            "working-dir",
            "f",
            "file",
        ])
        .map(|word| &*word.text)
        .collect();
    let global = call.has_any_flag(&["g", "global"]);
    match (call.name(), operands.as_slice()) {
        ("npm", ["ci" | "clean-install" | "install" | "i"])
        | ("yarn", [] | ["install"])
        | ("pnpm" | "bun", ["install" | "i"])
            if !global && !asks_only(call) =>
        {
            Some(Tool::Node)
        }
        ("poetry", ["install"]) | ("pipenv", ["install" | "sync"]) | ("uv", ["sync"]) => Some(Tool::Python),
        ("bundle", ["install"]) => Some(Tool::Bundler),
        ("composer", ["install"]) => Some(Tool::Composer),
        ("go", ["mod", "download"]) => Some(Tool::Go),
        ("mvn", goals) if goals.iter().any(|goal| goal.starts_with("dependency:go-offline")) => {
            Some(Tool::Maven)
        }
        _ if pip::is_install(call) => from_requirements(call).then_some(Tool::Pip),
        _ => None,
    }
}

fn asks_only(call: &Call<'_, '_>) -> bool {
    call.has_any_flag(&["version", "help", "v", "h"])
}

/// Whether pip installs what a file of the project lists, and nothing besides.
fn from_requirements(call: &Call<'_, '_>) -> bool {
    let listed = call.arguments.windows(2).any(|pair| match pair {
        [flag, file] => matches!(&*flag.text, "-r" | "--requirement") && !file.text.contains("://"),
        _ => false,
    });
    let itself = call
        .arguments
        .iter()
        .any(|word| matches!(&*word.text, "." | "-e" | "--editable") || word.text.starts_with("./"));
    listed && !itself
}
