//! What every fix promises: it mends its finding, and breaks nothing else.

use docklint_core::dockerfile;
use docklint_core::text::Edits;
use docklint_core::{
    Applicability, Config, Diagnostic, FileKind, Fix, Report, Severity, Workspace, fix, lint,
};
use std::collections::BTreeMap;

/// How many findings there are of each code.
fn counts(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in &report.diagnostics {
        *counts.entry(found.code).or_default() += 1;
    }
    counts
}

/// The findings of `after` whose code was there less often before, but for those that `allowed` lets pass.
#[must_use]
pub fn new_findings<'r>(
    before: &Report,
    after: &'r Report,
    allowed: impl Fn(&Diagnostic) -> bool,
) -> Vec<&'r Diagnostic> {
    let (old, new) = (counts(before), counts(after));
    let more = |code: &str| new.get(code) > old.get(code);
    after.diagnostics.iter().filter(|found| more(found.code) && !allowed(found)).collect()
}

/// The workspace after one fix alone; `None` where its edits overlap.
#[must_use]
pub fn apply(workspace: &Workspace, fix: &Fix) -> Option<Workspace> {
    let mut fixed = workspace.clone();
    for (id, file) in workspace.files() {
        let edits: Vec<_> =
            fix.edits.iter().filter(|(of, _)| *of == id).map(|(_, edit)| edit.clone()).collect();
        let mut all = Edits::default();
        all.try_add(&edits).ok()?;
        fixed.set_text(id, all.apply(&file.text));
    }
    Some(fixed)
}

/// What is wrong with one fix of a finding of `before`, applied alone; `None` where it holds what it promises.
#[must_use]
pub fn broken_promise(
    workspace: &Workspace,
    config: &Config,
    before: &Report,
    found: &Diagnostic,
    fix: &Fix,
) -> Option<String> {
    let Some(fixed) = apply(workspace, fix) else { return Some("its edits overlap".to_owned()) };
    let after = lint(&fixed, config);
    if counts(&after).get(found.code) >= counts(before).get(found.code) {
        return Some("its finding stays".to_owned());
    }
    let brought = new_findings(before, &after, |new| is_expected(found.code, new.code));
    brought.first().map(|new| {
        let text = &fixed.file(new.file).text;
        let start = text.get(..new.span.start as usize).map_or(0, |before| before.matches('\n').count());
        format!("it brings {} in line {}: {}", new.code, start + 1, new.message)
    })
}

/// What is wrong with applying all fixes of a workspace to the fixed point.
#[must_use]
pub fn broken_whole(workspace: &Workspace, config: &Config, least: Applicability) -> Option<String> {
    let before = lint(workspace, config);
    let once = fix(workspace.clone(), config, least);
    let twice = fix(once.workspace.clone(), config, least);
    if !twice.applied.is_empty() {
        return Some(format!("fixes are left after the last round: {:?}", twice.applied));
    }
    if let Some(comment) = lost_comment(workspace, &once.workspace) {
        return Some(format!("a comment is lost: {comment}"));
    }
    let keeps_instructions = !once.applied.keys().any(|code| changes_instructions(code));
    if keeps_instructions && instructions(workspace) != instructions(&once.workspace) {
        return Some("the number of instructions differs".to_owned());
    }
    let allowed = |found: &Diagnostic| {
        found.severity < Severity::Error || once.applied.keys().any(|code| is_expected(code, found.code))
    };
    new_findings(&before, &once.report, allowed).first().map(|new| format!("{} {}", new.code, new.message))
}

/// Whether fixes of `code` are meant to add or remove instructions.
fn changes_instructions(code: &str) -> bool {
    ["BK013", "DL3003", "DL3012", "DL3044", "DL3059", "DL4003", "DL4004", "DL4006", "DL5023"].contains(&code)
}

/// The number of instructions in all Dockerfiles.
fn instructions(workspace: &Workspace) -> usize {
    let dockerfiles = workspace.files().filter(|(_, file)| file.kind == FileKind::Dockerfile);
    dockerfiles.map(|(_, file)| dockerfile::parse(&file.text).0.instructions.len()).sum()
}

/// A comment of a Dockerfile that is no longer there.
fn lost_comment(before: &Workspace, after: &Workspace) -> Option<String> {
    before.files().find_map(|(id, file)| {
        let left = &after.file(id).text;
        let (tree, _) = dockerfile::parse(&file.text);
        let is_pragma = |text: &str| text.starts_with("docklint");
        let lost = |comment: &&dockerfile::Comment<'_>| {
            file.kind == FileKind::Dockerfile && !is_pragma(comment.text) && !left.contains(comment.text)
        };
        tree.comments.iter().find(lost).map(|comment| comment.text.to_owned())
    })
}

/// The text with the line ends of Windows.
#[must_use]
pub fn with_carriage_returns(workspace: &Workspace) -> Workspace {
    let mut other = workspace.clone();
    for (id, file) in workspace.files() {
        other.set_text(id, file.text.replace("\r\n", "\n").replace('\n', "\r\n"));
    }
    other
}

/// Whether a fix of `code` may bring a finding of `other`, since both ask about the same thing.
fn is_expected(code: &str, other: &str) -> bool {
    match code {
        // Fewer commands in a RUN may make it one of a row, and where it runs is known to more rules.
        "DL3003" => matches!(other, "DL3059" | "DL5028"),
        // What stands in one RUN is seen together.
        "DL3059" => matches!(other, "DL5040" | "DL5055"),
        // What is asked of COPY is not asked of ADD.
        "DL3020" => matches!(other, "DL3021" | "DL3045"),
        // What is asked of apt-get is not asked of apt.
        "DL3027" => matches!(other, "DL3008" | "DL3009" | "DL3014" | "DL3015"),
        // What cleans up needs sudo where the rest of the RUN does.
        "DL3009" | "DL3032" | "DL3036" | "DL3040" | "DL5048" => other == "DL3004",
        // Under a SHELL of one's own, another rule asks about the shell form.
        "DL4006" => other == "DL5001",
        // What readers did not agree on was judged by one rule; once they do, others have their say.
        "EV009" => other == "EV008",
        "EV021" => matches!(other, "EV008" | "EV012"),
        "EV020" => other == "EV014",
        "EV022" => other == "EV015",
        // Lines that dotenv-linter takes for the rest of a quoted value become lines of their own.
        "EV014" => other.starts_with("EV"),
        _ => false,
    }
}
