//! The rules of the family `pragma`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod unknown_rule_in_ignore;
mod unused_ignore;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "unknown-rule-in-ignore",
        summary: summary("A # docklint ignore comment names a rule that does not exist."),
        family: "pragma",
        meta: unknown_rule_in_ignore::META,
    },
    Rule {
        name: "unused-ignore",
        summary: summary("A # docklint ignore comment silences nothing."),
        family: "pragma",
        meta: unused_ignore::META,
    },
];
