//! `build.args` with a name that the Dockerfile does not declare.

use crate::compose::Place;
use crate::dockerfile::{Dockerfile, Instruction, InstructionKind, PLATFORM_ARGS};
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::suggest;
use std::collections::BTreeMap;

pub(super) const META: Meta = Meta { code: "PJ008", check: Check::Stack(check), ..Meta::DEFAULT };

/// What every build takes without an ARG, in any case. Source: the reference of Dockerfiles.
const ALWAYS: [&str; 7] =
    ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY", "SOURCE_DATE_EPOCH", "BUILDKIT_"];

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    // Services may share their arguments by an anchor; one Dockerfile that declares a name is enough.
    let mut unknown: BTreeMap<Place, Option<String>> = BTreeMap::new();
    for service in stack.view().services() {
        let Some(build) = service.build() else { continue };
        let dockerfile = stack.dockerfile(cx.project, service);
        for pair in build.args() {
            let name = pair.key.as_str();
            let verdict =
                dockerfile.and_then(|(id, file)| message(name, file, cx.project.workspace.file(id).name()));
            let known = unknown.entry(pair.key.place()).or_insert_with(|| verdict.clone());
            if verdict.is_none() {
                *known = None;
            }
        }
    }
    for (place, verdict) in unknown {
        if let Some(message) = verdict {
            cx.report_at(stack, place, message);
        }
    }
}

/// What to say about an argument that the Dockerfile does not declare.
fn message(name: &str, dockerfile: &Dockerfile<'_>, file: &str) -> Option<String> {
    let declared = declared(dockerfile);
    let is_always = ALWAYS.iter().any(|known| {
        let start = name.get(..known.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(known) && (known.ends_with('_') || start.len() == name.len())
    });
    let has_frontend = dockerfile
        .directives
        .iter()
        .any(|d| d.active && d.name.eq_ignore_ascii_case("syntax") && !d.value.contains("docker/dockerfile"));
    let is_open = name.is_empty() || name.contains('$') || dockerfile.instructions.is_empty();
    if is_open || is_always || has_frontend || PLATFORM_ARGS.contains(&name) || declared.contains(&name) {
        return None;
    }
    let mend = match suggest::nearest(name, &declared) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("Add `ARG {name}` to the stage that needs it, or delete it here."),
    };
    Some(format!("`{file}` has no `ARG {name}`, so this value goes nowhere. {mend}"))
}

/// The names of all ARGs, those in ONBUILD included.
fn declared<'t>(dockerfile: &'t Dockerfile<'_>) -> Vec<&'t str> {
    let itself = |instruction: &'t Instruction<'_>| match &instruction.kind {
        InstructionKind::Onbuild(inner) => &inner.kind,
        kind => kind,
    };
    let names = dockerfile.instructions.iter().map(itself).filter_map(|kind| match kind {
        InstructionKind::Arg(declared) => Some(declared.iter().map(|argument| argument.name.as_str())),
        _ => None,
    });
    names.flatten().collect()
}
