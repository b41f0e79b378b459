//! The build machine's platform for the image that is made.

use crate::dockerfile::Base;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5026",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    let Some(last) = facts.last() else { return };
    let starts_something = facts.lineage(last).any(|stage| {
        let mut instructions = stage.instructions(build.file);
        instructions.any(|(_, instruction)| instruction.is("CMD") || instruction.is("ENTRYPOINT"))
    });
    let root = facts.root(last);
    let Some(from) = build.file.instructions.get(root.from).filter(|_| starts_something) else { return };
    let Some(flag) = from.flag("platform").filter(|_| matches!(root.base, Base::Image)) else { return };
    let follows_builder = flag
        .value
        .as_ref()
        .is_some_and(|value| ["$BUILDPLATFORM", "${BUILDPLATFORM}"].contains(&value.as_str()));
    if follows_builder {
        cx.report(
            flag.span,
            "The image gets the build machine's platform, whatever platform is asked for. Leave the flag away here.",
        );
    }
}
