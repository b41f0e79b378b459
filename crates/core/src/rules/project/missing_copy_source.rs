//! COPY or ADD of a file that the build context does not have.

use crate::dockerfile::{Dockerfile, Instruction};
use crate::ignorefile::clean;
use crate::project::{Context, Missing, Project, Tree};
use crate::rules::{Check, Meta, Reporter};
use crate::text::Mapped;
use crate::workspace::{FileId, join};

pub(super) const META: Meta = Meta { code: "PJ007", check: Check::Project(check), ..Meta::DEFAULT };

/// Folders that a build outside of the Dockerfile fills.
const MADE_FOLDERS: [&str; 18] = [
    "dist",
    "build",
    "target",
    "out",
    "bin",
    "obj",
    "node_modules",
    "vendor",
    "publish",
    "release",
    "releases",
    "artifacts",
    "pkg",
    "generated",
    "gen",
    "tmp",
    "output",
    "_build",
];

/// Ends of names of files that are made by programs, or are kept out of projects.
const MADE_FILES: [&str; 26] = [
    "jar", "war", "ear", "whl", "tar", "gz", "tgz", "xz", "bz2", "zip", "deb", "rpm", "apk", "so", "dll",
    "exe", "bin", "wasm", "pem", "key", "crt", "p12", "jks", "db", "env", "iso",
];

/// Files without an ending that are known by name.
const KNOWN_FILES: [&str; 8] =
    ["Gemfile", "Procfile", "Makefile", "Pipfile", "Rakefile", "gradlew", "mvnw", "artisan"];

/// Folders that hold what people write.
const KNOWN_FOLDERS: [&str; 8] =
    ["alembic", "cmd", "internal", "migrations", "prisma", "scripts", "src", "templates"];

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    for (id, _) in project.workspace.files() {
        let Tree::Dockerfile(dockerfile) = &project.file(id).tree else { continue };
        // With several contexts it is not plain which of them the file was written for.
        let contexts = project.contexts(id);
        let [context] = contexts.as_slice() else { continue };
        let sources: Vec<_> = sources(dockerfile).collect();
        let is_there = |source: &Mapped<'_>| {
            let path = inside(source);
            !path.is_empty()
                && join(&context.folder, &path).and_then(|path| project.workspace.exists(&path)) == Some(true)
        };
        // A guessed context is right if something that is copied stands there.
        if !context.is_named && !sources.iter().any(|source| is_there(source)) {
            continue;
        }
        for source in sources {
            if let Some(missing) = missing(project, id, context, source) {
                let place = match context.folder.as_str() {
                    "" => "the build context",
                    folder => &format!("`{folder}`, the build context"),
                };
                let message = format!(
                    "`{}` is not in {place}, so this fails.{}",
                    inside(source),
                    match missing.near {
                        Some(_) => missing.hint(),
                        None => " Sources count from the context: mend the path, or add the file.".to_owned(),
                    }
                );
                cx.report_in(id, source.whole(), message);
            }
        }
    }
}

/// The sources of COPY and ADD that are taken from the context as they are written.
fn sources<'t, 'a>(dockerfile: &'t Dockerfile<'a>) -> impl Iterator<Item = &'t Mapped<'a>> {
    let from_context = |instruction: &&Instruction<'_>| {
        instruction.flag("from").is_none() && instruction.flag("parents").is_none()
    };
    let transfers = dockerfile.instructions.iter().filter(from_context).filter_map(Instruction::transfer);
    let is_plain = |source: &&Mapped<'_>| {
        !source.contains(['$', '*', '?', '[', ':', '\\', '@']) && !source.starts_with("github.com/")
    };
    transfers.flat_map(|transfer| &transfer.sources).filter(is_plain)
}

/// The path of a source in the context.
fn inside(source: &Mapped<'_>) -> String {
    let path = clean(source.trim_matches(['"', '\'']).trim_start_matches('/'));
    if path == "." { String::new() } else { path }
}

fn missing(project: &Project<'_>, id: FileId, context: &Context, source: &Mapped<'_>) -> Option<Missing> {
    let path = inside(source);
    if path.starts_with("..") || path.is_empty() || project.ignore_of(id, context).may_ignore(&path, false) {
        return None;
    }
    let missing = project.missing(&join(&context.folder, &path)?, id)?;
    let is_folder = context.is_named && KNOWN_FOLDERS.contains(&path.as_str());
    if missing.near.is_none() && !is_kept(&path) && !is_folder {
        return None;
    }
    // It may be built from a folder above after all.
    let folder = context.folder.as_str();
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([0]);
    let mut above = ends.filter_map(|end| folder.get(..end)).filter(|_| !context.is_named);
    let is_there =
        |above: &str| join(above, &path).and_then(|path| project.workspace.exists(&path)) != Some(false);
    (folder.is_empty() || !above.any(is_there)).then_some(missing)
}

/// Whether a project holds such a file, and does not first make it.
fn is_kept(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_made = folders.split('/').any(|folder| MADE_FOLDERS.contains(&folder));
    let is_file = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => {
            ending.len() > 1
                && !MADE_FILES.contains(&ending.to_ascii_lowercase().as_str())
                && !ending.contains(|c: char| !c.is_ascii_alphabetic())
        }
        _ => KNOWN_FILES.contains(&name),
    };
    !is_made && is_file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_project_holds_from_what_it_makes() {
        for (path, expected) in [
            ("package.json", true),
            ("src/main.go", true),
            ("Gemfile", true),
            ("app", false),
            ("src", false),
            ("target/app.xml", false),
            ("web/dist/index.html", false),
            ("app.jar", false),
            (".env", false),
            ("lib-1.2", false),
        ] {
            assert_eq!(is_kept(path), expected, "{path}");
        }
    }
}
