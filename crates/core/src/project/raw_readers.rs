//! Who reads a .env file line by line, and not as Compose does: `docker run --env-file` and `env_file` with `format: raw`.

use super::{Stack, Tree};
use crate::text::Span;
use crate::workspace::{FileId, FileKind, Workspace, join};
use std::collections::BTreeMap;

/// The flag of `docker run`.
const FLAG: &str = "--env-file";
/// The commands that read it raw.
const COMMANDS: [&str; 3] = ["run", "create", "exec"];
/// How far before the flag the command is looked for, in bytes.
const MAX_COMMAND: usize = 4096;
/// How the folder that a command is started in is written before a path.
const HERE: [&str; 7] = ["./", "$(pwd)/", "$PWD/", "${PWD}/", "$(PWD)/", "$(CURDIR)/", "${CURDIR}/"];

/// The .env files of a workspace that something reads raw, with the first place that says so.
pub(super) fn raw_readers<'a>(
    workspace: &Workspace,
    stacks: &[Stack<'_>],
    tree: impl Fn(FileId) -> Option<&'a Tree<'a>>,
) -> BTreeMap<FileId, (FileId, Span)> {
    let mut found = BTreeMap::new();
    let dotenv_at = |path: String| {
        let id = workspace.find(&path)?;
        (workspace.file(id).kind == FileKind::Dotenv).then_some(id)
    };
    if workspace.files().all(|(_, file)| file.kind != FileKind::Dotenv) {
        return found;
    }
    for stack in stacks {
        for file in stack.view().services().flat_map(|service| service.env_files()) {
            let is_raw = file.format.is_some_and(|format| format == "raw");
            let id = is_raw.then(|| stack.path(workspace, file.path)).flatten().and_then(dotenv_at);
            if let Some(id) = id {
                found.entry(id).or_insert_with(|| stack.locate(file.path.place()));
            }
        }
    }
    for (reader, file) in workspace.files() {
        if matches!(tree(reader), Some(Tree::Text(_) | Tree::PackageJson(_))) {
            for span in flags_of_docker_run(&file.text) {
                let path = span.of(&file.text);
                let id = join(file.folder(), path).and_then(dotenv_at).or_else(|| dotenv_at(path.to_owned()));
                if let Some(id) = id {
                    found.entry(id).or_insert((reader, span));
                }
            }
        }
    }
    found
}

/// The paths that commands of `docker run` in a script or a text give to `--env-file`.
fn flags_of_docker_run(text: &str) -> impl Iterator<Item = Span> {
    text.match_indices(FLAG).filter_map(|(at, _)| {
        let after = text.get(at + FLAG.len()..)?;
        let value = after.strip_prefix(['=', ' ', '\t'])?.trim_start_matches([' ', '\t', '"', '\'']);
        let value = HERE.iter().find_map(|here| value.strip_prefix(here)).unwrap_or(value);
        let end = value.find(|c: char| c.is_whitespace() || "\"'`,;)]\\$".contains(c)).unwrap_or(value.len());
        let start = text.len() - value.len();
        (end > 0 && is_docker_run(text.get(..at)?)).then(|| Span::new(start, start + end))
    })
}

/// Whether the command that `before` ends in is `docker run` or one of its kin. `docker compose` reads .env files by its own grammar.
fn is_docker_run(before: &str) -> bool {
    let near = before.get(before.floor_char_boundary(before.len().saturating_sub(MAX_COMMAND))..);
    let before = near.unwrap_or_default();
    let line_start = |end: usize| before.get(..end).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1);
    let mut start = line_start(before.len());
    let goes_on = |start: usize| {
        let above = before.get(..start).unwrap_or_default().trim_end_matches(['\n', '\r']);
        above.ends_with('\\')
    };
    while goes_on(start) {
        start = line_start(start - 1);
    }
    let line = before.get(start..).unwrap_or_default();
    let command = line.rsplit(['&', ';', '|', '`']).next().unwrap_or_default();
    let mut words = command.split_whitespace().skip_while(|word| {
        let program = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '/');
        !["docker", "podman"].contains(&program.rsplit('/').next().unwrap_or_default())
    });
    words.next();
    let mut words = words.filter(|word| !word.starts_with('-'));
    match words.next() {
        Some("container" | "service") => words.next().is_some_and(|word| COMMANDS.contains(&word)),
        Some(word) => COMMANDS.contains(&word),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_files_of_docker_run() {
        for (text, want) in [
            ("docker run --rm --env-file .env app", Some(".env")),
            ("\tdocker run \\\n\t\t-p 80:80 \\\n\t\t--env-file=./conf/app.env app\n", Some("conf/app.env")),
            ("Run `docker run --env-file .env app`.", Some(".env")),
            ("\"start\": \"docker build . && docker container run --env-file .env app\"", Some(".env")),
            ("sudo docker create --env-file \"$(pwd)/.env\" app", Some(".env")),
            ("@podman run --env-file $(CURDIR)/.env app", Some(".env")),
            ("docker run -v $(pwd):/app --env-file .env app", Some(".env")),
            ("docker compose --env-file .env run app", None),
            ("docker-compose --env-file .env up", None),
            ("docker run app\nnode --env-file=.env x.js", None),
            ("docker build . && node --env-file .env x.js", None),
            ("docker run --env-file $FILE app", None),
            ("docker run --env-file-x .env", None),
            ("--env-file", None),
        ] {
            let found = flags_of_docker_run(text).next().map(|span| span.of(text));
            assert_eq!(found, want, "{text}");
        }
    }
}
