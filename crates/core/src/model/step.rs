//! Steps: the instructions that hold a command, with the command as a script and as calls.

use super::copied::{self, Copied};
use super::place::{Places, is_errexit};
use super::{Stage, append};
use crate::dockerfile::{Command, Dockerfile, Instruction, InstructionKind, JsonArray, Mount, MountKind};
use crate::shell::{self, Call, Dialect, Environment, Facts, Script};
use crate::text::{Edit, Mapped};

/// The commands of a file, parsed; [`Step`]s borrow from it.
#[derive(Debug)]
pub struct Scripts<'t> {
    parsed: Vec<Parsed<'t>>,
    copied: Vec<Copied<'t>>,
    pub(super) as_hadolint: bool,
}

#[derive(Debug)]
struct Parsed<'t> {
    index: usize,
    instruction: &'t Instruction<'t>,
    onbuild: bool,
    shell: Option<&'t JsonArray<'t>>,
    script: Script<'t>,
    environment: Environment<'t>,
}

impl<'t> Scripts<'t> {
    /// Parses the commands of all instructions, each for the shell that is in force there; with `as_hadolint`, with what hadolint
    /// knows of its options and variables.
    #[must_use]
    pub fn new(file: &'t Dockerfile<'t>, as_hadolint: bool) -> Self {
        let stages = super::stage::find(file);
        let mut places = Places::new(file, &stages, as_hadolint);
        let (mut parsed, mut copied) = (Vec::new(), Vec::new());
        for (index, outer) in file.instructions.iter().enumerate() {
            let place = places.enter(index, outer);
            let (instruction, onbuild) = match &outer.kind {
                InstructionKind::Onbuild(inner) => (&**inner, true),
                _ => (outer, false),
            };
            if let Some(script) = script(instruction, place.dialect) {
                let mut environment = place.environment(instruction);
                environment.errexit |= !as_hadolint && starts_errexit(instruction);
                parsed.push(Parsed { index, instruction, onbuild, shell: place.shell, script, environment });
            } else if !as_hadolint && !instruction.heredocs.is_empty() {
                copied.extend(copied::scripts(instruction, &place.environment(instruction)));
            }
        }
        Self { parsed, copied, as_hadolint }
    }

    /// The scripts that COPY and ADD write from here-documents, for a container to run.
    #[must_use]
    pub fn copied(&self) -> &[Copied<'t>] {
        &self.copied
    }
}

/// Whether a here-document is run by a shell with `-e`: `RUN bash -e <<EOF`, or a script that begins with `#!/bin/sh -e`.
fn starts_errexit(instruction: &Instruction<'_>) -> bool {
    let Some(heredoc) = instruction.heredocs.first() else { return false };
    let started = match instruction.command() {
        Some(Command::Script) => heredoc.body.lines().next().filter(|line| line.starts_with("#!")),
        Some(Command::Shell(text)) if shell::shell_of_here_doc(text, Dialect::Posix).is_some() => {
            text.lines().next()
        }
        _ => None,
    };
    started.is_some_and(|line| line.split_ascii_whitespace().skip(1).any(is_errexit))
}

/// How many commands a text for PowerShell or cmd seems to have.
fn pieces(instruction: &Instruction<'_>) -> usize {
    let Some(Command::Shell(text)) = instruction.command() else { return 1 };
    text.split([';', '|', '&', '\n']).filter(|piece| !piece.trim().is_empty()).count()
}

fn script<'t>(instruction: &'t Instruction<'t>, dialect: Dialect) -> Option<Script<'t>> {
    Some(match instruction.command()? {
        Command::Shell(text) => {
            let bodies: Vec<&Mapped<'_>> = instruction.heredocs.iter().map(|heredoc| &heredoc.body).collect();
            let fed = match bodies.as_slice() {
                [body] => shell::shell_of_here_doc(text, dialect).map(|dialect| shell::parse(body, dialect)),
                _ => None,
            };
            fed.unwrap_or_else(|| shell::parse_with_here_docs(text, dialect, &bodies))
        }
        Command::Exec(words) => shell::from_arguments(&words.elements),
        Command::Script => {
            let body = &instruction.heredocs.first()?.body;
            shell::parse(body, Dialect::from_shebang(body).unwrap_or(dialect))
        }
    })
}

/// An instruction that runs a command: RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD.
#[derive(Debug)]
pub struct Step<'b, 't> {
    /// The instruction; within ONBUILD, the inner one.
    pub instruction: &'t Instruction<'t>,
    /// Its place among the instructions of the file.
    pub index: usize,
    /// The number of its stage, from 0.
    pub stage: usize,
    /// Whether it stands in ONBUILD, and so runs in another build.
    pub onbuild: bool,
    /// The command, parsed.
    pub script: &'b Script<'t>,
    /// The variables and options that it starts with.
    pub environment: &'b Environment<'t>,
    /// Its simple commands at any depth, also behind `sudo` and the like.
    pub calls: Vec<Call<'b, 't>>,
    /// How many simple commands it has, those in strings left aside.
    pub commands: usize,
    /// The words of the SHELL in force, where one was given.
    pub shell: Option<&'t JsonArray<'t>>,
    text: &'t str,
    as_hadolint: bool,
}

