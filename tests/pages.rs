//! Runs the examples of every rule's page: the page is the rule's test.

use docklint_core::rules::{self, FixSafety, Rule};
use docklint_core::text::LineIndex;
use docklint_core::{Applicability, Config, Report, SourceFile, Workspace, fix, lint};
use docklint_tests::contract::{broken_promise, broken_whole};
use docklint_tests::page::{Group, Page};
use docklint_tests::root;
use std::fmt::Write as _;

/// The workspace of an example. Its files are all that there is, so that rules about missing files can speak.
fn workspace(files: &[(String, String)]) -> Workspace {
    let files = files.iter().map(|(path, text)| SourceFile::new(path, text)).collect();
    Workspace::new(files).with_listing([])
}

/// The usual configuration with this rule switched on.
fn config(group: &Group, rule: &Rule) -> Config {
    let mut config: Config = match group.config.trim() {
        "" => Config::default(),
        json => serde_json::from_str(json).unwrap_or_else(|e| panic!("{}: config: {e}", rule.name)),
    };
    config.extend_select.push(rule.meta.code.to_owned());
    config
}

/// The findings of one rule as the `diagnostics` fence writes them.
fn render(report: &Report, workspace: &Workspace, rule: &Rule, several: bool) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics.iter().filter(|d| d.rule == rule.name) {
        let file = workspace.file(diagnostic.file);
        let at = LineIndex::new(&file.text).position(diagnostic.span.start);
        if several {
            write!(out, "{}:", file.path).expect("a string takes all");
        }
        writeln!(out, "{}:{} {}", at.line, at.column, diagnostic.code).expect("a string takes all");
    }
    out
}

fn assert_spans_fit(report: &Report, workspace: &Workspace, rule: &Rule) {
    for d in &report.diagnostics {
        let spans = d.related.iter().map(|r| (r.file, r.span)).chain([(d.file, d.span)]);
        let edits = d.fixes.iter().flat_map(|f| &f.edits).map(|(file, edit)| (*file, edit.span));
        for (file, span) in spans.chain(edits) {
            let text = &workspace.file(file).text;
            assert!(text.get(span.range()).is_some(), "{}: {span:?} is not a place of the file", rule.name);
        }
    }
}

fn check_group(rule: &Rule, group: &Group) {
    let name = rule.name;
    let config = config(group, rule);
    let bad = workspace(&group.bad);
    if !group.bad.is_empty() {
        let report = lint(&bad, &config);
        assert_spans_fit(&report, &bad, rule);
        assert_eq!(report, lint(&bad, &config), "{name}: the order of findings is stable");
        let found = render(&report, &bad, rule, group.bad.len() > 1);
        let shown: Vec<_> = report.diagnostics.iter().map(|d| format!("{} {}", d.code, d.message)).collect();
        assert_eq!(
            found, group.diagnostics,
            "{name}: findings of the bad example\nall: {shown:#?}\n{}",
            group.bad[0].1
        );
        assert!(!found.is_empty(), "{name}: a bad example gives a finding");
        check_fix(rule, group, &config, &bad, &report);
    }
    for good in &group.good {
        let good = workspace(good);
        let report = lint(&good, &config);
        let found: Vec<_> =
            report.diagnostics.iter().map(|d| format!("{} {:?} {}", d.code, d.span, d.message)).collect();
        assert!(
            found.is_empty(),
            "{name}: a good example gives no finding at all: {found:#?}\n{}",
            good.files().map(|(_, f)| f.text.as_str()).collect::<String>()
        );
    }
}

/// The rule's own fixes give exactly the `fixed` files, change nothing when applied again, and bring no new kind of finding.
fn check_fix(rule: &Rule, group: &Group, config: &Config, bad: &Workspace, before: &Report) {
    let name = rule.name;
    let only = Config { select: Some(vec![rule.meta.code.to_owned()]), ..config.clone() };
    let once = fix(bad.clone(), &only, Applicability::Unsafe);
    for (id, file) in once.workspace.files() {
        let expected = group.fixed.iter().find(|(path, _)| *path == file.path).map(|(_, text)| text);
        let expected = expected.unwrap_or(&bad.file(id).text);
        assert_eq!(&file.text, expected, "{name}: {} after the fix", file.path);
    }
    if group.fixed.is_empty() {
        return;
    }
    let again = fix(once.workspace.clone(), &only, Applicability::Unsafe);
    assert!(again.applied.is_empty(), "{name}: the fixed example is fixed again");
    // Whatever rules may be switched on: the finding is gone, and no other has come.
    let everything = Config { select: Some(vec!["ALL".to_owned()]), ..config.clone() };
    let all_before = lint(bad, &everything);
    for found in all_before.diagnostics.iter().filter(|d| d.rule == name) {
        for offered in &found.fixes {
            let broken = broken_promise(bad, &everything, &all_before, found, offered);
            assert!(broken.is_none(), "{name}: the fix `{}`: {}", offered.title, broken.unwrap_or_default());
        }
    }
    let broken = broken_whole(bad, &only, Applicability::Unsafe);
    assert!(broken.is_none(), "{name}: the fixes together: {}", broken.unwrap_or_default());
    let after = lint(&once.workspace, &only);
    let unfixed = before.diagnostics.iter().filter(|d| d.rule == name && d.fixes.is_empty()).count();
    let left = after.diagnostics.iter().filter(|d| d.rule == name).count();
    assert_eq!(left, unfixed, "{name}: the findings with a fix are gone");
    let fixes = before.diagnostics.iter().filter(|d| d.rule == name).flat_map(|d| &d.fixes);
    for offered in fixes {
        assert!(!offered.title.is_empty(), "{name}: a fix has a title");
        let allowed = match rule.meta.fix {
            FixSafety::None => false,
            FixSafety::Safe => offered.applicability == Applicability::Safe,
            FixSafety::Unsafe => offered.applicability == Applicability::Unsafe,
            FixSafety::Both => true,
        };
        assert!(allowed, "{name}: META declares fixes as {:?}", rule.meta.fix);
    }
}

#[test]
fn every_page_holds() {
    let mut failures = Vec::new();
    for rule in rules::all() {
        let stem = rule.name.replace('-', "_");
        let path = root().join("crates/core/src/rules").join(rule.family).join(format!("{stem}.md"));
        let page = Page::read(&path);
        let result = std::panic::catch_unwind(|| {
            assert!(page.groups.iter().any(|g| !g.bad.is_empty()), "{}: no bad example", rule.name);
            assert!(page.groups.iter().any(|g| !g.good.is_empty()), "{}: no good example", rule.name);
            page.groups.iter().for_each(|group| check_group(rule, group));
            let shown = page.groups.iter().any(|g| !g.fixed.is_empty());
            assert_eq!(
                rule.meta.fix != FixSafety::None,
                shown,
                "{}: a fix is declared if and only if a `fixed` fence stands",
                rule.name
            );
        });
        if result.is_err() {
            failures.push(rule.name);
        }
    }
    assert!(failures.is_empty(), "pages that do not hold: {failures:?}");
}
