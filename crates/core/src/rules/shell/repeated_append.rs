//! `a >> f; b >> f; c >> f`: one redirection is enough.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{AndOr, Facts, RedirectOperator};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SC2129",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2129"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for list in facts.lists() {
        let mut row: Vec<(Span, &str)> = Vec::new();
        for target in list.items.iter().map(appends) {
            let Some((span, file)) = target else {
                row.clear();
                continue;
            };
            row.retain(|(_, before)| *before == file);
            row.push((span, file));
            if let [(first, _), _, _] = row.as_slice() {
                cx.report(
                    *first,
                    "These commands append to the same file. Put them into `{ ...; } >> file`.",
                );
            }
        }
    }
}

/// The last command of a pipeline that appends to a file, and the file as written.
fn appends<'s>(item: &'s AndOr<'_>) -> Option<(Span, &'s str)> {
    let [pipeline] = item.pipelines.as_slice() else { return None };
    if pipeline.bang.is_some() || item.background {
        return None;
    }
    let command = pipeline.commands.last()?;
    let simple = command.as_simple()?;
    let redirect = simple.redirects.iter().find(|r| r.operator.value == RedirectOperator::Append)?;
    let [part] = redirect.target.parts.as_slice() else { return None };
    Some((simple.span, part.raw.as_ref()))
}
