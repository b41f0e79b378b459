//! Where a command runs: in which shell, with which variables.

use super::Stage;
use crate::dockerfile::{Dockerfile, Instruction, InstructionKind, JsonArray};
use crate::shell::{Dialect, Environment};

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

/// How many variables are kept for a stage; each script gets a list of them. With more, nothing is said about unknown ones.
const MAX_VARIABLES: usize = 500;

/// What is in force at some point of a stage.
#[derive(Clone, Debug, Default)]
pub(super) struct Place<'t> {
    /// The shell.
    pub(super) dialect: Dialect,
    /// The words of SHELL, where one was given.
    pub(super) shell: Option<&'t JsonArray<'t>>,
    errexit: bool,
    variables: Vec<&'t str>,
    as_hadolint: bool,
}

impl<'t> Place<'t> {
    /// What a script of this instruction starts with.
    pub(super) fn environment(&self, instruction: &Instruction<'_>) -> Environment<'t> {
        let open = !instruction.is("RUN") || self.variables.len() >= MAX_VARIABLES;
        Environment { variables: self.variables.clone(), errexit: self.errexit, open, doubts_and: false }
    }

    fn apply(&mut self, instruction: &'t Instruction<'t>) {
        match &instruction.kind {
            InstructionKind::Shell(words) => {
                let texts = || words.elements.iter().map(|element| element.as_str());
                self.shell = Some(words);
                self.dialect = Dialect::from_shell_words(texts());
                self.errexit = texts().skip(1).any(is_errexit) && !self.as_hadolint;
            }
            InstructionKind::Arg(pairs) => {
                let known = if self.as_hadolint { 1 } else { usize::MAX };
                self.declare(pairs.iter().take(known).map(|pair| pair.name.as_str()));
            }
            InstructionKind::Env(env) => self.declare(env.pairs.iter().map(|pair| pair.name.as_str())),
            _ => {}
        }
    }

    fn declare(&mut self, names: impl Iterator<Item = &'t str>) {
        let room = MAX_VARIABLES.saturating_sub(self.variables.len());
        self.variables.extend(names.take(room));
    }
}

/// Follows a file instruction by instruction.
#[derive(Debug)]
pub(super) struct Places<'f, 't> {
    file: &'t Dockerfile<'t>,
    stages: &'f [Stage<'t>],
    /// What is in force at the end of each stage so far, for the stages built from it.
    ends: Vec<Place<'t>>,
    /// Whether something other than comments has been seen, and what a fresh stage begins with.
    begun: bool,
    fresh: Dialect,
    here: Place<'t>,
}

impl<'f, 't> Places<'f, 't> {
    pub(super) fn new(file: &'t Dockerfile<'t>, stages: &'f [Stage<'t>], as_hadolint: bool) -> Self {
        Self {
            file,
            stages,
            ends: Vec::new(),
            begun: false,
            fresh: Dialect::default(),
            here: Place { as_hadolint, ..Place::default() },
        }
    }

    /// Goes on to the next instruction, and says what is in force there.
    pub(super) fn enter(&mut self, index: usize, instruction: &'t Instruction<'t>) -> &Place<'t> {
        let begins = matches!(instruction.kind, InstructionKind::From(_));
        if begins {
            self.begin_stage();
        }
        for name in self.file.comments_before(index).filter_map(|comment| shell_pragma(comment.text)) {
            let dialect = Dialect::from_program(name);
            self.here.dialect = dialect;
            if !self.begun {
                // At the top of the file it holds for all stages.
                self.fresh = dialect;
            }
        }
        self.begun = true;
        self.here.apply(instruction);
        if let Some(end) = self.ends.last_mut() {
            end.clone_from(&self.here);
        }
        &self.here
    }

    /// A stage begins as its parent ended, or fresh.
    fn begin_stage(&mut self) {
        let stage = self.stages.get(self.ends.len());
        let parent = stage.and_then(|stage| stage.parent).and_then(|parent| self.ends.get(parent));
        let as_hadolint = self.here.as_hadolint;
        self.here = parent.cloned().unwrap_or_else(|| Place {
            dialect: if stage.is_some_and(is_windows) { Dialect::Cmd } else { self.fresh },
            variables: PREDEFINED.to_vec(),
            as_hadolint,
            ..Place::default()
        });
        self.ends.push(self.here.clone());
    }
}

/// Whether a shell with this option stops at the first failing command: `-e`, `-ex`.
pub(super) fn is_errexit(word: &str) -> bool {
    word.starts_with('-') && !word.starts_with("--") && word.contains('e')
}

/// The name in `hadolint shell=NAME` or `docklint shell=NAME`.
fn shell_pragma(comment: &str) -> Option<&str> {
    let rest = comment.strip_prefix("hadolint").or_else(|| comment.strip_prefix("docklint"))?;
    let name = rest.trim_start().strip_prefix("shell")?.trim_start().strip_prefix('=')?;
    name.split_ascii_whitespace().next()
}

/// Whether a stage begins with an image whose shell is cmd.
fn is_windows(stage: &Stage<'_>) -> bool {
    let image = stage.from.image.to_ascii_lowercase();
    let platform = stage.instruction.flag_value("platform").map_or("", |platform| platform.as_str());
    platform.starts_with("windows")
        || ["/windows/", "nanoserver", "windowsservercore"].iter().any(|part| image.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shell and the environment of each RUN.
    fn runs(text: &str) -> Vec<(Dialect, bool, Vec<String>)> {
        let (file, _) = crate::dockerfile::parse(text);
        let stages = super::super::stage::find(&file);
        let mut places = Places::new(&file, &stages, false);
        let mut runs = Vec::new();
        for (index, instruction) in file.instructions.iter().enumerate() {
            let place = places.enter(index, instruction);
            if instruction.is("RUN") {
                let environment = place.environment(instruction);
                let variables = environment.variables.iter().map(|name| (*name).to_owned()).collect();
                runs.push((place.dialect, environment.errexit, variables));
            }
        }
        runs
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
