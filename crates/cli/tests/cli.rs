//! The command line as a process: what it prints, and how it ends.

mod project;
mod resolve;

use project::Project;

/// A Dockerfile with one finding, a warning.
const UNTAGGED: &str = "FROM debian\n";
/// A .env file with one finding, of severity style, that has a safe fix.
const UNENDED: &str = "A=1";
/// Runs these two rules only, so that new rules change no test.
const TWO: &str = "--select=DL3006,EV002";

#[test]
fn the_exit_status_tells_findings_from_failures() {
    let project = Project::new(&[("Dockerfile", UNTAGGED), ("a.env", UNENDED)]);
    let status = |args: &[&str]| project.run(args).status;
    assert_eq!(status(&["check", "--isolated", TWO]), 1, "a warning");
    assert_eq!(status(&["check", "--isolated", TWO, "a.env"]), 0, "style is below the fail level");
    assert_eq!(status(&["check", "--isolated", TWO, "--fail-level=style", "a.env"]), 1);
    assert_eq!(status(&["check", "--isolated", TWO, "--fail-level=error"]), 0);
    assert_eq!(status(&["check", "--isolated", TWO, "--severity=DL3006=error", "--fail-level=error"]), 1);
    assert_eq!(status(&["check", "--isolated", TWO, "--exit-zero"]), 0);
    assert_eq!(status(&["check", "--isolated", TWO, "--ignore=DL3006"]), 0);
    assert_eq!(status(&["check", "missing"]), 2);
    assert_eq!(status(&["check", "--bogus"]), 2);
    assert_eq!(status(&["check", "--select=NOPE"]), 2);
    assert_eq!(status(&["check", "--config=missing.yaml"]), 2);
    assert_eq!(status(&["explain", "NOPE"]), 2);
    assert_eq!(status(&["--version"]), 0);
}

#[test]
fn findings_are_shown_in_each_format() {
    let project = Project::new(&[("Dockerfile", UNTAGGED), ("sub/a.env", UNENDED)]);
    insta::assert_snapshot!("text", project.run(&["check", "--isolated", TWO]).stdout);
    insta::assert_snapshot!("concise", project.run(&["check", "--isolated", TWO, "--format=concise"]).stdout);
    insta::assert_snapshot!("json", project.run(&["check", "--isolated", TWO, "--format=json"]).stdout);
}

#[test]
fn messages_say_what_is_wrong() {
    let project = Project::new(&[("Dockerfile", UNTAGGED), ("bad.yaml", "selct: []\n")]);
    let errors = [
        &["check", "missing"][..],
        &["check", "--select=missing-final-newlin,NOPE1"],
        &["check", "--config=bad.yaml"],
        &["check", "--config=missing.yaml"],
        &["check", "-", "Dockerfile"],
        &["check", "--fail-level=fatal"],
        &["check", "--severity=DL3006"],
        &["check", "--exclude=[a"],
        &["explain", "DL30066"],
    ];
    let shown: String = errors
        .iter()
        .map(|args| format!("$ docklint {}\n{}\n", args.join(" "), project.run(args).stderr))
        .collect();
    insta::assert_snapshot!("errors", shown);
}

#[test]
fn rules_are_listed_and_explained() {
    let project = Project::new(&[]);
    let listed: serde_json::Value =
        serde_json::from_str(&project.run(&["rules", "--format=json"]).stdout).expect("JSON");
    let rules = listed.as_array().expect("a list");
    let rule = rules.iter().find(|rule| rule["code"] == "EV002").expect("the rule");
    insta::assert_snapshot!("rule", rule.to_string());
    let text = project.run(&["rules"]).stdout;
    assert_eq!(text.lines().count(), rules.len());
    let page = project.run(&["explain", "missing-final-newline"]).stdout;
    assert!(page.starts_with("# missing-final-newline (EV002)\n"), "{page}");
    assert!(page.contains("## Why"), "{page}");
    assert_eq!(project.run(&["explain", "EV002"]).stdout, page);
    let both = project.run(&["explain", "dotenv:EndingBlankLine"]).stdout;
    assert!(both.contains(&page) && both.len() > page.len(), "two rules share this alias: {both}");
}

