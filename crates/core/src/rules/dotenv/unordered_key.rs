//! Variables that are not in alphabetical order within their group.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::dotenv::lines::{Line, ends_in_escape};
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::sorting::sort_by_key;
use crate::text::{Edit, Span};
use std::collections::BTreeSet;

pub(super) const META: Meta = Meta {
    code: "EV012",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dotenv:UnorderedKey"],
    fix: FixSafety::Unsafe,
    check: Check::Dotenv(check),
};

/// A variable with the comments above it, which move with it.
struct Block<'a> {
    key: &'a str,
    key_span: Span,
    span: Span,
}

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let mut group: Vec<Block<'_>> = Vec::new();
    let mut keys = BTreeSet::new();
    let mut block_start = None;
    for line in &dotenv.lines {
        let ends =
            line.is_blank() || is_control_comment(line) || references(line).any(|name| keys.contains(name));
        if ends {
            check_group(&group, dotenv.line_end(), cx);
            group.clear();
            keys.clear();
            block_start = None;
        } else if let Some(key) = line.key() {
            let start = block_start.take().unwrap_or(line.text.span.start);
            let span = Span { start, end: line.text.span.end };
            keys.insert(key.value);
            group.push(Block { key: key.value, key_span: key.span, span });
        } else {
            block_start.get_or_insert(line.text.span.start);
        }
    }
    check_group(&group, dotenv.line_end(), cx);
}

fn check_group(group: &[Block<'_>], line_end: &str, cx: &mut Reporter<'_>) {
    let mut last: Option<&Block<'_>> = None;
    let mut fix = sorted(group, cx.source(), line_end);
    for block in group {
        let Some(before) = last.filter(|last| block.key < last.key) else {
            last = Some(block);
            continue;
        };
        let message = format!("`{}` comes before `{}` in the alphabet. Put it there.", block.key, before.key);
        let found = cx.report(block.key_span, message);
        // One change puts the whole group in order.
        if let Some(edit) = fix.take() {
            found.unsafe_fix("Sort the group", [edit]);
        }
    }
}

fn sorted(group: &[Block<'_>], source: &str, line_end: &str) -> Option<Edit> {
    let (first, last) = (group.first()?, group.last()?);
    let mut blocks: Vec<&Block<'_>> = group.iter().collect();
    sort_by_key(&mut blocks, |block| block.key);
    let texts: Vec<&str> = blocks.iter().map(|block| block.span.of(source)).collect();
    Some(Edit::replace(first.span.to(last.span), texts.join(line_end)))
}

/// dotenv-linter's own comments, which it takes for the end of a group.
fn is_control_comment(line: &Line<'_>) -> bool {
    line.text.trim_start().strip_prefix('#').is_some_and(|c| c.trim_start().starts_with("dotenv-linter:"))
}

/// The names of the variables that the value of `line` holds as `$name` or `${name}`.
fn references<'a>(line: &Line<'a>) -> impl Iterator<Item = &'a str> {
    let value = line.value().filter(|value| !value.starts_with('\'')).map_or("", |value| value.value);
    value.match_indices('$').filter_map(|(at, _)| {
        let rest = value.get(at + 1..)?;
        let name = match rest.strip_prefix('{') {
            Some(braced) => braced.split('}').next()?,
            None => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                rest.get(..end)?
            }
        };
        Some(name).filter(|_| !ends_in_escape(value.get(..at).unwrap_or_default()))
    })
}
