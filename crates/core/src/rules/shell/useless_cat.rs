//! `cat f | cmd`: cmd reads the file by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::shell::{Command, Facts, Redirect};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "SC2002",
    severity: Severity::Style,
    category: Category::Shell,
    group: Group::OptIn,
    aliases: &[],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for pipeline in facts.pipelines.iter().filter(|pipeline| pipeline.commands.len() > 1) {
        let Some(simple) = pipeline.commands.first().and_then(Command::as_simple) else { continue };
        let [_, file] = simple.words.as_slice() else { continue };
        let option = file.literal_prefix().starts_with('-');
        if simple.name() == Some("cat") && !option && !file.may_be_several() {
            let source = cx.source();
            let found = cx.report(
                file.span,
                "Most commands read a file by themselves: give it as an argument, or with `<`.",
            );
            let reader = pipeline.commands.get(1).and_then(Command::as_simple);
            let cat = reader.map(|reader| Span { start: simple.span.start, end: reader.span.start });
            if let (Some(reader), Some(cat)) =
                (reader.filter(|reader| reader.redirects.iter().all(only_writes)), cat)
                && simple.redirects.is_empty()
                && !cat.of(source).contains(['#', '\n'])
            {
                let input = format!(" < {}", file.span.of(source));
                found.unsafe_fix(
                    "Read it with `<`",
                    [
                        Edit::delete(cat),
                        Edit::insert(reader.words.last().map_or(reader.span, |word| word.span).end, input),
                    ],
                );
            }
        }
    }
}

fn only_writes(redirect: &Redirect<'_>) -> bool {
    redirect.writes_to("1") || redirect.writes_to("2")
}
