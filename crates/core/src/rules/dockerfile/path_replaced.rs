//! ENV PATH that leaves out the system's own folders.

use crate::diagnostic::Severity;
use crate::dockerfile::{Base, InstructionKind, expand};
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5031",
    severity: Severity::Error,
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in &facts.stages {
        let root = facts.root(stage);
        let bare = root.expanded_image.as_deref().is_some_and(|image| image.contains("distroless"));
        if bare || matches!(root.base, Base::Scratch) {
            continue;
        }
        for (_, instruction) in stage.instructions(build.file) {
            let InstructionKind::Env(env) = &instruction.kind else { continue };
            for pair in env.pairs.iter().filter(|pair| *pair.name == *"PATH") {
                let Some(value) = &pair.value else { continue };
                if expand::unquote(value, build.file.escape).is_ok_and(|path| forgets_system(&path)) {
                    cx.report(
                        pair.span,
                        "This PATH lacks `/usr/bin` and `/bin`, so commands like `ls` are not found. Append `:$PATH`.",
                    );
                }
            }
        }
    }
}

/// Whether no part of the path holds the commands that every image has. A variable may stand for anything.
fn forgets_system(path: &str) -> bool {
    let is_system = |part: &str| {
        part.starts_with('$') && !part.contains('/')
            || part.contains("PATH")
            || ["/bin", "/usr/bin", "/busybox"].contains(&part.trim_end_matches('/'))
    };
    path.starts_with(['/', '$']) && !path.contains([';', '\\']) && !path.split(':').any(is_system)
}
