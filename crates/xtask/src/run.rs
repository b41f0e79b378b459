//! Running other programs, and telling the person what goes on.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The outcome of a chore: an error is one clear line with its mend.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_else(|_| PathBuf::from("."))
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

#[expect(clippy::print_stdout, reason = "a chore talks to its person")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "a chore talks to its person")]
pub(crate) fn complain(text: &str) {
    eprintln!("xtask: {text}");
}

/// A program by its name, found as the system finds it. On Windows npm and the like are scripts, which need a shell.
pub(crate) fn program(name: &str) -> Command {
    let mut command = if cfg!(windows) && matches!(name, "npm" | "npx") {
        let mut shell = Command::new("cmd");
        shell.args(["/C", name]);
        shell
    } else {
        Command::new(name)
    };
    command.current_dir(root());
    command
}

/// Runs a program to its end, its output shown, after a line that says what it is for.
pub(crate) fn step(title: &str, command: &mut Command) -> Outcome {
    say(&format!("\n==> {title}"));
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).status().map_err(|error| cannot_run(command, &error))?;
    if !status.success() {
        return Err(format!("{title}: failed ({status})"));
    }
    say(&format!("    done in {:.0} s", start.elapsed().as_secs_f32()));
    Ok(())
}

/// Runs a program and shows its standard output while it is read line by line. Returns whether it succeeded.
pub(crate) fn watch(command: &mut Command, mut line: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_run(command, &error))?;
    if let Some(out) = child.stdout.take() {
        for read in BufReader::new(out).split(b'\n') {
            let Ok(read) = read else { break };
            let text = String::from_utf8_lossy(&read);
            say(&text);
            line(&text);
        }
    }
    Ok(child.wait().map_err(|error| cannot_run(command, &error))?.success())
}

/// The standard output of a program, where it succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let done = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

fn cannot_run(command: &Command, error: &std::io::Error) -> String {
    format!("cannot run {}: {error}", command.get_program().to_string_lossy())
}
