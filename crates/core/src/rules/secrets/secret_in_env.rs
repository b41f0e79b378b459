//! A literal secret in `ENV`.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report_where};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK007",
    severity: Severity::Error,
    category: Category::Secrets,
    aliases: &["buildkit:SecretsUsedInArgOrEnv"],
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report_where(
        cx,
        |leak| leak.place == Place::Env,
        |leak, file| {
            format!(
                "{} is baked into the image as {}: `docker inspect` shows it, and every container has it. Leave it to whoever runs the container. {}",
                leak.what,
                leak.masked,
                advice(file.kind)
            )
        },
    );
}
