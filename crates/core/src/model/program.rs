//! Programs that run other programs from text: shells and interpreters.

use crate::shell::{Argument, Call};
use std::borrow::Cow;

const SHELLS: &[&str] = &["sh", "bash", "dash", "ash", "zsh", "ksh", "mksh"];

/// Options with which an interpreter takes its program from the command line, or finds a module.
const CODE: &[&str] = &["c", "e", "E", "m", "r", "n", "p", "eval", "print", "version", "V", "v", "i"];

fn is_interpreter(name: &str) -> bool {
    matches!(name, "perl" | "php" | "ruby" | "node" | "pwsh") || name.starts_with("python")
}

/// Whether the command runs a text that it is handed as an argument: `sh -c TEXT`, `eval TEXT`.
#[must_use]
pub(crate) fn runs_text(call: &Call<'_, '_>) -> bool {
    let name = call.name();
    name == "eval"
        || SHELLS.contains(&name) && call.has_flag("c")
        || is_interpreter(name) && call.has_any_flag(&["c", "e", "r"])
}

/// Whether the command runs what comes in through standard input.
#[must_use]
pub(crate) fn runs_input(call: &Call<'_, '_>) -> bool {
    let name = call.name();
    if SHELLS.contains(&name) {
        let options = call.options(&["o", "O", "rcfile", "init-file"]);
        let file = options.operands.first().map(|operand| operand.text.as_ref());
        return !options.has(&["c"])
            && (options.has(&["s"]) || matches!(file, None | Some("-" | "/dev/stdin")));
    }
    let first = call.arguments.first().map(|argument| argument.text.as_ref());
    is_interpreter(name)
        && (matches!(first, None | Some("-" | "/dev/stdin")) || name == "php" && first == Some("--"))
}

/// The argument that names the file which the interpreter runs.
#[must_use]
pub(crate) fn run_argument<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<&'c Argument<'s, 't>> {
    let name = call.name();
    let shell = SHELLS.contains(&name);
    if runs_input(call) || !shell && !is_interpreter(name) && !matches!(name, "source" | ".") {
        return None;
    }
    let options = call.options(&["o", "O", "rcfile", "init-file"]);
    let runs_text = if shell { options.has(&["c", "s", "n"]) } else { options.has(CODE) };
    options.operands.first().copied().filter(|_| !runs_text)
}

/// The file that the command runs: `install.sh` of `sh -x install.sh`, and the command itself where it is given by its path.
#[must_use]
pub(crate) fn run_file<'c>(call: &'c Call<'_, '_>) -> Option<Cow<'c, str>> {
    let argument = run_argument(call).map(|file| Cow::Borrowed(file.text.as_ref()));
    argument.or_else(|| Some(call.name_word.text()).filter(|path| path.contains('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Dialect, calls, parse};
    use crate::text::Mapped;

    #[test]
    fn tells_programs_from_data() {
        for (source, input, file) in [
            ("bash -s -- --yes", true, None),
            ("sh -x", true, None),
            ("bash -euo pipefail -", true, None),
            ("php -- --install-dir=/bin", true, None),
            ("python3", true, None),
            ("python3 -m json.tool", false, None),
            ("perl -ne print", false, None),
            ("bash -c 'cat'", false, None),
            ("sh -e install.sh x", false, Some("install.sh")),
            ("./install.sh", false, Some("./install.sh")),
            ("install.sh", false, None),
            (". ./env", false, Some("./env")),
        ] {
            let text = Mapped::borrowed(source, 0);
            let script = parse(&text, Dialect::Posix);
            let call = &calls(&script)[0];
            assert_eq!((runs_input(call), run_file(call).as_deref()), (input, file), "{source}");
        }
    }
}
