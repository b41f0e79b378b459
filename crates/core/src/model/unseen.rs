//! Programs that a RUN fetches and runs without looking at them.

use super::archive::file_name;
use super::{Step, download, program};
use crate::dockerfile::Command;
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

/// Where a RUN in PowerShell, which is read as text only, runs what it fetches: `iex (irm https://...)`.
#[must_use]
pub(crate) fn in_powershell(run: &Step<'_, '_>) -> Option<Span> {
    const RUNS: [&str; 2] = ["iex", "invoke-expression"];
    const FETCHES: [&str; 6] =
        ["downloadstring", "irm", "iwr", "invoke-restmethod", "invoke-webrequest", "curl"];
    let Some(Command::Shell(text)) = run.instruction.command() else { return None };
    if run.script.dialect.is_readable() || !text.contains("http") {
        return None;
    }
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        words.push((at, word.to_ascii_lowercase()));
        at += word.len()
            + text.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    let is_any = |names: &[&str], word: &str| names.contains(&word);
    let (at, runs) = words.iter().find(|(_, word)| is_any(&RUNS, word))?;
    words.iter().any(|(_, word)| is_any(&FETCHES, word)).then(|| text.span(*at..at + runs.len()))
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
