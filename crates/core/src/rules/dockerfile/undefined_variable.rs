//! A variable that is not defined where an instruction uses it.

use crate::model::{Build, variable_uses};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK010",
    category: Category::Correctness,
    aliases: &["buildkit:UndefinedVar"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for used in variable_uses::undefined(build.file, build.facts()) {
        if let Some(reason) = used.reason {
            let so = if used.bare { "it is empty" } else { "this always gives the same" };
            cx.report(used.span, format!("`{}` is not defined here, so {so}. {reason}", used.name));
        }
    }
}
