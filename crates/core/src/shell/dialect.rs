//! Which shell a script is written for.

/// A shell. ShellCheck tells five apart; others are recognised in order to be left alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `/bin/sh`: what POSIX defines.
    #[default]
    Posix,
    /// dash, Debian's `/bin/sh`; also ash.
    Dash,
    /// BusyBox's ash.
    Busybox,
    /// bash
    Bash,
    /// ksh, mksh, pdksh
    Ksh,
    /// zsh: near enough to find commands in, too far to judge.
    Zsh,
    /// PowerShell
    PowerShell,
    /// cmd.exe
    Cmd,
    /// Something else: fish, python, nothing we read.
    Other,
}

impl Dialect {
    /// The dialect of `SHELL ["/bin/bash", "-c"]`, from its words; looks through `env` and `busybox`.
    #[must_use]
    pub fn from_shell_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = words.into_iter().filter(|word| !word.starts_with('-'));
        let Some(first) = words.next() else { return Self::Posix };
        match basename(first) {
            "env" => words.find(|word| !word.contains('=')).map_or(Self::Posix, Self::from_program),
            "busybox" => Self::Busybox,
            _ => Self::from_program(first),
        }
    }

    /// The dialect of a program by its name or path, with or without `.exe`.
    #[must_use]
    pub fn from_program(program: &str) -> Self {
        let name = basename(program).to_ascii_lowercase();
        match name.strip_suffix(".exe").unwrap_or(&name) {
            "sh" => Self::Posix,
            "dash" | "ash" => Self::Dash,
            "busybox" => Self::Busybox,
            "bash" => Self::Bash,
            "ksh" | "ksh93" | "mksh" | "pdksh" | "oksh" => Self::Ksh,
            "zsh" => Self::Zsh,
            "pwsh" | "powershell" => Self::PowerShell,
            "cmd" => Self::Cmd,
            _ => Self::Other,
        }
    }

    /// The dialect that the first line of a script asks for, if that is a `#!` line.
    #[must_use]
    pub fn from_shebang(script: &str) -> Option<Self> {
        let line = script.trim_start().strip_prefix("#!")?.lines().next().unwrap_or_default();
        Some(Self::from_shell_words(line.split_ascii_whitespace()))
    }

    /// Whether the language is a shell whose commands this module can read.
    #[must_use]
    pub fn is_readable(self) -> bool {
        !matches!(self, Self::PowerShell | Self::Cmd | Self::Other)
    }

    /// Whether it is sh, dash or BusyBox, which need not know what bash added.
    #[must_use]
    pub fn lacks_bashisms(self) -> bool {
        self == Self::Posix || self.is_ash()
    }

    /// Whether it is sh without what BusyBox adds to it.
    #[must_use]
    pub fn is_plain_sh(self) -> bool {
        matches!(self, Self::Posix | Self::Dash)
    }

    /// Whether it is dash or BusyBox: little more than POSIX, and an error to go beyond.
    #[must_use]
    pub fn is_ash(self) -> bool {
        matches!(self, Self::Dash | Self::Busybox)
    }
}

/// The last part of a path, with either slash.
#[must_use]
pub fn basename(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::Dialect;

    #[test]
    fn recognises_shells() {
        let of = |words: &str| Dialect::from_shell_words(words.split(' '));
        assert_eq!(of("/bin/sh -c"), Dialect::Posix);
        assert_eq!(of("/usr/bin/env bash -eo pipefail -c"), Dialect::Bash);
        assert_eq!(of("/bin/busybox sh -c"), Dialect::Busybox);
        assert_eq!(of("C:\\Windows\\System32\\cmd.exe /S /C"), Dialect::Cmd);
        assert_eq!(of("PowerShell -Command"), Dialect::PowerShell);
        assert_eq!(of("/usr/bin/fish"), Dialect::Other);
        assert_eq!(Dialect::from_shebang("#!/usr/bin/env bash\nls"), Some(Dialect::Bash));
        assert_eq!(Dialect::from_shebang("ls"), None);
    }
}
