//! apt-key, which Debian has removed.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DL5052", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        // One word for a row of keys.
        let call =
            run.calls.iter().find(|call| call.name() == "apt-key" && call.has_any_argument(&["add", "adv"]));
        if let Some(call) = call {
            cx.report(
                call.name_word.span,
                "`apt-key` trusts the key for every repository, and newer releases of Debian and Ubuntu no longer have it. Put the key into /etc/apt/keyrings and name it in the source: `[signed-by=...]`.",
            );
        }
    }
}
