//! An ENV whose value uses a variable of the same ENV.

use crate::diagnostic::Severity;
use crate::dockerfile::{Assignment, InstructionKind, expand};
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span, line_end};
use std::collections::{HashMap, HashSet};

pub(super) const META: Meta = Meta {
    code: "DL3044",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3044"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let mut known: HashSet<&str> = HashSet::new();
    for instruction in &build.file.instructions {
        if let InstructionKind::Arg(declared) = &instruction.kind {
            known.extend(declared.iter().map(|argument| argument.name.as_str()));
        }
        let InstructionKind::Env(env) = &instruction.kind else { continue };
        // A single pair has no other to refer to.
        let pairs = if env.pairs.len() > 1 { env.pairs.as_slice() } else { &[] };
        let mut by_name: HashMap<&str, Vec<&Assignment<'_>>> = HashMap::new();
        pairs.iter().for_each(|pair| by_name.entry(&pair.name).or_default().push(pair));
        for (at, pair) in pairs.iter().enumerate() {
            let Some(value) = &pair.value else { continue };
            let (references, _) = expand::references(value, build.file.escape);
            for reference in references {
                let name = value.get(reference.name.clone()).unwrap_or_default();
                let set_here =
                    by_name.get(name).and_then(|named| named.iter().find(|other| other.span != pair.span));
                if let Some(other) = set_here.filter(|_| !known.contains(name)) {
                    let found = cx.report(
                        value.span(reference.range),
                        format!("`{name}` has no value yet: one ENV sets all its variables at once. Use a second ENV."),
                    );
                    found.related(other.span, "set by the same instruction");
                    let before = at.checked_sub(1).and_then(|at| env.pairs.get(at));
                    if let Some(before) = before.filter(|_| other.span.start < pair.span.start) {
                        let gap = Span { start: before.span.end, end: pair.span.start };
                        if !build.file.has_comment_in(gap) {
                            let begun = format!("{}{} ", line_end(build.file.text), &*instruction.keyword);
                            found.unsafe_fix("Begin a second ENV", [Edit::replace(gap, begun)]);
                        }
                    }
                }
            }
        }
        known.extend(env.pairs.iter().map(|pair| pair.name.as_str()));
    }
}
