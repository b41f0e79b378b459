//! SSH that talks to any host.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta =
    Meta { code: "DL5061", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Env(env) = &instruction.kind else { continue };
        for pair in &env.pairs {
            if pair.value.as_ref().is_some_and(|value| accepts_any_host(value)) {
                report(pair.span, cx);
            }
        }
    }
    for call in build.runs().flat_map(|run| &run.calls).filter(|call| call.wrapper.is_none()) {
        // Unquoted, `echo StrictHostKeyChecking no` is two words.
        let words = call.arguments.iter().zip(call.arguments.iter().skip(1).map(Some).chain([None]));
        let found = words.filter(|(word, next)| {
            accepts_any_host(&word.text)
                || word.text == "StrictHostKeyChecking" && next.is_some_and(|next| is_no(&next.text))
        });
        let assigned =
            call.simple.assignments.iter().filter(|assignment| accepts_any_host(&assignment.value.text()));
        let spans: Vec<Span> =
            found.map(|(word, _)| word.span()).chain(assigned.map(|assignment| assignment.span)).collect();
        spans.into_iter().take(1).for_each(|span| report(span, cx));
    }
}

fn report(span: Span, cx: &mut Reporter<'_>) {
    cx.report(
        span,
        "SSH then talks to any host that answers, and clones from it. Put the host's key into known_hosts instead, from a file that you have checked.",
    );
}

/// `StrictHostKeyChecking=no`, with `=` or blanks.
fn accepts_any_host(text: &str) -> bool {
    let values = text.split("StrictHostKeyChecking").skip(1);
    values.map(|rest| rest.trim_start_matches(['=', ' ', '\t', '"'])).any(is_no)
}

fn is_no(value: &str) -> bool {
    let word = value.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    matches!(word, "no" | "off") && !value.starts_with("no-")
}
