//! wget with its progress bar.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3047",
    severity: Severity::Info,
    category: Category::Style,
    aliases: &["hadolint:DL3047"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const QUIET: &[&str] = &["progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let calls = build.runs().flat_map(|run| run.calls.iter().map(move |call| (run, call)));
    for (run, call) in calls.filter(|(_, call)| call.name() == "wget") {
        if call.has_any_flag(QUIET) || call.has_argument("-nv") {
            continue;
        }
        // BusyBox's wget can only be quiet.
        let flag = if build.is_alpine(run.stage) { "-q" } else { "--progress=dot:giga" };
        let name = call.name_word.span;
        cx.report(name, "`wget` fills the build log with its progress bar. Add `--progress=dot:giga`, or `-q` where wget is busybox's.")
            .unsafe_fix(format!("Add `{flag}`"), [call.insert_after(call.name_word, flag)]);
    }
}
