//! RUN, HEALTHCHECK, COPY, ADD and VOLUME with something that is nearly a JSON array.

use crate::diagnostic::Severity;
use crate::dockerfile::{Command, Instruction, InstructionKind};
use crate::model::{Build, json_form};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "DL5038",
    severity: Severity::Error,
    category: Category::Correctness,
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let Some(span) = words(instruction).filter(|span| json_form::is_meant(span.of(build.file.text)))
        else {
            continue;
        };
        let found = cx.report(
            span,
            "This is not a JSON array, so its brackets and quotes are taken for text. Use double quotes, and commas between.",
        );
        if let Some(array) = json_form::repaired(span.of(build.file.text)) {
            found.unsafe_fix("Write it as a JSON array", [Edit::replace(span, array)]);
        }
    }
}

/// What was read as words or as a shell command. CMD and ENTRYPOINT have a rule about that.
fn words(instruction: &Instruction<'_>) -> Option<Span> {
    let as_words = match &instruction.kind {
        InstructionKind::Copy(transfer) | InstructionKind::Add(transfer) => transfer.json.is_none(),
        InstructionKind::Volume(list) => list.json.is_none(),
        InstructionKind::Cmd(_) | InstructionKind::Entrypoint(_) => false,
        _ => match instruction.command()? {
            Command::Shell(text) => return Some(text.whole()),
            _ => false,
        },
    };
    as_words.then_some(instruction.arguments)
}
