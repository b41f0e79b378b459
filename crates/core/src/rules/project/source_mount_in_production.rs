//! A compose file for production that mounts the source over what the image was built from.

use crate::compose::volume::MountKind;
use crate::model::purpose;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ072", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let workspace = cx.project.workspace;
    if !stack.files.last().is_some_and(|id| purpose::names_production(&workspace.file(*id).path)) {
        return;
    }
    for service in stack.view().services() {
        let Some(build) = service.build() else { continue };
        let folder = stack.locate(build.value.place).0;
        let folder = workspace.file(folder).folder();
        let context = match build.context() {
            Some(context) => stack.path(workspace, context),
            None => Some(folder.to_owned()),
        };
        for mount in service.mounts().filter(|mount| mount.kind == Some(MountKind::Bind)) {
            let source = mount.source.and_then(|source| stack.path(workspace, source));
            let (Some(source), Some(target)) = (source, mount.target) else { continue };
            if context.as_deref() == Some(source.as_str()) {
                let message = format!(
                    "The source is mounted over `{target}` in a file for production, so what the image was built with does not count. Leave the mount out."
                );
                cx.report_at(stack, mount.value.place, message);
            }
        }
    }
}
