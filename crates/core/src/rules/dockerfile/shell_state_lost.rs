//! A RUN that ends with a command whose only effect is on its own shell.

use crate::model::{Build, archive};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Simple, Word};

pub(super) const META: Meta = Meta {
    code: "DL5030",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Files that only set variables and functions; any other file may do something when it is sourced.
const SETTINGS: [&str; 12] = [
    "activate",
    ".bashrc",
    ".bash_profile",
    ".profile",
    ".zshrc",
    "bash.bashrc",
    "environment",
    "env",
    "profile",
    "nvm.sh",
    "setup.bash",
    "conda.sh",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| !run.onbuild) {
        let Some(and_or) = run.script.body.items.last() else { continue };
        let Some([command]) = and_or.pipelines.last().map(|last| last.commands.as_slice()) else { continue };
        let Some(simple) = command.as_simple().filter(|_| run.script.dialect.is_readable()) else { continue };
        let Some(mend) = mend(simple) else { continue };
        cx.report(
            simple.span,
            format!("This has no effect: each RUN has a shell of its own, which ends here. {mend}"),
        );
    }
}

/// What to do instead of a command that only changes the shell; `None` for other commands.
fn mend(simple: &Simple<'_>) -> Option<&'static str> {
    let name = simple.words.first()?.literal()?;
    let operands = simple.arguments();
    match name.as_ref() {
        "export" if operands.iter().any(|word| !word.literal_prefix().starts_with('-')) => {
            Some("Set the variable with ENV.")
        }
        "alias" if !operands.is_empty() => {
            Some("Write a script, or the alias into a file that the shell reads.")
        }
        "source" | "." if operands.first().is_some_and(is_settings) => {
            Some("Source it in the RUN that needs it, or set the variables with ENV.")
        }
        "ulimit" if operands.len() > 1 => {
            Some("Set limits where the container is started: `docker run --ulimit`.")
        }
        "umask" | "shopt" if !operands.is_empty() => Some("Put it into the RUN that needs it."),
        _ => None,
    }
}

fn is_settings(word: &Word<'_>) -> bool {
    let text = word.text_with(|_| "".into());
    SETTINGS.contains(&archive::file_name(&text)) || text.starts_with("/etc/profile.d/")
}
