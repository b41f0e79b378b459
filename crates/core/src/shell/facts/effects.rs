//! What builtin commands do to variables: `export`, `read`, `unset`, `trap` and their kin.

use super::Status;
use super::collect::Collector;
use super::variables::{ArithmeticName, arithmetic_names};
use crate::shell::{Part, PartKind, Simple, Word, is_name};

impl<'s, 't> Collector<'s, 't> {
    /// Applies what a command does to variables, besides running.
    pub(super) fn effects(&mut self, simple: &'s Simple<'t>) {
        let Some(name) = simple.words.first().and_then(Word::bare) else { return };
        match name {
            "export" | "readonly" | "local" | "declare" | "typeset" => self.declare(name, simple),
            "read" | "mapfile" | "readarray" => self.assign_operands(simple),
            "getopts" => {
                if let Some(word) = simple.words.get(2) {
                    self.assign_unknown(word);
                }
            }
            "printf" => {
                let flag = simple.words.iter().position(|word| word.is("-v"));
                if let Some(word) = flag.and_then(|at| simple.words.get(at + 1)) {
                    self.assign_unknown(word);
                }
            }
            "unset" => {
                for name in simple.operands().filter_map(Word::bare) {
                    self.state.set(name, Status::Dirty);
                }
            }
            "let" => {
                for word in simple.arguments() {
                    let parts = word.parts.as_slice();
                    let inside = match parts {
                        [Part { kind: PartKind::Double(inner), .. }] => inner,
                        _ => parts,
                    };
                    for ArithmeticName { name, assigned, .. } in arithmetic_names(inside) {
                        if assigned {
                            self.state.set(name, Status::Clean);
                            self.facts.variables.assign(name, word.span);
                        }
                        self.facts.variables.refer(name, word.span, true);
                    }
                }
            }
            "trap" | "alias" => simple.arguments().iter().for_each(|word| self.refer_in_text(word)),
            "set" => self.facts.errexit |= sets_errexit(simple),
            _ => {}
        }
    }

    fn declare(&mut self, command: &str, simple: &'s Simple<'t>) {
        let numeric = command != "export" && simple.has_flag(&["i"]);
        let exports = command == "export" || simple.has_flag(&["x"]);
        for word in simple.arguments() {
            let Some(first) = word.parts.first() else { continue };
            let Some((name, at)) = word.assigned_name() else {
                if let Some(name) = word.bare().filter(|name| is_name(name)) {
                    if exports || simple.has_flag(&["p"]) {
                        self.facts.variables.refer(name, word.span, true);
                        self.facts.variables.excuse(name);
                    } else {
                        self.facts.variables.assign(name, word.span);
                        self.state.set(name, if numeric { Status::Clean } else { Status::Dirty });
                    }
                }
                continue;
            };
            let text = first.raw.get(at..).unwrap_or_default();
            let rest = word.parts.get(1..).unwrap_or_default();
            let status = if numeric { Status::Clean } else { self.state.text_and_parts(text, rest) };
            self.state.set(name, status);
            self.facts.variables.assign(name, word.span);
            if exports {
                self.facts.variables.excuse(name);
            }
        }
    }

    fn assign_operands(&mut self, simple: &'s Simple<'t>) {
        simple.operands().for_each(|word| self.assign_unknown(word));
    }

    fn assign_unknown(&mut self, word: &'s Word<'t>) {
        if let Some(name) = word.bare().filter(|name| is_name(name)) {
            self.state.set(name, Status::Dirty);
            self.facts.variables.assign(name, word.span);
        }
    }

    /// A command given as text refers to the variables it spells.
    fn refer_in_text(&mut self, word: &'s Word<'t>) {
        for part in &word.parts {
            let PartKind::Single(text) = &part.kind else { continue };
            for piece in text.split('$').skip(1) {
                let piece = piece.strip_prefix('{').unwrap_or(piece);
                let end =
                    piece.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(piece.len());
                if let Some(name) = piece.get(..end).filter(|name| is_name(name)) {
                    self.facts.variables.refer(name, part.span, true);
                }
            }
        }
    }
}

/// `set -e`, `set -eux`, `set -o errexit`
fn sets_errexit(simple: &Simple<'_>) -> bool {
    let words = simple.arguments();
    let letter = |word: &Word<'_>| {
        let text = word.literal_prefix();
        text.starts_with('-') && !text.starts_with("--") && text.contains('e')
    };
    words.iter().any(letter)
        || words.windows(2).any(|pair| match pair {
            [flag, name] => flag.literal_prefix().ends_with('o') && name.is("errexit"),
            _ => false,
        })
}
