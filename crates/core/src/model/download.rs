//! Downloads: what curl and wget fetch, where they put it, and whether anything looks at it.

use super::Step;
use crate::shell::{Call, Options, Redirect, RedirectOperator};

/// Options of curl that take a value.
const CURL: &[&str] = &[
    "A",
    "b",
    "c",
    "C",
    "d",
    "D",
    "e",
    "E",
    "F",
    "H",
    "K",
    "m",
    "o",
    "P",
    "Q",
    "r",
    "t",
    "T",
    "u",
    "U",
    "w",
    "x",
    "X",
    "y",
    "Y",
    "z",
    "cacert",
    "capath",
    "cert",
    "ciphers",
    "config",
    "connect-timeout",
    "continue-at",
    "cookie",
    "cookie-jar",
    "data",
    "data-binary",
    "data-raw",
    "data-urlencode",
    "dump-header",
    "form",
    "header",
    "interface",
    "json",
    "key",
    "limit-rate",
    "max-redirs",
    "max-time",
    "noproxy",
    "output",
    "output-dir",
    "pinnedpubkey",
    "proxy",
    "proxy-user",
    "range",
    "referer",
    "request",
    "resolve",
    "retry",
    "retry-delay",
    "retry-max-time",
    "speed-limit",
    "speed-time",
    "stderr",
    "upload-file",
    "url",
    "user",
    "user-agent",
    "write-out",
];

/// Options of wget that take a value.
const WGET: &[&str] = &[
    "a",
    "A",
    "B",
    "D",
    "e",
    "i",
    "I",
    "l",
    "o",
    "O",
    "P",
    "Q",
    "R",
    "t",
    "T",
    "U",
    "w",
    "X",
    "append-output",
    "body-data",
    "ca-certificate",
    "connect-timeout",
    "directory-prefix",
    "execute",
    "header",
    "http-password",
    "http-user",
    "input-file",
    "level",
    "limit-rate",
    "max-redirect",
    "method",
    "output-document",
    "output-file",
    "password",
    "post-data",
    "progress",
    "quota",
    "read-timeout",
    "referer",
    "timeout",
    "tries",
    "user",
    "user-agent",
    "wait",
];

/// Whether the command fetches what a URL names, and reads its options.
#[must_use]
pub(crate) fn options<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<Options<'c, 's, 't>> {
    match call.name() {
        "curl" => Some(call.options(CURL)),
        "wget" | "wget2" => Some(call.options(WGET)),
        "aria2c" => Some(call.options(&["d", "o", "x", "s", "dir", "out", "split"])),
        _ => None,
    }
}

/// Whether the command fetches something to use it, rather than to see whether it is there.
#[must_use]
pub(crate) fn is_fetch(call: &Call<'_, '_>) -> bool {
    let asks_only: &[&str] =
        if call.name() == "curl" { &["I", "head", "V", "version"] } else { &["spider", "V", "version"] };
    options(call).is_some_and(|options| !options.has(asks_only))
}

/// The file that a fetch makes; `None` where it writes to standard output.
#[must_use]
pub(crate) fn saved_as(call: &Call<'_, '_>) -> Option<String> {
    let options = options(call)?;
    let redirected = || {
        let to_file = |redirect: &&Redirect<'_>| {
            redirect.writes_to("1") && redirect.operator.value != RedirectOperator::Append
        };
        Some(call.simple.redirects.iter().find(to_file)?.target.text().into_owned())
    };
    let remote_name = || {
        let url = options.operands.first()?.text.split(['?', '#']).next()?;
        url.rsplit('/').next().map(str::to_owned)
    };
    let named = |names: &[&str]| options.value(names).map(str::to_owned);
    let file = match call.name() {
        "curl" if options.has(&["O", "remote-name", "remote-name-all"]) => remote_name(),
        "curl" => named(&["o", "output"]).or_else(redirected),
        "aria2c" => named(&["o", "out"]).or_else(remote_name),
        _ => match named(&["O", "output-document"]) {
            Some(file) if matches!(file.as_str(), "-" | "/dev/stdout") => redirected(),
            Some(file) => Some(file),
            None => remote_name(),
        },
    };
    file.filter(|file| !matches!(file.as_str(), "" | "-" | "/dev/null" | "/dev/stdout"))
}

/// Whether some command of the RUN compares what was fetched with a checksum or a signature.
#[must_use]
pub(crate) fn is_verified(run: &Step<'_, '_>) -> bool {
    run.calls.iter().any(|call| match call.name() {
        "gpg" | "gpg2" => call.has_flag("verify"),
        "openssl" => call.has_any_argument(&["dgst", "sha256", "sha512", "smime", "cms"]),
        "rpm" | "rpmkeys" => call.has_any_flag(&["K", "checksig"]),
        "gpgv" | "minisign" | "signify" | "cosign" | "slsa-verifier" | "jarsigner" | "shasum" | "rhash" => {
            true
        }
        name if name.ends_with("sum")
            && (name.starts_with("sha") || name.starts_with("b2") || name.starts_with("md5")) =>
        {
            true
        }
        // The installer of Composer is checked in PHP.
        _ => call
            .arguments
            .iter()
            .any(|word| word.text.contains("hash_file(") || word.text.contains("hashlib.")),
    })
}

/// Whether the URL names a host that everybody can reach, for all that can be told.
#[must_use]
pub(crate) fn is_public(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    if let Ok(address) = host.parse::<std::net::Ipv4Addr>() {
        return !address.is_private()
            && !address.is_loopback()
            && !address.is_link_local()
            && !address.is_unspecified();
    }
    let inner =
        [".local", ".internal", ".lan", ".localdomain", ".localhost", ".home", ".corp", ".test", ".intranet"];
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    host.contains('.') && host.chars().all(plain) && !inner.iter().any(|end| host.ends_with(end))
}

/// Whether a URL's path has a part called latest. A question to an API is no download.
#[must_use]
pub(crate) fn is_latest(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.split('/');
    let host = parts.next().unwrap_or_default();
    !host.starts_with("api.")
        && parts.any(|part| part == "latest" || part.starts_with("latest.") || part.starts_with("latest-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Dialect, calls, parse};
    use crate::text::Mapped;

    #[test]
    fn knows_the_file_that_a_fetch_makes() {
        for (source, file) in [
            ("curl -fsSLo /tmp/a.sh https://a.example/x", Some("/tmp/a.sh")),
            ("curl -fsSLO https://a.example/x.tgz?raw=1", Some("x.tgz")),
            ("curl https://a.example/x > \"$OUT\"", Some("${OUT}")),
            ("curl -fsSL https://a.example/x", None),
            ("wget -q https://a.example/x.tgz", Some("x.tgz")),
            ("wget -qO- https://a.example/x", None),
            ("wget -qO - https://a.example/x > y", Some("y")),
            ("wget --output-document=/y https://a.example/x", Some("/y")),
            ("curl -o /dev/null https://a.example/x", None),
        ] {
            let text = Mapped::borrowed(source, 0);
            let script = parse(&text, Dialect::Posix);
            assert_eq!(saved_as(&calls(&script)[0]).as_deref(), file, "{source}");
        }
    }

    #[test]
    fn public_hosts_have_a_name_with_a_dot() {
        for url in ["http://example.com/x", "https://user:pw@example.com:8443/x", "http://8.8.8.8/x"] {
            assert!(is_public(url), "{url}");
        }
        for url in
            ["http://mirror/x", "http://10.0.0.1/x", "http://${HOST}/x", "http://repo.corp/x", "example.com"]
        {
            assert!(!is_public(url), "{url}");
        }
    }
}
