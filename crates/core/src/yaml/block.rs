//! The lines of a block collection: deleting one child, or putting the children into another order with their comments.

use super::Node;
use crate::sorting;
use crate::text::{Edit, Span};
use std::cmp::Ordering;

/// Deletes a child of a block collection (an entry from its key to the end of its value, or an item) with its own lines. Comments
/// above it stay, since the first of them may speak of the whole file. `None` where it shares a line with something else.
#[must_use]
pub fn deletion(source: &str, child: Span) -> Option<Edit> {
    let lines = own_lines(source, child)?;
    let after = source.get(lines.end as usize..)?;
    let line_break = usize::from(after.starts_with('\n'));
    // At the top of the file, the blank lines that set the deleted ones apart go too.
    let blank = if lines.start == 0 { blank_lines(after.get(line_break..)?) } else { 0 };
    Some(Edit::delete(Span::new(lines.start as usize, lines.end as usize + line_break + blank)))
}

/// Sorts the children of a collection of `source`, each given with the text that it sorts by.
///
/// Blank lines and comments that stand on their own stay in their places. `None` where the text cannot be moved safely: the
/// children share lines, or an anchor among them would move away from its aliases.
#[must_use]
pub fn sorting(
    source: &str,
    collection: Node<'_, '_>,
    children: &[(&str, Span)],
    compare: fn(&str, &str) -> Ordering,
) -> Option<Edit> {
    if is_anchored(collection) {
        return None;
    }
    let order = sorting::order(children.len(), &|a, b| match (children.get(a), children.get(b)) {
        (Some((a, _)), Some((b, _))) => compare(a, b),
        _ => Ordering::Equal,
    });
    let spans: Vec<Span> = children.iter().map(|(_, span)| *span).collect();
    permutation(source, &spans, &order)
}

/// Whether something inside bears an anchor or a tag. As deep as the tree, which is bounded.
fn is_anchored(collection: Node<'_, '_>) -> bool {
    let marked = |node: Node<'_, '_>| node.anchor().is_some() || node.tag().is_some();
    let inside = |node: Node<'_, '_>| marked(node) || (node.alias().is_none() && is_anchored(node));
    collection.items().any(inside)
        || collection.entries().any(|entry| inside(entry.key) || inside(entry.value))
}

/// Puts the children into the order of `order`, which names each of them once by its index.
fn permutation(source: &str, children: &[Span], order: &[usize]) -> Option<Edit> {
    let blocks = lines_of_all(source, children).or_else(|| flow_items(source, children))?;
    let mut text = String::new();
    let mut end = blocks.first()?.start as usize;
    for (place, moved) in blocks.iter().zip(order) {
        text.push_str(source.get(end..place.start as usize)?);
        text.push_str(blocks.get(*moved)?.of(source).trim_end_matches('\r'));
        let carriage_return = place.of(source).ends_with('\r');
        text.push_str(if carriage_return { "\r" } else { "" });
        end = place.end as usize;
    }
    Some(Edit::replace(Span::new(blocks.first()?.start as usize, end), text))
}

/// The whole lines of a child of a block collection, without the last line break; `None` where it shares them.
fn own_lines(source: &str, child: Span) -> Option<Span> {
    let indent = prefix(source, child)?;
    if !matches!(indent.trim_matches(['\u{feff}', ' ']), "" | "-") {
        return None;
    }
    let end = child.end as usize;
    let rest = source.get(end..)?;
    let rest = rest.get(..line_length(rest))?;
    let behind = rest.trim_start();
    let alone = behind.is_empty() || behind.starts_with('#');
    alone.then(|| Span::new(child.start as usize - indent.len(), end + rest.len()))
}

