//! What the rules about secrets share: which leaks are theirs, how severe they are, and how the advice ends.

use super::Reporter;
use crate::diagnostic::Severity;
use crate::project::Project;
use crate::secrets::leaks::{Leak, Place};
use crate::secrets::{Class, is_example};
use crate::text::Span;
use crate::workspace::{FileId, FileKind, SourceFile};

/// So many other files that hold the same credential are named.
const MOST_RELATED: usize = 4;

/// Reports the leaks at `places` that are no weak defaults, each once with the places where it stands again.
pub(super) fn report(
    cx: &mut Reporter<'_>,
    places: &[Place],
    message: impl Fn(&Leak, &SourceFile) -> String,
) {
    report_where(cx, |leak| places.contains(&leak.place) && !matches!(leak.class, Class::Weak(_)), message);
}

/// Reports the leaks that `wanted` picks. In a sample file only tokens and keys are worth a word, since they work wherever they
/// stand.
pub(super) fn report_where(
    cx: &mut Reporter<'_>,
    wanted: impl Fn(&Leak) -> bool,
    message: impl Fn(&Leak, &SourceFile) -> String,
) {
    let project = cx.project;
    let here = cx.file;
    let file = project.workspace.file(here);
    let sample = is_sample(&file.path);
    let in_dotenv = (file.kind == FileKind::Dotenv && !sample).then(|| dotenv_severity(project, cx.file));
    for leak in project.file(cx.file).leaks.iter().filter(|leak| wanted(leak)) {
        let self_evident = matches!(leak.place, Place::Token | Place::PrivateKey | Place::WebToken);
        if sample && !self_evident {
            continue;
        }
        let found = cx.report(leak.span, message(leak, file));
        match (in_dotenv, leak.class) {
            (_, Class::Weak(_)) => {
                found.severity(Severity::Warning);
            }
            (Some((severity, reason)), _) => {
                found.severity(severity).message.push_str(reason);
            }
            // Nobody thinks of such a value: it was made to keep something real.
            (None, Class::Strong | Class::Named(_)) if leak.place == Place::Environment => {
                found.severity(Severity::Error);
            }
            _ => {}
        }
        for again in &leak.again {
            found.related(*again, "the same value again");
        }
        for (other, span) in elsewhere(project, here, leak) {
            found.related_in(other, span, "the same value in another file: change both");
        }
    }
}

/// Where else in the project the credential stands. Whoever changes it has to change it there too.
fn elsewhere(project: &Project<'_>, here: FileId, leak: &Leak) -> Vec<(FileId, Span)> {
    let text = |id: FileId, span: Span| span.of(&project.workspace.file(id).text);
    let own = text(here, leak.span);
    let mut found = Vec::new();
    for (id, _) in project.workspace.files().filter(|(id, _)| *id != here) {
        let same = project.file(id).leaks.iter().find(|other| text(id, other.span) == own);
        found.extend(same.map(|other| (id, other.span)));
        if found.len() == MOST_RELATED {
            break;
        }
    }
    found
}

/// A .env file is where secrets belong, unless an image or version control takes it.
fn dotenv_severity(project: &Project<'_>, file: FileId) -> (Severity, &'static str) {
    if project.shipped().iter().any(|shipped| shipped.file == Some(file)) {
        return (Severity::Error, " A Dockerfile copies the file into its image: name it in .dockerignore.");
    }
    match project.is_git_ignored(&project.workspace.file(file).path) {
        Some(false) => (Severity::Error, " No .gitignore leaves the file out: add it to one."),
        None if is_repository_without_ignore(project) => {
            (Severity::Warning, " The repository has no .gitignore: add one that names the file.")
        }
        Some(true) | None => (Severity::Info, ""),
    }
}

/// Whether git keeps the project, and no .gitignore stands at its top.
fn is_repository_without_ignore(project: &Project<'_>) -> bool {
    project.workspace.exists(".git") == Some(true) && project.workspace.exists(".gitignore") == Some(false)
}

/// Whether the file is for others to fill in, or only serves tests and manuals.
pub(super) fn is_sample(path: &str) -> bool {
    const FOLDERS: [&str; 8] = ["test", "tests", "__tests__", "spec", "fixtures", "testdata", "docs", "doc"];
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    is_example(path) || folder.split('/').any(|part| FOLDERS.contains(&part))
}

/// Who can read what stands in a file of this kind, and what to do instead.
pub(super) fn advice(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Dockerfile => {
            "Whoever gets the image or its build record can read it. Hand it to the one step that needs it with `RUN --mount=type=secret`."
        }
        FileKind::Compose => {
            "Whoever reads this file or runs `docker inspect` has it. Hand it over as one of Compose's `secrets`, or take it from an ignored .env with `${NAME:?}`."
        }
        FileKind::Dotenv => "Keep this file out of version control and out of images.",
        _ => {
            "Whoever reads this file has it. Read it at start from the environment or from a file under /run/secrets."
        }
    }
}
