//! What a script starts with: the variables that are set, and the options of its shell.

use crate::dockerfile::{Command, Dockerfile, Instruction, InstructionKind, Variable, VariableKind};
use crate::shell::{self, Dialect, Environment};
use crate::text::Mapped;

/// Build arguments that BuildKit knows without a declaration.
const PREDEFINED: [&str; 10] = [
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "FTP_PROXY",
    "NO_PROXY",
    "ALL_PROXY",
    "http_proxy",
    "https_proxy",
    "ftp_proxy",
    "no_proxy",
    "all_proxy",
];

/// How many variables are kept for a script. With more, nothing is said about unknown ones.
const MAX_VARIABLES: usize = 500;

/// What the script of an instruction starts with. To hadolint, ARG declares one variable only, and no shell has options.
pub(super) fn of_script<'t>(file: &'t Dockerfile<'t>, index: usize, as_hadolint: bool) -> Environment<'t> {
    let declared = file.stages.variables(index).filter(|variable| !as_hadolint || is_first(file, variable));
    let names = declared.map(|variable| variable.name.as_str());
    let variables: Vec<&str> = PREDEFINED.into_iter().chain(names).take(MAX_VARIABLES).collect();
    let instruction = file.instructions.get(index).map(Instruction::unwrapped);
    let is_run = instruction.is_some_and(|instruction| instruction.is("RUN"));
    Environment {
        open: !is_run || variables.len() >= MAX_VARIABLES,
        errexit: !as_hadolint && (has_errexit_shell(file, index) || instruction.is_some_and(starts_errexit)),
        doubts_and: as_hadolint,
        variables,
    }
}

/// Whether a variable is no ARG behind another one of the same instruction.
fn is_first(file: &Dockerfile<'_>, variable: &Variable<'_>) -> bool {
    let first = match file.instructions.get(variable.instruction).map(|instruction| &instruction.kind) {
        Some(InstructionKind::Arg(pairs)) => pairs.first(),
        _ => None,
    };
    variable.kind == VariableKind::Env || first.is_some_and(|first| first.name == variable.name)
}

fn has_errexit_shell(file: &Dockerfile<'_>, index: usize) -> bool {
    let shell = file.stages.shell(file, index);
    shell.is_some_and(|shell| shell.elements.iter().skip(1).map(Mapped::as_str).any(is_errexit))
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

/// Whether a shell with this option stops at the first failing command: `-e`, `-ex`.
pub(super) fn is_errexit(word: &str) -> bool {
    word.starts_with('-') && !word.starts_with("--") && word.contains('e')
}

#[cfg(test)]
mod tests {
    use super::super::Build;
    use crate::dockerfile::parse;
    use crate::shell::Dialect;

    /// The shell and the environment of each RUN.
    fn runs(text: &str) -> Vec<(Dialect, bool, Vec<String>)> {
        let (file, _) = parse(text);
        let build = Build::new(&file, false);
        let run = |run: &super::super::Step<'_, '_>| {
            let variables = run.environment.variables.iter().map(|name| (*name).to_owned()).collect();
            (run.script.dialect, run.environment.errexit, variables)
        };
        build.runs().map(run).collect()
    }

    #[test]
    fn follows_shell_and_variables() {
        let found = runs(
            "ARG G=1\nFROM a AS b\nARG V=1\nSHELL [\"/bin/bash\", \"-e\", \"-c\"]\nRUN x\nFROM b\nENV W=1\nRUN y\nFROM c\nRUN z\n",
        );
        let [x, y, z] = found.as_slice() else { panic!("three") };
        assert_eq!((x.0, y.0, z.0), (Dialect::Bash, Dialect::Bash, Dialect::Posix));
        assert!(x.1 && y.1 && !z.1);
        let knows = |run: &(Dialect, bool, Vec<String>), name: &str| run.2.iter().any(|known| known == name);
        assert!(
            knows(x, "V")
                && !knows(x, "W")
                && !knows(x, "G")
                && knows(y, "V")
                && knows(y, "W")
                && !knows(z, "V")
        );
    }

    #[test]
    fn recognises_other_shells() {
        let first = |text: &str| runs(text)[0].0;
        assert_eq!(first("FROM mcr.microsoft.com/windows/nanoserver:1809\nRUN x"), Dialect::Cmd);
        assert_eq!(first("# hadolint shell=powershell\nFROM a\nRUN x"), Dialect::PowerShell);
        assert_eq!(first("FROM a\nSHELL [\"pwsh\", \"-Command\"]\nRUN x"), Dialect::PowerShell);
    }
}
