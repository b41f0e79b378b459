//! sudo in a RUN.

use crate::diagnostic::Severity;
use crate::dockerfile::Instruction;
use crate::model::{Build, Step};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Call;
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "DL3004",
    severity: Severity::Error,
    category: Category::Security,
    aliases: &["hadolint:DL3004"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let calls = build.runs().flat_map(|run| run.calls.iter().map(move |call| (run, call)));
    for (run, call) in calls.filter(|(_, call)| call.name() == "sudo") {
        let found = cx.report(
            call.name_word.span,
            "`sudo` has nothing to add in a build, and hides which user runs what. Change the user with USER, and change back.",
        );
        if let Some(edit) = removal(build, run, call) {
            found.unsafe_fix("Run the command without `sudo`", [edit]);
        }
    }
}

/// Deletes a `sudo` without flags, where no USER has made the commands run as anybody but root.
fn removal(build: &Build<'_, '_>, run: &Step<'_, '_>, call: &Call<'_, '_>) -> Option<Edit> {
    let stage = build.stages().get(run.stage)?;
    let is_user = |instruction: &&Instruction<'_>| {
        instruction.is("USER") && instruction.span.start < call.name_word.span.start
    };
    let as_root = !build.ancestry(stage).any(|stage| build.instructions_of(stage).any(|i| is_user(&i)));
    let command = call.arguments.first()?;
    let plain = !call.simple.exec && !command.is_flag() && !command.text.contains('=');
    let removed = Span { start: call.name_word.span.start, end: command.span().start };
    (as_root && plain && !build.file.has_comment_in(removed)).then(|| Edit::delete(removed))
}
