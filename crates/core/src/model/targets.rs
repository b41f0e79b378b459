//! Which stages somebody may build by name, with `docker build --target` or a compose file's `target`.

use crate::dockerfile::{Stage, Stages};
use crate::project::Project;
use crate::workspace::FileId;

/// Parts of names that say what a stage is made for: nobody runs its image.
const WORKSHOPS: [&str; 11] = [
    "build",
    "builder",
    "compile",
    "compiler",
    "deps",
    "dependencies",
    "download",
    "downloader",
    "fetch",
    "install",
    "installer",
];

/// Whether a stage, by its name, only makes something for other stages. One without a name does.
pub(crate) fn is_workshop(stage: &Stage<'_>) -> bool {
    let Some(name) = &stage.name else { return true };
    name.split(['-', '_', '.']).any(|part| WORKSHOPS.contains(&part))
}

/// The stages of a Dockerfile that a compose file of the project asks for, by their numbers.
pub(crate) fn asked_for(project: &Project<'_>, file: FileId, facts: &Stages<'_>) -> Vec<usize> {
    let services =
        project.stacks.iter().flat_map(|stack| stack.view().services().map(move |service| (stack, service)));
    services
        .filter(|(stack, service)| stack.dockerfile(project, *service).is_some_and(|(id, _)| id == file))
        .filter_map(|(_, service)| facts.find(service.build()?.target()?.as_str()))
        .map(|stage| stage.index)
        .collect()
}

/// Whether a FROM with a variable may mean this stage: `FROM build-${TARGETARCH}`.
pub(crate) fn may_be_chosen(facts: &Stages<'_>, stage: &Stage<'_>) -> bool {
    let Some(name) = &stage.name else { return false };
    facts.stages.iter().any(|other| {
        let image = other.image.as_str();
        let before = image.split('$').next().unwrap_or_default();
        image.contains('$')
            && !image.contains(['/', '@'])
            && !before.contains(':')
            && name.starts_with(before)
    })
}
