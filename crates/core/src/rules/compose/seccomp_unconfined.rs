//! A service runs without the filter of system calls.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC418",
    severity: Severity::Error,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for option in file.services().flat_map(|service| service.texts("security_opt")) {
        // Both separators are understood.
        if option.as_str().split_once(['=', ':']) == Some(("seccomp", "unconfined")) {
            cx.report(
                option.span(),
                "The filter of system calls is off, the main shield between container and kernel. Delete the line, or name a profile that allows what is missing.",
            );
        }
    }
}
