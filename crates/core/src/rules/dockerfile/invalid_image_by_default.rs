//! FROM whose image is none when nobody passes a build argument.

use crate::dockerfile::{PLATFORM_ARGS, expand};
use crate::image;
use crate::model::{Build, Stage};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK006",
    category: Category::Correctness,
    aliases: &["buildkit:InvalidDefaultArgInFrom"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let Some(expanded) = without_arguments(build, stage) else { continue };
        if let Err(error) = image::parse(&expanded) {
            let what =
                if expanded.is_empty() { "no image at all".to_owned() } else { format!("`{expanded}`") };
            cx.report(
                stage.from.image.whole(),
                format!(
                    "Without build arguments this is {what}. {} Give the arguments defaults that work.",
                    error.message
                ),
            );
        }
    }
}

/// The image as a build without arguments sees it; `None` where it is malformed, or has a variable that nothing declares, which is
/// another rule's matter.
fn without_arguments(build: &Build<'_, '_>, stage: &Stage<'_>) -> Option<String> {
    let before = stage.instructions.start.saturating_sub(1);
    let mut undeclared = false;
    let mut lookup = |name: &str| {
        // The builder sets these; any value will do.
        let platform = PLATFORM_ARGS.contains(&name).then(|| "linux".to_owned());
        let declared = build.facts().global_args.before(before, name);
        undeclared |= platform.is_none() && declared.is_none();
        platform.or_else(|| declared?.value.clone())
    };
    let expanded = expand::expand(&stage.from.image, build.file.escape, &mut lookup);
    expanded.ok().map(std::borrow::Cow::into_owned).filter(|_| !undeclared)
}
