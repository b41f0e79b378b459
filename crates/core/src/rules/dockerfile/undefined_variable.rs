//! A variable that is not defined where an instruction uses it.

use crate::dockerfile::{Base, Instruction, InstructionKind, Stages, expand};
use crate::model::Build;
use crate::model::undefined::Gap;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::suggest;
use crate::text::Mapped;

pub(super) const META: Meta = Meta {
    code: "BK010",
    category: Category::Correctness,
    aliases: &["buildkit:UndefinedVar"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Set by every builder, whatever the base image.
const ALWAYS: &[&str] = &["PATH", "BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in &facts.stages {
        for (index, instruction) in stage.instructions(build.file) {
            for value in values(instruction) {
                for reference in expand::references(value, build.file.escape).0 {
                    let name = value.get(reference.name.clone()).unwrap_or_default();
                    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
                    if !is_name || ALWAYS.contains(&name) || facts.variable(index, name).is_some() {
                        continue;
                    }
                    if let Some(reason) = reason(facts, index, name) {
                        cx.report(
                            value.span(reference.range),
                            format!("`{name}` is not defined here, so it is empty. {reason}"),
                        );
                    }
                }
            }
        }
    }
}

/// Why the variable is certainly not defined, and what to do; `None` where the base image may set it.
fn reason(facts: &Stages<'_>, index: usize, name: &str) -> Option<String> {
    if let Some(gap) = Gap::find(facts, index, name) {
        return Some(gap.explain(name));
    }
    let stage = facts.stage_of(index)?;
    // What the same instruction sets may well extend what the base image has: `ENV PATHS=$PATHS:/x`.
    if facts.lineage(stage).any(|ancestor| ancestor.environment.last(name).is_some()) {
        return None;
    }
    let declared: Vec<&str> = facts.variables(index).map(|variable| variable.name.as_str()).collect();
    if let Some(near) = suggest::nearest(name, &declared) {
        return Some(format!("Did you mean `{near}`?"));
    }
    matches!(facts.root(stage).base, Base::Scratch).then(|| format!("Declare it: `ARG {name}`."))
}

/// The values in which BuildKit replaces variables and reports undefined ones.
fn values<'i, 't>(instruction: &'i Instruction<'t>) -> Vec<&'i Mapped<'t>> {
    let flags = ["chown", "chmod", "checksum"].into_iter().filter_map(|flag| instruction.flag_value(flag));
    match &instruction.kind {
        InstructionKind::Env(pairs) | InstructionKind::Label(pairs) => {
            pairs.pairs.iter().filter_map(|pair| pair.value.as_ref()).collect()
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
        _ => Vec::new(),
    }
}
