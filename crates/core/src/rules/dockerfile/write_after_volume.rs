//! Files that are put below a VOLUME after it was declared.

use crate::diagnostic::Severity;
use crate::dockerfile::{Instruction, InstructionKind, expand};
use crate::model::{Build, Step};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DL5033",
    severity: Severity::Info,
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Each path is compared with each volume; no file that people write has more.
const MOST: usize = 100;

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in &build.facts().stages {
        let mut volumes: Vec<(String, Span)> = Vec::new();
        for (index, instruction) in stage.instructions(build.file) {
            if let InstructionKind::Volume(list) = &instruction.kind {
                let literal = list.items.iter().filter(|item| !item.contains('$'));
                volumes.extend(literal.filter_map(|item| {
                    let path = expand::unquote(item, build.file.escape).ok()?;
                    Some((path.trim_end_matches('/').to_owned(), item.whole()))
                }));
                volumes.truncate(MOST);
                continue;
            }
            let volume_of = |path: &str| {
                volumes.iter().find(|(volume, _)| {
                    path.strip_prefix(volume.as_str())
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                })
            };
            let run = build.run_at(index);
            let written = written(instruction, run);
            let hit = written.iter().find_map(|(path, span)| Some((volume_of(path)?, *span)));
            if let Some(((volume, declared), span)) = hit {
                cx.report(
                    span,
                    format!("`{volume}` is a VOLUME already, so classic builders drop what this puts there. Move VOLUME below it."),
                )
                .related(*declared, "the volume");
            }
        }
    }
}

/// The paths that an instruction writes to, as far as it says.
fn written(instruction: &Instruction<'_>, run: Option<&Step<'_, '_>>) -> Vec<(String, Span)> {
    if let Some(destination) = instruction.transfer().and_then(|transfer| transfer.destination.as_ref()) {
        return vec![(destination.trim_matches(['"', '\'']).to_owned(), destination.whole())];
    }
    let calls = run.into_iter().flat_map(|run| &run.calls);
    let operands = calls.flat_map(|call| {
        let operands: Vec<_> = call.operands(&["m", "mode"]).collect();
        let from = match call.name() {
            "touch" | "mkdir" => 0,
            "chown" | "chmod" | "chgrp" => 1,
            "cp" | "mv" => operands.len().saturating_sub(1),
            _ => operands.len(),
        };
        operands.into_iter().skip(from)
    });
    operands.map(|word| (word.text.to_string(), word.span())).collect()
}
