//! A health check that does not run what it reads.

use crate::compose::Command;
use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC515", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for test in file.services().filter_map(|service| service.healthcheck()).filter_map(|check| check.test()) {
        match test {
            Command::Line(line) if line == "NONE" => {
                cx.report(
                    line.span(),
                    "As a string, `NONE` is a command for the shell and always fails. Write `disable: true`.",
                );
            }
            Command::Line(_) => {}
            Command::List(words) => match words.as_slice() {
                [form, script, rest, ..] if *form == "CMD-SHELL" => {
                    let message = format!(
                        "`CMD-SHELL` runs `{script}` alone; what follows becomes the shell's `$0` and `$1`. Write one string."
                    );
                    cx.report(rest.span(), message);
                }
                [form, program] if *form == "CMD" && program.trim().contains(' ') => {
                    cx.report(
                        program.span(),
                        "`CMD` runs no shell, so this whole string is taken for the name of a program. Use `CMD-SHELL`, or split the words.",
                    );
                }
                [form, arguments @ ..] if *form == "CMD" => {
                    let Some(operator) = arguments.iter().find(|word| is_operator(word)) else { continue };
                    let message = format!(
                        "`CMD` runs no shell, so `{operator}` and what follows are arguments of the program. Use `CMD-SHELL` with one string."
                    );
                    cx.report(operator.span(), message);
                }
                _ => {}
            },
        }
    }
}

/// Whether only a shell gives the word a meaning.
fn is_operator(word: &str) -> bool {
    matches!(word, "||" | "&&" | "|" | ";" | ">" | ">>" | "2>&1")
}
