//! `sort f > f`: the file is emptied before it is read.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Command, Facts, Redirect, RedirectOperator, Simple, Word};
use crate::text::Span;
use std::collections::HashMap;

pub(super) const META: Meta = Meta {
    code: "SC2094",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2094"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for pipeline in &facts.pipelines {
        let redirects = pipeline.commands.iter().flat_map(redirects);
        let targets: Vec<&Word<'_>> =
            redirects.filter(|redirect| writes(redirect)).map(|r| &r.target).collect();
        if targets.is_empty() {
            continue;
        }
        let stages =
            pipeline.commands.iter().filter_map(Command::as_simple).filter(|simple| reads_arguments(simple));
        let read: HashMap<String, Span> =
            stages.flat_map(inputs).map(|word| (text(word), word.span)).collect();
        for target in targets {
            if let Some(place) = read.get(&text(target)) {
                cx.report(target.span, "The shell empties this file before the command reads it. Write to another file and move it.")
                    .related(*place, "read here");
            }
        }
    }
}

fn redirects<'s, 't>(command: &'s Command<'t>) -> impl Iterator<Item = &'s Redirect<'t>> {
    let own = command.as_simple().map_or(&[][..], |simple| &simple.redirects);
    own.iter().chain(&command.redirects)
}

fn writes(redirect: &Redirect<'_>) -> bool {
    use RedirectOperator::{Append, Clobber, Write, WriteBoth};
    let text = text(&redirect.target);
    matches!(redirect.operator.value, Write | Append | Clobber | WriteBoth) && !text.starts_with("/dev/")
}

/// Commands whose arguments are text, or files that they collect before they write.
fn reads_arguments(simple: &Simple<'_>) -> bool {
    !matches!(simple.name(), None | Some("echo" | "printf" | "sponge" | "mapfile"))
}

/// The words that may name a file to read.
fn inputs<'s, 't>(simple: &'s Simple<'t>) -> impl Iterator<Item = &'s Word<'t>> {
    let read = simple.redirects.iter().filter(|redirect| redirect.operator.value == RedirectOperator::Read);
    simple.arguments().iter().chain(read.map(|redirect| &redirect.target))
}

fn text(word: &Word<'_>) -> String {
    word.parts.iter().map(|part| part.raw.as_ref()).collect()
}
