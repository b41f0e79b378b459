//! The hooks of `.pre-commit-hooks.yaml` with the real pre-commit: a bad file fails, a good one passes.
//!
//! It installs from PyPI and builds a wheel, and so runs only where `DOCKLINT_TEST_PRE_COMMIT` is set.
#![expect(clippy::print_stdout, reason = "a skipped test says why")]

use docklint_tests::root;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const PRE_COMMIT: &str = "pre-commit==4.7.0";

#[test]
fn the_hook_fails_on_a_bad_file_and_passes_on_a_good_one() {
    if env::var_os("DOCKLINT_TEST_PRE_COMMIT").is_none() {
        println!("skipped: set DOCKLINT_TEST_PRE_COMMIT=1 to install pre-commit from PyPI and run the hooks");
        return;
    }
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pre-commit");
    let pre_commit = install(&work);
    let repository = work.join("repository");
    fixture(&repository);

    let bad = try_hook(&pre_commit, &work, &repository, "docklint");
    let shown = String::from_utf8_lossy(&bad.stdout);
    assert_eq!(bad.status.code(), Some(1), "{shown}{}", String::from_utf8_lossy(&bad.stderr));
    assert!(shown.contains("Dockerfile:1:6") && shown.contains("DL3006"), "the finding is shown: {shown}");
    assert!(!shown.contains("notes.txt"), "other files are none of docklint's business: {shown}");

    write(&repository, "Dockerfile", "FROM debian:12.5-slim\nUSER nobody\nCMD [\"sleep\", \"1\"]\n");
    let good = try_hook(&pre_commit, &work, &repository, "docklint");
    let shown = String::from_utf8_lossy(&good.stdout);
    assert_eq!(good.status.code(), Some(0), "{shown}{}", String::from_utf8_lossy(&good.stderr));

    write(&repository, "app.env", "A=1");
    let fixed = try_hook(&pre_commit, &work, &repository, "docklint-fix");
    assert_eq!(fixed.status.code(), Some(1), "pre-commit fails a hook that changes files");
    assert_eq!(fs::read_to_string(repository.join("app.env")).expect("the file"), "A=1\n");
}

/// A virtual environment with pre-commit; gives the program's path.
fn install(work: &Path) -> PathBuf {
    let venv = work.join("venv");
    let scripts = venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = if cfg!(windows) { "python" } else { "python3" };
    if !scripts.join("pre-commit").exists() {
        run(Command::new(python).args(["-m", "venv"]).arg(&venv));
        run(Command::new(scripts.join("python")).args(["-m", "pip", "install", "--quiet", PRE_COMMIT]));
    }
    scripts.join("pre-commit")
}

/// A new git repository with a file that has a mistake.
fn fixture(repository: &Path) {
    let _ = fs::remove_dir_all(repository);
    fs::create_dir_all(repository).expect("a folder for the fixture");
    run(git(repository).args(["init", "--quiet"]));
    write(repository, "Dockerfile", "FROM debian\nUSER nobody\nCMD [\"sleep\", \"1\"]\n");
    write(repository, "notes.txt", "FROM debian\n");
}

/// Writes and stages a file.
fn write(repository: &Path, name: &str, text: &str) {
    fs::write(repository.join(name), text).expect("the fixture can be written");
    run(git(repository).args(["add", name]));
}

fn git(repository: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(repository);
    git
}

/// Runs one of this repository's hooks over all files of another. The wheel is built without optimisation, which is quick.
fn try_hook(pre_commit: &Path, work: &Path, repository: &Path, hook: &str) -> Output {
    Command::new(pre_commit)
        .current_dir(repository)
        .args(["try-repo", "--color", "never", "--all-files", "--verbose"])
        .arg(root())
        .arg(hook)
        .env("PRE_COMMIT_HOME", work.join("cache"))
        .env("CARGO_TARGET_DIR", work.join("build"))
        .env("MATURIN_PEP517_ARGS", "--profile dev")
        .output()
        .expect("pre-commit runs")
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
