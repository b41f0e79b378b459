//! A RUN that replaces /bin/sh by a link.

use crate::model::insert::cased;
use crate::model::{Build, Step};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Argument, Call};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL4005",
    category: Category::Correctness,
    aliases: &["hadolint:DL4005"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let calls = build.runs().flat_map(|run| run.calls.iter().map(move |call| (run, call)));
    for (run, call) in calls.filter(|(_, call)| call.name() == "ln" && call.has_argument("/bin/sh")) {
        let found = cx.report(
            call.name_word.span,
            "Relinking /bin/sh changes the shell of every script in the image. Use SHELL to choose the shell of the build steps.",
        );
        if let Some(edit) = choose_bash(build, run) {
            found.unsafe_fix("Use SHELL", [edit]);
        }
    }
}

/// SHELL in place of a RUN that does nothing but link /bin/sh to bash.
fn choose_bash(build: &Build<'_, '_>, run: &Step<'_, '_>) -> Option<Edit> {
    let links = |call: &Call<'_, '_>| {
        let mut operands = call.operands(&[]);
        let (first, second) = (operands.next(), operands.next());
        let is = |word: Option<&Argument<'_, '_>>, names: &[&str]| {
            word.is_some_and(|word| names.contains(&&*word.text))
        };
        match call.name() {
            "rm" | "mv" => is(first, &["/bin/sh"]),
            "ln" => is(first, &["/bin/bash", "bash"]) && is(second, &["/bin/sh"]),
            _ => false,
        }
    };
    let only_links =
        !run.onbuild && run.calls.iter().all(links) && !build.file.has_comment_in(run.instruction.span);
    let shell = format!("{} [\"/bin/bash\", \"-c\"]", cased("SHELL", &run.instruction.keyword));
    only_links.then(|| Edit::replace(run.instruction.span, shell))
}
