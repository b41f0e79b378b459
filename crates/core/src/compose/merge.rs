//! Merges one document over another, as Compose does with several files, several documents of a file, `extends` and `include`.

use super::error::{LoadError, LoadErrorKind};
use super::path::Path;
use super::value::{Directive, Entry, Expansion, Key, Place, Value, ValueKind};
use crate::text::Span;
use crate::yaml::{Resolved, Scalar, Style};
use std::borrow::Cow;
use std::collections::HashMap;

/// How two values at the same path become one. Where nothing else is said: mappings are merged, lists appended, scalars
/// replaced, and a null changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strategy {
    /// The later value, even null.
    Replace,
    /// Both become lists of `k=v`, which are appended.
    Pairs,
    /// A string becomes `{context: string}`.
    Build,
    /// A list becomes a mapping, with `condition: service_started`.
    DependsOn,
    /// A list becomes a mapping of nulls.
    Names,
    /// Merged if the drivers do not differ, else replaced.
    Logging,
    /// Mappings become lists, which are appended without exact repeats.
    ExtraHosts,
    /// Pools of the same subnet are merged; others of the base are lost.
    AddressPools,
}

const STRATEGIES: &[(&str, Strategy)] = &[
    ("services.*.command", Strategy::Replace),
    ("services.*.entrypoint", Strategy::Replace),
    ("services.*.healthcheck.test", Strategy::Replace),
    ("services.*.ulimits.*", Strategy::Replace),
    ("services.*.build.ulimits.*", Strategy::Replace),
    ("services.*.annotations", Strategy::Pairs),
    ("services.*.labels", Strategy::Pairs),
    ("services.*.environment", Strategy::Pairs),
    ("services.*.sysctls", Strategy::Pairs),
    ("services.*.dns", Strategy::Pairs),
    ("services.*.dns_opt", Strategy::Pairs),
    ("services.*.dns_search", Strategy::Pairs),
    ("services.*.tmpfs", Strategy::Pairs),
    ("services.*.env_file", Strategy::Pairs),
    ("services.*.label_file", Strategy::Pairs),
    ("services.*.build.args", Strategy::Pairs),
    ("services.*.build.labels", Strategy::Pairs),
    ("services.*.build.additional_contexts", Strategy::Pairs),
    ("services.*.deploy.labels", Strategy::Pairs),
    ("volumes.*.labels", Strategy::Pairs),
    ("networks.*.labels", Strategy::Pairs),
    ("services.*.build", Strategy::Build),
    ("services.*.depends_on", Strategy::DependsOn),
    ("services.*.networks", Strategy::Names),
    ("services.*.models", Strategy::Names),
    ("services.*.logging", Strategy::Logging),
    ("services.*.extra_hosts", Strategy::ExtraHosts),
    ("services.*.build.extra_hosts", Strategy::ExtraHosts),
    ("networks.*.ipam.config", Strategy::AddressPools),
];

/// Merges `over` onto the document `base`.
pub(super) fn merge<'a>(base: &mut Value<'a>, mut over: Value<'a>, errors: &mut Vec<LoadError>) {
    apply_directives(Some(base), &mut over);
    merge_at(base, over, Path::ROOT, errors);
}

/// Merges one service over another: what `extends` does.
pub(super) fn merge_service<'a>(base: &mut Value<'a>, mut over: Value<'a>, errors: &mut Vec<LoadError>) {
    apply_directives(Some(base), &mut over);
    merge_at(base, over, Path::ROOT.child("services").child("*"), errors);
}

/// Removes what `over` tags with `!reset` or `!override` from `base`, and the former from `over` too.
pub(super) fn apply_directives(mut base: Option<&mut Value<'_>>, over: &mut Value<'_>) {
    let Some(entries) = over.entries_mut() else { return };
    // Tags are rare: nothing is looked up in the base unless there is one below.
    entries.retain_mut(|entry| {
        let key = entry.key.as_str();
        match entry.value.directive.take() {
            None if has_directives(&entry.value) => {
                apply_directives(base.as_deref_mut().and_then(|b| b.get_mut(key)), &mut entry.value);
                true
            }
            None => true,
            Some(directive) => {
                if let Some(base) = &mut base {
                    base.remove(key);
                }
                directive == Directive::Override
            }
        }
    });
}

