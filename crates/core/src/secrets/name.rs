//! [`is_sensitive`]: whether a variable, key or flag is named like something that must stay secret.

/// Words that name a secret by themselves.
#[rustfmt::skip]
const SECRET: &[&str] = &[
    "password", "passwd", "pass", "passphrase", "passcode", "pwd", "pw", "secret", "token", "apikey", "secretkey",
    "accesskey", "privatekey", "authkey", "credential", "credentials", "creds", "dsn", "salt", "pepper", "psk",
];

/// Ends of words that were run together: `dbpassword`, `clientsecret`.
#[rustfmt::skip]
const SECRET_ENDS: &[&str] = &[
    "password", "passwd", "passphrase", "secret", "apikey", "secretkey", "accesskey", "privatekey", "authtoken", "requirepass", "masterauth", "storepass", "keypass",
];

/// Pairs of words that name a secret together.
const PAIRS: &[(&str, &str)] = &[
    ("api", "key"),
    ("access", "key"),
    ("secret", "key"),
    ("private", "key"),
    ("encryption", "key"),
    ("signing", "key"),
    ("master", "key"),
    ("account", "key"),
    ("auth", "key"),
    ("app", "key"),
    ("fernet", "key"),
    ("hmac", "key"),
    ("license", "key"),
    ("nonce", "key"),
    ("role", "key"),
    ("erlang", "cookie"),
    ("connection", "string"),
    ("webhook", "url"),
    ("db", "pass"),
];

/// Last words of names that speak *about* a secret.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "file", "files", "path", "paths", "dir", "directory", "folder", "name", "names", "user", "username", "id",
    "ids", "url", "uri", "urls", "host", "hostname", "port", "endpoint", "type", "algorithm", "alg", "algo",
    "length", "len", "size", "ttl", "timeout", "expiry", "expires", "expire", "expiration", "lifetime", "age",
    "issuer", "audience", "header", "headers", "prefix", "suffix", "policy", "enabled", "disabled", "enable",
    "disable", "required", "reset", "min", "max", "count", "rounds", "cost", "version", "region", "mode", "class",
    "provider", "store", "manager", "language", "locale", "public", "days", "hours", "minutes", "seconds", "secs",
    "ms", "interval", "limit", "status", "format", "field", "scope", "scopes", "encoding", "strength", "complexity",
    "hint", "prompt", "label", "title", "description", "message", "text", "placeholder", "template", "pattern",
    "regex", "regexp", "rule", "rules", "validator", "validators", "validation", "hash", "hashed", "digest",
    "fingerprint", "sha256", "lambda", "arn", "ref", "namespace", "group", "role", "env", "var", "variable",
    "method", "strategy", "source", "backend", "driver", "cache", "cookie", "domain", "address", "login", "param",
    "query", "lookup", "hasher", "encoder", "engine",
];

/// First words of names of switches.
#[rustfmt::skip]
const SWITCHES: &[&str] = &[
    "no", "allow", "enable", "disable", "use", "require", "random", "skip", "is", "has", "show", "hide", "generate",
    "force", "reset", "disabled", "gen",
];

/// Pairs that name something public although their words sound secret.
const PUBLIC_PAIRS: &[(&str, &str)] = &[
    ("public", "key"),
    ("public", "token"),
    ("publishable", "key"),
    ("site", "key"),
    ("csrf", "token"),
    ("next", "token"),
    ("page", "token"),
    ("cluster", "token"),
    // The name of an object in Kubernetes.
    ("k8s", "secret"),
    ("kubernetes", "secret"),
    ("minio", "access"),
];

