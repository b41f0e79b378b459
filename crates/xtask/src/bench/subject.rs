//! The programs that are measured, and how each is called.

use crate::run::target;
use docklint_core::FileKind;
use std::path::Path;

/// A program that is measured.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) name: &'static str,
    /// Its name on PATH, or its path.
    pub(super) program: String,
    pub(super) arguments: &'static [&'static str],
}

/// A program that can be measured: its name, the files that it reads, and its arguments before them.
type Known = (&'static str, &'static [FileKind], &'static [&'static str]);

/// The files that are measured with, each kind on its own.
pub(super) const KINDS: [(FileKind, &str); 3] = [
    (FileKind::Dockerfile, "Dockerfile"),
    (FileKind::Compose, "compose file"),
    (FileKind::Dotenv, ".env file"),
];

/// Everything that can be measured, docklint first. Each writes JSON where it can, and ignores configuration files where it can.
pub(super) const KNOWN: [Known; 6] = [
    (
        "docklint",
        &[FileKind::Dockerfile, FileKind::Compose, FileKind::Dotenv],
        &["check", "--isolated", "--exit-zero", "--format", "json"],
    ),
    ("hadolint", &[FileKind::Dockerfile], &["--no-fail", "--format", "json"]),
    (
        "tally",
        &[FileKind::Dockerfile],
        &["lint", "--no-config", "--slow-checks", "off", "--fail-level", "none", "--format", "json"],
    ),
    ("dclint", &[FileKind::Compose], &["--formatter", "json"]),
    ("dotenv-linter", &[FileKind::Dotenv], &["check", "--plain", "--quiet", "--skip-updates"]),
    // What it costs to read the files at all.
    ("wc", &[FileKind::Dockerfile, FileKind::Compose, FileKind::Dotenv], &[]),
];

/// The programs of [`KNOWN`] that read files of `kind` and are there: ours as just built, the others where `peers` says, else on PATH.
pub(super) fn installed(kind: FileKind, peers: &[(String, String)]) -> Vec<Subject> {
    let subject = |(name, kinds, arguments): Known| {
        let given = peers.iter().find(|(peer, _)| peer == name).map(|(_, program)| program.clone());
        let program = match name {
            _ if !kinds.contains(&kind) => return None,
            "docklint" => {
                let built = target().join("release/docklint").with_extension(std::env::consts::EXE_EXTENSION);
                given.unwrap_or_else(|| built.to_string_lossy().into_owned())
            }
            _ => given.or_else(|| is_on_path(name).then(|| name.to_owned()))?,
        };
        Some(Subject { name, program, arguments })
    };
    KNOWN.into_iter().filter_map(subject).collect()
}

fn is_on_path(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let file = Path::new(name).with_extension(std::env::consts::EXE_EXTENSION);
    std::env::split_paths(&folders).any(|folder| folder.join(&file).is_file())
}
