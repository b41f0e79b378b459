//! `cd x; cmd`: if cd fails, the command runs in the wrong directory.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Simple, Word};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2164",
    category: Category::Shell,
    aliases: &["hadolint:SC2164"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if facts.errexit {
        return;
    }
    for fact in facts.commands.iter().filter(|fact| !fact.conditional) {
        let Some((name, arguments)) = directory_change(fact.simple) else { continue };
        let only_steps = matches!(arguments, [word] if is_steps(word));
        let keeps_directory = name != "cd" && arguments.iter().any(|word| word.is("-n"));
        if only_steps || keeps_directory {
            continue;
        }
        cx.report(
            fact.simple.span,
            format!("If `{name}` fails, what follows runs in the wrong directory. Write `{name} ... || exit 1`, or join with `&&`."),
        )
        .unsafe_fix("Stop if it fails", [Edit::insert(fact.simple.span.end, " || exit 1")]);
    }
}

/// The name and arguments of `cd`, `pushd`, `popd`, also after `builtin` and `command`.
fn directory_change<'s, 't>(simple: &'s Simple<'t>) -> Option<(&'static str, &'s [Word<'t>])> {
    let mut words = simple.words.as_slice();
    if words.first()?.is("builtin") || words.first()?.is("command") {
        words = words.get(1..)?;
    }
    let (first, arguments) = words.split_first()?;
    let name = ["cd", "pushd", "popd"].into_iter().find(|name| first.is(name))?;
    Some((name, arguments))
}

/// `/`, `..`, `../..`: directories that are always there.
fn is_steps(word: &Word<'_>) -> bool {
    word.literal()
        .is_some_and(|text| !text.is_empty() && text.split('/').all(|step| matches!(step, "" | "." | "..")))
}
