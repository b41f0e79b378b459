//! Variables: what ENV and ARG declare, and what is known of their values.

use super::ast::{Dockerfile, InstructionKind};
use super::expand::{self, Operator};
use super::stages::{Stage, Stages};
use crate::text::Mapped;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// The variables that BuildKit gives FROM and global ARGs undeclared, and stages once ARG has declared them.
pub const PLATFORM_ARGS: [&str; 11] = [
    "BUILDPLATFORM",
    "BUILDOS",
    "BUILDOSVERSION",
    "BUILDARCH",
    "BUILDVARIANT",
    "TARGETPLATFORM",
    "TARGETOS",
    "TARGETOSVERSION",
    "TARGETARCH",
    "TARGETVARIANT",
    "TARGETSTAGE",
];

/// A variable that ENV or ARG declares.
#[derive(Clone, Debug)]
pub struct Variable<'a> {
    /// Its instruction, an index into [`Dockerfile::instructions`].
    pub instruction: usize,
    /// Whether ENV or ARG.
    pub kind: VariableKind,
    /// The name; in ENV it may have quotes or variables in it.
    pub name: Mapped<'a>,
    /// The value or default as written; `None` for an ARG without.
    pub raw: Option<Mapped<'a>>,
    /// The value or default, expanded and without quotes. `None` where it depends on what this file does not say. A default may
    /// give way to a build argument.
    pub value: Option<String>,
}

/// What declares a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariableKind {
    /// ENV: set in the image too.
    Env,
    /// ARG: only while building.
    Arg,
}

/// The variables of one stage, or the global ARGs.
#[derive(Clone, Debug, Default)]
pub struct Environment<'a> {
    variables: Vec<Variable<'a>>,
    /// The variables of each name, in order.
    by_name: HashMap<String, Vec<usize>>,
}

/// What is known of the value of a variable, for a build without arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Value(String),
    /// It has none.
    Unset,
    /// It may come from the platform or the base image.
    Unknown,
}

impl Variable<'_> {
    pub(super) fn known(&self) -> Known {
        match &self.value {
            Some(value) => Known::Value(value.clone()),
            None if self.raw.is_none() && !PLATFORM_ARGS.contains(&self.name.as_str()) => Known::Unset,
            None => Known::Unknown,
        }
    }
}

impl<'a> Environment<'a> {
    /// The ARGs before the first FROM.
    pub(super) fn global(tree: &Dockerfile<'a>, instructions: Range<usize>) -> Self {
        let mut environment = Self::default();
        environment.declare(tree, instructions, &|name| undeclared(name), &|_| None);
        environment
    }

    /// What the instructions of a stage declare. `earlier` has the stages before it.
    pub(super) fn of_stage(
        tree: &Dockerfile<'a>,
        instructions: Range<usize>,
        earlier: &Stages<'a>,
        parent: Option<&Stage<'a>>,
    ) -> Self {
        let inherited = |name: &str| {
            let mut lineage = parent.into_iter().flat_map(|parent| earlier.lineage(parent));
            let found = lineage.find_map(|stage| stage.environment.last(name));
            found.map_or(Known::Unknown, Variable::known)
        };
        let global = |name: &str| earlier.global_args.last(name)?.value.clone();
        let mut environment = Self::default();
        environment.declare(tree, instructions, &inherited, &global);
        environment
    }

    /// Adds what `instructions` declare. What is not declared here yet has the value that `outer` knows; an ARG without a default
    /// takes the one that `global` has.
    fn declare(
        &mut self,
        tree: &Dockerfile<'a>,
        instructions: Range<usize>,
        outer: &dyn Fn(&str) -> Known,
        global: &dyn Fn(&str) -> Option<String>,
    ) {
        let slice = tree.instructions.get(instructions.clone()).unwrap_or_default();
        for (at, instruction) in instructions.zip(slice) {
            let (kind, pairs) = match &instruction.kind {
                InstructionKind::Env(list) => (VariableKind::Env, &list.pairs),
                InstructionKind::Arg(pairs) => (VariableKind::Arg, pairs),
                _ => continue,
            };
            for pair in pairs {
                let known = |name: &str| self.before(at, name).map_or_else(|| outer(name), Variable::known);
                let value = match &pair.value {
                    Some(value) => expand_known(value, tree.escape, &known),
                    None => global(&pair.name),
                };
                self.add(Variable {
                    instruction: at,
                    kind,
                    name: pair.name.clone(),
                    raw: pair.value.clone(),
                    value,
                });
            }
        }
    }

    fn add(&mut self, variable: Variable<'a>) {
        let index = self.variables.len();
        match self.by_name.get_mut(variable.name.as_str()) {
            Some(indices) => indices.push(index),
            None => drop(self.by_name.insert(variable.name.to_string(), vec![index])),
        }
        self.variables.push(variable);
    }

    /// Every variable, in order.
    pub fn variables(&self) -> impl Iterator<Item = &Variable<'a>> {
        self.variables.iter()
    }

    /// Every variable that is declared before the instruction at this index, in order.
    #[must_use]
    pub fn variables_before(&self, instruction: usize) -> &[Variable<'a>] {
        let end = self.variables.partition_point(|variable| variable.instruction < instruction);
        self.variables.get(..end).unwrap_or_default()
    }

    /// What `name` means in the instruction at this index: the last ENV before it, else the last ARG.
    #[must_use]
    pub fn before(&self, instruction: usize, name: &str) -> Option<&Variable<'a>> {
        self.env_before(instruction, name).or_else(|| self.declared_before(instruction, name).next())
    }

    /// The last ENV of `name` before the instruction at this index.
    #[must_use]
    pub fn env_before(&self, instruction: usize, name: &str) -> Option<&Variable<'a>> {
        self.declared_before(instruction, name).find(|variable| variable.kind == VariableKind::Env)
    }

    /// The declarations of `name` before the instruction at this index, the last one first.
    fn declared_before(&self, instruction: usize, name: &str) -> impl Iterator<Item = &Variable<'a>> {
        let indices = self.by_name.get(name).map(Vec::as_slice).unwrap_or_default();
        let is_before =
            |index: &usize| self.variables.get(*index).is_some_and(|v| v.instruction < instruction);
        let before = indices.get(..indices.partition_point(is_before)).unwrap_or_default();
        before.iter().rev().filter_map(|&index| self.variables.get(index))
    }

    /// What `name` means after all of it.
    #[must_use]
    pub fn last(&self, name: &str) -> Option<&Variable<'a>> {
        self.before(usize::MAX, name)
    }
}

/// A variable that no global ARG declares.
pub(super) fn undeclared(name: &str) -> Known {
    if PLATFORM_ARGS.contains(&name) { Known::Unknown } else { Known::Unset }
}

/// `value` as it is in a build without arguments. `None` where that depends on a variable of unknown value, or on one that has to
/// be given since it has no value and no default stands in for it.
pub(super) fn expand_known(value: &str, escape: char, known: &dyn Fn(&str) -> Known) -> Option<String> {
    let (references, _) = expand::references(value, escape);
    for reference in references {
        let fallback = reference
            .modifier
            .is_some_and(|modifier| matches!(modifier.operator, Operator::Default | Operator::Alternative));
        match known(value.get(reference.name)?) {
            Known::Unknown => return None,
            Known::Unset if !fallback => return None,
            Known::Unset | Known::Value(_) => {}
        }
    }
    let mut lookup = |name: &str| match known(name) {
        Known::Value(value) => Some(value),
        Known::Unset | Known::Unknown => None,
    };
    expand::expand(value, escape, &mut lookup).ok().map(Cow::into_owned)
}
