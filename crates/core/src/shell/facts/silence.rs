//! `# shellcheck disable=SC2086`: what a comment in a script silences, and where.

use crate::shell::{AndOr, Comment};
use crate::sorting::sort_by_key;
use crate::text::Span;
use std::cmp::Reverse;

/// Codes that are silent in some place.
#[derive(Debug)]
pub(super) struct Silence {
    codes: Vec<Codes>,
    place: Span,
}

#[derive(Debug)]
enum Codes {
    All,
    Range(u32, u32),
}

impl Silence {
    pub(super) fn covers(&self, code: &str, span: Span) -> bool {
        let number = number(code);
        self.place.contains(span)
            && self.codes.iter().any(|codes| match codes {
                Codes::All => true,
                Codes::Range(first, last) => number.is_some_and(|number| (*first..=*last).contains(&number)),
            })
    }
}

/// What the comments silence: the command after them, or the whole script where they stand before the first.
pub(super) fn silences(
    comments: &[Comment<'_>],
    and_ors: &[(&AndOr<'_>, bool)],
    script: Span,
) -> Vec<Silence> {
    let asking: Vec<_> =
        comments.iter().filter_map(|comment| Some((comment, codes(&comment.text)?))).collect();
    if asking.is_empty() {
        return Vec::new();
    }
    let mut commands: Vec<Span> = and_ors.iter().map(|(and_or, _)| and_or.span).collect();
    sort_by_key(&mut commands, |span| (span.start, Reverse(span.end)));
    let first = commands.first().map_or(script.end, |span| span.start);
    let silence = |(comment, codes): (&Comment<'_>, Vec<Codes>)| {
        let next = commands.partition_point(|span| span.start < comment.span.end);
        let place = if comment.span.end <= first { Some(script) } else { commands.get(next).copied() };
        Some(Silence { codes, place: place? })
    };
    asking.into_iter().filter_map(silence).collect()
}

/// The codes in `shellcheck disable=SC2086,SC2046`, among other directives on the line.
fn codes(comment: &str) -> Option<Vec<Codes>> {
    let directives = comment.trim_start().strip_prefix("shellcheck ")?;
    let list =
        directives.split_ascii_whitespace().find_map(|directive| directive.strip_prefix("disable="))?;
    Some(list.split(',').filter_map(parse).collect())
}

fn parse(code: &str) -> Option<Codes> {
    if code == "all" {
        return Some(Codes::All);
    }
    let (first, last) = code.split_once('-').unwrap_or((code, code));
    Some(Codes::Range(number(first)?, number(last)?))
}

fn number(code: &str) -> Option<u32> {
    code.strip_prefix("SC")?.parse().ok()
}
