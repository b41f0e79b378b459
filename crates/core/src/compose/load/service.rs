//! What must hold within a service.

use super::super::entries::Mount;
use super::super::error::{LoadError, LoadErrorKind};
use super::super::service::{Command, Service};
use super::super::text::Text;
use super::super::value::{Entry, Place, Value};
use super::super::volume::MountKind;
use super::Checked;
use std::collections::HashMap;

pub(super) fn check(service: Service<'_>, cx: &Checked<'_>, errors: &mut Vec<LoadError>) {
    if !cx.is_partial {
        errors.extend(nothing_to_run(service));
    }
    errors.extend(exclusive(service.entry("network_mode"), service.entry("networks")));
    if let Some(build) = service.build() {
        let entry = |key| build.value.entry(key);
        errors.extend(exclusive(entry("dockerfile"), entry("dockerfile_inline")));
        errors.extend(missing_platform(service, build.get("platforms")));
    }
    check_health(service, errors);
    check_mounts(service, errors);
    check_watches(service, errors);
    check_files(service, cx, errors);
    for requests in
        [service.get("gpus"), service.value.at(&["deploy", "resources", "reservations", "devices"])]
    {
        for request in requests.map(Value::items).unwrap_or_default() {
            errors.extend(exclusive(request.entry("count"), request.entry("device_ids")));
        }
    }
}

fn nothing_to_run(service: Service<'_>) -> Option<LoadError> {
    let image = service.get("image").filter(|image| image.as_scalar().is_none_or(|s| !s.value.is_empty()));
    let runs = image.is_some() || service.get("build").is_some() || service.get("provider").is_some();
    let message = format!(
        "The service `{}` has neither `image` nor `build`, so there is nothing to run.",
        service.name.as_str()
    );
    let place = service.entry("image").map_or(service.name.place, |entry| entry.key.place);
    (!runs).then(|| LoadError::new(LoadErrorKind::NothingToRun, place, message))
}

/// Two keys of which only one may say something.
fn exclusive(first: Option<&Entry<'_>>, second: Option<&Entry<'_>>) -> Option<LoadError> {
    let says = |entry: &&Entry<'_>| {
        let value = &entry.value;
        let empty = value.as_scalar().is_some_and(|s| s.value.is_empty());
        !value.is_unknown() && !value.is_null() && !empty && (value.as_scalar().is_some() || !is_empty(value))
    };
    let (first, second) = (first.filter(says)?, second.filter(says)?);
    let message = format!(
        "`{}` and `{}` exclude each other; keep one of them.",
        first.key.as_str(),
        second.key.as_str()
    );
    let error = LoadError::new(LoadErrorKind::MutuallyExclusive, second.key.place, message);
    Some(error.with(first.key.place, "the other one"))
}

fn is_empty(value: &Value<'_>) -> bool {
    value.items().is_empty() && value.entries().is_empty()
}

/// `build.platforms` that lack the service's `platform`.
fn missing_platform(service: Service<'_>, platforms: Option<&Value<'_>>) -> Option<LoadError> {
    let platforms = platforms?;
    let platform = service.text("platform").filter(|p| !p.is_empty() && p.is_literal())?;
    let lacks = platforms
        .items()
        .iter()
        .all(|item| item.as_text().is_some_and(|t| t.is_literal() && *t != *platform));
    let message = format!("The service runs on `{platform}`, but `build.platforms` does not build for it.");
    let error = LoadError::new(LoadErrorKind::MissingPlatform, platforms.place, message);
    (lacks && !platforms.items().is_empty()).then(|| error.with(platform.place(), "the service's platform"))
}