#[test]
fn files_that_cannot_be_read_are_findings() {
    let long = format!("A={}\n", "a".repeat(300_000));
    for (path, code, nul) in [
        ("Dockerfile", "DL1000", "FROM a\0\n"),
        ("compose.yaml", "DC003", "a: \0\n"),
        (".env", "EV001", "A=\0\n"),
    ] {
        for text in [long.as_str(), nul] {
            let project = Project::new(&[(path, text)]);
            let run = project.run(&["check", "--isolated", "--format=concise"]);
            assert_eq!(run.status, 1, "{path}");
            assert!(run.stdout.contains(&format!(" error {code} ")), "{}", run.stdout);
        }
    }
}

#[test]
fn standard_input_is_a_file_with_a_name() {
    let project = Project::new(&[]);
    let concise = |args: &[&str], text: &str| {
        project.run_with(&[&["check", "--isolated", "--format=concise", TWO], args].concat(), text).stdout
    };
    assert!(concise(&["-"], UNTAGGED).starts_with("-:1:6: warning DL3006 "));
    assert!(
        concise(&["-", "--stdin-filename=sub/x.env"], UNENDED).starts_with("sub/x.env:1:4: style EV002 ")
    );
    assert!(concise(&["-"], UNENDED).starts_with("-:1:4: style EV002 "), "the kind is guessed");
    let fixed =
        project.run_with(&["check", "-", "--stdin-filename=x.env", "--fix", "--isolated", TWO], UNENDED);
    assert_eq!(fixed.stdout, "A=1\n");
    assert!(fixed.stderr.contains("Nothing found"), "{}", fixed.stderr);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let project = Project::new(&[("b/Dockerfile", UNTAGGED)]);
    project.write("a/Dockerfile", b"FROM debian\xff\n");
    let run = project.run(&["check", "--isolated", "--format=concise", TWO]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("b/Dockerfile:1:6"), "{}", run.stdout);
    assert_eq!(run.stderr, "error: a/Dockerfile: not UTF-8 from byte 11 on, and not looked at\n");
}

#[test]
fn fixes_are_shown_or_applied() {
    let project = Project::new(&[("a.env", "A=1\nB=2"), ("Dockerfile", UNTAGGED)]);
    let diff = project.run(&["check", "--isolated", TWO, "--diff"]);
    assert_eq!(diff.status, 1);
    insta::assert_snapshot!("diff", format!("{}{}", diff.stdout, diff.stderr));
    assert_eq!(project.read("a.env"), "A=1\nB=2", "a diff changes nothing");
    let fixed = project.run(&["check", "--isolated", TWO, "--fix", "--format=concise"]);
    assert_eq!(project.read("a.env"), "A=1\nB=2\n");
    assert_eq!(fixed.stderr, "Fixed 1 problem (1 EV002) in 1 file.\n");
    assert!(fixed.stdout.ends_with("Found 1 warning in 2 files.\n"), "{}", fixed.stdout);
    assert_eq!(project.run(&["check", "--isolated", TWO, "--diff"]).stdout, "");
    let others: Vec<String> = project.names().into_iter().filter(|n| n.starts_with(".tmp")).collect();
    assert!(others.is_empty(), "no temporary file is left: {others:?}");
}