/// All steps of a file. As hadolint sees them, that is without the commands behind `sudo`, within `sh -c` and with a directory
/// before their names, with any `rm -rf` for a clean-up, and with ShellCheck's doubts.
pub(super) fn all<'b, 't>(
    file: &'t Dockerfile<'t>,
    stages: &[Stage<'t>],
    scripts: &'b Scripts<'t>,
) -> Vec<Step<'b, 't>> {
    let step = |parsed: &'b Parsed<'t>| {
        let mut calls = shell::calls(&parsed.script);
        // To hadolint, a command whose name is a variable is none.
        let counts = |call: &&Call<'_, '_>| {
            call.wrapper.is_none() && !call.in_string && !(scripts.as_hadolint && call.name().is_empty())
        };
        let commands = match parsed.script.dialect.is_readable() {
            true => calls.iter().filter(counts).count(),
            false => pieces(parsed.instruction),
        };
        let stage =
            stages.partition_point(|stage| stage.instructions.start <= parsed.index).saturating_sub(1);
        // To hadolint, a stage does not inherit the SHELL of the one that it is built from.
        let from =
            stages.get(stage).filter(|_| scripts.as_hadolint).map_or(0, |stage| stage.instruction.span.start);
        if scripts.as_hadolint {
            calls.retain(|call| call.wrapper.is_none() && !call.in_string && !call.has_directory());
        }
        Step {
            instruction: parsed.instruction,
            index: parsed.index,
            stage,
            onbuild: parsed.onbuild,
            script: &parsed.script,
            environment: &parsed.environment,
            calls,
            commands,
            shell: parsed.shell.filter(|shell| shell.span.start >= from),
            text: file.text,
            as_hadolint: scripts.as_hadolint,
        }
    };
    scripts.parsed.iter().map(step).collect()
}

impl Step<'_, '_> {
    /// Whether the command is a text for the shell.
    #[must_use]
    pub fn is_shell_form(&self) -> bool {
        matches!(self.instruction.command(), Some(Command::Shell(_)))
    }

    /// The facts about the script, in all forms but the exec form, which no shell reads.
    #[must_use]
    pub fn facts(&self) -> Option<Facts<'_, '_>> {
        let exec = matches!(self.instruction.command(), Some(Command::Exec(_)));
        let environment = Environment { doubts_and: self.as_hadolint, ..self.environment.clone() };
        (!exec).then(|| Facts::new(self.script, &environment))
    }

    /// The mounts of a RUN.
    #[must_use]
    pub fn mounts(&self) -> &[Mount<'_>] {
        match &self.instruction.kind {
            InstructionKind::Run(run) => &run.mounts,
            _ => &[],
        }
    }

    /// Whether a cache or tmpfs mount covers one of these folders, so that what is written there does not reach the layer.
    #[must_use]
    pub fn mounts_cache(&self, folders: &[&str]) -> bool {
        let outside = |mount: &&Mount<'_>| matches!(mount.kind, MountKind::Cache | MountKind::Tmpfs);
        let covers = |mount: &Mount<'_>| {
            mount.target().is_some_and(|target| folders.iter().any(|folder| target.contains(folder)))
        };
        self.mounts().iter().filter(outside).any(covers)
    }

    /// Whether, after the call at `index`, the cache is cleaned: by one of the programs with `clean`, or by deleting a folder.
    #[must_use]
    pub fn cleans_after(&self, index: usize, programs: &[&str], folders: &[&str]) -> bool {
        let deletes = |text: &str| {
            folders.iter().any(|folder| {
                text.starts_with(folder)
                    || *folder == "/var/cache"
                    || folder.starts_with(text.trim_end_matches(['*', '/'])) && text.len() > "/var/".len()
            })
        };
        self.calls.get(index + 1..).unwrap_or_default().iter().any(|call| {
            call.is_any(programs) && call.has_any_argument(&["clean", "cc", "all"])
                || call.name() == "rm"
                    && (call.arguments.iter().any(|word| deletes(&word.text))
                        || self.as_hadolint && call.has_argument("-rf"))
        })
    }

    /// The edit that runs `command` after all others of this RUN, with `sudo` where the others need it.
    #[must_use]
    pub fn append(&self, command: &str) -> Option<Edit> {
        let sudo = if self.calls.iter().any(|call| call.name() == "sudo") { "sudo " } else { "" };
        append::command(self.text, self.instruction, self.script, &format!("{sudo}{command}"))
    }

    /// Whether a SHELL instruction has chosen the shell.
    #[must_use]
    pub fn has_own_shell(&self) -> bool {
        self.shell.is_some()
    }

    /// Whether the shell in force fails a pipeline when any part of it fails, or is none to which that applies.
    #[must_use]
    pub fn shell_has_pipefail(&self) -> bool {
        let Some(shell) = self.shell else { return false };
        let words: Vec<&str> = shell.elements.iter().map(Mapped::as_str).collect();
        let dialect = Dialect::from_shell_words(words.iter().copied());
        let flag = |word: &&str| word.starts_with('-') && !word.starts_with("--") && word.contains('o');
        !dialect.is_readable() || words.iter().any(flag) && words.contains(&"pipefail")
    }
}