fn has_directives(value: &Value<'_>) -> bool {
    value.entries().iter().any(|entry| entry.value.directive.is_some() || has_directives(&entry.value))
}

fn merge_at<'a>(base: &mut Value<'a>, over: Value<'a>, path: Path<'_>, errors: &mut Vec<LoadError>) {
    let strategy = path.find(STRATEGIES);
    if strategy == Some(Strategy::Replace) || base.is_null() {
        *base = over;
        return;
    }
    if over.is_null() {
        return;
    }
    let mut over = over;
    match strategy {
        Some(Strategy::Pairs) if !(base.is_map() && over.is_map()) => {
            to_list(base, '=');
            to_list(&mut over, '=');
        }
        Some(Strategy::Pairs) => {
            // Like two lists of `k=v`, in which a later one replaces an earlier one, with or without a value.
            replace_entries(base, over);
            return;
        }
        Some(Strategy::Build) => {
            to_map(base, "context");
            to_map(&mut over, "context");
        }
        Some(Strategy::DependsOn) => {
            names_to_map(base, Some(("condition", "service_started")));
            names_to_map(&mut over, Some(("condition", "service_started")));
        }
        Some(Strategy::Names) => {
            names_to_map(base, None);
            names_to_map(&mut over, None);
        }
        Some(Strategy::Logging) if drivers_differ(base, &over) => {
            *base = over;
            return;
        }
        Some(Strategy::ExtraHosts) => {
            to_list(base, '=');
            to_list(&mut over, '=');
            if let (ValueKind::List(items), ValueKind::List(more)) = (&base.kind, &mut over.kind) {
                more.retain(|new| !items.iter().any(|old| same_text(old, new)));
            }
        }
        Some(Strategy::AddressPools) => {
            merge_pools(base, over, path, errors);
            return;
        }
        _ => {}
    }
    merge_plain(base, over, path, errors);
}

fn merge_plain<'a>(base: &mut Value<'a>, over: Value<'a>, path: Path<'_>, errors: &mut Vec<LoadError>) {
    match (&mut base.kind, over.kind) {
        (ValueKind::Map(entries), ValueKind::Map(more)) => {
            for (place, new) in places(entries, more) {
                match place.and_then(|place| entries.get_mut(place)) {
                    Some(old) => merge_at(&mut old.value, new.value, path.child(new.key.as_str()), errors),
                    None => entries.push(new),
                }
            }
        }
        (ValueKind::List(items), ValueKind::List(more)) => items.extend(more),
        (ValueKind::Scalar { .. }, kind) => *base = Value { kind, ..over },
        (ValueKind::Map(_), _) => errors.push(cannot_override(base.place, over.place, "a mapping")),
        (ValueKind::List(_), _) => errors.push(cannot_override(base.place, over.place, "a list")),
    }
}

fn cannot_override(base: Place, over: Place, was: &str) -> LoadError {
    let message =
        format!("This overrides {was} with something of another shape, which Compose cannot merge.");
    LoadError::new(LoadErrorKind::CannotMerge, over, message).with(base, format!("{was} here"))
}

fn replace_entries<'a>(base: &mut Value<'a>, over: Value<'a>) {
    let (Some(entries), ValueKind::Map(more)) = (base.entries_mut(), over.kind) else { return };
    for (place, new) in places(entries, more) {
        match place.and_then(|place| entries.get_mut(place)) {
            Some(old) => *old = new,
            None => entries.push(new),
        }
    }
}

/// Where each of `more` stands in `entries` already.
fn places<'a>(entries: &[Entry<'a>], more: Vec<Entry<'a>>) -> Vec<(Option<usize>, Entry<'a>)> {
    let index: HashMap<&str, usize> = entries.iter().enumerate().map(|(i, e)| (e.key.as_str(), i)).collect();
    more.into_iter().map(|new| (index.get(new.key.as_str()).copied(), new)).collect()
}

fn merge_pools<'a>(base: &mut Value<'a>, over: Value<'a>, path: Path<'_>, errors: &mut Vec<LoadError>) {
    let ValueKind::List(pools) = over.kind else {
        errors.push(cannot_override(base.place, over.place, "a list"));
        return;
    };
    let old = base.items();
    let merged = pools.into_iter().map(|new| {
        let subnet = |pool: &Value<'a>| pool.text("subnet").map(|t| t.to_string());
        let matching =
            subnet(&new).and_then(|name| old.iter().find(|pool| subnet(pool).as_ref() == Some(&name)));
        let Some(matching) = matching else { return new };
        let mut pool = matching.clone();
        merge_plain(&mut pool, new, path, errors);
        pool
    });
    let merged = merged.collect();
    *base = Value { kind: ValueKind::List(merged), ..over };
}

