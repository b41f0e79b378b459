//! Ignore comments in whole files, with rules that find something there.

use crate::{Config, SourceFile, Workspace, lint, rules};

/// The findings of the rules `select` in a file, as `line CODE`, and how many were silenced.
fn left(path: &str, text: &str, select: &[&str]) -> (String, usize) {
    let workspace = Workspace::new(vec![SourceFile::new(path, text)]);
    let select = Some(select.iter().map(|s| (*s).to_owned()).collect());
    let report = lint(&workspace, &Config { select, ..Config::default() });
    let line = |offset: u32| text.get(..offset as usize).unwrap_or_default().matches('\n').count() + 1;
    let shown: Vec<String> =
        report.diagnostics.iter().map(|d| format!("{} {}", line(d.span.start), d.code)).collect();
    (shown.join(", "), report.suppressed)
}

fn dockerfile(text: &str) -> String {
    left("Dockerfile", text, &["DL3006", "DL3008", "DK"]).0
}

#[test]
fn in_a_dockerfile_the_next_instruction_is_silenced_as_a_whole() {
    let install = "RUN apt-get update && \\\n    apt-get install -y \\\n    curl\n";
    assert_eq!(dockerfile(&format!("FROM debian\n{install}")), "1 DL3006, 4 DL3008");
    assert_eq!(
        dockerfile(&format!(
            "# docklint ignore=DL3006 any\n\n# more\nFROM debian\n# docklint ignore=DL3008\n{install}"
        )),
        ""
    );
    let around = |above: &str, between: &str| {
        dockerfile(&format!(
            "FROM debian:12\nRUN apt-get install -y \\\n{above}    curl \\\n{between}    vim\n"
        ))
    };
    assert_eq!(around("", "# docklint ignore=DL3008\n"), "3 DL3008, 4 DK002");
    assert_eq!(around("# docklint ignore=DL3008\n", ""), "");
}

#[test]
fn a_file_is_silenced_wherever_the_comment_stands() {
    assert_eq!(
        dockerfile("FROM debian\nRUN apt-get install curl\n# docklint ignore-file=DL3006, DL3008 old\n"),
        ""
    );
    assert_eq!(dockerfile("# docklint ignore-file generated\nFROM debian\nRUN apt-get install curl\n"), "");
    let (found, silenced) = left("Dockerfile", "# docklint ignore-file\nFROM debian\n", &["DL3006"]);
    assert_eq!((found.as_str(), silenced), ("", 1));
}

#[test]
fn names_and_aliases_name_rules_too() {
    let name = rules::find("DL3006").expect("a rule").name;
    for name in [name, "hadolint:DL3006", "pins", "DL3"] {
        assert_eq!(dockerfile(&format!("# docklint ignore={name}\nFROM debian\n")), "", "{name}");
    }
}

#[test]
fn hadolints_comments_for_a_stage_reach_to_the_next_from() {
    let pair = "RUN apt-get install curl\nFROM debian\n";
    assert_eq!(
        dockerfile(&format!("FROM debian\n\n# hadolint stage ignore=DL3006,DL3008\n\n{pair}{pair}")),
        "1 DL3006, 7 DL3008, 8 DL3006"
    );
    assert_eq!(dockerfile(&format!("FROM debian:12\n# hadolint stage ignore=DL3008\n{pair}")), "4 DL3006");
}

#[test]
fn hadolints_comments_reach_exactly_the_next_line() {
    assert_eq!(dockerfile("# hadolint ignore=DL3006,SC2086 # why\nFROM debian\n"), "");
    assert_eq!(dockerfile("# hadolint ignore=DL3006\n\nFROM debian\n"), "3 DL3006");
    assert_eq!(dockerfile("# hadolint ignore=DL3006,\nFROM debian\n"), "2 DL3006");
    assert_eq!(dockerfile("# hadolint ignore=dl3006\nFROM debian\n"), "2 DL3006");
    assert_eq!(dockerfile("FROM debian\n# hadolint global ignore=DL3006\n"), "");
}

