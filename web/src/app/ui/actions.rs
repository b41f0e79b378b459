//! What a click does to the text: fixes, and the way to the next problem.

use super::editor::Editor;
use super::live::{Fixed, Latest, LatestRef};
use super::text::count;
use docklint_web::message::Edit;

/// Applies one fix of one finding, in all its files. A finding of an older text is left alone: its places have moved.
pub(crate) fn apply_fix(latest: &LatestRef, editor: &Editor, finding: usize, fix: usize) {
    let (project, report) = {
        let latest = latest.borrow();
        (latest.project.clone(), latest.report.clone())
    };
    let found = report.findings.get(finding).and_then(|finding| finding.fixes.get(fix));
    let Some(fix) = found.filter(|_| report.revision == project.revision) else { return };
    for file in &project.files {
        let edits: Vec<&Edit> = fix.edits.iter().filter(|edit| edit.path == file.name).collect();
        if !edits.is_empty() {
            editor.edit(file.id, &edits);
        }
    }
}

/// Puts the fixed texts into the editor and says what was done.
pub(crate) fn put_fixes(latest: &LatestRef, editor: &Editor, (revision, changed, applied): &Fixed) -> String {
    let project = latest.borrow().project.clone();
    if project.revision != *revision {
        return "The text changed while it was fixed, so it was left as it is. Try again.".to_owned();
    }
    for text in changed {
        if let Some(file) = project.named(&text.name) {
            editor.replace(file.id, &text.text);
        }
    }
    let what: Vec<String> = applied.iter().map(|(code, n)| format!("{code} × {n}")).collect();
    let all: usize = applied.iter().map(|(_, n)| n).sum();
    format!(
        "Applied {} in {}: {}. Undo takes them back.",
        if all == 1 { "1 fix".to_owned() } else { format!("{all} fixes") },
        count(changed.len(), "file"),
        what.join(", ")
    )
}

/// The next or previous finding from the cursor on, in the order of the list.
pub(crate) fn step(latest: &Latest, editor: &Editor, forward: bool) -> Option<usize> {
    let file = latest.project.file(latest.project.active)?;
    let findings = &latest.report.findings;
    let here = (file.name.as_str(), editor.cursor());
    let place =
        |index: usize| findings.get(index).map(|finding| (finding.path.as_str(), finding.range.start));
    let mut all = 0..findings.len();
    let last = findings.len().checked_sub(1);
    if forward {
        all.find(|index| place(*index) > Some(here)).or(last.map(|_| 0))
    } else {
        all.rfind(|index| place(*index) < Some(here)).or(last)
    }
}

pub(crate) fn scroll_to_problem(index: usize) {
    let row = gloo::utils::document().query_selector(&format!(".problem[data-index=\"{index}\"]"));
    if let Ok(Some(row)) = row {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
