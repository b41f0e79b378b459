//! A password or token given to a command.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report_where};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK006",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    // A weak one too: what a command gets is written down in more places than the file.
    report_where(
        cx,
        |leak| leak.place == Place::Command,
        |leak, file| {
            format!(
                "{} gets the literal {}, which shows in the list of processes and in the history of the image. {}",
                leak.what,
                leak.masked,
                advice(file.kind)
            )
        },
    );
}
