//! EXPOSE of the same port twice.

use crate::dockerfile::{ExposedPort, InstructionKind, ItemKind, exposed_ports};
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(super) const META: Meta = Meta {
    code: "DL5023",
    category: Category::Ports,
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in &facts.stages {
        let ports = exposed_ports(build.file, facts, stage);
        let key = |port: &ExposedPort<'_>| {
            let mapping = port.mapping.as_ref().ok()?;
            Some((mapping.target.value, mapping.protocol.value))
        };
        let mut seen = HashMap::new();
        for port in &ports {
            let Some(key) = key(port) else { continue };
            let first = match seen.entry(key) {
                Entry::Occupied(first) => *first.get(),
                Entry::Vacant(place) => {
                    place.insert(port);
                    continue;
                }
            };
            let written = port.item.as_str() == port.text;
            let span = if written { port.item.whole() } else { port.place(Span::new(0, port.text.len())) };
            let message = if first.text == port.text {
                format!("`{}` is exposed twice. Delete one.", port.text)
            } else {
                format!("`{}` is the same port as `{}`. Delete one.", port.text, first.text)
            };
            let found = cx.report(span, message);
            found.related(first.item.whole(), "exposed here");
            if let Some(edit) = deletion(build, port).filter(|_| written) {
                found.safe_fix("Delete the repeated port", [edit]);
            }
        }
    }
}

/// The edit that deletes an item, or the whole instruction where it is the only one.
fn deletion(build: &Build<'_, '_>, port: &ExposedPort<'_>) -> Option<Edit> {
    let instruction = build.file.instructions.get(port.instruction)?;
    let InstructionKind::Expose(items) = &instruction.kind else { return None };
    let own = port.item.whole();
    let at = items.partition_point(|item| item.whole().start < own.start);
    if let [_] = items.as_slice() {
        let whole = ItemKind::Instruction(port.instruction);
        return build.file.items.iter().find(|item| item.kind == whole).map(|item| Edit::delete(item.span));
    }
    let span = match at.checked_sub(1).and_then(|before| items.get(before)) {
        Some(before) => Span { start: before.whole().end, end: own.end },
        None => Span { start: own.start, end: items.get(1)?.whole().start },
    };
    // A comment between continued lines stays.
    (!span.of(build.file.text).contains('#')).then(|| Edit::delete(span))
}
