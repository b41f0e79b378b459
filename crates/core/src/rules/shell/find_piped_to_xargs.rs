//! `find | xargs`: names with blanks or quotes fall apart.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Simple, Word};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2038",
    category: Category::Shell,
    aliases: &["hadolint:SC2038"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for (find, xargs) in facts.neighbours() {
        let pair = find.words.first().is_some_and(|word| word.is("find"))
            && xargs.words.first().is_some_and(|word| word.is("xargs"));
        if pair && !ends_names_safely(find) && !ends_names_safely(xargs) {
            let found = cx.report(
                find.span,
                "File names with blanks or quotes fall apart between `find` and `xargs`. Use `find -print0 | xargs -0`, or `find -exec ... {} +`.",
            );
            if let (Some(last), Some(name)) =
                (find.words.last().filter(|_| only_prints(find)), xargs.words.first())
            {
                let edits = [Edit::insert(last.span.end, " -print0"), Edit::insert(name.span.end, " -0")];
                found.unsafe_fix("End names with a null byte", edits);
            }
        }
    }
}

/// Whether `-print0` at the end prints what is printed now: there is no action and no alternative.
fn only_prints(find: &Simple<'_>) -> bool {
    let plain = |word: &Word<'_>| {
        let text = word.literal_prefix();
        let acts = ["-print", "-exec", "-ok", "-delete", "-ls", "-fprint", "-fls", "-prune", "-quit"];
        !acts.iter().any(|action| text.starts_with(action))
            && !word.is("-o")
            && !word.is("-or")
            && !word.is(",")
    };
    find.arguments().iter().all(plain)
}

/// Whether an option says that names end with a null byte, or are printed in another way.
fn ends_names_safely(simple: &Simple<'_>) -> bool {
    simple.arguments().iter().any(|word| {
        let text = word.literal_prefix();
        let name = text.trim_start_matches('-');
        text.starts_with('-')
            && (text.contains('0') || ["null", "print0", "printf"].iter().any(|p| name.starts_with(p)))
    })
}
