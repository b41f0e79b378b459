//! Programs that a RUN fetches and runs without looking at them.

use super::archive::file_name;
use super::{Step, download, program};
use crate::shell::{self, Argument, Call};
use crate::text::Span;
use std::collections::HashMap;

/// A program that is run as it came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unseen<'c, 's, 't> {
    /// The command that fetches it.
    pub(crate) fetch: &'c Call<'s, 't>,
    /// The command that runs it.
    pub(crate) runner: &'c Call<'s, 't>,
}

/// What the RUN fetches and runs: through a pipe, as `bash <(...)` and `sh -c "$(...)"`, or from a file that nothing verifies.
#[must_use]
pub(crate) fn programs<'c, 's, 't>(run: &'c Step<'s, 't>) -> Vec<Unseen<'c, 's, 't>> {
    let mut found: Vec<Unseen<'c, 's, 't>> = Vec::new();
    for stages in shell::pipes(run.script, &run.calls) {
        let mut rest = stages.into_iter().skip_while(|call| !download::is_fetch(call));
        if let (Some(fetch), Some(runner)) = (rest.next(), rest.find(|call| program::runs_input(call))) {
            found.push(Unseen { fetch, runner });
        }
    }
    for (at, runner) in run.calls.iter().enumerate() {
        let Some(output) = output_run_by(runner) else { continue };
        let inner = run.calls.iter().skip(at + 1).take_while(|call| call.name_word.span.start < output.end);
        let mut fetches =
            inner.filter(|call| output.contains(call.name_word.span) && download::is_fetch(call));
        found.extend(fetches.next().map(|fetch| Unseen { fetch, runner }));
    }
    if !download::is_verified(run) {
        found.extend(run_from_files(run));
    }
    found
}

/// Where `<(...)` or `$(...)` stands whose output the command runs.
fn output_run_by(call: &Call<'_, '_>) -> Option<Span> {
    let whole = |argument: &Argument<'_, '_>, is_output: fn(&str) -> bool| {
        let (first, _) = argument.word.flat_parts().next()?;
        is_output(&first.raw).then_some(first.span)
    };
    if program::runs_text(call) {
        return call
            .arguments
            .iter()
            .find_map(|text| whole(text, |raw| raw.starts_with("$(") || raw.starts_with('`')));
    }
    program::run_argument(call).and_then(|file| whole(file, |raw| raw.starts_with("<(")))
}

/// Files that one command saves and a later one runs.
fn run_from_files<'c, 's, 't>(run: &'c Step<'s, 't>) -> impl Iterator<Item = Unseen<'c, 's, 't>> {
    let mut saved: HashMap<String, &'c Call<'s, 't>> = HashMap::new();
    run.calls.iter().filter_map(move |call| {
        if download::is_fetch(call) {
            saved.extend(download::saved_as(call).map(|file| (file_name(&file).to_owned(), call)));
            return None;
        }
        let fetch = saved.remove(file_name(&program::run_file(call)?))?;
        Some(Unseen { fetch, runner: call })
    })
}
