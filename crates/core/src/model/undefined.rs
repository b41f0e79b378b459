//! Why a variable is not defined at a place, although the file declares it somewhere.

use super::image_environment;
use crate::dockerfile::{PLATFORM_ARGS, Stages, Variable};

/// Where the declaration is that does not count.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Gap<'f, 't> {
    /// Before the first FROM, as a global ARG.
    Global(&'f Variable<'t>),
    /// In BuildKit, which gives the variable to stages that declare it.
    Platform,
    /// In the same stage or one that it builds on, but further down.
    Later(&'f Variable<'t>),
    /// In another stage.
    Elsewhere(&'f Variable<'t>),
}

impl<'f, 't> Gap<'f, 't> {
    /// The gap at an instruction for `name`; `None` where the variable is defined, where the file does not declare it at all, and
    /// where the base image may well set it.
    pub(crate) fn find(facts: &'f Stages<'t>, instruction: usize, name: &str) -> Option<Self> {
        let stage = facts.stage_of(instruction)?;
        if facts.variable(instruction, name).is_some() {
            return None;
        }
        // What the same instruction sets may well extend what the base image has: `ENV PATHS=$PATHS:/x`.
        let own = facts.lineage(stage).find_map(|ancestor| ancestor.environment.last(name));
        let root = facts.root(stage);
        let image = root.expanded_image.as_deref().unwrap_or_else(|| root.image.as_str());
        if own.is_some_and(|variable| variable.instruction <= instruction) || may_set(image, name) {
            return None;
        }
        if let Some(global) = facts.global_args.last(name) {
            Some(Self::Global(global))
        } else if PLATFORM_ARGS.contains(&name) {
            Some(Self::Platform)
        } else {
            own.map(Self::Later).or_else(|| facts.declared_anywhere(name).map(Self::Elsewhere))
        }
    }

    /// Why the variable is empty, and what to do.
    pub(crate) fn explain(&self, name: &str) -> String {
        match self {
            Self::Global(_) => {
                format!("An ARG from before FROM has to be declared again in the stage: `ARG {name}`.")
            }
            Self::Platform => {
                format!("BuildKit sets it only in stages that declare it: `ARG {name}`.")
            }
            Self::Later(_) => "It is declared further down. Move the declaration up.".to_owned(),
            Self::Elsewhere(_) => "Another stage declares it, and that does not count here.".to_owned(),
        }
    }

    /// The declaration that does not count.
    pub(crate) fn declaration(&self) -> Option<&'f Variable<'t>> {
        match *self {
            Self::Global(variable) | Self::Later(variable) | Self::Elsewhere(variable) => Some(variable),
            Self::Platform => None,
        }
    }
}

/// Beginnings of names, and the parts of names of images that set such variables.
const FAMILIES: [(&str, &[&str]); 5] = [
    ("go", &["golang"]),
    ("cargo", &["rust"]),
    ("yarn", &["node"]),
    ("pg", &["postgres"]),
    ("java", &["jdk", "jre", "temurin", "maven", "gradle", "tomcat", "corretto", "jetty", "wildfly"]),
];

/// Whether an image is likely to set a variable: `NODE_VERSION` in `node`, `CUDA_VERSION` in `nvidia/cuda`.
fn may_set(image: &str, name: &str) -> bool {
    if let Some(sets) = image_environment::sets(image, name) {
        return sets;
    }
    let image = image.to_ascii_lowercase();
    let repository = crate::image::split(&image).path.value;
    let first = name.split('_').next().unwrap_or_default().to_ascii_lowercase();
    let in_family = |(beginning, images): &(&str, &[&str])| {
        first.starts_with(beginning) && images.iter().any(|part| image.contains(part))
    };
    first.len() > 1 && repository.contains(&first) || FAMILIES.iter().any(in_family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dockerfile::parse;

    fn gap(text: &str, name: &str) -> &'static str {
        let (tree, _) = parse(text);
        match Gap::find(&tree.stages, tree.instructions.len() - 1, name) {
            None => "",
            Some(Gap::Global(_)) => "global",
            Some(Gap::Platform) => "platform",
            Some(Gap::Later(_)) => "later",
            Some(Gap::Elsewhere(_)) => "elsewhere",
        }
    }

    #[test]
    fn finds_what_does_not_count() {
        assert_eq!(gap("ARG V=1\nFROM alpine:$V\nRUN x", "V"), "global");
        assert_eq!(gap("ARG V=1\nFROM alpine:$V\nARG V\nRUN x", "V"), "");
        assert_eq!(gap("FROM a\nRUN x", "TARGETARCH"), "platform");
        assert_eq!(gap("FROM a AS b\nARG TARGETARCH\nFROM b\nRUN x", "TARGETARCH"), "");
        assert_eq!(gap("FROM a\nARG V=1\nFROM b\nRUN x", "V"), "elsewhere");
        assert_eq!(gap("FROM a\nENV V=$V", "V"), "");
        assert_eq!(gap("FROM a\nRUN x", "V"), "");
    }

    #[test]
    fn leaves_what_the_image_may_set() {
        assert_eq!(gap("ARG NODE_VERSION=22\nFROM node:$NODE_VERSION\nRUN x", "NODE_VERSION"), "");
        assert_eq!(gap("ARG GOPATH=/go\nFROM golang:1.25\nRUN x", "GOPATH"), "");
        assert_eq!(
            gap("ARG ALPINE_VERSION=3\nFROM alpine:$ALPINE_VERSION\nRUN x", "ALPINE_VERSION"),
            "global"
        );
    }
}
