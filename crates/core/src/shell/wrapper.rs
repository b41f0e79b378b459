//! Commands that run another command: `sudo apt-get install x`, `env A=1 make`, `sh -c '...'`.

use super::{Dialect, Word, dialect::basename};

/// How a command is given the command that it runs.
struct Wrapper {
    names: &'static [&'static str],
    /// Options whose value is the next word: single letters and long names without dashes.
    valued: &'static [&'static str],
    /// Options with which it runs nothing.
    inert: &'static [&'static str],
    /// Words of its own between the options and the command.
    operands: usize,
}

const WRAPPERS: [Wrapper; 15] = [
    wrapper(
        &["nohup", "builtin", "busybox", "run", "setsid", "fakeroot", "eatmydata", "chronic"],
        &[],
        &[],
        0,
    ),
    wrapper(
        &["sudo", "doas"],
        &["u", "g", "h", "p", "C", "r", "t", "T", "U", "D", "R", "user", "group", "host", "prompt", "chdir"],
        &["l", "v", "e", "K", "V", "list", "validate", "edit"],
        0,
    ),
    wrapper(&["env"], &["u", "C", "unset", "chdir"], &[], 0),
    wrapper(&["exec"], &["a"], &[], 0),
    wrapper(&["command"], &[], &["v", "V"], 0),
    wrapper(&["time"], &["f", "o", "format", "output"], &[], 0),
    wrapper(&["nice"], &["n", "adjustment"], &[], 0),
    wrapper(&["ionice"], &["c", "n", "class", "classdata"], &["p", "P", "u"], 0),
    wrapper(
        &["xargs"],
        &[
            "I",
            "n",
            "P",
            "d",
            "L",
            "s",
            "E",
            "a",
            "max-args",
            "max-procs",
            "delimiter",
            "max-lines",
            "max-chars",
            "arg-file",
        ],
        &[],
        0,
    ),
    wrapper(&["timeout"], &["s", "k", "signal", "kill-after"], &[], 1),
    wrapper(&["stdbuf"], &["i", "o", "e", "input", "output", "error"], &[], 0),
    wrapper(&["chroot"], &["userspec", "groups"], &[], 1),
    wrapper(&["gosu", "su-exec"], &[], &[], 1),
    wrapper(&["xvfb-run"], &["e", "f", "n", "p", "s", "w", "server-args", "server-num"], &[], 0),
    wrapper(&["tini", "dumb-init"], &["p", "e", "r"], &[], 0),
];

const fn wrapper(
    names: &'static [&'static str],
    valued: &'static [&'static str],
    inert: &'static [&'static str],
    operands: usize,
) -> Wrapper {
    Wrapper { names, valued, inert, operands }
}

/// Where the command begins that the command `words` runs, if it is known to run one.
pub(super) fn wrapped_command(words: &[Word<'_>]) -> Option<usize> {
    let name = words.first()?.literal()?;
    let wrapper = WRAPPERS.iter().find(|wrapper| wrapper.names.contains(&basename(&name)))?;
    let mut operands = wrapper.operands;
    let mut skip = false;
    for (index, word) in words.iter().enumerate().skip(1) {
        let text = word.literal_prefix();
        if std::mem::take(&mut skip) {
            continue;
        }
        if text == "--" {
            return (index + 1 + operands < words.len()).then_some(index + 1 + operands);
        }
        if text.len() > 1 && text.starts_with('-') {
            let option = option_name(&text);
            if wrapper.inert.contains(&option) {
                return None;
            }
            skip = wrapper.valued.contains(&option);
        } else if word.assigned_name().is_some() {
            // `sudo A=1 cmd`, `env A=1 cmd`
        } else if operands > 0 {
            operands -= 1;
        } else {
            return Some(index);
        }
    }
    None
}

/// The last letter of a cluster, since only that can have its value in the next word, or a long option's name.
/// Empty where the value is in the same word.
fn option_name(text: &str) -> &str {
    match text.strip_prefix("--") {
        Some(long) if long.contains('=') => "",
        Some(long) => long,
        None => text.char_indices().next_back().and_then(|(at, _)| text.get(at..)).unwrap_or_default(),
    }
}

/// The index of the argument that holds a script (`sh -c SCRIPT`, `eval SCRIPT`, `su -c SCRIPT`), and what it is written for.
pub(super) fn script_argument(words: &[Word<'_>], dialect: Dialect) -> Option<(usize, Dialect)> {
    let mut start = 0;
    // Each round moves on by at least one word.
    while let Some(next) = wrapped_command(words.get(start..)?) {
        start += next;
    }
    let name = words.get(start)?.literal()?;
    let arguments = words.get(start + 1..)?;
    let (index, dialect) = match basename(&name) {
        "eval" if arguments.len() == 1 => (0, dialect),
        "su" => {
            let flag = arguments.iter().position(|word| word.is("-c") || word.is("--command"))?;
            (flag + 1, dialect.started_as("sh"))
        }
        program => {
            let inner = dialect.started_as(program);
            if !inner.is_readable() {
                return None;
            }
            (script_after_c(arguments)?, inner)
        }
    };
    let index = start + 1 + index;
    (index < words.len()).then_some((index, dialect))
}

/// The shell that `words` start to read commands from its input: `bash`, `sh -ex`.
pub(super) fn reading_shell(words: &[Word<'_>], dialect: Dialect) -> Option<Dialect> {
    let [name, arguments @ ..] = words else { return None };
    let options = arguments.iter().all(|word| {
        let text = word.literal_prefix();
        text.starts_with('-') && (text.starts_with("--") || !text.contains('c')) || text == "pipefail"
    });
    let inner = dialect.started_as(basename(&name.literal()?));
    (options && inner.is_readable()).then_some(inner)
}

/// The index of the first operand after options among which is `-c`.
fn script_after_c(arguments: &[Word<'_>]) -> Option<usize> {
    let mut found = false;
    let mut skip = false;
    for (index, word) in arguments.iter().enumerate() {
        let text = word.literal_prefix();
        if std::mem::take(&mut skip) {
            continue;
        }
        if let Some(letters) = text.strip_prefix(['-', '+']).filter(|letters| !letters.starts_with('-')) {
            found |= letters.contains('c');
            skip = letters.ends_with('o') || letters.ends_with('O');
        } else if !text.starts_with("--") {
            return found.then_some(index);
        }
    }
    None
}