#[test]
fn buildkits_comments_name_buildkits_checks() {
    let left = |text: &str| left("Dockerfile", text, &["buildkit:StageNameCasing", "DK"]).0;
    assert_eq!(left("FROM debian:12 AS Base\n").split(' ').next(), Some("1"));
    assert_eq!(left("# check=skip=StageNameCasing;error=true\nFROM debian:12 AS Base\n"), "");
    assert_eq!(
        left("FROM debian:12 AS one\n# check=skip=StageNameCasing why\n\nFROM debian:12 AS Base\n"),
        ""
    );
    assert_eq!(left("FROM debian:12 AS one\n# check=skip=all\nFROM debian:12 AS Base\n"), "");
    assert_ne!(left("FROM debian:12 AS one\n# check=skip=StageNameCasing\n#\nFROM debian:12 AS Base\n"), "");
    assert_ne!(left("FROM debian:12 AS one\n# check=skip=Other\nFROM debian:12 AS Base\n"), "");
}

#[test]
fn in_compose_a_line_is_silenced_from_above_or_behind() {
    let left = |text: &str| left("compose.yaml", text, &["dclint:no-version-field", "DK"]).0;
    assert_eq!(left("version: '3'\nservices: {}\n"), "1 DC301");
    assert_eq!(left("version: '3' # docklint ignore=DC301\nservices: {}\n"), "");
    assert_eq!(left("# docklint ignore=DC301 old\n# and more\nversion: '3'\nservices: {}\n"), "");
    assert_eq!(left("# dclint disable-file\nversion: '3'\nservices: {}\n"), "");
    assert_eq!(left("---\n# dclint disable no-version-field\nversion: '3'\nservices: {}\n"), "");
    assert_eq!(left("version: '3' # dclint disable-line no-version-field\nservices: {}\n"), "");
    assert_eq!(left("version: '3' # dclint disable-line other\nservices: {}\n"), "1 DC301");
}

#[test]
fn in_env_files_a_stretch_is_silenced() {
    let left = |text: &str| left(".env", text, &["dotenv:LowercaseKey", "DK"]).0;
    assert_eq!(left("a=1\nb=2\n").matches("EV").count(), 2);
    assert!(
        left("# dotenv-linter:off LowercaseKey\na=1\n# dotenv-linter:on LowercaseKey\nb=2\n")
            .starts_with("4 EV")
    );
    assert_eq!(left("# dotenv-linter:off LowercaseKey, Other\na=1\nb=2\n"), "");
    assert!(left("# dotenv-linter:off\na=1\n").starts_with("2 EV"));
}

#[test]
fn wrong_and_idle_comments_are_reported() {
    assert_eq!(dockerfile("# docklint ignore=DL30006 x\nFROM debian:12\n"), "1 DK001");
    assert_eq!(dockerfile("# docklint ignore=DL3006 x\nFROM debian:12\n"), "1 DK002");
    assert_eq!(dockerfile("# docklint ignore=DL3006,DL3008\nFROM debian\n"), "1 DK002");
    // A rule that did not run may well be needed.
    assert_eq!(dockerfile("# docklint ignore=DL3007\nFROM debian:12\n"), "");
    assert_eq!(dockerfile("# docklint ignore-file=DK002\n# docklint ignore=DL3006\nFROM debian:12\n"), "");
}

#[test]
fn what_only_looks_like_a_comment_silences_nothing() {
    assert_eq!(dockerfile("# docklint ignores DL3006\nFROM debian\n"), "2 DL3006");
    assert_eq!(dockerfile("# docklint ignore\nFROM debian\n"), "2 DL3006");
    assert_eq!(dockerfile("FROM debian\nRUN echo '# docklint ignore-file=DL3006'\n"), "1 DL3006");
}
