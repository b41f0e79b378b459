//! What a Dockerfile means: its stages, what they build on and use, and what holds at each instruction.

use super::ast::{BaseImage, Dockerfile, Instruction, InstructionKind, JsonArray};
use super::references::{self, StageReference};
use super::scope::{self, Environment, Known, Variable, expand_known};
use crate::shell::Dialect;
use crate::text::Mapped;
use std::collections::HashMap;
use std::ops::Range;

/// The stages of a Dockerfile. Places are indices into [`Dockerfile::instructions`], so that this can stand beside the tree.
#[derive(Clone, Debug, Default)]
pub struct Stages<'a> {
    /// The ARGs before the first FROM.
    pub global_args: Environment<'a>,
    /// The stages in order; the last one is what a build without a target makes.
    pub stages: Vec<Stage<'a>>,
    /// For each instruction, what is in force before it.
    in_force: Vec<InForce>,
    /// The first stage that declares a variable of each name.
    declaring: HashMap<String, usize>,
}

/// From a FROM to the next one.
#[derive(Clone, Debug)]
pub struct Stage<'a> {
    /// Its number, from 0.
    pub index: usize,
    /// Its FROM.
    pub from: usize,
    /// The instructions after the FROM.
    pub instructions: Range<usize>,
    /// Its name in lower case, as BuildKit knows it.
    pub name: Option<String>,
    /// The image as written in FROM.
    pub image: Mapped<'a>,
    /// The image with the defaults of global ARGs put in; `None` where one has no default.
    pub expanded_image: Option<String>,
    /// What it builds on.
    pub base: Base,
    /// Whether the last stage needs it, directly or not. The last stage needs itself.
    pub is_needed: bool,
    /// Where it takes files from, in order.
    pub references: Vec<StageReference<'a>>,
    /// What ENV and ARG set in it.
    pub environment: Environment<'a>,
    /// What is in force at its end.
    pub at_end: InForce,
}

/// What a stage builds on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// An earlier stage.
    Stage(usize),
    /// `scratch`, the empty image.
    Scratch,
    /// An image from elsewhere, or a named context.
    Image,
}

/// What decides something for the instructions after it; the instructions that do may stand in a parent stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    /// The last SHELL.
    pub shell: Option<usize>,
    /// The shell that it chooses, or a `shell=` comment; else that of the image, as far as its name tells.
    pub dialect: Dialect,
    /// The last USER.
    pub user: Option<usize>,
    /// The last WORKDIR.
    pub workdir: Option<usize>,
}

impl<'a> Stages<'a> {
    /// Finds the stages of `tree`.
    pub(super) fn new(tree: &Dockerfile<'a>) -> Self {
        let mut stages =
            Self { in_force: vec![InForce::default(); tree.instructions.len()], ..Self::default() };
        let mut names: HashMap<String, usize> = HashMap::new();
        let froms: Vec<(usize, &BaseImage<'a>)> = froms(tree).collect();
        let first = froms.first().map_or(tree.instructions.len(), |&(from, _)| from);
        stages.global_args = Environment::global(tree, 0..first);
        // Nothing but ARG belongs there; in a broken file, what stands there counts for what follows.
        stages.note_in_force(tree, 0..first, InForce::default());
        let ends = froms.iter().skip(1).map(|&(from, _)| from).chain([tree.instructions.len()]);
        for (&(from, image), end) in froms.iter().zip(ends) {
            let stage = stages.stage(tree, from, image, end, &names);
            if let Some(name) = &stage.name {
                names.insert(name.clone(), stage.index);
            }
            for variable in stage.environment.variables() {
                stages.declaring.entry(variable.name.to_string()).or_insert(stage.index);
            }
            stages.stages.push(stage);
        }
        stages.mark_needed();
        stages
    }

    fn stage(
        &mut self,
        tree: &Dockerfile<'a>,
        from: usize,
        image: &BaseImage<'a>,
        end: usize,
        names: &HashMap<String, usize>,
    ) -> Stage<'a> {
        let index = self.stages.len();
        let expanded = self.expand_globally(tree, from, &image.image);
        let base = match expanded.as_deref() {
            // `scratch` cannot be overridden.
            Some("scratch") => Base::Scratch,
            Some(image) => names.get(image).map_or(Base::Image, |&stage| Base::Stage(stage)),
            None => Base::Image,
        };
        let instructions = from + 1..end;
        let parent = match base {
            Base::Stage(parent) => self.stages.get(parent),
            _ => None,
        };
        let inherited = parent.map_or_else(|| fresh(tree, from, &image.image), |stage| stage.at_end);
        let references = references::of_stage(tree, instructions.clone(), index, names);
        let environment = Environment::of_stage(tree, instructions.clone(), self, parent);
        let at_end = self.note_in_force(tree, from..end, inherited);
        let name = image.name.as_ref().map(|name| name.to_ascii_lowercase());
        let image = image.image.clone();
        Stage {
            index,
            from,
            instructions,
            name,
            image,
            expanded_image: expanded,
            base,
            is_needed: false,
            references,
            environment,
            at_end,
        }
    }