#[test]
fn the_configuration_is_the_projects() {
    let project = Project::new(&[
        (
            ".docklint.yaml",
            "select: [DL3006, EV002]\nexclude: [old/]\nper-file-ignores:\n  'sub/*.env': [EV]\n",
        ),
        ("sub/a.env", UNENDED),
        ("sub/deep/b.env", UNENDED),
        ("old/Dockerfile", UNTAGGED),
        ("hadolint/.hadolint.yaml", "ignored: [DL3006]\nfailure-threshold: style\n"),
    ]);
    let found = |args: &[&str]| {
        let run = project.run(&[&["check", "--format=concise"], args].concat());
        run.stdout.lines().filter_map(|l| l.split_once(": ")).map(|(at, _)| at.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found(&[]), ["sub/deep/b.env:1:4"]);
    assert_eq!(found(&["sub"]), ["sub/deep/b.env:1:4"], "it is found upwards");
    assert_eq!(
        found(&["--ignore=EV"]),
        [] as [&str; 0],
        "the command line wins, though the file is more specific"
    );
    assert_eq!(found(&["--isolated", TWO]).len(), 3);
    assert_eq!(found(&["old/Dockerfile"]), ["old/Dockerfile:1:6"], "a file that is named is not excluded");
    let hadolint = "--config=hadolint/.hadolint.yaml";
    assert_eq!(found(&[hadolint, TWO, "--exclude=sub"]), [] as [&str; 0]);
    assert_eq!(project.run(&["check", hadolint, TWO]).status, 1, "hadolint's threshold counts");
}

#[cfg(unix)]
#[test]
fn links_count_as_what_they_lead_to() {
    let project = Project::new(&[("real/Dockerfile", UNTAGGED)]);
    project.link("real/Dockerfile", "Dockerfile");
    project.link("nowhere", "broken.env");
    project.link("real", "folder.env");
    let run = project.run(&["check", "--isolated", TWO, "--format=concise"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    assert!(run.stdout.starts_with("Dockerfile:1:6"), "{}", run.stdout);
    assert!(run.stdout.ends_with("in 2 files.\n"), "{}", run.stdout);
}

#[test]
fn ignore_files_count_unless_a_file_is_named() {
    let project = Project::new(&[(".gitignore", "ignored/\n"), ("ignored/Dockerfile", UNTAGGED)]);
    let lines = |args: &[&str]| {
        project
            .run(&[&["check", "--isolated", TWO, "--format=concise"], args].concat())
            .stdout
            .lines()
            .count()
    };
    assert_eq!(lines(&[]), 1);
    assert_eq!(lines(&["--no-ignore"]), 2);
    assert_eq!(lines(&["ignored/Dockerfile"]), 2);
}

#[test]
fn ignore_comments_are_counted() {
    let project = Project::new(&[("Dockerfile", "# docklint ignore=DL3006 any will do\nFROM debian\n")]);
    let run = project.run(&["check", "--isolated", TWO]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "Nothing found in 1 file; 1 suppressed.\n"));
}

#[test]
fn colours_are_for_terminals() {
    let project = Project::new(&[("Dockerfile", UNTAGGED)]);
    let escapes = |args: &[&str]| {
        project.run(&[&["check", "--isolated", TWO], args].concat()).stdout.contains('\u{1b}')
    };
    assert!(!escapes(&[]), "standard output is a pipe");
    assert!(escapes(&["--color=always"]));
    assert!(!escapes(&["--color=never"]));
    assert!(!escapes(&["--color=always", "--format=concise"]));
}

#[test]
fn secrets_are_masked_in_snippets() {
    let token = format!("ghp_{}", "a1B2c3D4e5F6".repeat(3));
    let project = Project::new(&[("Dockerfile", &format!("FROM debian:12.5-slim\nENV TOKEN={token}\n"))]);
    for format in ["text", "concise", "json"] {
        let run = project.run(&["check", "--isolated", "--select=ALL", "--format", format]);
        assert!(run.stdout.contains("SK"), "{}", run.stdout);
        assert!(!run.stdout.contains(&token[8..]), "{format}: {}", run.stdout);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let files: Vec<(String, &str)> = (0..2_000).map(|n| (format!("{n}/Dockerfile"), UNTAGGED)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let project = Project::new(&files);
    assert_eq!(project.run_unread(&["check", "--isolated", "--exit-zero", TWO]).status, 0);
}
