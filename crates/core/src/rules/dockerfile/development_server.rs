//! Development servers as what an image runs.

use crate::model::{Build, dev_server};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DL5049", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    if build.is_for_developers(&cx.project.workspace.file(cx.file).path) {
        return;
    }
    for command in build.start_commands() {
        let words: Vec<&str> = command.iter().map(|(word, _)| word.as_ref()).collect();
        let Some(found) = dev_server::find(&words) else { continue };
        if let Some((_, span)) = command.get(found.word) {
            let message = format!(
                "What this starts is made for development: slow, and too open for anybody else. {}.",
                found.instead
            );
            cx.report(*span, message);
            return;
        }
    }
}