    /// Writes down what is in force before each instruction of a range; gives what is at its end.
    fn note_in_force(&mut self, tree: &Dockerfile<'a>, range: Range<usize>, mut state: InForce) -> InForce {
        let slots = self.in_force.iter_mut().zip(&tree.instructions).enumerate();
        for (index, (slot, instruction)) in slots.skip(range.start).take(range.len()) {
            state.dialect = commented_dialect(tree, index).unwrap_or(state.dialect);
            *slot = state;
            match &instruction.kind {
                InstructionKind::Shell(words) => {
                    state.shell = Some(index);
                    state.dialect = Dialect::from_shell_words(words.elements.iter().map(Mapped::as_str));
                }
                InstructionKind::User(_) => state.user = Some(index),
                InstructionKind::Workdir(_) => state.workdir = Some(index),
                _ => {}
            }
        }
        state
    }

    fn mark_needed(&mut self) {
        let mut waiting: Vec<usize> = self.stages.len().checked_sub(1).into_iter().collect();
        while let Some(index) = waiting.pop() {
            let Some(stage) = self.stages.get_mut(index).filter(|stage| !stage.is_needed) else { continue };
            stage.is_needed = true;
            waiting.extend(stage.references.iter().filter_map(|reference| reference.stage));
            if let Base::Stage(parent) = stage.base {
                waiting.push(parent);
            }
        }
    }

    /// The stage that a build without a target makes.
    #[must_use]
    pub fn last(&self) -> Option<&Stage<'a>> {
        self.stages.last()
    }

    /// The stage that an instruction belongs to, its FROM included; `None` before the first FROM.
    #[must_use]
    pub fn stage_of(&self, instruction: usize) -> Option<&Stage<'a>> {
        let after = self.stages.partition_point(|stage| stage.from <= instruction);
        self.stages.get(after.checked_sub(1)?)
    }

    /// The stage with this name or number, as a `target` of a build names it; a name in any case.
    #[must_use]
    pub fn find(&self, target: &str) -> Option<&Stage<'a>> {
        let name = target.to_ascii_lowercase();
        let named = self.stages.iter().rev().find(|stage| stage.name.as_ref() == Some(&name));
        named.or_else(|| self.stages.get(target.parse::<usize>().ok()?))
    }

    /// The stage that a build with this target makes, or one without a target.
    #[must_use]
    pub fn target(&self, target: Option<&str>) -> Option<&Stage<'a>> {
        match target {
            Some(target) => self.find(target),
            None => self.last(),
        }
    }

    /// The stage that `stage` builds on.
    #[must_use]
    pub fn parent(&self, stage: &Stage<'a>) -> Option<&Stage<'a>> {
        match stage.base {
            Base::Stage(parent) => self.stages.get(parent),
            _ => None,
        }
    }

    /// `stage` and the stages that it builds on, up to the one that builds on an image.
    pub fn lineage<'s>(&'s self, stage: &'s Stage<'a>) -> impl Iterator<Item = &'s Stage<'a>> {
        std::iter::successors(Some(stage), |stage| self.parent(stage))
    }

    /// The stage at the root of a lineage: the one whose [`Stage::image`] `stage` builds on in the end.
    #[must_use]
    pub fn root<'s>(&'s self, stage: &'s Stage<'a>) -> &'s Stage<'a> {
        self.lineage(stage).last().unwrap_or(stage)
    }

    /// What is in force before an instruction.
    #[must_use]
    pub fn in_force(&self, instruction: usize) -> InForce {
        self.in_force.get(instruction).copied().unwrap_or_default()
    }

    /// The SHELL that an instruction's shell form is given to; `None` for that of the image.
    #[must_use]
    pub fn shell<'t>(&self, tree: &'t Dockerfile<'a>, instruction: usize) -> Option<&'t JsonArray<'a>> {
        match &tree.instructions.get(self.in_force(instruction).shell?)?.kind {
            InstructionKind::Shell(shell) => Some(shell),
            _ => None,
        }
    }

    /// The variable that `name` means in an instruction: the ENV, else the ARG that stands last before it, in its stage or those
    /// that it builds on. In FROM, the global ARG.
    #[must_use]
    pub fn variable(&self, instruction: usize, name: &str) -> Option<&Variable<'a>> {
        match self.stage_of(instruction) {
            Some(stage) if stage.from != instruction => {
                self.lineage(stage).find_map(|ancestor| ancestor.environment.before(instruction, name))
            }
            _ => self.global_args.before(instruction, name),
        }
    }

    /// The last ENV of `name` before an instruction, in its stage or those that it builds on.
    #[must_use]
    pub fn env(&self, instruction: usize, name: &str) -> Option<&Variable<'a>> {
        let stage = self.stage_of(instruction)?;
        self.lineage(stage).find_map(|ancestor| ancestor.environment.env_before(instruction, name))
    }

    /// What the first stage that declares `name` gives it at its end.
    #[must_use]
    pub fn declared_anywhere(&self, name: &str) -> Option<&Variable<'a>> {
        self.stages.get(*self.declaring.get(name)?)?.environment.last(name)
    }

    /// `value` as it is in an instruction, variables put in and quotes removed, in a build without arguments. `None` where that
    /// depends on what the file does not say, or `value` is malformed.
    #[must_use]
    pub fn expand(&self, tree: &Dockerfile<'a>, instruction: usize, value: &str) -> Option<String> {
        if self.stage_of(instruction).is_none_or(|stage| stage.from == instruction) {
            return self.expand_globally(tree, instruction, value);
        }
        let known = |name: &str| self.variable(instruction, name).map_or(Known::Unknown, Variable::known);
        expand_known(value, tree.escape, &known)
    }

    /// As [`Self::expand`], in FROM.
    fn expand_globally(&self, tree: &Dockerfile<'a>, instruction: usize, value: &str) -> Option<String> {
        let declared = |name: &str| self.global_args.before(instruction, name);
        expand_known(value, tree.escape, &|name| {
            declared(name).map_or_else(|| scope::undeclared(name), Variable::known)
        })
    }

    /// Every variable that ENV and ARG have declared before an instruction, in its stage and those that it builds on.
    pub fn variables(&self, instruction: usize) -> impl Iterator<Item = &Variable<'a>> {
        let stage = self.stage_of(instruction).filter(|stage| stage.from != instruction);
        let lineage = stage.into_iter().flat_map(|stage| self.lineage(stage));
        let global = if stage.is_none() { Some(&self.global_args) } else { None };
        let environments = lineage.map(|stage| &stage.environment).chain(global);
        environments.flat_map(move |environment| environment.variables_before(instruction))
    }
}

