//! What `pip install` is told: which commands are one, and which of their words name packages.

use crate::shell::{Argument, Call};

/// Flags of `pip install` that take the next word as their value.
const VALUED: &[&str] = &[
    "abi",
    "b",
    "build",
    "e",
    "editable",
    "extra-index-url",
    "f",
    "find-links",
    "i",
    "index-url",
    "implementation",
    "no-binary",
    "only-binary",
    "platform",
    "prefix",
    "progress-bar",
    "proxy",
    "python",
    "python-version",
    "root",
    "root-user-action",
    "src",
    "t",
    "target",
    "timeout",
    "trusted-host",
    "upgrade-strategy",
    "retries",
];

/// Whether the command installs Python packages: `pip install`, `pip3.12 install`, `python -m pip install`.
#[must_use]
pub(crate) fn is_install(call: &Call<'_, '_>) -> bool {
    let name = call.name();
    if name.starts_with("pip") && !name.starts_with("pipenv") {
        return call.has_argument("install");
    }
    let module = |words: &[Argument<'_, '_>]| matches!(words, [m, pip, install] if m.text == "-m" && pip.text == "pip" && install.text == "install");
    name.starts_with("python") && call.arguments.windows(3).any(module)
}

/// Whether the command only looks like pip: pipx manages environments of its own.
#[must_use]
pub(crate) fn is_wrapper(call: &Call<'_, '_>) -> bool {
    let name = call.name();
    name.contains("pipx") || name.contains("pipenv")
}

/// The words after `install` that name packages, files or URLs.
#[must_use]
pub(crate) fn packages<'c, 's, 't>(call: &'c Call<'s, 't>) -> Vec<&'c Argument<'s, 't>> {
    let after = call.arguments.iter().position(|word| word.text == "install").map_or(0, |at| at + 1);
    let arguments = call.arguments.get(after..).unwrap_or_default();
    crate::shell::operands(arguments, VALUED).collect()
}
