//! An image that leaves its containers to root.

use crate::dockerfile::{Base, Stage};
use crate::image;
use crate::model::{Build, base_user};
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5036",
    category: Category::Security,
    group: Group::Strict,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Programs that start another one as an ordinary user.
const DROPPERS: [&str; 8] =
    ["gosu", "su-exec", "setpriv", "setuidgid", "runuser", "chpst", "s6-overlay", "supervisord"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    let Some(last) = facts.last().filter(|last| last.at_end.user.is_none()) else { return };
    let starts_something = |stage: &Stage<'_>| {
        let mut instructions = stage.instructions(build.file);
        instructions.any(|(_, instruction)| instruction.is("CMD") || instruction.is("ENTRYPOINT"))
    };
    let root = facts.root(last);
    let image = match (&root.base, &root.expanded_image) {
        (Base::Scratch, _) => "scratch",
        (_, Some(image)) if base_user::is_root(&image::split(image)) => image,
        _ => return,
    };
    let drops = DROPPERS.iter().any(|program| build.file.text.contains(program));
    let Some(from) = build.file.instructions.get(last.from).filter(|_| !drops) else { return };
    if facts.lineage(last).any(starts_something) {
        cx.report(
            from.keyword.whole(),
            format!("Containers run as root, since neither this file nor `{image}` sets a user. End with USER and a number."),
        );
    }
}
