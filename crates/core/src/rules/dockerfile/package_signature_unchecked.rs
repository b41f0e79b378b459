//! Package managers that are told to install what nobody has signed.

use crate::model::{Build, download};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Argument, Call};

pub(super) const META: Meta =
    Meta { code: "DL5042", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

/// Package managers, and the options with which each takes unsigned packages.
const OPTIONS: &[(&[&str], &[&str])] = &[
    (
        &["apt", "apt-get", "aptitude"],
        &["allow-unauthenticated", "allow-insecure-repositories", "force-yes", "allow-untrusted"],
    ),
    (&["apk"], &["allow-untrusted"]),
    (&["yum", "dnf", "microdnf", "tdnf", "dnf5"], &["nogpgcheck", "no-gpgchecks"]),
    (&["zypper"], &["no-gpg-checks"]),
    (&["rpm"], &["nosignature", "nodigest"]),
    (&["debootstrap"], &["no-check-gpg"]),
];

/// Settings of package managers that do the same, without blanks and in lower case.
const SETTINGS: &[&str] = &[
    "gpgcheck=0",
    "gpgcheck=false",
    "allowunauthenticated=true",
    "allowunauthenticated\"true",
    "allowinsecurerepositories=true",
    "allowinsecurerepositories\"true",
    "[trusted=yes",
    "siglevel=never",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        for call in &run.calls {
            // A file that has been compared with a checksum needs no signature.
            let Some(word) = option(call).filter(|_| !download::is_verified(run)).or_else(|| setting(call))
            else {
                continue;
            };
            cx.report(
                word.span(),
                "With this, packages are installed whether or not they are signed. A mirror or anybody on the way can change them; install the repository's key instead.",
            );
        }
    }
}

fn option<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<&'c Argument<'s, 't>> {
    let (_, options) = OPTIONS.iter().find(|(managers, _)| call.is_any(managers))?;
    call.flags().find(|(flag, _)| options.contains(flag)).map(|(_, word)| word)
}

/// A setting in an argument of a package manager, or in what echo and sed write into its configuration.
fn setting<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<&'c Argument<'s, 't>> {
    let writes = call.is_any(&["echo", "printf", "sed", "crudini"]);
    let is_manager = || OPTIONS.iter().any(|(managers, _)| call.is_any(managers));
    let sets = |word: &&Argument<'_, '_>| {
        if !word.text.contains(['=', '"']) {
            return false;
        }
        let text: String = word.text.to_ascii_lowercase().split_whitespace().collect();
        SETTINGS.iter().any(|setting| text.rfind(setting).is_some_and(|at| !is_replaced(&text, at)))
    };
    if writes || is_manager() || call.name() == "yum-config-manager" {
        call.arguments.iter().find(sets)
    } else {
        None
    }
}

/// Whether sed takes the setting away: `s/gpgcheck=0/gpgcheck=1/`.
fn is_replaced(text: &str, at: usize) -> bool {
    text.starts_with("s/") && text.get(at..).is_some_and(|rest| rest.matches('/').count() > 1)
        || text.get(at..).is_some_and(|rest| rest.trim_end_matches(['g', '\'', '"']).ends_with("/d"))
}
