//! [`connection_passwords`]: passwords in the connection strings of database drivers, which are no URLs.

use super::value::{Value, read};
use super::{Secret, sample::contains_ignoring_case};
use crate::text::Span;

/// Keys that hold the password.
#[rustfmt::skip]
const PASSWORD_KEYS: &[&str] = &[
    "password", "pwd", "sig",
];
/// What a connection string cannot go across.
const STRING_ENDS: [char; 5] = ['"', '\'', '`', '\n', '\r'];
/// Other keys, one of which makes a line a connection string; each with what it belongs to.
const STRINGS: [(&str, &str); 9] = [
    ("server=", "password in a connection string"),
    ("data source=", "password in a connection string"),
    ("addr=", "password in a connection string"),
    ("jdbc:", "password in a JDBC URL"),
    ("dbname=", "password in a libpq connection string"),
    ("host=", "password in a connection string"),
    ("endpoint=", "password in a connection string"),
    ("sv=20", "Azure shared access signature"),
    ("initial catalog=", "password in a connection string"),
];

/// The literal passwords of connection strings in `text`: `Server=...;Password=V;`, `jdbc:...?user=U&password=V`,
/// `host=H password=V`, `user:V@tcp(host)/db`, and the signature of an Azure SAS URL.
#[must_use]
pub fn connection_passwords(text: &str) -> Vec<Secret> {
    let keyed = text.match_indices('=').filter_map(|(at, _)| keyed(text, at));
    let marks = ["@tcp(", "@unix("].into_iter().flat_map(|mark| text.match_indices(mark));
    keyed.chain(marks.filter_map(|(at, _)| data_source_name(text, at))).collect()
}

/// The value of a pair `key=value` that stands after a `;`, `&`, `?` or blank; `at` is the place of the `=`.
fn keyed(text: &str, at: usize) -> Option<Secret> {
    let bytes = text.as_bytes();
    let is_key = |key: &&&str| {
        let start = at.checked_sub(key.len());
        let written = start.and_then(|start| bytes.get(start..at));
        let before = start.and_then(|start| start.checked_sub(1)).and_then(|i| bytes.get(i));
        written.is_some_and(|written| written.eq_ignore_ascii_case(key.as_bytes()))
            && before.is_some_and(|byte| b";&? ".contains(byte))
    };
    let key = PASSWORD_KEYS.iter().find(is_key)?;
    let value_at = at + 1;
    let (before, after) = text.split_at_checked(value_at)?;
    let start = before.rfind(STRING_ENDS).map_or(0, |end| end + 1);
    let rest = after.split(STRING_ENDS).next()?;
    let whole = text.get(start..value_at + rest.len())?;
    let is_signature = *key == "sig";
    let (_, what) = STRINGS.iter().find(|(other, what)| {
        what.starts_with("Azure") == is_signature && contains_ignoring_case(whole, other)
    })?;
    let value = rest.split([';', '&', ' ']).next()?;
    // `password=password,` is an argument in source code, between two quoted ones.
    let is_code = value.ends_with([',', ')']) || value.contains('(');
    let Value::Literal(inner) = read(if is_code { "" } else { value }) else {
        return None;
    };
    let fits = !is_signature || value.len() >= 40;
    fits.then(|| Secret { what, span: Span::new(value_at + inner.start, value_at + inner.end) })
}

/// `user:password@tcp(host)/db`, as Go's MySQL driver reads it; `end` is the place of the `@`.
fn data_source_name(text: &str, end: usize) -> Option<Secret> {
    let before = text.get(..end)?;
    let start = before.rfind(['"', '\'', '`', ' ', '=', '\n']).map_or(0, |i| i + 1);
    let (user, password) = before.get(start..)?.split_once(':')?;
    let Value::Literal(inner) = read(password) else {
        return None;
    };
    let at = start + user.len() + 1;
    Some(Secret { what: "password in a data source name", span: Span::new(at + inner.start, at + inner.end) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_the_password() {
        for text in [
            "A=Server=db;Database=app;User Id=sa;Password=S3cr3t-pw;Encrypt=no",
            "jdbc:mysql://db/app?user=app&password=S3cr3t-pw&useSSL=no",
            "connect(\"host=db dbname=app password=S3cr3t-pw\")",
            "first\nDSN: 'app:S3cr3t-pw@tcp(db:3306)/app'",
            "DSN=app:S3cr3t-pw@tcp(db:3306)/app",
        ] {
            let found = connection_passwords(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].span.of(text), "S3cr3t-pw", "{text}");
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        for text in [
            "Server=db;Password=${PW};",
            "Server=db;Password=;",
            "psql --password=abcdefgh",
            "log in with password=abcdefgh",
            "connect(host=\"db\", password=password, dbname=\"app\")",
            "app:${PW}@tcp(db)/app",
            "Server=db;ResetPassword=abcdefgh",
        ] {
            assert_eq!(connection_passwords(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "(server=|;pwd=|@tcp\\(|[:\"é;\\n a-z]){0,30}") {
            for secret in connection_passwords(&text) {
                prop_assert!(text.get(secret.span.range()).is_some());
            }
        }
    }
}
