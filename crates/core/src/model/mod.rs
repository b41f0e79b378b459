//! [`Build`]: what a Dockerfile does, as rules ask about it. Made over its tree.
//!
//! A question that two rules ask has its answer here, so that rules stay small predicates.

pub(crate) mod abandoned;
mod append;
pub(crate) mod architecture;
pub(crate) mod archive;
pub(crate) mod base_user;
pub(crate) mod contents;
mod copied;
pub(crate) mod data_folder;
pub(crate) mod debugging;
pub(crate) mod dependencies;
pub(crate) mod dev_server;
pub(crate) mod download;
mod environment;
pub(crate) mod exec_form;
pub(crate) mod image_environment;
pub(crate) mod image_ports;
pub(crate) mod insert;
pub(crate) mod json_form;
mod label_values;
pub(crate) mod labels;
pub mod listening;
pub(crate) mod loopback;
pub(crate) mod made;
pub(crate) mod paths;
pub(crate) mod pip;
pub(crate) mod program;
pub(crate) mod purpose;
pub(crate) mod release;
pub(crate) mod required_settings;
pub(crate) mod rpm;
pub(crate) mod server;
mod stage;
mod start;
mod step;
pub(crate) mod targets;
pub(crate) mod tls;
pub(crate) mod tool_cache;
pub(crate) mod undefined;
pub(crate) mod unpinned;
pub(crate) mod unseen;
pub(crate) mod variable_uses;
pub(crate) mod workdir;

pub use copied::{Copied, copied};
pub use stage::Stage;
pub use step::Step;

use crate::dockerfile::{self, Dockerfile, Instruction, InstructionKind, Stages};
use crate::shell::Call;
use crate::text::Mapped;
use std::ops::Range;

/// A Dockerfile with its stages, and its commands as calls.
#[derive(Debug)]
pub struct Build<'b, 't> {
    /// The tree.
    pub file: &'t Dockerfile<'t>,
    /// Whether the facts are those that hadolint sees, for teams that compare: nothing behind `sudo`, in `sh -c` and in ONBUILD.
    pub as_hadolint: bool,
    stages: Vec<Stage<'t>>,
    steps: Vec<Step<'b, 't>>,
}

impl<'b, 't> Build<'b, 't> {
    /// Puts the facts together; with `as_hadolint`, with what hadolint knows of commands, options and variables.
    #[must_use]
    pub fn new(file: &'t Dockerfile<'t>, as_hadolint: bool) -> Self {
        Self { file, as_hadolint, stages: stage::all(file), steps: step::all(file, as_hadolint) }
    }

    /// What is in force and what is defined at each instruction.
    #[must_use]
    pub fn facts(&self) -> &'t Stages<'t> {
        &self.file.stages
    }

    /// The stages in order.
    #[must_use]
    pub fn stages(&self) -> &[Stage<'t>] {
        &self.stages
    }

    /// The instructions of a stage after its FROM.
    pub fn instructions_of(&self, stage: &Stage<'t>) -> impl Iterator<Item = &'t Instruction<'t>> + use<'t> {
        self.file.instructions.get(stage.instructions.clone()).unwrap_or_default().iter()
    }

    /// All instructions, those that ONBUILD holds in its place.
    pub fn instructions(&self) -> impl Iterator<Item = &'t Instruction<'t>> + use<'t> {
        let as_hadolint = self.as_hadolint;
        self.file.instructions.iter().map(move |instruction| match &instruction.kind {
            InstructionKind::Onbuild(inner) if !as_hadolint => inner,
            _ => instruction,
        })
    }

    /// RUN, CMD, ENTRYPOINT and HEALTHCHECK CMD, also within ONBUILD.
    pub fn steps(&self) -> impl Iterator<Item = &Step<'b, 't>> {
        self.steps.iter()
    }

    /// RUN, also within ONBUILD.
    pub fn runs(&self) -> impl Iterator<Item = &Step<'b, 't>> {
        self.steps().filter(|step| step.instruction.is("RUN"))
    }

    /// The steps among some instructions, which are given as indices into the file's.
    pub fn steps_in(&self, instructions: Range<usize>) -> impl Iterator<Item = &Step<'b, 't>> {
        let first = self.steps.partition_point(|step| step.index < instructions.start);
        let steps = self.steps.get(first..).unwrap_or_default();
        steps.iter().take_while(move |step| step.index < instructions.end)
    }

