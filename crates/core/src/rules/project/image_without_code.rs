//! A service runs a file that nothing puts into its image.

use crate::compose::Service;
use crate::dockerfile::Dockerfile;
use crate::model::listening;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ073", check: Check::Stack(check), ..Meta::DEFAULT };

/// What a RUN says that may put a program into the image, apart from package managers.
const BRINGS: [&str; 9] = ["git", "curl", "wget", "--mount", "tar", "unzip", ">", "new ", "create"];

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| !is_filled(*service)) {
        let Some((id, dockerfile)) = stack.dockerfile(cx.project, service) else { continue };
        let source = cx.project.workspace.file(id).text.as_str();
        let target = service.build().and_then(|build| build.target());
        let target = target.as_ref().map(|target| target.as_str());
        if brings_files(dockerfile, target) {
            continue;
        }
        let Some(image) = listening::listening(dockerfile, source, target) else { continue };
        let Some(span) = image.command_span.or(image.entrypoint_span) else { continue };
        let own: Vec<&str> =
            service.texts("command").iter().flat_map(|text| listening::words(text.as_str())).collect();
        let command = if own.is_empty() { image.command } else { own };
        let words = [image.entrypoint, command].concat();
        let Some(file) = words.iter().find(|word| is_source(word)) else { continue };
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

/// Whether an instruction of the image may put files into it; the base images of others may hold anything.
fn brings_files(dockerfile: &Dockerfile<'_>, target: Option<&str>) -> bool {
    let stages = &dockerfile.stages;
    let Some(stage) = stages.target(target) else { return true };
    let root = stages.root(stage).expanded_image.as_deref();
    let is_plain = root.is_some_and(|image| crate::image::split(image).official_name().is_some());
    let mut instructions = stages.lineage(stage).flat_map(|stage| stage.instructions(dockerfile));
    !is_plain
        || instructions.any(|(_, instruction)| {
            let text = instruction.span.of(dockerfile.text);
            let runs = instruction.is("RUN") && BRINGS.iter().any(|word| text.contains(word));
            runs || ["COPY", "ADD", "ONBUILD"].iter().any(|keyword| instruction.is(keyword))
        })
}

/// Whether a word names a source file of the project.
fn is_source(word: &str) -> bool {
    const ENDINGS: [&str; 7] = [".py", ".js", ".mjs", ".ts", ".rb", ".php", ".jar"];
    let is_system = ["/usr/", "/bin/", "/opt/", "/etc/"].iter().any(|folder| word.starts_with(folder));
    ENDINGS.iter().any(|ending| word.ends_with(ending)) && !word.contains('$') && !is_system
}
