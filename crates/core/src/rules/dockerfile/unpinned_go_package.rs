//! go install, go get and go run without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Argument, Call};

pub(super) const META: Meta = Meta {
    code: "DL3062",
    category: Category::Pins,
    aliases: &["hadolint:DL3062"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        let go = || run.calls.iter().filter(|call| call.name() == "go");
        let ran: Vec<_> = go().filter_map(|call| operand_after(call, "run")).collect();
        if ran.is_empty() {
            for call in go() {
                let verb = call.operands(&[]).next().map(|verb| verb.text.as_ref());
                if let Some("install" | "get") = verb {
                    let packages = call.operands(&[]).skip(1).filter(|word| word.text != "tool");
                    unpinned::report(cx, packages.filter(|word| !is_pinned(&word.text)), "package@version");
                }
            }
        } else {
            unpinned::report(cx, ran.into_iter().filter(|word| !is_pinned(&word.text)), "package@version");
        }
    }
}

/// The package of `go run`.
fn operand_after<'c, 's, 't>(call: &'c Call<'s, 't>, verb: &str) -> Option<&'c Argument<'s, 't>> {
    let mut operands = call.operands(&[]);
    operands.next().filter(|first| first.text == verb)?;
    operands.next()
}

/// A path of the module itself, or a version other than a query that moves.
fn is_pinned(package: &str) -> bool {
    package.starts_with(['/', '.'])
        || package.contains('@') && !package.ends_with("@latest") && !package.ends_with("@none")
}
