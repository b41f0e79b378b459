//! Files that everybody may change.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Argument, Call};
use crate::text::Span;

pub(super) const META: Meta =
    Meta { code: "DL5043", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let kept = build.stages().iter().filter(|stage| build.ships_stage(stage.index));
    for instruction in kept.flat_map(|stage| build.instructions_of(stage)) {
        let mode = instruction.flag_value("chmod").filter(|_| instruction.transfer().is_some());
        if let Some(mode) = mode.filter(|mode| is_open(mode)) {
            report(mode.whole(), cx);
        }
    }
    for call in build.runs().filter(|run| build.ships_stage(run.stage)).flat_map(|run| &run.calls) {
        if let Some(mode) = mode(call).filter(|mode| is_open(&mode.text)) {
            report(mode.span(), cx);
        }
    }
}

fn report(span: Span, cx: &mut Reporter<'_>) {
    cx.report(
        span,
        "This lets every user change the files. Whoever gets into the container as any user can then change what others run: give them to the user who writes (`chown`), and 755 or 775.",
    );
}

/// The mode that the command gives to files.
fn mode<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<&'c Argument<'s, 't>> {
    match call.name() {
        "chmod" => {
            let mut operands =
                call.arguments.iter().filter(|word| !word.text.starts_with("--") && word.text != "-R");
            let mode = operands.next()?;
            let device = |word: &Argument<'_, '_>| word.text.starts_with("/dev/");
            operands.next().filter(|file| !device(file)).map(|_| mode)
        }
        "mkdir" | "install" => {
            let at = call.arguments.iter().position(|word| matches!(word.text.as_ref(), "-m" | "--mode"))?;
            call.arguments.get(at + 1)
        }
        _ => None,
    }
}

/// Whether the mode lets others write, without the sticky bit that keeps them from deleting each other's files.
fn is_open(mode: &str) -> bool {
    if mode.len() >= 3 && mode.bytes().all(|digit| (b'0'..=b'7').contains(&digit)) {
        let bits = u32::from_str_radix(mode, 8).unwrap_or_default();
        return bits & 0o002 != 0 && bits & 0o1000 == 0;
    }
    let mut clauses = mode.split(',');
    clauses.any(|clause| {
        let Some((who, what)) = clause.split_once(['+', '=']) else { return false };
        let others = who.contains(['o', 'a']) && who.chars().all(|c| "ugoa".contains(c));
        others && what.contains('w') && !what.contains('t') && what.chars().all(|c| "rwxXst".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::is_open;

    #[test]
    fn modes_that_let_others_write() {
        for mode in ["777", "0777", "2777", "666", "a+rwx", "o+w", "ugo=rwx", "u+x,o+w"] {
            assert!(is_open(mode), "{mode}");
        }
        for mode in
            ["755", "1777", "+x", "+w", "a+rX", "a+rwxt", "g+w", "o-w", "--reference", "${MODE}", "77"]
        {
            assert!(!is_open(mode), "{mode}");
        }
    }
}
