//! A credential that anybody would guess.

use crate::diagnostic::Severity;
use crate::rules::leaks::report_where;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::Class;
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK011",
    severity: Severity::Warning,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    let is_weak = |class: Class| matches!(class, Class::Weak(_));
    // What an image or its history keeps is worse than weak, and has rules of its own.
    let elsewhere = [Place::Command, Place::Env, Place::BuildArg];
    report_where(
        cx,
        |leak| is_weak(leak.class) && !elsewhere.contains(&leak.place),
        |leak, _| {
            let why = match leak.class {
                Class::Weak(weakness) => weakness.to_string(),
                _ => String::new(),
            };
            format!(
                "The value of {} is {why}, and whoever runs this gets a service that lets anybody in. Set a long random one outside this file: `${{NAME:?}}` refuses to start without it, and Compose's `secrets` keep it out of `docker inspect`.",
                leak.what
            )
        },
    );
}