    /// The RUNs among some instructions, those within ONBUILD left out.
    pub fn runs_in(&self, instructions: Range<usize>) -> impl Iterator<Item = &Step<'b, 't>> {
        self.steps_in(instructions).filter(|step| step.instruction.is("RUN") && !step.onbuild)
    }

    /// The RUN that stands at an index among the instructions.
    #[must_use]
    pub fn run_at(&self, index: usize) -> Option<&Step<'b, 't>> {
        self.runs_in(index..index + 1).next()
    }

    /// The commands of all RUN instructions that have one of these names.
    pub fn calls_named(&self, names: &'static [&'static str]) -> impl Iterator<Item = &Call<'b, 't>> {
        self.runs().flat_map(|run| &run.calls).filter(move |call| call.is_any(names))
    }

    /// The stage itself, the stage it is built from, and so on.
    pub fn ancestry(&self, stage: &Stage<'t>) -> impl Iterator<Item = &Stage<'t>> {
        let parent = |stage: &&Stage<'t>| self.stages.get(stage.parent?);
        std::iter::successors(self.stages.get(stage.index), parent)
    }

    /// Whether the file system of this step's stage ends up in the image, or in a stage built from it.
    #[must_use]
    pub fn is_kept(&self, step: &Step<'_, '_>) -> bool {
        let last = self.stages.len().saturating_sub(1);
        step.stage >= last || self.stages.get(step.stage).is_some_and(|stage| stage.is_parent)
    }

    /// As [`Stage::ships`], for the stage with this number.
    #[must_use]
    pub fn ships_stage(&self, index: usize) -> bool {
        self.stages.get(index).is_some_and(|stage| stage.ships)
    }

    /// Pairs of instructions of one stage of which the second replaces the first.
    pub fn repeated(
        &self,
        keyword: &'static str,
    ) -> impl Iterator<Item = (&'t Instruction<'t>, &'t Instruction<'t>)> {
        self.stages.iter().flat_map(move |stage| {
            let of_kind =
                move || self.instructions_of(stage).filter(move |instruction| instruction.is(keyword));
            of_kind().zip(of_kind().skip(1))
        })
    }

    /// Whether an ARG of the file declares `name`.
    #[must_use]
    pub fn has_argument(&self, name: &str) -> bool {
        self.file.instructions.iter().any(|instruction| match &instruction.kind {
            InstructionKind::Arg(declared) => declared.iter().any(|argument| *argument.name == *name),
            _ => false,
        })
    }

    /// The value, without quotes, that ENV gave to `name` before this step, in its stage or one that it is built from.
    #[must_use]
    pub fn env_at(&self, step: &Step<'_, '_>, name: &str) -> Option<String> {
        let value = self.facts().env(step.index, name)?.raw.as_ref()?;
        Some(
            dockerfile::expand::unquote(value, self.file.escape)
                .map_or_else(|_| value.to_string(), |value| value.into_owned()),
        )
    }

    /// Whether the stage's base image is Alpine, by its name or tag.
    #[must_use]
    pub fn is_alpine(&self, stage: usize) -> bool {
        let root = self.stages.get(stage).and_then(|stage| self.ancestry(stage).last());
        root.is_some_and(|root| root.from.image.contains("alpine"))
    }

    /// The images that the build takes from registries: of FROM, COPY --from and RUN --mount from.
    pub fn images(&self) -> impl Iterator<Item = &'t Mapped<'t>> {
        let bases = self.stages.iter().filter(|stage| stage.parent.is_none()).map(|stage| &stage.from.image);
        let copied = self.file.instructions.iter().filter_map(|instruction| instruction.flag_value("from"));
        let mounted = self.file.instructions.iter().flat_map(|instruction| match &instruction.kind {
            InstructionKind::Run(run) => run.mounts.iter().filter_map(|mount| mount.from()).collect(),
            _ => Vec::new(),
        });
        let is_stage = |name: &str| {
            let by_name = |stage: &Stage<'_>| {
                stage.from.name.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(name))
            };
            self.stages.iter().any(by_name) || name.parse::<usize>().is_ok()
        };
        bases.chain(copied.chain(mounted).filter(move |name| !is_stage(name)))
    }
}
