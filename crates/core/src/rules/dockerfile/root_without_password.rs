//! Users that are root, or become it without a password.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;
use crate::text::Span;

pub(super) const META: Meta =
    Meta { code: "DL5046", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

const SUDO: &str = "The user may run anything as root without a password, so it might as well be root. Do what needs root in the build, before USER.";
const SECOND: &str =
    "This user has the number 0, so it is root under another name. Leave the number out, or give a free one.";
const OPEN: &str = "Without a password, anybody in the container can become this user. Lock the account instead: `passwd -l`.";

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.runs().filter(|run| build.ships_stage(run.stage)).flat_map(|run| &run.calls) {
        if let Some((span, message)) =
            sudo_for_all(call).or_else(|| second_root(call)).or_else(|| no_password(call))
        {
            cx.report(span, message);
        }
    }
}

/// `echo 'app ALL=(ALL) NOPASSWD: ALL'`
fn sudo_for_all(call: &Call<'_, '_>) -> Option<(Span, &'static str)> {
    if !call.is_any(&["echo", "printf", "sed"]) {
        return None;
    }
    let whole = |text: &str| {
        let after = text.split("NOPASSWD:").nth(1)?;
        Some(after.trim_start().trim_start_matches("SETENV:").trim_start().starts_with("ALL"))
    };
    let word = call.arguments.iter().find(|word| whole(&word.text) == Some(true))?;
    Some((word.span(), SUDO))
}

/// `useradd -o -u 0`
fn second_root(call: &Call<'_, '_>) -> Option<(Span, &'static str)> {
    let options = match call.name() {
        "useradd" => call.options(&[
            "b",
            "base-dir",
            "c",
            "comment",
            "d",
            "home-dir",
            "e",
            "expiredate",
            "f",
            "inactive",
            "g",
            "gid",
            "G",
            "groups",
            "k",
            "skel",
            "K",
            "key",
            "p",
            "password",
            "R",
            "root",
            "s",
            "shell",
            "u",
            "uid",
            "Z",
        ]),
        "usermod" | "adduser" => call.options(&["u", "uid", "h", "g", "G", "s", "k", "d", "c"]),
        _ => return None,
    };
    let names_root = options.operands.iter().any(|name| name.text == "root");
    let uid = options.given.iter().find(|option| matches!(option.name, "u" | "uid"))?;
    (uid.value == Some("0") && !names_root).then(|| (uid.argument.span(), SECOND))
}

/// `passwd -d root`
fn no_password(call: &Call<'_, '_>) -> Option<(Span, &'static str)> {
    let (_, flag) = call.flags().find(|(flag, _)| matches!(*flag, "d" | "delete"))?;
    (call.name() == "passwd").then(|| (flag.span(), OPEN))
}
