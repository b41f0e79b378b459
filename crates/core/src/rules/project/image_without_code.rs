//! A service runs a file that nothing puts into its image.

use crate::compose::Service;
use crate::dockerfile::{Dockerfile, InstructionKind};
use crate::model::listening;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ073", check: Check::Stack(check), ..Meta::DEFAULT };

/// What a RUN says that may put a program into the image, apart from package managers.
const BRINGS: [&str; 9] = ["git", "curl", "wget", "--mount", "tar", "unzip", ">", "new ", "create"];

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| !is_filled(*service)) {
        let Some((id, dockerfile, image)) = stack.listening(cx.project, service) else { continue };
        let target = service.build().and_then(|build| build.target());
        let target = target.as_ref().map(|target| target.as_str());
        let Some(span) = image.command_span.or(image.entrypoint_span) else { continue };
        let own: Vec<&str> =
            service.texts("command").iter().flat_map(|text| listening::words(text.as_str())).collect();
        let command = if own.is_empty() { image.command } else { own };
        let words = [image.entrypoint, command].concat();
        let Some(file) = words.iter().find(|word| is_source(word)) else { continue };
        if may_bring(dockerfile, target, file) {
            continue;
        }
        let message = format!(
            "Nothing puts `{file}` into the image, so the container of `{}` ends at once. Copy the source: `COPY . .`.",
            service.name.as_str()
        );
        let (compose, build) = stack.locate(service.name.place);
        cx.report_in(id, span, message).related_in(compose, build, "this service mounts nothing either");
    }
}

/// Whether the service gets files, or another command, at run time.
fn is_filled(service: Service<'_>) -> bool {
    ["volumes", "volumes_from", "configs", "entrypoint", "develop", "extends"]
        .iter()
        .any(|key| service.get(key).is_some())
}

/// Whether an instruction of the image may put the file into it; the base images of others may hold anything.
fn may_bring(dockerfile: &Dockerfile<'_>, target: Option<&str>, file: &str) -> bool {
    let stages = &dockerfile.stages;
    let Some(stage) = stages.target(target) else { return true };
    let root = stages.root(stage).expanded_image.as_deref();
    let is_plain = root.is_some_and(|image| crate::image::split(image).official_name().is_some());
    let mut instructions = stages.lineage(stage).flat_map(|stage| stage.instructions(dockerfile));
    !is_plain
        || instructions.any(|(_, instruction)| match &instruction.kind {
            InstructionKind::Run(_) => {
                BRINGS.iter().any(|word| instruction.span.of(dockerfile.text).contains(word))
            }
            InstructionKind::Copy(transfer) => {
                instruction.flag("from").is_some()
                    || !instruction.heredocs.is_empty()
                    || transfer.sources.iter().any(|source| may_be(source, file))
            }
            InstructionKind::Add(_) | InstructionKind::Onbuild(_) => true,
            _ => false,
        })
}

/// Whether a source of COPY may be the file or a folder that holds it: only other files by name certainly are not.
fn may_be(source: &str, file: &str) -> bool {
    fn last(path: &str) -> &str {
        path.rsplit('/').next().unwrap_or_default()
    }
    let name = last(source);
    let Some((stem, ending)) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && *stem != ".")
    else {
        return true;
    };
    let is_open = source.contains('$') || ending.is_empty() || ending.contains(['*', '?', '[']);
    let is_pattern = stem.contains(['*', '?', '[']);
    is_open || name == last(file) || is_pattern && file.ends_with(&format!(".{ending}"))
}

/// Whether a word names a source file of the project.
fn is_source(word: &str) -> bool {
    const ENDINGS: [&str; 7] = [".py", ".js", ".mjs", ".ts", ".rb", ".php", ".jar"];
    let is_system = ["/usr/", "/bin/", "/opt/", "/etc/"].iter().any(|folder| word.starts_with(folder));
    ENDINGS.iter().any(|ending| word.ends_with(ending)) && !word.contains('$') && !is_system
}

#[cfg(test)]
mod tests {
    use super::may_be;

    #[test]
    fn other_files_are_told_by_their_names() {
        for (source, expected) in [
            (".", true),
            ("src", true),
            ("./", true),
            ("$SOURCE", true),
            ("app/main.py", true),
            ("*.py", true),
            ("*", true),
            (".venv", true),
            ("requirements.txt", false),
            ("package*.json", false),
            ("./pyproject.toml", false),
        ] {
            assert_eq!(may_be(source, "main.py"), expected, "{source}");
        }
    }
}
