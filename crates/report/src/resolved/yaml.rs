//! The model as YAML.

use super::place;
use crate::Places;
use docklint_core::project::resolve::{Node, NodeKind, Origin};
use docklint_core::yaml::{Resolved, base_60, resolve_plain};
use std::fmt::Write as _;

pub(super) fn render(node: &Node, places: &Places<'_>) -> String {
    let mut writer = Writer { places, out: String::new(), path: Vec::new() };
    match &node.kind {
        NodeKind::Map(entries) => writer.map(entries, 0),
        _ => writer.value(node, 0),
    }
    writer.out
}

struct Writer<'w, 'a> {
    places: &'w Places<'a>,
    out: String,
    /// The keys above.
    path: Vec<String>,
}

impl Writer<'_, '_> {
    /// The entries of a mapping, each on lines of its own. The first line is already indented.
    fn map(&mut self, entries: &[(String, Node)], indent: usize) {
        let shown = entries.iter().filter(|(key, node)| !self.goes_without_saying(key, node));
        let shown: Vec<_> = shown.collect();
        for (i, (key, node)) in shown.into_iter().enumerate() {
            if i > 0 {
                self.indent(indent);
            }
            self.out.push_str(&scalar(key));
            self.out.push(':');
            self.path.push(key.clone());
            self.value(node, indent);
            self.path.pop();
        }
    }

    /// What follows a key, up to the end of its last line.
    fn value(&mut self, node: &Node, indent: usize) {
        match &node.kind {
            NodeKind::Map(entries) if !entries.is_empty() => {
                self.out.push('\n');
                self.indent(indent + 2);
                self.map(entries, indent + 2);
            }
            NodeKind::List(items) if !items.is_empty() => {
                self.out.push('\n');
                for item in items {
                    self.item(item, indent + 2);
                }
            }
            _ => {
                self.out.push(' ');
                self.leaf(node, indent);
            }
        }
    }

    fn item(&mut self, node: &Node, indent: usize) {
        self.indent(indent);
        match &node.kind {
            NodeKind::Map(entries) if !entries.is_empty() => {
                let comment = self.comment(node);
                if !comment.is_empty() {
                    let _ = writeln!(self.out, "{}", comment.trim_start());
                    self.indent(indent);
                }
                self.out.push_str("- ");
                self.map(entries, indent + 2);
            }
            NodeKind::List(items) if !items.is_empty() => {
                self.out.push_str("-\n");
                for item in items {
                    self.item(item, indent + 2);
                }
            }
            _ => {
                self.out.push_str("- ");
                self.leaf(node, indent);
            }
        }
    }

    /// A scalar or an empty collection, its comment, and the end of the line.
    fn leaf(&mut self, node: &Node, indent: usize) {
        let comment = self.comment(node);
        let text = match &node.kind {
            NodeKind::Null => "null".to_owned(),
            NodeKind::Bool(value) => value.to_string(),
            NodeKind::Int(value) => value.to_string(),
            NodeKind::Float(value) => float(*value),
            NodeKind::List(_) => "[]".to_owned(),
            NodeKind::Map(_) => "{}".to_owned(),
            NodeKind::Text(text) if fits_block(text) => {
                let header = if text.ends_with('\n') { "|" } else { "|-" };
                let _ = writeln!(self.out, "{header}{comment}");
                for line in text.lines() {
                    if !line.is_empty() {
                        self.indent(indent + 2);
                    }
                    let _ = writeln!(self.out, "{line}");
                }
                return;
            }
            NodeKind::Text(text) => scalar(text),
        };
        let _ = writeln!(self.out, "{text}{comment}");
    }

    /// `  # .env:3`, where there is something to say.
    fn comment(&self, node: &Node) -> String {
        let place = |origin: Origin| match (origin, place(Some(origin), self.places)) {
            (_, Some((path, line))) => format!("{path}:{line}"),
            (Origin::Shell, None) => "the shell".to_owned(),
            (_, None) => "Compose".to_owned(),
        };
        let uses = node.uses.iter().map(|used| match used.origin {
            Some(origin) => format!("{} from {}", used.name, place(origin)),
            None => format!("{} is not set", used.name),
        });
        let parts: Vec<String> = node.origin.map(place).into_iter().chain(uses).collect();
        if parts.is_empty() { String::new() } else { format!(" # {}", parts.join(", ").replace('\n', " ")) }
    }

    /// Whether an entry says no more than leaving it out would.
    fn goes_without_saying(&self, key: &str, node: &Node) -> bool {
        let [section, _, list] = self.path.as_slice() else { return false };
        section == "services"
            && match &node.kind {
                NodeKind::Text(text) => text.is_empty() && (list == "ports" || list == "volumes"),
                NodeKind::Bool(value) => !value && list == "volumes" && key == "read_only",
                _ => false,
            }
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// Text as YAML of any version reads it as text.
fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 6] = ["yes", "no", "on", "off", "y", "n"];
    let mut chars = text.chars();
    let first_fits = match chars.next() {
        None => false,
        Some('-' | '?' | ':') => chars.next().is_some_and(|c| !c.is_whitespace() && !"?:".contains(c)),
        Some(c) => !",[]{}#&*!|>'\"%@`=<".contains(c),
    };
    first_fits
        && !text.starts_with("---")
        && resolve_plain(text) == Resolved::Text
        && base_60(text).is_none()
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && text.trim() == text
        && text.chars().all(is_printable)
}

fn is_printable(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_printable(c) => out.push(c),
            c => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
        }
    }
    out.push('"');
    out
}

/// Whether text of several lines can stand in a `|` block.
fn fits_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.chars().all(|c| c == '\n' || is_printable(c))
}

/// A number with a fraction, so that it stays one.
fn float(value: f64) -> String {
    match value {
        value if value.is_nan() => ".nan".to_owned(),
        value if value.is_infinite() => if value > 0.0 { ".inf" } else { "-.inf" }.to_owned(),
        value => format!("{value:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use docklint_core::Workspace;
    use docklint_core::yaml;

    #[test]
    fn text_is_read_back_as_it_was() {
        let texts = [
            "",
            "a",
            "a b",
            "80",
            "0x1F",
            "22:22",
            "8080:80",
            "true",
            "Yes",
            "off",
            "null",
            "~",
            "- a",
            "-a",
            "--flag",
            "---",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "{a}",
            "[a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a'",
            "\"a\"",
            "%a",
            "@a",
            "`a",
            " a",
            "a ",
            "a\tb",
            "a\nb",
            "a\nb\n",
            "a\n\nb",
            "\na\nb",
            "a\nb\n\n",
            "  a\nb",
            "é",
            "\u{7f}",
            "\u{85}",
            "\u{feff}a",
            "1e3",
            "1_000",
            "2020-01-01",
            "a,b",
            "?a",
            "? a",
            ":a",
            "=",
            "<<",
            "\\",
            "a\\n",
            "$$",
            "😀",
            "\u{2028}",
            "a\rb",
            "...",
        ];
        for text in texts {
            let node = Node::map([("k", Node::list([Node::text(text)])), (text, Node::text(text))]);
            let workspace = Workspace::default();
            let rendered = render(&node, &Places::new(&workspace));
            let (tree, errors) = yaml::parse(&rendered);
            assert_eq!(errors, [], "{rendered}");
            let root = tree.root().unwrap();
            let item = root.get("k").unwrap().items().next().unwrap();
            for read in [item.as_scalar().unwrap(), root.get(text).unwrap().as_scalar().unwrap()] {
                assert_eq!((&*read.value, read.is_text()), (text, true), "{rendered}");
            }
        }
    }
}
