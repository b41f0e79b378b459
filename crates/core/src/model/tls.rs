//! Who is told not to check certificates: by options, by settings, by variables.

use crate::shell::{Argument, Call, Options};

/// Variables that switch the check off, with the values that do it; any value where there are none.
const VARIABLES: &[(&str, &[&str])] = &[
    ("NODE_TLS_REJECT_UNAUTHORIZED", &["0"]),
    ("PYTHONHTTPSVERIFY", &["0"]),
    ("GIT_SSL_NO_VERIFY", &["1", "true", "yes", "on"]),
    ("NPM_CONFIG_STRICT_SSL", &["false", "0"]),
    ("YARN_STRICT_SSL", &["false", "0"]),
    ("YARN_ENABLE_STRICT_SSL", &["false", "0"]),
    ("PERL_LWP_SSL_VERIFY_HOSTNAME", &["0"]),
    ("BUNDLE_SSL_VERIFY_MODE", &["0"]),
    ("CONDA_SSL_VERIFY", &["false", "no", "0"]),
    ("PIP_TRUSTED_HOST", &[]),
];

/// Whether this variable with this value makes programs accept any certificate.
#[must_use]
pub(crate) fn variable_disables(name: &str, value: &str) -> bool {
    let value = value.trim_matches(['"', '\'']).to_ascii_lowercase();
    let disables = |values: &[&str]| {
        if values.is_empty() { !value.is_empty() } else { values.contains(&value.as_str()) }
    };
    VARIABLES.iter().any(|(variable, values)| variable.eq_ignore_ascii_case(name) && disables(values))
}

/// The argument that makes the command accept any certificate, or makes others do so.
#[must_use]
pub(crate) fn disabling_argument<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<&'c Argument<'s, 't>> {
    let flag = |options: Options<'c, 's, 't>, names: &[&str]| {
        let given = options.given.iter().find(|option| names.contains(&option.name));
        given.filter(|option| option.value != Some("false")).map(|option| option.argument)
    };
    let text = |matches: fn(&str) -> bool| {
        call.arguments.iter().find(|word| matches(&word.text.to_ascii_lowercase()))
    };
    let name = call.name();
    match name {
        "curl" | "wget" | "wget2" | "aria2c" => {
            let names: &[&str] = if name == "curl" { &["k", "insecure"] } else { &["no-check-certificate"] };
            let options = super::download::options(call)?;
            let local = options.operands.iter().all(|url| url.text.contains("://") && is_loopback(&url.text));
            let off = || text(|word| word == "--check-certificate=false");
            flag(options, names).or_else(off).filter(|_| !local)
        }
        "apk" => flag(call.options(&[]), &["no-check-certificate"]),
        "kubectl" | "helm" | "oc" | "argocd" | "tkn" => {
            flag(call.options(&[]), &["insecure-skip-tls-verify"])
        }
        "skopeo" | "podman" | "buildah" => text(|word| word.ends_with("tls-verify=false")),
        "git" => {
            let at = call.arguments.iter().position(|word| is_ssl_verify(&word.text))?;
            let key = call.arguments.get(at)?;
            let value = key.text.split_once('=').map(|(_, value)| value);
            let next = || call.arguments.get(at + 1).map(|word| word.text.as_ref());
            value.or_else(next).is_some_and(is_no).then_some(key)
        }
        "npm" | "yarn" | "pnpm" => {
            let key = call.arguments.iter().position(|word| word.text == "strict-ssl");
            let next = key.and_then(|at| call.arguments.get(at + 1)).is_some_and(|value| is_no(&value.text));
            let set = key.filter(|_| next).and_then(|at| call.arguments.get(at));
            set.or_else(|| {
                text(|word| matches!(word.trim_start_matches('-'), "strict-ssl=false" | "no-strict-ssl"))
            })
        }
        "conda" | "mamba" | "micromamba" => {
            let at = call.arguments.iter().position(|word| word.text == "ssl_verify")?;
            call.arguments
                .get(at)
                .filter(|_| call.arguments.get(at + 1).is_some_and(|value| is_no(&value.text)))
        }
        "composer" => {
            let at = call.arguments.iter().position(|word| word.text == "disable-tls")?;
            call.arguments
                .get(at)
                .filter(|_| call.arguments.get(at + 1).is_some_and(|value| value.text == "true"))
        }
        name if name.starts_with("pip") || name.starts_with("python") => text(|word| {
            word == "--trusted-host" || word.starts_with("--trusted-host=") || word.ends_with(".trusted-host")
        }),
        "apt" | "apt-get" | "yum" | "dnf" | "microdnf" | "echo" | "printf" | "sed" => {
            text(is_manager_setting)
        }
        "export" | "env" => call.arguments.iter().find(|word| is_disabling_assignment(&word.text)),
        _ => None,
    }
}

