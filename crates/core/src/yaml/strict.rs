//! What the parser reads and go-yaml refuses: control characters, and tabs where a line is indented, even an empty one.

use super::node::{Kind, Yaml};
use super::scalar::Style;
use crate::SyntaxError;
use crate::text::Span;

/// The first place of the text that go-yaml refuses.
pub(super) fn check(yaml: &Yaml<'_>) -> Option<SyntaxError> {
    control_character(yaml.source).or_else(|| indenting_tab(yaml))
}

fn control_character(text: &str) -> Option<SyntaxError> {
    let bytes = text.as_bytes();
    let is_control = |at: usize, byte: u8| match byte {
        b'\t' | b'\n' | b'\r' => false,
        0..=0x1f | 0x7f => true,
        // U+0080 to U+009F without the line break U+0085, and the last two of the plane.
        0xc2 => bytes.get(at + 1).is_some_and(|next| (0x80..=0x9f).contains(next) && *next != 0x85),
        0xef => matches!(bytes.get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])),
        _ => false,
    };
    let at = bytes.iter().enumerate().find(|(at, byte)| is_control(*at, **byte))?.0;
    let width = text.get(at..)?.chars().next()?.len_utf8();
    let message =
        "A control character cannot stand in YAML; in double quotes it can be written as an escape.";
    Some(SyntaxError::new(Span::new(at, at + width), message))
}

fn indenting_tab(yaml: &Yaml<'_>) -> Option<SyntaxError> {
    let text = yaml.source;
    let mut tabs = text.match_indices('\t').map(|(at, _)| at).filter(|at| begins_line(text, *at)).peekable();
    tabs.peek()?;
    let places = Places::of(yaml);
    let at = tabs.find(|at| places.is_refused(text, *at))?;
    let message = "A tab cannot indent YAML, not even an empty line; use spaces.";
    Some(SyntaxError::new(Span::new(at, at + 1), message))
}

/// Whether only spaces and dashes stand before it on its line.
fn begins_line(text: &str, tab: usize) -> bool {
    let before = text.get(..tab).unwrap_or_default().trim_end_matches([' ', '-']);
    before.is_empty() || before.ends_with(['\n', '\u{feff}'])
}

/// Where scalars and flow collections stand, by their beginning.
struct Places {
    scalars: Vec<(Span, Style)>,
    flows: Vec<Span>,
}

impl Places {
    fn of(yaml: &Yaml<'_>) -> Self {
        let mut places = Self { scalars: Vec::new(), flows: Vec::new() };
        for node in &yaml.nodes {
            let first = yaml.source.as_bytes().get(node.span.start as usize);
            match &node.kind {
                Kind::Scalar(scalar) if !node.span.is_empty() => {
                    places.scalars.push((node.span, scalar.style));
                }
                // An alias ends where it ends, as quotes do.
                Kind::Alias { .. } => places.scalars.push((node.span, Style::DoubleQuoted)),
                // Those inside another one begin before it ends.
                Kind::Mapping(_) | Kind::Sequence(_)
                    if matches!(first, Some(b'[' | b'{'))
                        && places.flows.last().is_none_or(|last| last.end <= node.span.start) =>
                {
                    places.flows.push(closed(yaml.source, node.span));
                }
                _ => {}
            }
        }
        places
    }

    fn is_refused(&self, text: &str, tab: usize) -> bool {
        let before = self.flows.partition_point(|flow| flow.start as usize <= tab);
        let flow = before.checked_sub(1).and_then(|last| self.flows.get(last));
        if flow.is_some_and(|flow| tab < flow.end as usize) {
            return false;
        }
        let before = self.scalars.partition_point(|(span, _)| span.start as usize <= tab);
        let Some((span, style)) = before.checked_sub(1).and_then(|last| self.scalars.get(last)).copied()
        else {
            return true;
        };
        let column = tab - text.get(..tab).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
        let is_inside = tab < span.end as usize;
        let between = text.get(span.end as usize..tab).unwrap_or_default();
        if !is_inside && !between.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
            return true;
        }
        match style {
            Style::SingleQuoted | Style::DoubleQuoted => !is_inside,
            Style::Plain => indentation(text, span.start as usize).is_some_and(|indent| column <= indent),
            Style::Literal | Style::Folded => {
                let mut lines = span.of(text).lines().skip(1).filter(|line| !line.trim().is_empty());
                lines.next().is_some_and(|line| column < line.len() - line.trim_start_matches(' ').len())
            }
        }
    }
}

/// A flow collection up to its last bracket: the span may end before a comma that nothing follows.
fn closed(text: &str, flow: Span) -> Span {
    if flow.of(text).ends_with([']', '}']) {
        return flow;
    }
    let behind = text.get(flow.end as usize..).unwrap_or_default();
    Span::new(flow.start as usize, flow.end as usize + behind.find([']', '}']).unwrap_or_default())
}

/// The column of the key or the dash before the plain scalar at `start`, where it stands on the same line.
fn indentation(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?;
    let line = before.get(before.rfind('\n').map_or(0, |at| at + 1)..)?;
    let mut dash = None;
    let mut rest = line.trim_start_matches(' ');
    while let Some(behind) = rest.strip_prefix("- ") {
        dash = Some(line.len() - rest.len());
        rest = behind.trim_start_matches(' ');
    }
    if rest.is_empty() { dash } else { Some(line.len() - rest.len()) }
}

#[cfg(test)]
mod tests {
    use crate::yaml::parse;

    #[test]
    fn tabs_where_go_yaml_refuses_them() {
        for text in [
            "a:\n  b: x\n\t\n",
            "a:\n  b: x\n  \t\n  c: d\n",
            "a:\n  b: 'x'\n      \t\n",
            "a:\n  b: x\n\t# c\n",
            "a:\n\t\n  b: x\n",
            "\t\na: x\n",
            "\t# c\na: x\n",
            "a:\n  -\tb\n",
            "a:\n  - \tb\n",
            "a:\n  - b\n  \t\n  - c\n",
            "a: |\n  b\n\t\nc: d\n",
        ] {
            assert!(!parse(text).1.is_empty(), "{text:?}");
        }
        for text in [
            "a:\n  b: x\n   \t\n  c: d\n",
            "a:\tx\t# c\nb: \"x\n \ty\"\t\n",
            "a: [\n\tb,\n\t]\n",
            "a: {\n 'b': x\n\t,\n  }\n",
            "a: |\n  b\n  \tc\n  \t\n",
            "a: b\n c\n",
        ] {
            assert_eq!(parse(text).1, [], "{text:?}");
        }
    }

    #[test]
    fn control_characters() {
        for text in ["a: \"\u{7}\"\n", "# \u{7f}\n", "a: \u{80}\n", "a: \u{ffff}\n"] {
            assert!(!parse(text).1.is_empty(), "{text:?}");
        }
        assert_eq!(parse("a: \u{85}\u{a0}é\u{10000}\n").1, []);
    }
}
