//! Which stages somebody may build by name, with `docker build --target` or a compose file's `target`.

use crate::dockerfile::{Base, Stage, Stages};
use crate::project::Project;
use crate::workspace::FileId;
use std::collections::{BTreeSet, HashSet};

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

/// What the names of stages begin with that a FROM with a variable may mean: `FROM build-${TARGETARCH}`.
pub(crate) fn chosen<'f>(facts: &'f Stages<'_>) -> BTreeSet<&'f str> {
    let images = facts.stages.iter().map(|stage| stage.image.as_str());
    let may_be_stages = images.filter(|image| !image.contains(['/', '@']));
    may_be_stages
        .filter_map(|image| Some(image.split_once('$')?.0))
        .filter(|before| !before.contains(':'))
        .collect()
}

/// The stages that others build on.
pub(crate) fn built_on(facts: &Stages<'_>) -> HashSet<usize> {
    let parent = |stage: &Stage<'_>| match stage.base {
        Base::Stage(parent) => Some(parent),
        _ => None,
    };
    facts.stages.iter().filter_map(parent).collect()
}

/// The stages that others take files from.
pub(crate) fn copied_from(facts: &Stages<'_>) -> HashSet<usize> {
    facts.stages.iter().flat_map(|stage| &stage.references).filter_map(|reference| reference.stage).collect()
}