/// [`own_lines`] with the comment lines directly above and the more deeply indented ones directly below.
fn lines_with_comments(source: &str, child: Span) -> Option<Span> {
    let own = own_lines(source, child)?;
    let column = (child.start - own.start) as usize;
    let mut first = own.start as usize;
    while let Some(line) = source.get(..first)?.strip_suffix('\n') {
        let begin = line.rfind('\n').map_or(0, |at| at + 1);
        let line = line.get(begin..)?;
        if indent(line) > column || !is_comment(line) {
            break;
        }
        first = begin;
    }
    let mut last = own.end as usize;
    while let Some(rest) = source.get(last..).and_then(|rest| rest.strip_prefix('\n')) {
        let line = rest.get(..line_length(rest))?;
        if indent(line) <= column || !is_comment(line) {
            break;
        }
        last += 1 + line.len();
    }
    Some(Span::new(first, last))
}

/// What stands before a child on its line.
fn prefix(source: &str, child: Span) -> Option<&str> {
    let before = source.get(..child.start as usize)?;
    before.get(before.rfind('\n').map_or(0, |at| at + 1)..)
}

/// The lines that move with each child of a block collection.
fn lines_of_all(source: &str, children: &[Span]) -> Option<Vec<Span>> {
    let lines: Option<Vec<Span>> = children.iter().map(|child| lines_with_comments(source, *child)).collect();
    let lines = lines.filter(|lines| lines.is_sorted_by(|a, b| a.end <= b.start))?;
    // The first entry of a mapping in a list stands behind the list's dash and cannot move.
    let dashes = children.iter().map(|child| prefix(source, *child).map(str::trim));
    dashes.is_sorted_by(|a, b| a == b).then_some(lines)
}

/// The items of a flow collection on one line, which move alone.
fn flow_items(source: &str, children: &[Span]) -> Option<Vec<Span>> {
    let whole = children.first()?.to(*children.last()?);
    (!whole.of(source).contains(['\n', '#'])).then(|| children.to_vec())
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// The length of the first line, without its line break but with a carriage return.
fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

fn blank_lines(text: &str) -> usize {
    let lines = text.split_inclusive('\n').take_while(|line| line.trim().is_empty());
    lines.map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Edits;
    use crate::yaml::parse;

    fn sorted(source: &str) -> Option<String> {
        let (yaml, _) = parse(source);
        let root = yaml.root()?;
        let entries: Vec<_> = root.entries().map(|e| (e.key.span().of(source), e.span())).collect();
        let mut edits = Edits::default();
        edits.try_add(&[sorting(source, root, &entries, str::cmp)?]).ok()?;
        Some(edits.apply(source))
    }

    #[test]
    fn comments_move_with_their_entry() {
        let source = "# head\n\n# about b\nb: 1 # one\n  # more of b\n# about a\na:\n  - 2";
        let expected = "# head\n\n# about a\na:\n  - 2\n# about b\nb: 1 # one\n  # more of b";
        assert_eq!(sorted(source).as_deref(), Some(expected));
    }

    #[test]
    fn blank_lines_and_carriage_returns_stay_in_place() {
        assert_eq!(sorted("b: 1\r\n\r\na: 2\r\n").as_deref(), Some("a: 2\r\n\r\nb: 1\r\n"));
        assert_eq!(sorted("b: 1\r\na: 2").as_deref(), Some("a: 2\r\nb: 1"));
    }

    #[test]
    fn flow_collections_move_within_their_line() {
        assert_eq!(sorted("{b: 1, a: [2, 3]}").as_deref(), Some("{a: [2, 3], b: 1}"));
        assert_eq!(sorted("{b: 1,\n a: 2}"), None);
    }

    #[test]
    fn anchors_are_not_moved() {
        assert_eq!(sorted("b: &x 1\na: *x\n"), None);
    }

    #[test]
    fn deletes_whole_lines() {
        let delete_first = |source: &str| {
            let (yaml, _) = parse(source);
            let entry = yaml.root()?.entries().next()?;
            let mut edits = Edits::default();
            edits.try_add(&[deletion(source, entry.span())?]).ok()?;
            Some(edits.apply(source))
        };
        assert_eq!(delete_first("a: 1 # x\n\nb: 2\n").as_deref(), Some("b: 2\n"));
        assert_eq!(delete_first("# head\n\na: 1\n\nb: 2\n").as_deref(), Some("# head\n\n\nb: 2\n"));
        assert_eq!(delete_first("{a: 1, b: 2}"), None);
    }
}
