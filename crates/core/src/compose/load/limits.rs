//! Keys that say the same as keys of `deploy`, and must agree with them.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::schema::bytes;
use super::super::service::Service;
use super::super::value::{Entry, Value};
use crate::yaml::Resolved;

pub(super) fn check(service: Service<'_>, errors: &mut Vec<LoadError>) {
    let number: fn(&Value<'_>) -> Option<f64> = |value| value.as_number();
    for (key, block, twin, read) in [
        ("cpus", "limits", "cpus", number),
        ("mem_limit", "limits", "memory", size),
        ("pids_limit", "limits", "pids", number),
        ("mem_reservation", "reservations", "memory", size),
    ] {
        let limits = service.value.at(&["deploy", "resources", block]);
        if let (Some(entry), Some(limits)) = (service.entry(key), limits.filter(|l| l.is_map())) {
            errors.extend(disagreement(entry, limits, block, twin, read));
        }
    }
    errors.extend(replicas(service));
    errors.extend(named_replicas(service));
}

fn disagreement(
    entry: &Entry<'_>,
    limits: &Value<'_>,
    block: &str,
    twin: &str,
    read: fn(&Value<'_>) -> Option<f64>,
) -> Option<LoadError> {
    let key = entry.key.as_str();
    let own = read(&entry.value).filter(|own| *own != 0.0 && !entry.value.is_unknown())?;
    let other = limits.entry(twin);
    let same = other.is_some_and(|other| {
        other.value.is_unknown() || read(&other.value).is_some_and(|value| (value - own).abs() < 1e-9)
    });
    if same {
        return None;
    }
    let message = match other {
        Some(_) => format!("`{key}` and `deploy.resources.{block}.{twin}` must say the same."),
        None => format!(
            "`deploy.resources.{block}` is here but lacks `{twin}`, which `{key}` sets; Compose wants both to say the same."
        ),
    };
    let related = other.map_or(limits.place, |other| other.value.place);
    Some(
        LoadError::new(LoadErrorKind::ConflictingLimits, entry.value.place, message)
            .with(related, "the other one"),
    )
}

/// Bytes; a YAML float is dropped by Compose.
fn size(value: &Value<'_>) -> Option<f64> {
    let scalar = value.as_scalar()?;
    match scalar.resolved {
        Resolved::Int(_) | Resolved::Text => bytes(&scalar.rendered()),
        _ => None,
    }
}

fn replicas(service: Service<'_>) -> Option<LoadError> {
    let (scale, replicas) = (service.get("scale")?, service.value.at(&["deploy", "replicas"])?);
    let differ = matches!((scale.as_int(), replicas.as_int()), (Some(a), Some(b)) if a != b);
    let message = "`scale` and `deploy.replicas` must say the same.";
    let error = LoadError::new(LoadErrorKind::ConflictingLimits, scale.place, message);
    differ.then(|| error.with(replicas.place, "the other one"))
}

fn named_replicas(service: Service<'_>) -> Option<LoadError> {
    let name = service.container_name().filter(|name| !name.is_empty())?;
    let replicas = service.replicas().filter(|replicas| replicas.as_int().is_some_and(|n| n > 1))?;
    let message = format!(
        "Several containers cannot all be called `{name}`: remove `container_name`, or run only one container."
    );
    let error = LoadError::new(LoadErrorKind::MutuallyExclusive, name.place(), message);
    Some(error.with(replicas.place, "more than one container is asked for here"))
}
