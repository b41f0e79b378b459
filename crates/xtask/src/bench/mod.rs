//! `cargo xtask bench`: docklint against other linters, whole processes over the same files in turn.

mod measure;
mod subject;

use crate::run::{Outcome, program, root, say, step};
use docklint_core::FileKind;
use measure::Cost;
use std::path::{Path, PathBuf};
use std::time::Duration;
use subject::Subject;

/// How often the start of a process is measured.
const STARTS: usize = 50;

const USAGE: &str = "bench takes --rounds N (at least 1), --peer NAME=PROGRAM (docklint, hadolint, tally, dclint, dotenv-linter, wc) and paths";

/// What `bench` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    rounds: usize,
    /// Programs that do not stand on PATH, by the name of the linter.
    peers: Vec<(String, String)>,
    /// Files, and folders of them.
    paths: Vec<PathBuf>,
}

impl Options {
    /// Reads the arguments after `bench`.
    pub(crate) fn parse(arguments: &[&str]) -> Outcome<Self> {
        let mut options = Self { rounds: 5, peers: Vec::new(), paths: Vec::new() };
        let mut rest = arguments.iter().copied();
        while let Some(argument) = rest.next() {
            match argument {
                "--rounds" => {
                    let rounds =
                        rest.next().and_then(|value| value.parse().ok()).filter(|rounds| *rounds > 0);
                    options.rounds = rounds.ok_or(USAGE)?;
                }
                "--peer" => {
                    let (name, program) = rest.next().and_then(|value| value.split_once('=')).ok_or(USAGE)?;
                    let known = subject::KNOWN.iter().any(|(known, ..)| *known == name);
                    options.peers.push(known.then(|| (name.to_owned(), program.to_owned())).ok_or(USAGE)?);
                }
                flag if flag.starts_with('-') => return Err(format!("{flag}: {USAGE}")),
                path => options.paths.push(path.into()),
            }
        }
        Ok(options)
    }
}

pub(crate) fn bench(options: &Options) -> Outcome {
    let build = ["build", "--quiet", "--release", "--locked", "--package", "docklint"];
    step("Building docklint (release)", program("cargo").args(build))?;
    let files = files(options)?;
    if files.is_empty() {
        return Err("nothing to lint under these paths".to_owned());
    }
    for (kind, noun) in subject::KINDS {
        let files: Vec<PathBuf> = files.iter().filter(|file| kind_of(file) == kind).cloned().collect();
        let Some(first) = files.first().cloned() else { continue };
        let subjects = subject::installed(kind, &options.peers);
        let (number, rounds) = (files.len(), options.rounds);
        say(&format!("\n==> {number} {noun}s, {rounds} rounds in turn; the median of each figure"));
        report(&measure(&subjects, rounds, &files)?);
        say(&format!("\n==> One {noun}, {STARTS} starts in turn; the median"));
        report(&measure(&subjects, STARTS, &[first])?);
    }
    Ok(())
}

/// Runs each program as often as there are rounds, in turn, so that whatever else the machine does falls on all of them.
fn measure(subjects: &[Subject], rounds: usize, files: &[PathBuf]) -> Outcome<Vec<(&'static str, Cost)>> {
    let mut runs = vec![Vec::new(); subjects.len()];
    for _ in 0..rounds {
        for (subject, runs) in subjects.iter().zip(&mut runs) {
            runs.push(Cost::of(&subject.program, subject.arguments, files)?);
        }
    }
    Ok(subjects.iter().zip(&runs).map(|(subject, runs)| (subject.name, Cost::median(runs))).collect())
}

/// A line for each program, with how many times what docklint takes it takes.
fn report(costs: &[(&str, Cost)]) {
    let Some((_, own)) = costs.first() else { return };
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    say("program            CPU ms   times    wall ms   times   memory MB   times");
    for (name, cost) in costs {
        let (cpu, wall) = (milliseconds(cost.cpu), milliseconds(cost.wall));
        let memory = cost.memory as f64 / 1e6;
        say(&format!(
            "{name:<14}{cpu:>11.1}{:>8.1}{wall:>11.1}{:>8.1}{memory:>12.1}{:>8.1}",
            cpu / milliseconds(own.cpu),
            wall / milliseconds(own.wall),
            cost.memory as f64 / own.memory as f64,
        ));
    }
}

/// All files to measure with under the paths that were given, else under examples/, in order.
fn files(options: &Options) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    if options.paths.is_empty() {
        add_files(&root().join("examples"), &mut files)?;
    }
    for path in &options.paths {
        add_files(path, &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn kind_of(path: &Path) -> FileKind {
    FileKind::of(&path.to_string_lossy())
}

fn add_files(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let cannot = |error: std::io::Error| format!("cannot read {}: {error}", path.display());
    if path.is_dir() {
        for entry in path.read_dir().map_err(cannot)? {
            add_files(&entry.map_err(cannot)?.path(), files)?;
        }
    } else if subject::KINDS.iter().any(|(kind, _)| kind_of(path) == *kind) {
        // A path that all programs find, whatever folder they start in.
        files.push(path.canonicalize().map_err(cannot)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_arguments() {
        let options = Options::parse(&["--rounds", "3", "--peer", "tally=/opt/tally", "a", "b"]);
        let options = options.expect("these are right");
        assert_eq!(options.rounds, 3);
        assert_eq!(options.peers, [("tally".to_owned(), "/opt/tally".to_owned())]);
        assert_eq!(options.paths, [Path::new("a"), Path::new("b")]);
        for wrong in
            [&["--rounds", "0"][..], &["--rounds"], &["--peer", "x=y"], &["--peer", "tally"], &["-x"]]
        {
            assert!(Options::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn finds_files_in_folders() {
        let options = Options::parse(&[]).expect("nothing is needed");
        let files = files(&options).expect("the examples can be read");
        assert!(files.iter().any(|file| file.ends_with("rails/before/Dockerfile")));
        assert!(files.iter().any(|file| kind_of(file) == FileKind::Compose));
        assert!(files.iter().all(|file| !file.ends_with("README.md")));
    }
}
