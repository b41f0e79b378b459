//! [`Shipped`]: secret files that COPY or ADD puts into an image.

use super::contexts::{Context, ContextIgnore, Contexts};
use super::{ParsedFile, Tree};
use crate::dockerfile::{Dockerfile, Instruction, InstructionKind, Transfer};
use crate::ignorefile::{IgnoreFile, clean, path_matches};
use crate::secrets::{SecretFile, secret_file};
use crate::sorting::sort_by;
use crate::text::Span;
use crate::workspace::{FileId, Workspace};

/// A secret file that a Dockerfile copies into its image.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// The Dockerfile.
    pub dockerfile: FileId,
    /// The source of COPY or ADD that takes it along.
    pub source: Span,
    /// The secret file's path in the project.
    pub path: String,
    /// Its text, where it was read.
    pub file: Option<FileId>,
    /// What kind of file it is.
    pub kind: &'static SecretFile,
    /// Whether the instruction names this very file, and not a folder that holds it.
    pub named: bool,
}

/// All secret files that the Dockerfiles of a workspace put into their images.
pub(super) fn shipped(workspace: &Workspace, files: &[ParsedFile<'_>], contexts: &Contexts) -> Vec<Shipped> {
    let known = secret_files(workspace);
    let parsed = |id: FileId| files.get(id.index()).map(|file| &file.tree);
    let mut found = Vec::new();
    for (id, file) in workspace.files() {
        let Some(Tree::Dockerfile(dockerfile)) = parsed(id) else { continue };
        for context in contexts.of(file) {
            let ignore = match context.ignore_of(workspace, files, file) {
                ContextIgnore::Read(_, ignore) => Some(ignore),
                ContextIgnore::Absent => None,
                ContextIgnore::Unread => continue,
            };
            let build = Build { id, dockerfile, context, ignore, known: &known };
            build.collect(workspace, files, &mut found);
        }
    }
    sort_by(&mut found, |a, b| (a.dockerfile, a.source, &a.path).cmp(&(b.dockerfile, b.source, &b.path)));
    found.dedup_by(|a, b| (a.dockerfile, a.source, &a.path) == (b.dockerfile, b.source, &b.path));
    found
}

/// The secret files that the project holds, as far as that is known.
fn secret_files(workspace: &Workspace) -> Vec<(String, &'static SecretFile)> {
    let paths = workspace.listing().into_iter().flatten();
    paths.filter_map(|path| Some((path.clone(), secret_file(path)?))).collect()
}

/// One Dockerfile built from one context.
struct Build<'b> {
    id: FileId,
    dockerfile: &'b Dockerfile<'b>,
    context: Context,
    ignore: Option<&'b IgnoreFile<'b>>,
    known: &'b [(String, &'static SecretFile)],
}

impl Build<'_> {
    fn collect(&self, workspace: &Workspace, files: &[ParsedFile<'_>], found: &mut Vec<Shipped>) {
        for instruction in kept(self.dockerfile) {
            let (InstructionKind::Copy(transfer) | InstructionKind::Add(transfer)) = &instruction.kind else {
                continue;
            };
            if instruction.flag("from").is_some() {
                continue;
            }
            for (source, path, kind, named) in self.sources(instruction, transfer) {
                let file = workspace.find(&path);
                let text = file.map(|id| &workspace.file(id).text);
                let leaks = file.and_then(|id| files.get(id.index())).map(|file| &file.leaks);
                // A .env file without a secret is only configuration.
                let holds = text.is_none_or(|text| kind.holds_secret(text))
                    && (secret_is_told_by_name(&path) || leaks.is_none_or(|leaks| !leaks.is_empty()));
                if holds {
                    found.push(Shipped { dockerfile: self.id, source, path, file, kind, named });
                }
            }
        }
    }

    /// The secret files behind the sources of one instruction.
    fn sources(
        &self,
        instruction: &Instruction<'_>,
        transfer: &Transfer<'_>,
    ) -> Vec<(Span, String, &'static SecretFile, bool)> {
        let excluded: Vec<&str> = instruction
            .flags
            .iter()
            .filter(|f| *f.name == *"exclude")
            .filter_map(|f| f.value.as_deref())
            .collect();
        let mut found = Vec::new();
        for source in &transfer.sources {
            let pattern = clean(source.trim_matches(['"', '\'']).trim_start_matches('/'));
            let pattern = if pattern == "." { String::new() } else { pattern };
            if source.contains('$') {
                continue;
            }
            let before = found.len();
            for (path, kind) in self.known {
                let Some(inside) = self.context.within(path) else { continue };
                let is_excluded = |pattern: &&str| path_matches(pattern, inside).unwrap_or(false);
                if takes(&pattern, inside) && !self.ignores(inside) && !excluded.iter().any(is_excluded) {
                    found.push((source.whole(), path.clone(), *kind, pattern == inside));
                }
            }
            // The file may be on the machine that builds, and nowhere else.
            let named =
                secret_file(&pattern).filter(|_| found.len() == before && !pattern.contains(['*', '?', '[']));
            if let Some(kind) = named.filter(|_| !self.ignores(&pattern)) {
                found.push((source.whole(), self.context.path(&pattern), kind, true));
            }
        }
        found
    }

    fn ignores(&self, path: &str) -> bool {
        self.ignore.is_some_and(|ignore| ignore.matches(path, false))
    }
}

/// Whether a source takes along the file at `path`: it is the file, a folder above it, or a pattern for one of these.
fn takes(source: &str, path: &str) -> bool {
    let above = path.match_indices('/').filter_map(|(at, _)| path.get(..at)).chain([path]);
    source.is_empty() || above.into_iter().any(|above| path_matches(source, above).unwrap_or(false))
}

/// Whether a file of this name is secret whatever our reading of its text found.
fn secret_is_told_by_name(path: &str) -> bool {
    !path.ends_with(".env") && !path.contains(".env.")
}

/// The instructions of the last stage and of those that it is built from; the files of all others stay behind.
fn kept<'f>(file: &'f Dockerfile<'f>) -> impl Iterator<Item = &'f Instruction<'f>> {
    let lineage = file.stages.last().into_iter().flat_map(|stage| file.stages.lineage(stage));
    lineage.flat_map(|stage| stage.instructions(file).map(|(_, instruction)| instruction))
}
