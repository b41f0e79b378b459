//! A literal secret as a build argument.

use crate::diagnostic::Severity;
use crate::rules::leaks::report_where;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK008",
    severity: Severity::Error,
    category: Category::Secrets,
    aliases: &["buildkit:SecretsUsedInArgOrEnv"],
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report_where(
        cx,
        |leak| leak.place == Place::BuildArg,
        |leak, _| {
            format!(
                "The build argument {} holds the literal {}, and build arguments stay in the history of the image. Hand it over as a build secret: `RUN --mount=type=secret` in the Dockerfile, and `secrets` below `build` in a Compose file.",
                leak.what, leak.masked
            )
        },
    );
}
