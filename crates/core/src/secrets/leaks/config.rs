//! Credentials in files of other kinds: settings in JSON, YAML, TOML, INI and the like, and in source code.

use super::{Found, Place};
use crate::secrets::charset::{Charset, WORD};
use crate::text::Span;

/// What a key may be made of.
const KEY: Charset = WORD.or(Charset::of(".-"));
/// Ends of names of files whose values may stand without quotes.
const BARE: &[&str] = &[".yml", ".yaml", ".ini", ".cfg", ".conf", ".properties", ".sh", ".tfvars", ".toml"];

/// Adds the literal credentials that `text`, a file at `path`, assigns to sensitive names: `password = "..."`,
/// `"api_key": "..."`, `getenv("SECRET_KEY", "...")`.
pub(super) fn in_config(path: &str, text: &str, found: &mut Found) {
    let bare = BARE.iter().any(|end| path.ends_with(end));
    for (at, sign) in text.match_indices(['=', ':', ',']) {
        let Some((name, value)) = assignment(text, at, sign, bare) else { continue };
        let (name, value_text) = (name.of(text), value.of(text));
        if !value_text.contains(char::is_whitespace) {
            found.weigh(Place::Config, name, value_text, &[], |range| Span::from(range).shifted(value.start));
        }
    }
}

/// The places of name and value around the sign at `at`.
fn assignment(text: &str, at: usize, sign: &str, bare: bool) -> Option<(Span, Span)> {
    let before = text.get(..at)?.trim_end_matches([' ', '\t']);
    let quoted = before.strip_suffix(['"', '\'']);
    let inner = quoted.unwrap_or(before);
    let length = inner.bytes().rev().take(80).take_while(|byte| KEY.has(*byte)).count();
    let name = Span::new(inner.len() - length, inner.len());
    let opening = inner.get(..name.range().start)?.chars().next_back();
    let is_key = match (quoted.is_some(), sign) {
        // The default of a look-up, `getenv("NAME", "default")`.
        (true, ",") => opening.is_some_and(|c| c == '"' || c == '\'') && is_call(inner, name.range().start),
        (false, ",") => false,
        (true, _) => opening.is_some_and(|c| c == '"' || c == '\''),
        (false, _) => opening.is_none_or(|c| c.is_whitespace() || "({,;[&?$@\"'".contains(c)),
    };
    if !is_key || name.is_empty() {
        return None;
    }
    value(text, at + 1, bare && sign != ",").map(|value| (name, value))
}

/// Whether the quoted word at `at` opens the arguments of a call.
fn is_call(text: &str, at: usize) -> bool {
    at.checked_sub(1).and_then(|quote| text.get(..quote)).is_some_and(|before| before.ends_with(['(', '[']))
}

/// The place of a quoted value after `at`, or of a bare one where such may stand.
fn value(text: &str, at: usize, bare: bool) -> Option<Span> {
    let rest = text.get(at..)?;
    // Not `==`, `=>` or `::`.
    let rest_of_line = rest.split(['\n', '\r']).next()?.trim_start_matches([' ', '\t']);
    let start = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let quote = rest_of_line.chars().next()?;
    if quote == '"' || quote == '\'' {
        let inner = rest_of_line.get(1..)?;
        let length = inner.find(quote)?;
        let is_text = !inner.starts_with(quote) && !inner.get(..length)?.contains(['\\', '{']);
        return is_text.then(|| Span::new(start + 1, start + 1 + length));
    }
    let is_word = quote.is_alphanumeric() || "!$@#%^&*".contains(quote);
    let word = rest_of_line.split([' ', '\t', ',', ';']).next()?;
    // What goes on behind a blank is a sentence or an expression.
    let after = rest_of_line.get(word.len()..)?.trim_start();
    let ends = after.is_empty() || after.starts_with('#');
    let is_call = word.contains(['(', '[', '{']);
    (bare && is_word && ends && !is_call).then(|| Span::new(start, start + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(path: &str, text: &str) -> Vec<(String, String)> {
        let mut found = Found::default();
        in_config(path, text, &mut found);
        found.finish(text).iter().map(|leak| (leak.what.clone(), leak.span.of(text).to_owned())).collect()
    }

    #[test]
    fn reads_assignments() {
        for (path, text, name) in [
            ("app.py", "db = connect(host='db', password='correct-horse')", "password"),
            (
                "app.py",
                "app.config['SECRET_KEY'] = 'correct-horse'\napp.SECRET_KEY = \"correct-horse\"",
                "SECRET_KEY",
            ),
            ("app.py", "key = os.getenv(\"SECRET_KEY\", \"correct-horse\")", "SECRET_KEY"),
            ("a.json", "{\"api_key\" : \"correct-horse\"}", "api_key"),
            ("a.yml", "db:\n  password: correct-horse # mine\n", "password"),
            ("a.ini", "password = correct-horse\r\n", "password"),
        ] {
            let all = found(path, text);
            let expected = (format!("`{name}`"), "correct-horse".to_owned());
            assert!(all.contains(&expected) || all.iter().any(|(_, v)| *v == expected.1), "{text}: {all:?}");
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        for (path, text) in [
            ("app.py", "password = os.environ['PASSWORD']"),
            ("app.py", "password = request.form.get('password')"),
            ("app.py", "if password == 'correct-horse': pass"),
            ("app.py", "password = f'{user}-horse'"),
            ("app.py", "parser.add_argument('--password', help='the password to use')"),
            ("a.yml", "password: ${PASSWORD}"),
            ("a.yml", "password: the one you know"),
            ("a.yml", "password:\n  file: x"),
            ("a.json", "{\"password\": {\"type\": \"string\"}}"),
        ] {
            assert_eq!(found(path, text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "(password|token|[=:,\"' é(\\[\\n]|correct-horse){0,12}") {
            let mut found = Found::default();
            in_config("a.yml", &text, &mut found);
            for leak in found.finish(&text) {
                prop_assert!(text.get(leak.span.range()).is_some());
            }
        }
    }
}
