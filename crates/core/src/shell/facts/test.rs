//! Conditions: `[ ]`, `[[ ]]` and `test`, all as words.

use crate::shell::{Simple, Word};
use crate::text::Span;

/// Which command makes a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestKind {
    /// `[ ... ]`
    Bracket,
    /// `[[ ... ]]`
    DoubleBracket,
    /// `test ...`
    Command,
}

/// A test with its operands and operators.
#[derive(Clone, Copy, Debug)]
pub struct Test<'s, 't> {
    /// How it is written.
    pub kind: TestKind,
    /// What stands between the brackets.
    pub words: &'s [Word<'t>],
    /// With the brackets.
    pub span: Span,
}

/// `a = b` within a test.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'s, 't> {
    /// Before the operator.
    pub left: &'s Word<'t>,
    /// The operator: `=`, `==`, `!=`, `-eq` ...
    pub operator: &'s Word<'t>,
    /// After the operator.
    pub right: &'s Word<'t>,
}

impl<'s, 't> Test<'s, 't> {
    /// The test that a simple command makes.
    pub(super) fn of(simple: &'s Simple<'t>) -> Option<Self> {
        let (name, words) = simple.words.split_first()?;
        match name.bare()? {
            "[" => {
                let (last, words) = words.split_last()?;
                (last.bare() == Some("]")).then_some(Self {
                    kind: TestKind::Bracket,
                    words,
                    span: simple.span,
                })
            }
            "test" => Some(Self { kind: TestKind::Command, words, span: simple.span }),
            _ => None,
        }
    }

    /// The comparisons for equality: `=`, `==` and `!=` between two words.
    pub fn comparisons(&self) -> impl Iterator<Item = Comparison<'s, 't>> {
        self.words.windows(3).filter_map(|words| match words {
            [left, operator, right] if matches!(operator.bare(), Some("=" | "==" | "!=")) => {
                Some(Comparison { left, operator, right })
            }
            _ => None,
        })
    }
}
