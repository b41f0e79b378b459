//! [`Project`]: a folder of files, and docklint run in it.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder that goes away with the value. It counts as a repository, so that no configuration above it is found.
pub(crate) struct Project(TempDir);

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let project = Self(TempDir::new().expect("a temporary folder"));
        fs::create_dir(project.0.path().join(".git")).expect("a folder in it");
        files.iter().for_each(|(name, text)| project.write(name, text.as_bytes()));
        project
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, bytes).expect("the file can be written");
    }

    /// Makes `name` a symbolic link to `target`.
    #[cfg(unix)]
    pub(crate) fn link(&self, target: &str, name: &str) {
        let target = self.0.path().join(target);
        std::os::unix::fs::symlink(target, self.0.path().join(name)).expect("the link can be made");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).expect("the file can be read")
    }

    /// What stands in the folder.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder can be read").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }

    /// Runs docklint with this standard input.
    pub(crate) fn run_with(&self, args: &[&str], stdin: &str) -> Run {
        let mut child = self.command(args).spawn().expect("docklint starts");
        // It may end without reading.
        let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
        child.wait_with_output().expect("docklint ends").into()
    }

    /// Runs docklint with an output that nobody reads.
    pub(crate) fn run_unread(&self, args: &[&str]) -> Run {
        let mut child = self.command(args).spawn().expect("docklint starts");
        drop(child.stdout.take());
        child.wait_with_output().expect("docklint ends").into()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_docklint"));
        command.args(args).current_dir(self.0.path()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().expect("an exit status"),
            stdout: String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n"),
            stderr: String::from_utf8_lossy(&output.stderr).replace("\r\n", "\n"),
        }
    }
}
