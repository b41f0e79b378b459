//! The programs that are measured, and how each is called.

use crate::run::root;
use std::path::Path;

/// A program that is measured.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) name: &'static str,
    /// Its name on PATH, or its path.
    pub(super) program: String,
    pub(super) arguments: &'static [&'static str],
}

/// Everything that can be measured, docklint first. Each reads files, writes JSON and ignores configuration files where it can.
pub(super) const KNOWN: [(&str, &[&str]); 4] = [
    ("docklint", &["check", "--isolated", "--exit-zero", "--format", "json"]),
    ("hadolint", &["--no-fail", "--format", "json"]),
    ("tally", &["lint", "--no-config", "--slow-checks", "off", "--fail-level", "none", "--format", "json"]),
    // What it costs to read the files at all.
    ("wc", &[]),
];

/// The programs of [`KNOWN`] that are there: ours as just built, the others where `peers` says, else on PATH.
pub(super) fn installed(peers: &[(String, String)]) -> Vec<Subject> {
    let subject = |(name, arguments): (&'static str, &'static [&'static str])| {
        let given = peers.iter().find(|(peer, _)| peer == name).map(|(_, program)| program.clone());
        let program = match name {
            "docklint" => {
                let built =
                    root().join("target/release/docklint").with_extension(std::env::consts::EXE_EXTENSION);
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