fn drivers_differ(base: &Value<'_>, over: &Value<'_>) -> bool {
    let driver = |value| Value::get(value, "driver").and_then(Value::as_text).map(|t| t.to_string());
    matches!((driver(base), driver(over)), (Some(a), Some(b)) if a != b)
}

fn same_text(a: &Value<'_>, b: &Value<'_>) -> bool {
    matches!((a.as_scalar(), b.as_scalar()), (Some(a), Some(b)) if a.value == b.value)
}

/// A scalar becomes a list of one, a mapping a list of `k=v`.
fn to_list(value: &mut Value<'_>, separator: char) {
    let items = match &value.kind {
        ValueKind::List(_) => return,
        ValueKind::Scalar { .. } => vec![value.clone()],
        ValueKind::Map(entries) => entries.iter().flat_map(|entry| pair_items(entry, separator)).collect(),
    };
    value.kind = ValueKind::List(items);
}

/// `k=v` for a scalar, `k` for null, one item for each value of a list.
fn pair_items<'a>(entry: &Entry<'a>, separator: char) -> Vec<Value<'a>> {
    let whole = entry.key.place.span.to(entry.value.place.span);
    let span = if entry.key.place.file == entry.value.place.file { whole } else { entry.value.place.span };
    let place = Place { span, ..entry.value.place };
    let key = entry.key.as_str();
    let one = std::slice::from_ref(&entry.value);
    let values = if entry.value.is_list() { entry.value.items() } else { one };
    let item = |value: &Value<'a>| {
        let text = match value.as_scalar() {
            Some(scalar) if scalar.resolved == Resolved::Null => key.to_owned(),
            Some(scalar) => format!("{key}{separator}{}", scalar.rendered()),
            None => return None,
        };
        let mut made = text_value(Cow::Owned(text), place);
        if let (ValueKind::Scalar { expansion, .. }, true) = (&mut made.kind, value.is_unknown()) {
            *expansion = Expansion::Unknown;
        }
        Some(made)
    };
    values.iter().filter_map(item).collect()
}

/// A string becomes a mapping with that string under `key`.
fn to_map(value: &mut Value<'_>, key: &'static str) {
    if value.as_text().is_some() {
        let entry = Entry { key: made_key(Cow::Borrowed(key), value.place), value: value.clone() };
        value.kind = ValueKind::Map(vec![entry]);
    }
}

/// A list of names becomes a mapping of nulls, or of `{key: value}`.
fn names_to_map<'a>(value: &mut Value<'a>, content: Option<(&'static str, &'static str)>) {
    let ValueKind::List(items) = &value.kind else { return };
    let entry = |item: &Value<'a>| {
        let scalar = item.as_scalar()?.clone();
        let place = item.place;
        let kind = match content {
            Some((key, text)) => ValueKind::Map(vec![Entry {
                key: made_key(Cow::Borrowed(key), place),
                value: text_value(Cow::Borrowed(text), place),
            }]),
            None => null(place),
        };
        Some(Entry { key: Key { scalar, place }, value: Value { place, kind, directive: None } })
    };
    value.kind = ValueKind::Map(items.iter().filter_map(entry).collect());
}

fn made_scalar<'a>(text: Cow<'a, str>, span: Span, resolved: Resolved) -> Scalar<'a> {
    Scalar { value: text, resolved, style: Style::Plain, source: "", span }
}

fn made_key(text: Cow<'_, str>, place: Place) -> Key<'_> {
    Key { scalar: made_scalar(text, place.span, Resolved::Text), place }
}

fn null<'a>(place: Place) -> ValueKind<'a> {
    ValueKind::Scalar {
        scalar: made_scalar(Cow::Borrowed(""), place.span, Resolved::Null),
        expansion: Expansion::None,
    }
}

/// Text that is not written anywhere as such, at the place it comes from.
fn text_value(text: Cow<'_, str>, place: Place) -> Value<'_> {
    let scalar = made_scalar(text, place.span, Resolved::Text);
    Value { place, kind: ValueKind::Scalar { scalar, expansion: Expansion::None }, directive: None }
}
