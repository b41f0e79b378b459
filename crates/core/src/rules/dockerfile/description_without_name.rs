//! A comment above an ARG or a named stage that does not begin with its name.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK004",
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["buildkit:InvalidDefinitionDescription"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for (index, instruction) in build.file.instructions.iter().enumerate() {
        let (names, place) = match &instruction.kind {
            InstructionKind::Arg(declared) => {
                let names: Vec<String> = declared.iter().map(|argument| argument.name.to_string()).collect();
                (names, declared.first().map(|argument| argument.name.whole()))
            }
            InstructionKind::From(from) => {
                let name = from.name.as_ref();
                (
                    name.map(|name| name.to_ascii_lowercase()).into_iter().collect(),
                    name.map(|name| name.whole()),
                )
            }
            _ => continue,
        };
        let (Some(place), Some(comment)) = (place, build.file.comments_before(index).last()) else {
            continue;
        };
        let first = comment.text.split(' ').next().unwrap_or_default();
        // A bare `#` ends the description.
        if !comment.text.is_empty() && !names.iter().any(|name| name == first) {
            let wanted = names.first().map(String::as_str).unwrap_or_default();
            cx.report(place, format!("The comment above is shown as the description of `{wanted}` only if it begins with that name."))
                .related(comment.span, "this comment");
        }
    }
}
