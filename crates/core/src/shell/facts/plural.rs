//! Whether a value without quotes is meant to become several words, so that quotes would break the command.

use super::{Facts, PartFact};
use crate::shell::{List, Word};

/// Commands that print one value on one line.
const PRINT_ONE: [&str; 22] = [
    "arch",
    "basename",
    "command",
    "date",
    "dirname",
    "expr",
    "getconf",
    "hostname",
    "id",
    "lsb_release",
    "md5sum",
    "mktemp",
    "nproc",
    "pwd",
    "readlink",
    "realpath",
    "sha256sum",
    "stat",
    "tty",
    "uname",
    "which",
    "whoami",
];

/// Commands whose arguments are often a list in a variable.
const TAKE_LISTS: [&str; 24] = [
    "apk",
    "apt",
    "apt-get",
    "apt-mark",
    "aptitude",
    "bundle",
    "cargo",
    "cmake",
    "configure",
    "dnf",
    "docker-php-ext-enable",
    "docker-php-ext-install",
    "gem",
    "make",
    "microdnf",
    "mvn",
    "npm",
    "pecl",
    "pip",
    "pip3",
    "tdnf",
    "yarn",
    "yum",
    "zypper",
];

/// How names of variables end that hold a list.
const LIST_NAMES: [&str; 9] =
    ["deps", "dependencies", "packages", "pkgs", "flags", "opts", "options", "args", "list"];

impl<'t> Facts<'_, 't> {
    /// Whether the expansion may be meant to become several words. A part of a larger word is not.
    #[must_use]
    pub fn may_be_list(&self, fact: &PartFact<'_, 't>) -> bool {
        let word = fact.word.and_then(|index| self.words.get(index));
        if word.is_none_or(|word| word.word.parts.len() > 1) {
            return false;
        }
        if let Some(list) = fact.part.substitution() {
            return !prints_one_value(list);
        }
        let Some(parameter) = fact.part.parameter() else { return false };
        let name = parameter.name.to_ascii_lowercase();
        let command = self.command_of(fact.command).and_then(|simple| simple.inner_name());
        LIST_NAMES.iter().any(|end| name.ends_with(end))
            || command.is_some_and(|command| TAKE_LISTS.contains(&command.as_ref()))
            || self.values_of(&parameter.name).any(is_list)
    }

    /// The values that the script assigns to a variable.
    fn values_of<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f Word<'t>> {
        let assignments = self.commands.iter().flat_map(|fact| &fact.simple.assignments);
        assignments.filter(move |assignment| *assignment.name.value == *name).map(|found| &found.value)
    }
}

/// Whether a value has blanks, or is the output of who knows what.
fn is_list(value: &Word<'_>) -> bool {
    let written = value.text_with(|_| "".into());
    written.trim().contains(char::is_whitespace)
        || value.flat_parts().any(|(part, _)| part.substitution().is_some_and(|list| !prints_one_value(list)))
}

/// Whether the last command of the substitution prints one value.
fn prints_one_value(list: &List<'_>) -> bool {
    let name = list.single_simple().and_then(|simple| simple.name());
    name.is_some_and(|name| PRINT_ONE.contains(&name))
}
