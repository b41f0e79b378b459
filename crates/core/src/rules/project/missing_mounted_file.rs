//! A file that a service mounts and that is not there.

use crate::compose::{ResourceKind, Text};
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::workspace::FileKind;

pub(super) const META: Meta = Meta { code: "PJ006", check: Check::Stack(check), ..Meta::DEFAULT };

/// Ends of names of files that are made by programs, or are kept out of projects: keys, sockets, databases, logs.
const MADE_ELSEWHERE: [&str; 27] = [
    "pem", "key", "crt", "cer", "cert", "p12", "pfx", "jks", "pub", "gpg", "asc", "sock", "pid", "log",
    "lock", "db", "sqlite", "sqlite3", "rdb", "jar", "war", "zip", "tar", "gz", "tgz", "dump", "env",
];

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for mount in view.services().flat_map(|service| service.mounts()) {
        let (Some(source), Some(target)) = (mount.host_path(), mount.target) else { continue };
        if !is_file(source.as_str()) || !is_file(target.as_str()) {
            continue;
        }
        let then = "so the engine makes an empty folder of that name and mounts it in its place";
        report(stack, source, then, cx);
    }
    for config in view.resources(ResourceKind::Config).filter_map(|config| config.text("file")) {
        if is_file(config.as_str()) {
            report(stack, config, "so services with this config do not start", cx);
        }
    }
}

fn report(stack: &Stack<'_>, source: Text<'_>, then: &str, cx: &mut Reporter<'_>) {
    let (file, _) = stack.locate(source.place());
    let path = stack.path(cx.project.workspace, source);
    let Some(missing) = path.and_then(|path| cx.project.missing(&path, file)) else { return };
    let message = format!("There is no file `{source}`, {then}.{}", missing.hint());
    cx.report_at(stack, source.place(), message);
}

/// Whether the name is that of a file that a project holds: it has an ending, which is neither that of a folder nor of what programs
/// make.
fn is_file(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    ending.is_some_and(|(_, ending)| {
        let is_word = ending.len() > 1 && ending.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_number = ending.bytes().all(|b| b.is_ascii_digit());
        is_word
            && !is_number
            && !MADE_ELSEWHERE.contains(&ending.to_ascii_lowercase().as_str())
            && FileKind::of(path) != FileKind::Dotenv
            && name != "acme.json"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_from_folders_and_from_what_is_made() {
        for (path, expected) in [
            ("./nginx.conf", true),
            ("/etc/nginx/nginx.conf", true),
            ("./init.sql", true),
            ("./conf.d", false),
            ("./data", false),
            ("./.ssh", false),
            ("./app.env", false),
            ("./certs/server.pem", false),
            ("./acme.json", false),
            ("./db-9.6", false),
        ] {
            assert_eq!(is_file(path), expected, "{path}");
        }
    }
}
