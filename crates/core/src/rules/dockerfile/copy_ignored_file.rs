//! COPY and ADD of what the ignore file keeps out of the build context.

use crate::ignorefile::{IgnoreFile, clean};
use crate::model::Build;
use crate::project::Tree;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::workspace::{FileId, join};

pub(super) const META: Meta = Meta {
    code: "BK016",
    category: Category::Correctness,
    aliases: &["buildkit:CopyIgnoredFile"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let Some((id, ignore)) = ignore_file(cx) else { return };
    // An exception may bring back what a pattern before it leaves out.
    if ignore.has_negations() {
        return;
    }
    for instruction in build.file.instructions.iter().filter(|instruction| instruction.flag("from").is_none())
    {
        let Some(transfer) = instruction.transfer() else { continue };
        for source in transfer.sources.iter().filter(|source| is_in_context(source)) {
            let path = clean(source);
            let pattern = if path.is_empty() || path == "." {
                ignore.patterns.iter().find(|pattern| pattern.is_everything())
            } else {
                ignore.excluding_pattern(&path, false)
            };
            if let Some(pattern) = pattern {
                cx.report(
                    source.whole(),
                    format!(
                        "The ignore file keeps `{}` out of the build context, so it is not found.",
                        &**source
                    ),
                )
                .related_in(id, pattern.text.span, "this pattern");
            }
        }
    }
}

/// The ignore file of the Dockerfile itself, else that of its folder.
fn ignore_file<'p>(cx: &Reporter<'p>) -> Option<(FileId, &'p IgnoreFile<'p>)> {
    let file = cx.project.workspace.file(cx.file);
    let names = [format!("{}.dockerignore", file.name()), ".dockerignore".to_owned()];
    let id = names.iter().find_map(|name| cx.project.workspace.find(&join(file.folder(), name)?))?;
    match &cx.project.file(id).tree {
        Tree::Ignore(ignore) => Some((id, ignore)),
        _ => None,
    }
}

/// Whether the source is taken from the build context: no URL, repository or variable.
fn is_in_context(source: &str) -> bool {
    !source.contains("://") && !source.starts_with("git@") && !source.contains('$')
}
