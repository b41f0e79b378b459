//! Variables that an instruction uses and nothing in the Dockerfile defines by then.

use super::image_environment;
use super::undefined::Gap;
use crate::dockerfile::{Base, Dockerfile, Instruction, InstructionKind, Stage, Stages, expand};
use crate::suggest;
use crate::text::{Mapped, Span};

/// One use of a variable that the Dockerfile does not define by then.
pub(crate) struct Undefined<'s> {
    /// `$NAME` or `${NAME...}`.
    pub span: Span,
    /// The name.
    pub name: &'s str,
    /// Whether it is the name alone, with nothing that would stand in: `${NAME:-1}` does.
    pub bare: bool,
    /// Why it is not defined and what to do; `None` where the base image, which is not known, may define it.
    pub reason: Option<String>,
}

/// Set by every builder, whatever the base image.
const ALWAYS: &[&str] = &["PATH", "BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];

/// How many names are looked through for one that may be meant.
const MAX_CANDIDATES: usize = 100;

/// All such uses in the values that BuildKit expands, in order.
pub(crate) fn undefined<'s, 't>(file: &'s Dockerfile<'t>, facts: &Stages<'t>) -> Vec<Undefined<'s>> {
    let mut found = Vec::new();
    for stage in &facts.stages {
        for (index, instruction) in stage.instructions(file) {
            let in_values = values(instruction).into_iter();
            let in_values = in_values.map(|value| (value, expand::references(value, file.escape).0));
            let in_bodies = bodies(instruction).map(|body| (body, expand::references_in_body(body).0));
            for (text, references) in in_values.chain(in_bodies) {
                for reference in references {
                    let name = text.get(reference.name).unwrap_or_default();
                    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
                    let defined = || ALWAYS.contains(&name) || facts.variable(index, name).is_some();
                    if !is_name || defined() {
                        continue;
                    }
                    if let Some(reason) = reason(facts, stage, index, name) {
                        let bare = reference.modifier.is_none();
                        found.push(Undefined { span: text.span(reference.range), name, bare, reason });
                    }
                }
            }
        }
    }
    found
}

/// As [`Undefined::reason`]; `None` where the base image is known to define the variable.
fn reason(facts: &Stages<'_>, stage: &Stage<'_>, index: usize, name: &str) -> Option<Option<String>> {
    let root = facts.root(stage);
    let inherited = match (root.base, &root.expanded_image) {
        (Base::Scratch, _) => Some(false),
        (_, Some(image)) => image_environment::sets(image, name),
        (_, None) => None,
    };
    if inherited == Some(true) {
        return None;
    }
    Some(evidence(facts, stage, index, name).or_else(|| {
        inherited.map(|_| format!("The base image does not set it either. Declare it before: `ARG {name}`."))
    }))
}

/// What the Dockerfile says against the variable being defined, whatever the base image sets.
fn evidence(facts: &Stages<'_>, stage: &Stage<'_>, index: usize, name: &str) -> Option<String> {
    if let Some(gap) = Gap::find(facts, index, name) {
        return Some(gap.explain(name));
    }
    // What the same instruction sets may well extend what the base image has: `ENV PATHS=$PATHS:/x`.
    if facts.lineage(stage).any(|ancestor| ancestor.environment.last(name).is_some()) {
        return None;
    }
    let declared = facts.variables(index).map(|variable| variable.name.as_str());
    let declared: Vec<&str> = declared.take(MAX_CANDIDATES).collect();
    suggest::nearest(name, &declared).map(|near| format!("Did you mean `{near}`?"))
}

/// The values in which BuildKit replaces variables and reports undefined ones.
fn values<'i, 't>(instruction: &'i Instruction<'t>) -> Vec<&'i Mapped<'t>> {
    let flags = ["chown", "chmod", "checksum"].into_iter().filter_map(|flag| instruction.flag_value(flag));
    match &instruction.kind {
        InstructionKind::Env(pairs) | InstructionKind::Label(pairs) => {
            let pairs = pairs.pairs.iter();
            pairs.flat_map(|pair| std::iter::once(&pair.name).chain(&pair.value)).collect()
        }
        InstructionKind::Arg(declared) => {
            declared.iter().filter_map(|argument| argument.value.as_ref()).collect()
        }
        InstructionKind::Copy(transfer) | InstructionKind::Add(transfer) => {
            transfer.sources.iter().chain(&transfer.destination).chain(flags).collect()
        }
        InstructionKind::Workdir(value)
        | InstructionKind::User(value)
        | InstructionKind::Stopsignal(value) => vec![value],
        InstructionKind::Volume(list) => list.items.iter().collect(),
        InstructionKind::Run(run) => run
            .mounts
            .iter()
            .flat_map(|mount| &mount.fields)
            .filter_map(|field| field.value.as_ref())
            .collect(),
        _ => Vec::new(),
    }
}

/// The here-documents of COPY and ADD in which variables are replaced.
fn bodies<'i, 't>(instruction: &'i Instruction<'t>) -> impl Iterator<Item = &'i Mapped<'t>> {
    let is_transfer = matches!(instruction.kind, InstructionKind::Copy(_) | InstructionKind::Add(_));
    let heredocs = instruction.heredocs.iter().filter(move |heredoc| is_transfer && heredoc.expand);
    heredocs.map(|heredoc| &heredoc.body)
}