impl<'a> Stage<'a> {
    /// Its instructions after the FROM, each with its index.
    pub fn instructions<'t>(
        &self,
        tree: &'t Dockerfile<'a>,
    ) -> impl DoubleEndedIterator<Item = (usize, &'t Instruction<'a>)> + use<'t, 'a> {
        let slice = tree.instructions.get(self.instructions.clone()).unwrap_or_default();
        self.instructions.clone().zip(slice)
    }

    /// The user that it ends with, as written in the last USER; `None` for that of the image.
    #[must_use]
    pub fn user<'t>(&self, tree: &'t Dockerfile<'a>) -> Option<&'t Mapped<'a>> {
        match &tree.instructions.get(self.at_end.user?)?.kind {
            InstructionKind::User(user) => Some(user),
            _ => None,
        }
    }
}

/// What is in force at the start of a stage that builds on an image.
fn fresh(tree: &Dockerfile<'_>, from: usize, image: &str) -> InForce {
    let image = image.to_ascii_lowercase();
    let platform = tree.instructions.get(from).and_then(|from| from.flag_value("platform"));
    let is_windows = platform.is_some_and(|platform| platform.starts_with("windows"))
        || ["/windows/", "nanoserver", "windowsservercore"].iter().any(|part| image.contains(part));
    // A comment at the top of the file holds for all stages.
    let dialect = if is_windows { Some(Dialect::Cmd) } else { commented_dialect(tree, 0) };
    InForce { dialect: dialect.unwrap_or_default(), ..InForce::default() }
}

/// The shell that a comment before an instruction names: `# hadolint shell=NAME` or `# docklint shell=NAME`.
fn commented_dialect(tree: &Dockerfile<'_>, instruction: usize) -> Option<Dialect> {
    let name = |comment: &'_ str| {
        let rest = comment.strip_prefix("hadolint").or_else(|| comment.strip_prefix("docklint"))?;
        let name = rest.trim_start().strip_prefix("shell")?.trim_start().strip_prefix('=')?;
        name.split_ascii_whitespace().next().map(Dialect::from_program)
    };
    tree.comments_before(instruction).filter_map(|comment| name(comment.text)).last()
}

