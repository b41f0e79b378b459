//! RUN after RUN, of one command each.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::model::Step;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span, line_end};

pub(super) const META: Meta = Meta {
    code: "DL3059",
    severity: Severity::Info,
    category: Category::Size,
    aliases: &["hadolint:DL3059"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    // The first and the last step of a row of RUNs that could be one.
    let mut row: Option<(&Step<'_, '_>, &Step<'_, '_>)> = None;
    for step in build.runs().filter(|step| !step.onbuild) {
        let joins = |(first, last): &(&Step<'_, '_>, &Step<'_, '_>)| {
            step.index == last.index + 1
                && first.commands <= 1
                && step.commands <= 1
                && same_flags(first, step)
        };
        let Some((first, last)) = row.filter(joins) else {
            row = Some((step, step));
            continue;
        };
        row = Some((first, step));
        let found = cx.report(
            step.instruction.keyword.whole(),
            "This RUN and the one before could be one, with one layer instead of two.",
        );
        if let Some(edit) = join(build, last, step) {
            found.unsafe_fix("Join it to the RUN before", [edit]);
        }
    }
}

fn same_flags(a: &Step<'_, '_>, b: &Step<'_, '_>) -> bool {
    let flags = |step: &Step<'_, '_>| -> Vec<(String, Option<String>)> {
        let flags = step.instruction.flags.iter();
        flags.map(|flag| (flag.name.to_string(), flag.value.as_ref().map(ToString::to_string))).collect()
    };
    flags(a) == flags(b)
}

/// `RUN a` and `RUN b` on the next line as `RUN a && b`.
fn join(build: &Build<'_, '_>, first: &Step<'_, '_>, second: &Step<'_, '_>) -> Option<Edit> {
    let text = build.file.text;
    let between = Span { start: first.instruction.span.end, end: second.instruction.span.start };
    let plain = |step: &Step<'_, '_>| {
        step.is_shell_form()
            && step.instruction.heredocs.is_empty()
            && step.script.comments.is_empty()
            && step.script.failure.is_none()
    };
    if !plain(first) || !plain(second) || !between.of(text).trim().is_empty() {
        return None;
    }
    let last = first.script.body.items.last().filter(|last| !last.background)?;
    let replaced = Span { start: last.span.end, end: second.instruction.arguments.start };
    let several_lines = [first, second].iter().any(|step| step.instruction.head.of(text).contains('\n'));
    let glue = if several_lines {
        format!(" {}{}    && ", build.file.escape, line_end(text))
    } else {
        " && ".to_owned()
    };
    (!build.file.has_comment_in(replaced)).then(|| Edit::replace(replaced, glue))
}
