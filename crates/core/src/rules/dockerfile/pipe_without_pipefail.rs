//! A pipe whose early failures go unnoticed.

use crate::model::Build;
use crate::model::Step;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{
    Pipeline, Script, Simple,
    visit::{Visitor, walk_pipeline, walk_script, walk_simple},
};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DL4006",
    category: Category::Correctness,
    aliases: &["hadolint:DL4006"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let mut mended_stage = None;
    for run in build.runs().filter(|run| !run.onbuild) {
        let Some(pipe) = first_pipe(run.script, build.as_hadolint) else { continue };
        if run.shell_has_pipefail() || !build.as_hadolint && sets_pipefail(run, pipe) {
            continue;
        }
        let found = cx.report(
            pipe,
            "If a command before the pipe fails, the build goes on. Put `SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]` before this RUN.",
        );
        // One SHELL serves the rest of the stage.
        if mended_stage.replace(run.stage) != Some(run.stage) {
            let shell = if !build.is_alpine(run.stage) {
                r#"["/bin/bash", "-o", "pipefail", "-c"]"#
            } else {
                r#"["/bin/ash", "-eo", "pipefail", "-c"]"#
            };
            if let Some(edit) = build.insert_before(run.index, "SHELL", shell) {
                found.unsafe_fix("Put a SHELL with pipefail before it", [edit]);
            }
        }
    }
}

/// The place of the first `|` between two commands, at any depth.
fn first_pipe(script: &Script<'_>, as_written: bool) -> Option<Span> {
    struct Finder {
        first: Option<Span>,
        as_written: bool,
    }
    impl<'s, 't> Visitor<'s, 't> for Finder {
        fn visit_pipeline(&mut self, pipeline: &'s Pipeline<'t>) {
            let first = pipeline.pipes.first().map(|pipe| pipe.span);
            self.first = self.first.into_iter().chain(first).min();
            walk_pipeline(self, pipeline);
        }

        fn visit_simple(&mut self, simple: &'s Simple<'t>) {
            // `bash -o pipefail -c '...'`
            if self.as_written || !simple.words.iter().any(|word| word.is("pipefail")) {
                walk_simple(self, simple);
            }
        }

        fn visit_wrapped(&mut self, script: &'s Script<'t>) {
            if !self.as_written {
                walk_script(self, script);
            }
        }
    }
    let mut finder = Finder { first: None, as_written };
    walk_script(&mut finder, script);
    finder.first
}

/// `set -o pipefail` in the RUN itself, before the pipe.
fn sets_pipefail(run: &Step<'_, '_>, pipe: Span) -> bool {
    let mut before = run.calls.iter().filter(|call| call.name_word.span.start < pipe.start);
    before.any(|call| call.name() == "set" && call.has_argument("pipefail"))
}
