//! The rules of the family `dotenv`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod missing_final_newline;

use super::Rule;

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "missing-final-newline",
        summary: "The last line of a .env file does not end with a newline.",
        family: "dotenv",
        meta: missing_final_newline::META,
    },
];
