//! curl and wget in one stage.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DL4001",
    category: Category::Size,
    aliases: &["hadolint:DL4001"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    // hadolint judges the steps of each stage in order: every one that uses either, once both have been used.
    let mut seen = Seen::default();
    for run in build.runs() {
        if seen.stage != run.stage {
            seen = Seen { stage: run.stage, ..Seen::default() };
        }
        let Some(call) = run.calls.iter().find(|call| call.is_any(&["curl", "wget"])) else { continue };
        for call in &run.calls {
            match call.name() {
                "curl" => seen.curl = seen.curl.or(Some(call.name_word.span)),
                "wget" => seen.wget = seen.wget.or(Some(call.name_word.span)),
                _ => {}
            }
        }
        if let (Some(curl), Some(wget)) = (seen.curl, seen.wget) {
            cx.report(
                call.name_word.span,
                "This stage uses both curl and wget. One of them is enough to install and to patch.",
            )
            .related(curl, "first curl")
            .related(wget, "first wget");
        }
    }
}

#[derive(Default)]
struct Seen {
    stage: usize,
    curl: Option<Span>,
    wget: Option<Span>,
}
