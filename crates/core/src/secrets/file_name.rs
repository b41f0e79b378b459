//! [`secret_file`]: files that hold secrets by their name, and so must not get into an image.

use crate::diagnostic::Severity;

/// A kind of file that holds secrets.
#[derive(Debug)]
pub struct SecretFile {
    /// What it is: "an SSH private key".
    pub what: &'static str,
    /// How bad it is to ship it, where nobody has looked inside.
    pub severity: Severity,
    names: &'static [Name],
    /// Whether a text of that name really holds a secret; `true` where nothing can be told.
    holds_secret: fn(&str) -> bool,
}

/// A pattern over paths; compared ignoring case.
#[derive(Clone, Copy, Debug)]
enum Name {
    /// The last part of the path.
    Is(&'static str),
    /// The last part begins and ends so.
    Like(&'static str, &'static str),
    /// The end of the path, whole parts of it.
    Ends(&'static str),
    /// Anything in a folder of this name.
    In(&'static str),
}

use Name::{Ends, In, Is, Like};

const fn file(
    what: &'static str,
    severity: Severity,
    holds_secret: fn(&str) -> bool,
    names: &'static [Name],
) -> SecretFile {
    SecretFile { what, severity, names, holds_secret }
}

#[rustfmt::skip]
static FILES: &[SecretFile] = &[
    file("an environment file", Severity::Warning, any, &[Is(".env"), Like(".env.", ""), Like("", ".env"), Is(".envrc"), Is(".flaskenv")]),
    file("an SSH private key", Severity::Error, private, &[Is("id_rsa"), Is("id_dsa"), Is("id_ecdsa"), Is("id_ed25519"), Like("", "_rsa"), Like("", "_ed25519"), Like("", ".ppk"), Like("ssh_host_", "_key"), In(".ssh")]),
    file("a key or certificate file", Severity::Warning, private, &[Like("", ".pem"), Like("", ".key")]),
    file("a key store", Severity::Warning, any, &[Like("", ".p12"), Like("", ".pfx"), Like("", ".jks"), Like("", ".keystore"), Like("", ".kdbx"), Like("", ".ovpn"), In(".gnupg")]),
    file("an npm configuration with a login", Severity::Info, npm, &[Is(".npmrc"), Is(".yarnrc.yml"), Is(".yarnrc")]),
    file("a login of a package manager", Severity::Error, any, &[Is(".pypirc"), Is(".netrc"), Is("_netrc"), Ends(".gem/credentials"), Ends(".cargo/credentials.toml"), Ends(".cargo/credentials")]),
    file("a configuration with a login", Severity::Info, login, &[Is("pip.conf"), Is("auth.json"), Is("nuget.config"), Is("settings.xml"), Is("gradle.properties")]),
    file("a cloud credential", Severity::Error, any, &[Ends(".aws/credentials"), Like("service-account", ".json"), Is("application_default_credentials.json"), In(".azure"), Ends(".config/gcloud/credentials.db"), In(".oci"), Is(".boto"), Is(".s3cfg"), Is("rclone.conf"), Is(".dockercfg"), Ends(".docker/config.json"), Is("kubeconfig"), Ends(".kube/config"), Like("", ".kubeconfig"), Is(".vault-token"), Is(".terraformrc")]),
    file("a credentials file", Severity::Warning, login, &[Is("credentials.json"), Like("", "-credentials.json"), Is("secrets.yml"), Is("secrets.yaml"), Is("local.settings.json"), Is("wp-config.php")]),
    file("Terraform state or variables", Severity::Warning, any, &[Like("", ".tfstate"), Like("", ".tfstate.backup"), Like("", ".tfvars")]),
    file("a password file", Severity::Error, any, &[Is(".pgpass"), Is(".my.cnf"), Is(".htpasswd"), Is("master.key")]),
    file("a shell or database history", Severity::Warning, any, &[Is(".mysql_history"), Is(".psql_history"), Is(".rediscli_history"), Is(".bash_history"), Is(".zsh_history"), Is(".python_history")]),
];

/// Parts of names of files that are made to be read by others.
#[rustfmt::skip]
const EXAMPLES: &[&str] = &[
    "example", "sample", "template", "dist", "defaults", "tmpl", "tpl",
];
/// Parts of names of certificates and the stores of them.
const PUBLIC_PARTS: &[&str] =
    &["cert", "chain", "bundle", "truststore", "root.pem", "ca.pem", "public", "dhparam"];
/// Files in a folder of secrets that are public all the same.
#[rustfmt::skip]
const PUBLIC: &[&str] = &[
    "known_hosts", "authorized_keys", "config", "readme.md",
];

/// What kind of secret the file at `path` holds by its name. Examples and public halves of keys hold none.
#[must_use]
pub fn secret_file(path: &str) -> Option<&'static SecretFile> {
    let path = path.to_ascii_lowercase();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let is_public = name.ends_with(".pub") || PUBLIC_PARTS.iter().any(|part| name.contains(part));
    if is_example(name) || (is_public && !name.ends_with(".key")) {
        return None;
    }
    let fits = |pattern: &Name| match pattern {
        Is(known) => name == *known,
        Like(start, end) => {
            name.len() > start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
        Ends(end) => path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/')),
        In(parent) => folder.split('/').any(|part| part == *parent) && !PUBLIC.contains(&name),
    };
    FILES.iter().find(|file| file.names.iter().any(fits))
}

/// Whether `path` names a sample for others to fill in: `.env.example`, `sample.env`.
#[must_use]
pub fn is_example(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.split(['.', '-', '_']).any(|part| EXAMPLES.iter().any(|example| part.eq_ignore_ascii_case(example)))
}

impl SecretFile {
    /// Whether `text`, the content of such a file, really holds a secret as far as can be told.
    #[must_use]
    pub fn holds_secret(&self, text: &str) -> bool {
        (self.holds_secret)(text)
    }
}

fn any(_: &str) -> bool {
    true
}

fn private(text: &str) -> bool {
    text.contains("PRIVATE KEY")
}

fn npm(text: &str) -> bool {
    !super::registry_logins(text).is_empty()
}

fn login(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["password", "secret", "token", "private_key", "://"].iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secret_files() {
        for path in [
            ".env",
            "a/.env.local",
            "prod.env",
            "deploy_rsa",
            ".ssh/github",
            "tls/server.key",
            "a/.npmrc",
            ".aws/credentials",
            "home/.docker/config.json",
            "terraform.tfstate",
            "config/master.key",
            "ID_RSA",
        ] {
            assert!(secret_file(path).is_some(), "{path}");
        }
        for path in [
            ".env.example",
            "example.env",
            "sample.env",
            "id_rsa.pub",
            ".ssh/known_hosts",
            ".ssh/config",
            "env",
            "config.json",
            "credentials",
            "keys.py",
            "package.json",
            ".environment",
            "cacert.pem",
            "truststore.jks",
            "fullchain.pem",
        ] {
            assert!(secret_file(path).is_none(), "{path}");
        }
    }

    #[test]
    fn looks_inside() {
        let npmrc = secret_file(".npmrc").expect("a secret file");
        assert!(!npmrc.holds_secret("registry=https://registry.npmjs.org/\n"));
        assert!(npmrc.holds_secret("//registry.npmjs.org/:_authToken=S3cr3t-token\n"));
    }
}
