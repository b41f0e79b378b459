//! A bind mount over the folder in which the image installs its dependencies.

use crate::compose::volume::MountKind;
use crate::compose::{Mount, Service, texts};
use crate::dockerfile::{Dockerfile, InstructionKind};
use crate::model::Build;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::shell::Call;
use crate::text::Span;

pub(super) const META: Meta = Meta { code: "PJ016", check: Check::Stack(check), ..Meta::DEFAULT };

/// Package managers that install into a folder of the project, with their words for it and the folder.
const MANAGERS: [(&str, &[&str], &str); 5] = [
    ("npm", &["install", "i", "ci"], "node_modules"),
    ("yarn", &["install", ""], "node_modules"),
    ("pnpm", &["install", "i"], "node_modules"),
    ("bun", &["install", "i"], "node_modules"),
    ("composer", &["install", "update"], "vendor"),
];

/// What an image installs into a folder of its own.
struct Installed {
    /// The folder, from the root.
    path: String,
    /// The command that does it.
    span: Span,
}

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services() {
        let binds: Vec<Mount<'_>> =
            service.mounts().filter(|mount| mount.kind == Some(MountKind::Bind)).collect();
        let Some((id, dockerfile)) = stack.dockerfile(cx.project, service).filter(|_| !binds.is_empty())
        else {
            continue;
        };
        if installs_at_start(service) {
            continue;
        }
        let target = service.build().and_then(|build| build.target());
        let installed = installed(dockerfile, target.as_ref().map(|target| target.as_str()));
        for bind in &binds {
            let Some(hidden) =
                installed.iter().find(|installed| hides(stack, service, bind, &installed.path, cx))
            else {
                continue;
            };
            let path = &hidden.path;
            let message = format!(
                "This mount hides `{path}`, which the image installs. The program finds none of it unless the host has the same. Add a volume of its own for it: `- {path}`."
            );
            cx.report_at(stack, bind.value.place, message).related_in(id, hidden.span, "installed here");
        }
    }
}

/// What the stage `target`, or the last one, installs.
fn installed(dockerfile: &Dockerfile<'_>, target: Option<&str>) -> Vec<Installed> {
    let build = Build::new(dockerfile, false);
    let facts = build.facts();
    let Some(stage) = target.map_or_else(|| facts.last(), |target| facts.find(target)) else {
        return Vec::new();
    };
    let lineage: Vec<usize> = facts.lineage(stage).map(|stage| stage.index).collect();
    let at_start = |index: usize| {
        let text = dockerfile.instructions.get(index).map(|instruction| instruction.span.of(dockerfile.text));
        text.is_some_and(|text| text.contains("install") || text.contains(".sh"))
    };
    let mut found = Vec::new();
    for step in build.steps().filter(|step| lineage.contains(&step.stage)) {
        if !step.instruction.is("RUN") {
            // The image may install once more when it starts.
            if at_start(step.index) {
                return Vec::new();
            }
            continue;
        }
        let Some(workdir) = facts.in_force(step.index).workdir.and_then(|at| folder(dockerfile, at)) else {
            continue;
        };
        for call in &step.calls {
            let Some((folder, span)) = installs(call) else { continue };
            found.push(Installed { path: format!("{}/{folder}", workdir.trim_end_matches('/')), span });
        }
    }
    // What is moved away is not hidden, and neither is what a configuration file puts at the root.
    let is_moved = |installed: &Installed| {
        let name = installed.path.rsplit('/').next().unwrap_or_default();
        let elsewhere =
            [format!("mv {name}"), format!("mv ./{name}"), format!(" /{name}"), format!(":/{name}")];
        elsewhere.iter().any(|text| dockerfile.text.contains(text))
    };
    found.retain(|installed| !is_moved(installed) && !dockerfile.text.contains("NODE_PATH"));
    found
}

/// The folder that the WORKDIR at this index names, if it names it from the root and in full.
fn folder<'t>(dockerfile: &'t Dockerfile<'_>, index: usize) -> Option<&'t str> {
    match &dockerfile.instructions.get(index)?.kind {
        InstructionKind::Workdir(path) => Some(path.trim_matches(['"', '\''])),
        _ => None,
    }
    .filter(|path| path.starts_with('/') && !path.contains('$'))
}

/// The folder that a call installs into, with the place of its word for it.
fn installs(call: &Call<'_, '_>) -> Option<(&'static str, Span)> {
    let (_, words, folder) = MANAGERS.iter().find(|(name, ..)| call.is_any(&[name]))?;
    let elsewhere = ["g", "global", "prefix", "C", "cwd", "d", "working-dir", "dir"];
    let mut operands = call.operands(&["loglevel", "registry", "omit", "only", "include"]);
    let verb = operands.next();
    let text = verb.map_or("", |verb| verb.text.as_ref());
    let is_install = words.contains(&text) && operands.next().is_none() && !call.has_any_flag(&elsewhere);
    is_install.then(|| (*folder, verb.map_or(call.span(), |verb| verb.span())))
}

/// Whether the service's own command installs, or runs a script that may.
fn installs_at_start(service: Service<'_>) -> bool {
    let commands = texts(service.get("command")).into_iter().chain(texts(service.get("entrypoint")));
    let words = ["install", "npm ci", ".sh", "npm i "];
    commands.into_iter().any(|text| words.iter().any(|word| text.contains(word)) || text == "ci")
}

/// Whether `bind` lies over `path`, no other mount brings it back, and the host does not have it either.
fn hides(stack: &Stack<'_>, service: Service<'_>, bind: &Mount<'_>, path: &str, cx: &Reporter<'_>) -> bool {
    let clean = |target: &str| target.trim_end_matches('/').to_owned();
    let (Some(over), Some(source)) = (bind.target.map(|target| clean(&target)), bind.source) else {
        return false;
    };
    let Some(inside) = path.strip_prefix(over.as_str()).filter(|rest| rest.starts_with('/')) else {
        return false;
    };
    let is_back = |mount: Mount<'_>| {
        let target = mount.target.map(|target| clean(&target)).unwrap_or_default();
        target.len() > over.len() && (target == path || path.starts_with(&format!("{target}/")))
    };
    if over.contains('$') || service.mounts().any(is_back) {
        return false;
    }
    let Some(host) = stack.path(cx.project.workspace, source) else { return false };
    let host =
        if host.is_empty() { inside.trim_start_matches('/').to_owned() } else { format!("{host}{inside}") };
    cx.project.workspace.exists(&host) != Some(true)
}