/// Whether `name` (`DB_PASSWORD`, `dbPassword`, `com.example.api-key`) names a secret itself, and not its file, length or user.
#[must_use]
pub fn is_sensitive(name: &str) -> bool {
    let words = words(name);
    let is = |word: &str, list: &[&str]| list.iter().any(|listed| word.eq_ignore_ascii_case(listed));
    let pair = |list: &[(&str, &str)]| {
        words
            .iter()
            .zip(words.iter().skip(1))
            .any(|(a, b)| list.iter().any(|(x, y)| a.eq_ignore_ascii_case(x) && b.eq_ignore_ascii_case(y)))
    };
    let last = words.iter().rev().find(|word| !word.bytes().all(|b| b.is_ascii_digit()));
    let (Some(first), Some(last)) = (words.first(), last) else {
        return false;
    };
    if pair(&[("webhook", "url"), ("erlang", "cookie")]) {
        return true;
    }
    if is(last, ABOUT) || is(first, SWITCHES) || pair(PUBLIC_PAIRS) {
        return false;
    }
    let is_secret = |word: &&str| is(word, SECRET) || SECRET_ENDS.iter().any(|end| ends_with(word, end));
    words.iter().any(is_secret) || pair(PAIRS)
}

fn ends_with(word: &str, end: &str) -> bool {
    let tail = word.len().checked_sub(end.len()).and_then(|at| word.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// The words of a name, split at everything but letters and digits and where small letters turn to capitals.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for piece in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|piece| !piece.is_empty()) {
        let bytes = piece.as_bytes();
        let mut start = 0;
        for (at, window) in bytes.windows(2).enumerate() {
            let next_is_small = bytes.get(at + 2).is_some_and(u8::is_ascii_lowercase);
            let cut = match window {
                [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase() => true,
                // The last capital of `DBPassword` begins a word.
                [a, b] => a.is_ascii_uppercase() && b.is_ascii_uppercase() && next_is_small,
                _ => false,
            };
            if cut {
                words.extend(piece.get(start..=at));
                start = at + 1;
            }
        }
        words.extend(piece.get(start..));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_into_words() {
        assert_eq!(words("DB_PASSWORD"), ["DB", "PASSWORD"]);
        assert_eq!(words("dbPassword"), ["db", "Password"]);
        assert_eq!(words("DBPassword"), ["DB", "Password"]);
        assert_eq!(words("com.example.api-key"), ["com", "example", "api", "key"]);
        assert_eq!(words("__é__"), [""; 0]);
    }

    #[test]
    fn names_of_secrets() {
        for name in [
            "PASSWORD",
            "POSTGRES_PASSWORD",
            "PGPASSWORD",
            "SUPABASE_SERVICE_ROLE_KEY",
            "WEBPASSWORD",
            "DB_PASS",
            "dbPassword",
            "SECRET_KEY",
            "SECRET_KEY_BASE",
            "GITHUB_TOKEN",
            "api-key",
            "APIKEY",
            "JWT_SECRET",
            "AWS_SECRET_ACCESS_KEY",
            "MYSQL_PWD",
            "SLACK_WEBHOOK_URL",
            "PASSWORD_1",
            "RABBITMQ_ERLANG_COOKIE",
            "N8N_ENCRYPTION_KEY",
            "APP_KEY",
        ] {
            assert!(is_sensitive(name), "{name}");
        }
    }

    #[test]
    fn names_about_secrets() {
        for name in [
            "SECRET_PORT",
            "SECRET_PATH",
            "SECRET_FORCED_LANGUAGE",
            "MYSQL_RANDOM_ROOT_PASSWORD_ENABLED",
            "TOKEN_URL",
            "ACCESS_TOKEN_EXPIRE_MINUTES",
            "PASSWORD_RESET_ENABLED",
            "AWS_ACCESS_KEY_ID_FILE",
            "DB_PASSWORD_FILE",
            "NO_PASSWORD",
            "ALLOW_EMPTY_PASSWORD",
            "RANDOM_PASSWORD",
            "AWS_ACCESS_KEY_ID",
            "PUBLIC_KEY",
            "KEYBOARD",
            "MONKEY",
            "BYPASS",
            "COMPASS",
            "MAX_TOKENS",
            "PASSWORD_HASHER",
            "K8S_SECRET",
            "PATH",
            "USERNAME",
            "",
        ] {
            assert!(!is_sensitive(name), "{name}");
        }
    }
}