fn check_health(service: Service<'_>, errors: &mut Vec<LoadError>) {
    let Some(health) = service.healthcheck() else { return };
    if let Some(Command::List(words)) = health.test()
        && let Some(first) = words.first()
        && first.is_literal()
        && !["CMD", "CMD-SHELL", "NONE"].contains(&first.as_str())
    {
        let message = format!("A list must begin with `CMD`, `CMD-SHELL` or `NONE`, not with `{first}`.");
        errors.push(LoadError::new(LoadErrorKind::BadHealthcheck, first.place(), message));
    }
    if let Some(retries) = health.get("retries").filter(|r| r.as_number().is_some_and(|n| n < 0.0)) {
        let message = "`retries` cannot be negative.";
        errors.push(LoadError::new(LoadErrorKind::WrongType, retries.place, message));
    }
}

/// Binds without a source, and paths that are mounted twice: once by `tmpfs`, once by `volumes`.
fn check_mounts(service: Service<'_>, errors: &mut Vec<LoadError>) {
    let mut targets: HashMap<String, Place> = HashMap::new();
    let volumes = service.mounts().filter_map(|mount| Some((mount.target?, mount.value.place)));
    let tmpfs = service.texts("tmpfs").into_iter().map(|text| {
        let target = text.split_once(':').map_or(text, |(target, _)| target);
        (target, text.place())
    });
    for (target, place) in volumes.chain(tmpfs).filter(|(target, _)| target.is_literal()) {
        if let Some(first) = targets.insert(clean_path(&target), place) {
            let message = format!("`{target}` is mounted already, and each path can be mounted once.");
            errors.push(
                LoadError::new(LoadErrorKind::DuplicateMount, place, message).with(first, "first here"),
            );
        }
    }
    for mount in service.mounts().filter(lacks_source) {
        let message = "A bind mount needs `source`, the path of the host.";
        errors.push(LoadError::new(LoadErrorKind::MissingRequired, mount.value.place, message));
    }
}

fn lacks_source(mount: &Mount<'_>) -> bool {
    mount.kind == Some(MountKind::Bind) && mount.source.is_none()
}

/// A path without `.`, without `..` behind a folder, and without a `/` too many.
pub(in super::super) fn clean_path(path: &str) -> String {
    let is_absolute = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        match (part, parts.last()) {
            ("..", Some(&last)) if last != ".." => drop(parts.pop()),
            ("..", None) if is_absolute => {}
            _ => parts.push(part),
        }
    }
    let start = if is_absolute { "/" } else { "" };
    format!("{start}{}", parts.join("/"))
}

fn check_watches(service: Service<'_>, errors: &mut Vec<LoadError>) {
    let watches = service.value.at(&["develop", "watch"]).map(Value::items).unwrap_or_default();
    for watch in watches.iter().filter(|watch| watch.get("target").is_none()) {
        let action = watch.text("action").filter(|action| action.is_literal());
        if let Some(action) = action.filter(|a| !["rebuild", "restart"].contains(&a.as_str())) {
            let message = format!("`{action}` needs `target`, the path in the container.");
            errors.push(LoadError::new(LoadErrorKind::MissingRequired, watch.place, message));
        }
    }
}

fn check_files(service: Service<'_>, cx: &Checked<'_>, errors: &mut Vec<LoadError>) {
    for format in service.env_files().into_iter().filter(|file| file.required).filter_map(|f| f.format) {
        if format.is_literal() && !["", ".env", "raw"].contains(&format.as_str()) {
            let message = format!("Compose knows no format `{format}` of an `env_file`, only `raw`.");
            errors.push(LoadError::new(LoadErrorKind::UnknownWord, format.place(), message));
        }
    }
    let env_files = service.env_files().into_iter().filter(|file| file.required).map(|file| file.path);
    let files = env_files.chain(service.texts("label_file")).filter(|path: &Text<'_>| path.is_literal());
    for path in files {
        if path.is_empty() {
            let message = "No file is named here, so Compose does not start.";
            errors.push(LoadError::new(LoadErrorKind::MissingFile, path.place(), message));
        } else if cx.around.exists(path.place().file, path.as_str()) == Some(false) {
            let message = format!("There is no file `{path}`, so Compose does not start.");
            errors.push(LoadError::new(LoadErrorKind::MissingFile, path.place(), message));
        }
    }
}
