//! Expands the variables in the values of a document, and turns text into booleans and numbers where Compose does.

use super::error::{LoadError, LoadErrorKind};
use super::path::{ITEM, Path};
use super::surroundings::Surroundings;
use super::value::{Expansion, Place, Value, ValueKind, bool_from_text, float_from_text, int_from_text};
use crate::interpolation::{self, ExpandError};
use crate::yaml::{Resolved, Scalar};

/// Expands `value` in place.
pub(super) fn interpolate(value: &mut Value<'_>, around: &dyn Surroundings, errors: &mut Vec<LoadError>) {
    walk(value, Path::ROOT, around, errors);
}

fn walk(value: &mut Value<'_>, path: Path<'_>, around: &dyn Surroundings, errors: &mut Vec<LoadError>) {
    let place = value.place;
    match &mut value.kind {
        ValueKind::List(items) => {
            for item in items {
                walk(item, path.child(ITEM), around, errors);
            }
        }
        ValueKind::Map(entries) => {
            for entry in entries {
                walk(&mut entry.value, path.child(&entry.key.scalar.value), around, errors);
            }
        }
        ValueKind::Scalar { scalar, expansion } if scalar.is_text() => {
            let expanded = expand(scalar, place, around).and_then(|outcome| {
                match outcome {
                    Outcome::Same => {}
                    Outcome::Unknown => {
                        *expansion = Expansion::Unknown;
                        return Ok(());
                    }
                    Outcome::Text(text) => {
                        let expanded = scalar.with_value(text, Resolved::Text);
                        *expansion = Expansion::From(Box::new(std::mem::replace(scalar, expanded)));
                    }
                }
                match path.find(CASTS) {
                    Some(cast) => cast_scalar(scalar, cast, place),
                    None => Ok(()),
                }
            });
            errors.extend(expanded.err());
        }
        ValueKind::Scalar { .. } => {}
    }
}

enum Outcome {
    Same,
    Text(String),
    Unknown,
}

fn expand(scalar: &Scalar<'_>, place: Place, around: &dyn Surroundings) -> Result<Outcome, LoadError> {
    if !scalar.value.contains('$') {
        return Ok(Outcome::Same);
    }
    let (template, syntax_errors) = interpolation::parse(&scalar.value);
    let at = |span: crate::text::Span| Place { span: scalar.span_of(span.range()), ..place };
    let lookup = |name: &str| around.variable(name);
    match template.expand(&lookup) {
        Ok(expansion) if !expansion.unset.is_empty() && !around.knows_all_variables() => Ok(Outcome::Unknown),
        Ok(expansion) => Ok(Outcome::Text(expansion.text)),
        Err(ExpandError::Required { .. }) if !around.knows_all_variables() => Ok(Outcome::Unknown),
        Err(ExpandError::Required { name, message }) => {
            let hint = if message.is_empty() { String::new() } else { format!(": {message}") };
            let message = format!("The variable `{}` is required here and has no value{hint}.", name.value);
            Err(LoadError::new(LoadErrorKind::MissingVariable, at(name.span), message))
        }
        Err(ExpandError::Template(span)) => {
            let found = syntax_errors.into_iter().find(|error| error.span.start == span.start);
            let (span, message) = match found {
                Some(error) => (error.span, error.message),
                None => (span, "Compose does not understand this variable.".to_owned()),
            };
            Err(LoadError::new(LoadErrorKind::BadInterpolation, at(span), message))
        }
    }
}

/// What text becomes at certain places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cast {
    Bool,
    Int,
    Float,
}

fn cast_scalar(scalar: &mut Scalar<'_>, cast: Cast, place: Place) -> Result<(), LoadError> {
    let resolved = match cast {
        Cast::Bool => bool_from_text(&scalar.value).map(Resolved::Bool),
        Cast::Int => int_from_text(&scalar.value).map(Resolved::Int),
        Cast::Float => float_from_text(&scalar.value).map(Resolved::Float),
    };
    if let Some(resolved) = resolved {
        scalar.resolved = resolved;
        return Ok(());
    }
    let wanted = match cast {
        Cast::Bool => "`true` or `false`",
        Cast::Int => "a whole number",
        Cast::Float => "a number",
    };
    let message = match scalar.value.is_empty() {
        true => format!("This is empty where Compose wants {wanted}."),
        false => format!("`{}` stands where Compose wants {wanted}.", scalar.value),
    };
    Err(LoadError::new(LoadErrorKind::WrongType, place, message))
}

/// Where text is converted (compose-go's interpolation casts).
const CASTS: &[(&str, Cast)] = &[
    ("services.*.init", Cast::Bool),
    ("services.*.oom_kill_disable", Cast::Bool),
    ("services.*.privileged", Cast::Bool),
    ("services.*.read_only", Cast::Bool),
    ("services.*.stdin_open", Cast::Bool),
    ("services.*.tty", Cast::Bool),
    ("services.*.healthcheck.disable", Cast::Bool),
    ("services.*.depends_on.*.required", Cast::Bool),
    ("services.*.depends_on.*.restart", Cast::Bool),
    ("services.*.volumes.[].read_only", Cast::Bool),
    ("services.*.volumes.[].volume.nocopy", Cast::Bool),
    ("networks.*.external", Cast::Bool),
    ("networks.*.internal", Cast::Bool),
    ("networks.*.attachable", Cast::Bool),
    ("networks.*.enable_ipv4", Cast::Bool),
    ("networks.*.enable_ipv6", Cast::Bool),
    ("volumes.*.external", Cast::Bool),
    ("secrets.*.external", Cast::Bool),
    ("configs.*.external", Cast::Bool),
    ("services.*.scale", Cast::Int),
    ("services.*.deploy.replicas", Cast::Int),
    ("services.*.deploy.update_config.parallelism", Cast::Int),
    ("services.*.deploy.rollback_config.parallelism", Cast::Int),
    ("services.*.deploy.restart_policy.max_attempts", Cast::Int),
    ("services.*.deploy.placement.max_replicas_per_node", Cast::Int),
    ("services.*.healthcheck.retries", Cast::Int),
    ("services.*.ports.[].target", Cast::Int),
    ("services.*.ulimits.*", Cast::Int),
    ("services.*.ulimits.*.soft", Cast::Int),
    ("services.*.ulimits.*.hard", Cast::Int),
    ("services.*.cpu_count", Cast::Int),
    ("services.*.cpu_period", Cast::Int),
    ("services.*.cpu_quota", Cast::Int),
    ("services.*.cpu_rt_period", Cast::Int),
    ("services.*.cpu_rt_runtime", Cast::Int),
    ("services.*.cpu_shares", Cast::Int),
    ("services.*.oom_score_adj", Cast::Int),
    ("services.*.pids_limit", Cast::Int),
    ("services.*.cpu_percent", Cast::Float),
    ("services.*.cpus", Cast::Float),
    ("services.*.deploy.update_config.max_failure_ratio", Cast::Float),
    ("services.*.deploy.rollback_config.max_failure_ratio", Cast::Float),
];
