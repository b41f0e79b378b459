//! Other package managers without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta =
    Meta { code: "DL5013", category: Category::Pins, check: Check::Dockerfile(check), ..Meta::DEFAULT };

/// A way to install a package: program, the words that lead to the packages, and how a version is written.
struct Installer {
    program: &'static str,
    verbs: &'static [&'static str],
    /// Flags that take the next word as their value.
    valued: &'static [&'static str],
    /// What shows that a word has a version.
    mark: &'static [&'static str],
    form: &'static str,
}

const INSTALLERS: &[Installer] = &[
    Installer { program: "yarn", verbs: &["add"], valued: &["registry"], mark: &["@"], form: "name@version" },
    Installer {
        program: "yarn",
        verbs: &["global", "add"],
        valued: &["registry", "prefix"],
        mark: &["@"],
        form: "name@version",
    },
    Installer {
        program: "pnpm",
        verbs: &["add"],
        valued: &["registry", "C", "dir", "filter"],
        mark: &["@"],
        form: "name@version",
    },
    Installer {
        program: "pnpm",
        verbs: &["install"],
        valued: &["registry", "C", "dir", "filter"],
        mark: &["@"],
        form: "name@version",
    },
    Installer {
        program: "bun",
        verbs: &["add"],
        valued: &["registry", "cwd"],
        mark: &["@"],
        form: "name@version",
    },
    Installer {
        program: "composer",
        verbs: &["require"],
        valued: &["d", "working-dir"],
        mark: &[":", "="],
        form: "vendor/name:version",
    },
    Installer {
        program: "composer",
        verbs: &["global", "require"],
        valued: &["d", "working-dir"],
        mark: &[":", "="],
        form: "vendor/name:version",
    },
    Installer {
        program: "uv",
        verbs: &["tool", "install"],
        valued: &["python", "p", "with", "index-url"],
        mark: &["==", "@"],
        form: "name==version",
    },
    Installer {
        program: "uv",
        verbs: &["pip", "install"],
        valued: PIP,
        mark: &["==", "@", "/", "~=", ">=", "<="],
        form: "name==version",
    },
    Installer {
        program: "uv",
        verbs: &["add"],
        valued: &["index", "group"],
        mark: &["==", "@"],
        form: "name==version",
    },
    Installer {
        program: "poetry",
        verbs: &["add"],
        valued: &["group", "G", "source", "directory", "C"],
        mark: &["==", "@", "^", "~", "/"],
        form: "name@version",
    },
    Installer {
        program: "pipx",
        verbs: &["install"],
        valued: &["python", "pip-args", "i", "index-url", "suffix"],
        mark: &["==", "@", "/"],
        form: "name==version",
    },
    Installer {
        program: "conda",
        verbs: &["install"],
        valued: CONDA,
        mark: &["=", "/"],
        form: "name=version",
    },
    Installer {
        program: "mamba",
        verbs: &["install"],
        valued: CONDA,
        mark: &["=", "/"],
        form: "name=version",
    },
    Installer {
        program: "micromamba",
        verbs: &["install"],
        valued: CONDA,
        mark: &["=", "/"],
        form: "name=version",
    },
];

const PIP: &[&str] = &[
    "r",
    "requirement",
    "c",
    "constraint",
    "e",
    "editable",
    "index-url",
    "i",
    "extra-index-url",
    "python",
    "p",
    "target",
    "prefix",
];
const CONDA: &[&str] = &["c", "channel", "n", "name", "p", "prefix", "file", "f"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.runs().flat_map(|run| &run.calls) {
        if call.name() == "cargo" {
            cargo(call, cx);
        }
        for installer in INSTALLERS.iter().filter(|installer| installer.program == call.name()) {
            let operands: Vec<_> = call.operands(installer.valued).collect();
            let verbs = operands.iter().map(|word| word.text.as_ref());
            if !verbs.take(installer.verbs.len()).eq(installer.verbs.iter().copied()) {
                continue;
            }
            let packages = operands.into_iter().skip(installer.verbs.len());
            unpinned::report(
                cx,
                packages.filter(|word| !is_pinned(&word.text, installer.mark)),
                installer.form,
            );
        }
    }
}

/// A version, a path, a URL, or something that only a run can tell.
fn is_pinned(package: &str, mark: &[&str]) -> bool {
    let named = package.strip_prefix('@').unwrap_or(package);
    package.starts_with(['.', '/', '$', '-'])
        || package.contains("://")
        || mark.iter().any(|mark| named.contains(mark))
}

/// `cargo install` takes the version from a flag, or from a lock file of the project itself.
fn cargo(call: &Call<'_, '_>, cx: &mut Reporter<'_>) {
    let valued = [
        "version", "vers", "git", "path", "branch", "tag", "rev", "registry", "index", "features", "F",
        "root", "profile", "target", "j", "jobs", "bin", "example",
    ];
    let elsewhere = ["version", "vers", "path", "tag", "rev", "git"];
    let mut operands = call.operands(&valued);
    if operands.next().is_some_and(|verb| verb.text == "install") && !call.has_any_flag(&elsewhere) {
        unpinned::report(cx, operands.filter(|word| !is_pinned(&word.text, &["@"])), "name@version");
    }
}