/// `NODE_TLS_REJECT_UNAUTHORIZED=0`
fn is_disabling_assignment(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, value)| variable_disables(name, value))
}

/// `http.sslVerify`, `http.https://host.sslVerify`, with or without a value.
fn is_ssl_verify(text: &str) -> bool {
    let key = text.split('=').next().unwrap_or_default().to_ascii_lowercase();
    key.starts_with("http.") && key.ends_with(".sslverify")
}

fn is_no(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "false" | "0" | "no" | "off")
}

/// `Acquire::https::Verify-Peer=false` of apt, `sslverify=0` of yum and dnf, in lower case.
fn is_manager_setting(text: &str) -> bool {
    let after = |key: &str| {
        let rest =
            text.rsplit_once(key).map(|(_, rest)| rest.trim_start_matches(['=', ' ', '"', '\'', '\\']))?;
        Some(rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default())
    };
    ["verify-peer", "sslverify"].iter().any(|key| after(key).is_some_and(is_no))
}

fn is_loopback(url: &str) -> bool {
    ["//localhost", "//127.", "//[::1]", "//0.0.0.0"].iter().any(|host| url.contains(host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Dialect, calls, parse};
    use crate::text::Mapped;

    fn found(source: &str) -> Option<String> {
        let text = Mapped::borrowed(source, 0);
        let script = parse(&text, Dialect::Posix);
        calls(&script).iter().find_map(|call| disabling_argument(call).map(|word| word.text.to_string()))
    }

    #[test]
    fn finds_what_switches_the_check_off() {
        for (source, word) in [
            ("curl -fsSLk https://a.example/x", "-fsSLk"),
            ("wget -q --no-check-certificate https://a.example/x", "--no-check-certificate"),
            ("git -c http.sslVerify=false clone x", "http.sslVerify=false"),
            ("git config --global http.sslverify false", "http.sslverify"),
            ("npm config set strict-ssl false", "strict-ssl"),
            ("npm install --strict-ssl=false", "--strict-ssl=false"),
            ("pip install --trusted-host pypi.org x", "--trusted-host"),
            ("conda config --set ssl_verify no", "ssl_verify"),
            ("apt-get -o Acquire::https::Verify-Peer=false update", "Acquire::https::Verify-Peer=false"),
            ("export GIT_SSL_NO_VERIFY=1", "GIT_SSL_NO_VERIFY=1"),
        ] {
            assert_eq!(found(source).as_deref(), Some(word), "{source}");
        }
    }

    #[test]
    fn leaves_others_alone() {
        for source in [
            "curl -fsSL https://a.example/x -H 'k: v'",
            "curl -o -k https://a.example/x",
            "curl -k https://localhost:8443/health",
            "git config --global http.sslVerify true",
            "npm config set strict-ssl true",
            "echo 'Acquire::https::Verify-Peer \"true\";'",
            "export PYTHONHTTPSVERIFY=1",
            "sed -i s/sslverify=0/sslverify=1/ x",
        ] {
            assert_eq!(found(source), None, "{source}");
        }
    }
}