fn froms<'t, 'a>(tree: &'t Dockerfile<'a>) -> impl Iterator<Item = (usize, &'t BaseImage<'a>)> {
    tree.instructions.iter().enumerate().filter_map(|(index, instruction)| match &instruction.kind {
        InstructionKind::From(image) => Some((index, image)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dockerfile::parse;

    const BUILD: &str = "\
ARG VERSION=3
ARG BASE=alpine:$VERSION
ARG EMPTY
FROM $BASE AS Base
SHELL [\"/bin/bash\", \"-c\"]
ENV A=1 B=$A
ENV B=$A
ARG VERSION
USER app
FROM base AS build
RUN --mount=from=tools,target=/t x
COPY --from=0 a b
ENV C=${B}2 D=$HOME
FROM busybox as tools
FROM debian AS unused
FROM build
RUN z
FROM $EMPTY
FROM ${EMPTY:-scratch}
COPY --from=BUILD a b
COPY --from=7 a b
COPY --from=nginx a b
";

    #[test]
    fn finds_stages_and_what_they_build_on() {
        let (tree, errors) = parse(BUILD);
        assert_eq!(errors, []);
        let stages = &tree.stages;
        let image = |index: usize| stages.stages[index].expanded_image.as_deref();
        assert_eq!((image(0), image(5), image(6)), (Some("alpine:3"), None, Some("scratch")));
        let bases: Vec<Base> = stages.stages.iter().map(|stage| stage.base).collect();
        use Base::{Image, Scratch, Stage};
        assert_eq!(bases, [Image, Stage(0), Image, Image, Stage(1), Image, Scratch]);
        assert_eq!(stages.root(&stages.stages[4]).index, 0);
        assert_eq!(stages.find("BASE").map(|stage| stage.index), Some(0));
        assert_eq!(stages.find("3").map(|stage| stage.index), Some(3));
        assert_eq!(stages.stage_of(0).map(|stage| stage.index), None);
        assert_eq!(stages.stage_of(4).map(|stage| stage.index), Some(0));
    }

    #[test]
    fn follows_references() {
        let (tree, _) = parse(BUILD);
        let stages = &tree.stages;
        let targets = |index: usize| -> Vec<Option<usize>> {
            stages.stages[index].references.iter().map(|reference| reference.stage).collect()
        };
        // A later stage is none that can be used.
        assert_eq!(targets(1), [None, Some(0)]);
        assert_eq!(targets(6), [Some(1), None, None]);
        let needed: Vec<usize> =
            stages.stages.iter().filter(|stage| stage.is_needed).map(|stage| stage.index).collect();
        assert_eq!(needed, [0, 1, 6]);
    }

    #[test]
    fn knows_what_is_in_force() {
        let (tree, _) = parse(BUILD);
        let stages = &tree.stages;
        let at = |needle: &str| {
            tree.instructions.iter().position(|i| i.span.of(BUILD).starts_with(needle)).unwrap()
        };
        assert_eq!(stages.shell(&tree, at("RUN --mount")).unwrap().elements[0].as_str(), "/bin/bash");
        assert!(stages.shell(&tree, at("SHELL")).is_none());
        assert!(stages.shell(&tree, at("COPY --from=BUILD")).is_none());
        assert_eq!(stages.stages[4].user(&tree).unwrap().as_str(), "app");
        assert!(stages.stages[3].user(&tree).is_none());
    }

    #[test]
    fn knows_what_is_in_force_without_a_stage() {
        let (tree, _) = parse("SHELL [\"/bin/bash\", \"-c\"]\nRUN x\n");
        assert!(tree.stages.shell(&tree, 1).is_some());
    }

    #[test]
    fn knows_variables() {
        let (tree, _) = parse(BUILD);
        let stages = &tree.stages;
        let at = |needle: &str| {
            tree.instructions.iter().position(|i| i.span.of(BUILD).starts_with(needle)).unwrap()
        };
        let value = |needle: &str, name: &str| {
            stages.variable(at(needle), name).map(|variable| variable.value.as_deref())
        };
        // An instruction sees what was before it.
        assert_eq!(value("ENV B", "B"), Some(None));
        assert_eq!(value("USER", "B"), Some(Some("1")));
        assert_eq!(value("USER", "VERSION"), Some(Some("3")));
        assert_eq!(value("ENV A", "VERSION"), None);
        assert_eq!(value("RUN z", "C"), Some(Some("12")));
        assert_eq!(value("RUN z", "D"), Some(None));
        assert_eq!(value("FROM debian", "BASE"), Some(Some("alpine:3")));
        let names: Vec<&str> = stages.variables(at("RUN z")).map(|variable| variable.name.as_str()).collect();
        assert_eq!(names, ["C", "D", "A", "B", "B", "VERSION"]);
        assert_eq!(stages.expand(&tree, at("RUN z"), "'$A'$A ${B}").as_deref(), Some("$A1 1"));
        assert_eq!(stages.expand(&tree, at("RUN z"), "$HOME"), None);
    }
}
