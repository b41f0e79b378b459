//! A service shares the IPC namespace of the host.

use crate::compose::ComposeFile;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC406", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for mode in file.services().filter_map(|service| service.text("ipc")) {
        if mode == "host" {
            cx.report(
                mode.span(),
                "The service shares the memory segments of the host's programs. For large shared memory, raise `shm_size` instead.",
            );
        }
    }
}
