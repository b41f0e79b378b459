//! A variable that only a base image can define of which nothing is known.

use crate::model::{Build, variable_uses};
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK017",
    category: Category::Correctness,
    group: Group::Strict,
    aliases: &["buildkit:UndefinedVar"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for used in
        variable_uses::undefined(build.file, build.facts()).iter().filter(|used| used.reason.is_none())
    {
        let name = used.name;
        cx.report(
            used.span,
            format!(
                "Only the base image can define `{name}`; if it does not, the value is empty. Say what it is: `ARG {name}=...`."
            ),
        );
    }
}
