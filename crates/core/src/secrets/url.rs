//! [`url_credentials`]: user and password written into a URL (RFC 3986, section 3.2.1) or a driver's variant of one.

use super::charset::{ALNUM, Charset};
use super::value;
use crate::text::Span;

/// A URL that holds a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UrlCredentials {
    /// The scheme: `postgres`.
    pub scheme: Span,
    /// The user; may be empty.
    pub user: Span,
    /// The password's own text.
    pub password: Span,
    /// The host, without its port.
    pub host: Span,
}

/// Schemes whose URLs carry a login. A suffix, as in `postgresql+psycopg2`, does not matter.
#[rustfmt::skip]
const SCHEMES: &[&str] = &[
    "http", "https", "ftp", "ftps", "sftp", "ssh", "git", "svn", "amqp", "amqps", "redis", "rediss", "mongodb",
    "postgres", "postgresql", "postgis", "pgsql", "mysql", "mysql2", "mariadb", "mssql", "sqlserver", "oracle",
    "ldap", "ldaps", "smtp", "smtps", "imap", "imaps", "mqtt", "mqtts", "nats", "kafka", "clickhouse", "couchdb",
    "memcached", "influxdb", "neo4j", "bolt", "cockroachdb", "elasticsearch", "ws", "wss",
];

const SCHEME: Charset = ALNUM.or(Charset::of("+.-"));
/// No user or password is longer, in bytes.
const MOST_USERINFO: usize = 256;

/// The URLs in `text` whose authority holds a literal password.
#[must_use]
pub fn url_credentials(text: &str) -> Vec<UrlCredentials> {
    text.match_indices("://").filter_map(|(at, _)| credentials(text, at)).collect()
}

fn credentials(text: &str, at: usize) -> Option<UrlCredentials> {
    let scheme_length = text.bytes().take(at).rev().take(24).take_while(|byte| SCHEME.has(*byte)).count();
    let scheme = at - scheme_length..at;
    let base = text.get(scheme.clone())?.split('+').next()?;
    if !SCHEMES.iter().any(|known| base.eq_ignore_ascii_case(known)) {
        return None;
    }
    let start = at + 3;
    let length = authority(text.get(start..)?);
    let authority = text.get(start..start + length)?;
    let (userinfo, host) = authority.rsplit_once('@')?;
    let (user, password) = userinfo.split_once(':')?;
    let host_length = host.find([':', ',']).unwrap_or(host.len());
    // `https://host:443@8443` is how mitmproxy writes a target and its port.
    let is_port = user.contains('.') && !password.is_empty() && password.bytes().all(|b| b.is_ascii_digit());
    // `postgresql://USER:PASSWORD@HOST:PORT/NAME` shows what to fill in.
    let is_form = user.starts_with("USER") && ["PASS", "PASSWORD"].contains(&password);
    if userinfo.len() > MOST_USERINFO || host_length == 0 || is_port || is_form {
        return None;
    }
    let value::Value::Literal(inner) = value::read(password) else {
        return None;
    };
    let password_at = start + user.len() + 1;
    let host_at = start + userinfo.len() + 1;
    Some(UrlCredentials {
        scheme: scheme.into(),
        user: Span::new(start, start + user.len()),
        password: Span::new(password_at + inner.start, password_at + inner.end),
        host: Span::new(host_at, host_at + host_length),
    })
}

/// The length in bytes of the authority at the start of `text`; what stands in braces belongs to it whatever it is.
fn authority(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '\n' | '"' | '\'' | '`' => return at,
            _ if depth > 0 => {}
            '/' | '?' | '#' | '<' | '>' | '\\' | '|' | ')' | ']' => return at,
            _ if c.is_whitespace() => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<[&str; 4]> {
        url_credentials(text)
            .iter()
            .map(|u| [u.scheme.of(text), u.user.of(text), u.password.of(text), u.host.of(text)])
            .collect()
    }

    #[test]
    fn reads_user_password_and_host() {
        for (rest, expected) in [
            ("app:S3cr3t-pw@db:5432/app", ["app", "S3cr3t-pw", "db"]),
            (":S3cr3t-pw@cache/0", ["", "S3cr3t-pw", "cache"]),
            ("app:p@ss-w0rd@db", ["app", "p@ss-w0rd", "db"]),
            ("app:${PW:-hunter2}@db", ["app", "hunter2", "db"]),
            ("app:one-two@a:1,b:2/x", ["app", "one-two", "a"]),
        ] {
            let text = format!("URL=\"postgresql+psycopg2://{rest}\"");
            let [user, password, host] = expected;
            assert_eq!(read(&text), [["postgresql+psycopg2", user, password, host]], "{rest}");
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        for rest in [
            "host/a:b@c",
            "user@host",
            "user:@host",
            "user:$PW@host",
            "user:${PW}@host",
            "user:<pw>@host",
            "a:b c@d",
            "a.example:443@8443",
        ] {
            assert_eq!(read(&format!("https://{rest}")), [[""; 4]; 0], "{rest}");
        }
        assert_eq!(read("foo://a:bcdefgh@c"), [[""; 4]; 0]);
        assert_eq!(read("://a:b@c"), [[""; 4]; 0]);
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "(redis://|[:@/é${}a-z]){0,30}") {
            for url in url_credentials(&text) {
                for span in [url.scheme, url.user, url.password, url.host] {
                    prop_assert!(text.get(span.range()).is_some());
                }
            }
        }
    }
}
