//! The rules of the family `dotenv`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod bare_key;
mod bare_key_at_end;
mod blanks_around_separator;
mod broken_substitution;
mod carriage_return_in_value;
mod colon_separator;
mod command_in_value;
mod comment_in_value;
mod compose_only_syntax;
mod continued_line;
mod docker_run_reads_otherwise;
mod dollar_in_secret;
mod duplicate_variable;
mod env_example_differs;
mod escaped_windows_path;
mod extra_blank_line;
mod inline_comment;
mod invalid_env_file;
mod later_reference;
mod leading_character;
mod lowercase_key;
mod missing_final_newline;
mod needless_quotes;
mod quote_inside_value;
mod semicolon_in_value;
mod stray_text;
mod text_after_quote;
mod trailing_blank;
mod unordered_key;
mod unportable_key;
mod unportable_substitution;
mod unquoted_blanks;
mod unset_reference;
mod variable_of_session;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "bare-key",
        summary: summary("A key stands without = and value."),
        family: "dotenv",
        meta: bare_key::META,
    },
    Rule {
        name: "bare-key-at-end",
        summary: summary("The file ends with a key without value and without a line end."),
        family: "dotenv",
        meta: bare_key_at_end::META,
    },
    Rule {
        name: "blanks-around-separator",
        summary: summary("A space stands beside the =."),
        family: "dotenv",
        meta: blanks_around_separator::META,
    },
    Rule {
        name: "broken-substitution",
        summary: summary("A value has a ${ that Compose does not understand."),
        family: "dotenv",
        meta: broken_substitution::META,
    },
    Rule {
        name: "carriage-return-in-value",
        summary: summary("A carriage return becomes a part of a value."),
        family: "dotenv",
        meta: carriage_return_in_value::META,
    },
    Rule {
        name: "colon-separator",
        summary: summary("A colon separates key and value."),
        family: "dotenv",
        meta: colon_separator::META,
    },
    Rule {
        name: "command-in-value",
        summary: summary("A value has a command that nothing runs."),
        family: "dotenv",
        meta: command_in_value::META,
    },
    Rule {
        name: "comment-in-value",
        summary: summary("What looks like a comment is part of the value."),
        family: "dotenv",
        meta: comment_in_value::META,
    },
    Rule {
        name: "compose-only-syntax",
        summary: summary("A line means something else to docker run --env-file than to Compose."),
        family: "dotenv",
        meta: compose_only_syntax::META,
    },
    Rule {
        name: "continued-line",
        summary: summary("A line ends in a backslash, as if the value went on in the next one."),
        family: "dotenv",
        meta: continued_line::META,
    },
    Rule {
        name: "docker-run-reads-otherwise",
        summary: summary("A file that is given to docker run --env-file has a line that only Compose understands."),
        family: "dotenv",
        meta: docker_run_reads_otherwise::META,
    },
    Rule {
        name: "dollar-in-secret",
        summary: summary("A dollar sign takes a part out of a password."),
        family: "dotenv",
        meta: dollar_in_secret::META,
    },
    Rule {
        name: "duplicate-variable",
        summary: summary("A .env file sets the same variable twice."),
        family: "dotenv",
        meta: duplicate_variable::META,
    },
    Rule {
        name: "env-example-differs",
        summary: summary(".env and its example do not have the same variables."),
        family: "dotenv",
        meta: env_example_differs::META,
    },
    Rule {
        name: "escaped-windows-path",
        summary: summary("Backslashes of a Windows path are escapes in double quotes."),
        family: "dotenv",
        meta: escaped_windows_path::META,
    },
    Rule {
        name: "extra-blank-line",
        summary: summary("Two blank lines in a row, or a blank line at the end."),
        family: "dotenv",
        meta: extra_blank_line::META,
    },
    Rule {
        name: "inline-comment",
        summary: summary("A comment stands behind a value on the same line."),
        family: "dotenv",
        meta: inline_comment::META,
    },
    Rule {
        name: "invalid-env-file",
        summary: summary("Compose refuses to load the .env file because of a key or a quote."),
        family: "dotenv",
        meta: invalid_env_file::META,
    },
    Rule {
        name: "later-reference",
        summary: summary("A value refers to a variable that is set further down."),
        family: "dotenv",
        meta: later_reference::META,
    },
    Rule {
        name: "leading-character",
        summary: summary("A line begins with blanks, or a key with something else than a letter."),
        family: "dotenv",
        meta: leading_character::META,
    },
    Rule {
        name: "lowercase-key",
        summary: summary("A key has small letters."),
        family: "dotenv",
        meta: lowercase_key::META,
    },
    Rule {
        name: "missing-final-newline",
        summary: summary("The last line of a .env file does not end with a newline."),
        family: "dotenv",
        meta: missing_final_newline::META,
    },
    Rule {
        name: "needless-quotes",
        summary: summary("The value is quoted and would be the same without quotes."),
        family: "dotenv",
        meta: needless_quotes::META,
    },
    Rule {
        name: "quote-inside-value",
        summary: summary("A quote stands within a value that is not quoted."),
        family: "dotenv",
        meta: quote_inside_value::META,
    },
    Rule {
        name: "semicolon-in-value",
        summary: summary("A semicolon stands behind a value as if it ended it."),
        family: "dotenv",
        meta: semicolon_in_value::META,
    },
    Rule {
        name: "stray-text",
        summary: summary("A line is neither a variable nor a comment."),
        family: "dotenv",
        meta: stray_text::META,
    },
    Rule {
        name: "text-after-quote",
        summary: summary("Something follows the closing quote of a value."),
        family: "dotenv",
        meta: text_after_quote::META,
    },
    Rule {
        name: "trailing-blank",
        summary: summary("A line ends with blanks."),
        family: "dotenv",
        meta: trailing_blank::META,
    },
    Rule {
        name: "unordered-key",
        summary: summary("Variables are not in alphabetical order within their group."),
        family: "dotenv",
        meta: unordered_key::META,
    },
    Rule {
        name: "unportable-key",
        summary: summary("A key holds a character that scripts cannot use."),
        family: "dotenv",
        meta: unportable_key::META,
    },
    Rule {
        name: "unportable-substitution",
        summary: summary("A value uses more than $NAME and ${NAME}."),
        family: "dotenv",
        meta: unportable_substitution::META,
    },
    Rule {
        name: "unquoted-blanks",
        summary: summary("A value with blanks is not quoted."),
        family: "dotenv",
        meta: unquoted_blanks::META,
    },
    Rule {
        name: "unset-reference",
        summary: summary("A value refers to a variable that nothing sets."),
        family: "dotenv",
        meta: unset_reference::META,
    },
    Rule {
        name: "variable-of-session",
        summary: summary("A variable of .env is one that the shell has already, and the shell's value counts."),
        family: "dotenv",
        meta: variable_of_session::META,
    },
];
