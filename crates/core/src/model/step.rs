//! Steps: the instructions that hold a command, with the command as a script and as calls.

use super::{append, environment};
use crate::dockerfile::{Command, Dockerfile, Instruction, InstructionKind, JsonArray, Mount, MountKind};
use crate::shell::{self, Call, Dialect, Environment, Facts, Script};
use crate::text::{Edit, Mapped};

/// How many commands a text for PowerShell or cmd seems to have.
fn pieces(instruction: &Instruction<'_>) -> usize {
    let Some(Command::Shell(text)) = instruction.command() else { return 1 };
    text.split([';', '|', '&', '\n']).filter(|piece| !piece.trim().is_empty()).count()
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
    pub environment: Environment<'t>,
    /// Its simple commands at any depth, also behind `sudo` and the like.
    pub calls: Vec<Call<'b, 't>>,
    /// How many simple commands it has, those in strings left aside.
    pub commands: usize,
    /// The words of the SHELL in force, where one was given.
    pub shell: Option<&'t JsonArray<'t>>,
    text: &'t str,
    as_hadolint: bool,
    facts: Option<Facts<'b, 't>>,
}

/// All steps of a file. As hadolint sees them, that is without the commands behind `sudo`, within `sh -c` and with a directory
/// before their names, with any `rm -rf` for a clean-up, and with ShellCheck's doubts.
pub(super) fn all<'b, 't>(file: &'t Dockerfile<'t>, as_hadolint: bool) -> Vec<Step<'b, 't>> {
    let steps = file.commands.iter().filter_map(|command| {
        let outer = file.instructions.get(command.instruction)?;
        let mut calls = shell::calls(&command.script);
        // To hadolint, a command whose name is a variable is none.
        let counts = |call: &&Call<'_, '_>| {
            call.wrapper.is_none() && !call.in_string && !(as_hadolint && call.name().is_empty())
        };
        let commands = match command.script.dialect.is_readable() {
            true => calls.iter().filter(counts).count(),
            false => pieces(outer.unwrapped()),
        };
        let stage = file.stages.stage_of(command.instruction);
        // To hadolint, a stage does not inherit the SHELL of the one that it is built from.
        let from = stage.filter(|_| as_hadolint).and_then(|stage| file.instructions.get(stage.from));
        let from = from.map_or(0, |from| from.span.start);
        if as_hadolint {
            calls.retain(|call| call.wrapper.is_none() && !call.in_string && !call.has_directory());
        }
        let shell = file.stages.shell(file, command.instruction);
        let environment = environment::of_script(file, command.instruction, as_hadolint);
        let is_exec = matches!(outer.unwrapped().command(), Some(Command::Exec(_)));
        Some(Step {
            instruction: outer.unwrapped(),
            index: command.instruction,
            stage: stage.map_or(0, |stage| stage.index),
            onbuild: outer.is("ONBUILD"),
            script: &command.script,
            facts: (!is_exec).then(|| Facts::new(&command.script, &environment)),
            environment,
            calls,
            commands,
            shell: shell.filter(|shell| shell.span.start >= from),
            text: file.text,
            as_hadolint,
        })
    });
    steps.collect()
}

impl<'b, 't> Step<'b, 't> {
    /// Whether the command is a text for the shell.
    #[must_use]
    pub fn is_shell_form(&self) -> bool {
        matches!(self.instruction.command(), Some(Command::Shell(_)))
    }

    /// The facts about the script, in all forms but the exec form, which no shell reads.
    #[must_use]
    pub fn facts(&self) -> Option<&Facts<'b, 't>> {
        self.facts.as_ref()
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
