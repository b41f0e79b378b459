//! Checks a value against the table.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::text::Text;
use super::super::value::{Entry, Place, Value, ValueKind, bool_from_text};
use super::suggest::nearest;
use super::{Format, KeyInfo, Object, Type};
use crate::yaml::Resolved;
use std::collections::HashMap;

/// Checks a whole document.
pub(in super::super) fn check_file(document: &Value<'_>, errors: &mut Vec<LoadError>) {
    check_object(document, super::FILE, "A Compose file", errors);
}

/// Checks an `include`, which is taken out before the rest is checked.
pub(in super::super) fn check_include(include: &Value<'_>, errors: &mut Vec<LoadError>) {
    if let Some(info) = super::FILE.key("include") {
        check(include, &info.ty, info.name, errors);
    }
}

fn check(value: &Value<'_>, ty: &Type, key: &str, errors: &mut Vec<LoadError>) {
    if value.is_unknown() && takes_scalars(ty) {
        return;
    }
    match ty {
        Type::Any => {}
        Type::Either(types) => match types.iter().find(|ty| takes_shape(ty, value)) {
            Some(ty) => check(value, ty, key, errors),
            None => errors.push(wrong_type(value, ty, key)),
        },
        Type::List(item) | Type::Set(item) => {
            if !value.is_list() {
                return errors.push(wrong_type(value, ty, key));
            }
            for each in value.items() {
                check(each, item, key, errors);
            }
            if matches!(ty, Type::Set(_)) {
                check_repeats(value.items(), key, errors);
            }
        }
        Type::Map(inner) => {
            if !value.is_map() {
                return errors.push(wrong_type(value, ty, key));
            }
            for entry in value.entries() {
                check(&entry.value, inner, entry.key.as_str(), errors);
            }
        }
        Type::Names(inner) | Type::OpenNames(inner) => {
            if !value.is_map() {
                return errors.push(wrong_type(value, ty, key));
            }
            for entry in value.entries() {
                if is_name(entry.key.as_str()) {
                    check(&entry.value, inner, entry.key.as_str(), errors);
                } else if matches!(ty, Type::Names(_)) {
                    errors.push(bad_name(entry, key));
                }
            }
        }
        Type::Object(object) => {
            if !value.is_map() {
                return errors.push(wrong_type(value, ty, key));
            }
            check_object(value, object, &format!("`{key}`"), errors);
        }
        Type::Format(format) => errors.extend(check_format(value, ty, format, key)),
        Type::Words(words) => errors.extend(check_words(value, ty, words, key)),
        scalar => {
            if !takes(value, scalar) {
                errors.push(wrong_type(value, scalar, key));
            }
        }
    }
}

fn check_object(value: &Value<'_>, object: &Object, owner: &str, errors: &mut Vec<LoadError>) {
    for entry in value.entries() {
        match object.key(entry.key.as_str()) {
            Some(info) => check(&entry.value, &info.ty, info.name, errors),
            None if object.open || (object.extensions && entry.key.is_extension()) => {}
            None => errors.push(unknown_key(entry, object, owner)),
        }
    }
    for required in object.required {
        if value.get(required).is_none() {
            let message = format!("`{required}` is missing; {owner} does not load without it.");
            errors.push(LoadError::new(LoadErrorKind::MissingRequired, value.place, message));
        }
    }
}

fn check_format(value: &Value<'_>, ty: &Type, format: &Format, key: &str) -> Option<LoadError> {
    let Some(scalar) = value.as_scalar() else { return Some(wrong_type(value, ty, key)) };
    let fits = match scalar.resolved {
        // A size that is no integer in the file is dropped without a word, if the schema lets it pass.
        Resolved::Float(number) => {
            let is_size = format.kind == LoadErrorKind::BadBytes && format.numbers;
            let passes = is_size && (format.fractions || number.fract() == 0.0);
            return (!passes).then(|| wrong_type(value, ty, key));
        }
        Resolved::Int(_) => format.numbers,
        Resolved::Text | Resolved::Timestamp => true,
        Resolved::Null | Resolved::Bool(_) => false,
    };
    if !fits {
        return Some(wrong_type(value, ty, key));
    }
    let error = (format.check)(&scalar.rendered()).err()?;
    let text: Text<'_> = value.as_scalar_text()?;
    let inside = scalar.is_text() && error.span.range() != (0..text.len());
    let span = if inside { text.span_of(error.span.range()) } else { value.place.span };
    let message = match scalar.value.is_empty() {
        true => format!("`{key}` is empty where {} is wanted.", format.name),
        false if text.raw().is_some() => {
            format!("{} With its variables expanded it reads `{text}`.", error.message)
        }
        false => error.message,
    };
    Some(LoadError::new(format.kind, Place { span, ..value.place }, message))
}

fn check_words(value: &Value<'_>, ty: &Type, words: &[&str], key: &str) -> Option<LoadError> {
    let Some(text) = value.as_text() else { return Some(wrong_type(value, ty, key)) };
    if words.contains(&text.as_str()) {
        return None;
    }
    let known: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    let message = match nearest(&text, words.iter().copied()) {
        Some(word) => format!("`{key}` knows no `{text}`; did you mean `{word}`?"),
        None => format!("`{key}` knows no `{text}`, only {}.", known.join(", ")),
    };
    Some(LoadError::new(LoadErrorKind::UnknownWord, value.place, message))
}

fn check_repeats(items: &[Value<'_>], key: &str, errors: &mut Vec<LoadError>) {
    let mut seen: HashMap<String, Place> = HashMap::new();
    for item in items.iter().filter(|item| !item.is_unknown()) {
        let Some(text) = item.as_scalar_text() else { continue };
        // The number 1 and the text "1" are different things.
        let name = format!("{}{}", text.scalar().rendered(), if text.scalar().is_text() { "" } else { "\0" });
        if let Some(first) = seen.insert(name, item.place) {
            let message = format!("`{text}` stands twice in `{key}`, which Compose refuses; remove one.");
            let error = LoadError::new(LoadErrorKind::DuplicateItem, item.place, message);
            errors.push(error.with(first, "first here"));
        }
    }
}

/// Whether a scalar is of a type that needs nothing but the value itself.
fn takes(value: &Value<'_>, ty: &Type) -> bool {
    let Some(scalar) = value.as_scalar() else { return false };
    let resolved = &scalar.resolved;
    let is_text = matches!(resolved, Resolved::Text | Resolved::Timestamp);
    match ty {
        Type::Null => value.is_null(),
        Type::Text | Type::Suggested(_) => is_text,
        Type::Bool => matches!(resolved, Resolved::Bool(_)),
        Type::Flag => match resolved {
            Resolved::Bool(_) => true,
            Resolved::Text => bool_from_text(&scalar.value).is_some(),
            _ => false,
        },
        Type::Int(min, max) => {
            value.as_int().is_some_and(|n| (i128::from(*min)..=i128::from(*max)).contains(&n))
        }
        Type::StrictInt => !is_text && value.as_int().is_some(),
        Type::StrictNumber => matches!(resolved, Resolved::Int(_) | Resolved::Float(_)),
        Type::Number => value.as_number().is_some(),
        Type::IntOrText => is_text || value.as_int().is_some(),
        Type::NumberOrText => is_text || matches!(resolved, Resolved::Int(_) | Resolved::Float(_)),
        Type::Scalar => !matches!(resolved, Resolved::Float(number) if !number.is_finite()),
        _ => false,
    }
}

/// Whether a value could be of this type, going by its shape alone.
fn takes_shape(ty: &Type, value: &Value<'_>) -> bool {
    match (&value.kind, ty) {
        (_, Type::Any) => true,
        (_, Type::Either(types)) => types.iter().any(|ty| takes_shape(ty, value)),
        (ValueKind::List(_), Type::List(_) | Type::Set(_)) => true,
        (ValueKind::Map(_), Type::Map(_) | Type::Names(_) | Type::OpenNames(_) | Type::Object(_)) => true,
        (ValueKind::Scalar { .. }, Type::Null | Type::Scalar) if value.is_null() => true,
        (ValueKind::Scalar { .. }, Type::Flag | Type::Bool) => {
            // Text after it in a list of alternatives takes what is no boolean.
            value.is_unknown() || value.as_bool().is_some()
        }
        (ValueKind::Scalar { .. }, ty) => !value.is_null() && takes_scalars(ty) && !matches!(ty, Type::Null),
        _ => false,
    }
}

pub(super) fn takes_scalars(ty: &Type) -> bool {
    match ty {
        Type::List(_) | Type::Set(_) => false,
        Type::Map(_) | Type::Names(_) | Type::OpenNames(_) | Type::Object(_) => false,
        Type::Either(types) => types.iter().any(takes_scalars),
        _ => true,
    }
}

fn wrong_type(value: &Value<'_>, ty: &Type, key: &str) -> LoadError {
    let wanted = wanted(ty);
    let found = match &value.kind {
        ValueKind::List(_) => "a list".to_owned(),
        ValueKind::Map(_) => "a mapping".to_owned(),
        ValueKind::Scalar { scalar, .. } => match scalar.resolved {
            Resolved::Null => "nothing".to_owned(),
            Resolved::Bool(_) => format!("the boolean `{}`", scalar.value),
            Resolved::Int(_) | Resolved::Float(_) => format!("the number `{}`", scalar.value),
            Resolved::Text | Resolved::Timestamp if scalar.value.is_empty() => "empty text".to_owned(),
            Resolved::Text | Resolved::Timestamp => format!("`{}`", shorten(&scalar.value)),
        },
    };
    let quoted = matches!(ty, Type::Text | Type::Suggested(_) | Type::Format(_));
    let hint = match &value.kind {
        ValueKind::Scalar { scalar, .. } if quoted && !scalar.is_text() && !value.is_null() => {
            format!("; quote it: \"{}\"", scalar.source)
        }
        ValueKind::Map(entries) => pair_hint(ty, entries),
        _ => String::new(),
    };
    let message = format!("`{key}` wants {wanted} here, not {found}{hint}.");
    LoadError::new(LoadErrorKind::WrongType, value.place, message)
}

/// `- A: 1` in `environment`, where `- A=1` is meant.
fn pair_hint(ty: &Type, entries: &[Entry<'_>]) -> String {
    let is_environment = matches!(ty, Type::Format(format) if format.kind == LoadErrorKind::BadEnvironment);
    match entries {
        [only] if is_environment => format!("; write `{}=...`", only.key.as_str()),
        _ => String::new(),
    }
}

fn shorten(text: &str) -> String {
    let end = text.char_indices().nth(40).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).map_or_else(|| text.to_owned(), |start| format!("{start}..."))
}

/// What a type is called.
fn wanted(ty: &Type) -> String {
    match ty {
        Type::Any => "anything".to_owned(),
        Type::Null => "nothing".to_owned(),
        Type::Text | Type::Suggested(_) | Type::Words(_) => "text".to_owned(),
        Type::Flag | Type::Bool => "`true` or `false`".to_owned(),
        Type::Int(min, max) => match (*min, *max) {
            (i64::MIN, i64::MAX) => "a whole number".to_owned(),
            (0, i64::MAX) => "a whole number that is not negative".to_owned(),
            (min, max) => format!("a whole number from {min} to {max}"),
        },
        Type::StrictInt => "a whole number without quotes".to_owned(),
        Type::Number => "a number".to_owned(),
        Type::StrictNumber => "a number without quotes".to_owned(),
        Type::IntOrText => "text or a whole number".to_owned(),
        Type::NumberOrText => "text or a number".to_owned(),
        Type::Scalar => "text, a number or a boolean".to_owned(),
        Type::Format(format) => format.name.to_owned(),
        Type::List(_) | Type::Set(_) => "a list".to_owned(),
        Type::Map(_) | Type::Names(_) | Type::OpenNames(_) | Type::Object(_) => "a mapping".to_owned(),
        Type::Either(types) => {
            let mut names: Vec<String> =
                types.iter().filter(|ty| !matches!(ty, Type::Null)).map(wanted).collect();
            names.dedup();
            names.join(" or ")
        }
    }
}

/// Keys of old versions of the format, and what took their place.
const REPLACED: &[(&str, &str)] = &[
    ("net", "network_mode"),
    ("dockerfile", "build.dockerfile"),
    ("log_driver", "logging.driver"),
    ("log_opt", "logging.options"),
    ("volume_driver", "`driver` of a volume"),
];

fn unknown_key(entry: &Entry<'_>, object: &Object, owner: &str) -> LoadError {
    let key = entry.key.as_str();
    let replaced = object.key("image").and_then(|_| REPLACED.iter().find(|(old, _)| *old == key));
    let suggestion = nearest(key, object.keys.iter().map(|known: &KeyInfo| known.name));
    let message = match (replaced, suggestion) {
        (Some((_, new)), _) => format!("`{key}` is from an old version of the format; use `{new}`."),
        (None, Some(known)) => format!("{owner} has no key `{key}`; did you mean `{known}`?"),
        (None, None) => format!("{owner} has no key `{key}`, so Compose refuses the file."),
    };
    LoadError::new(LoadErrorKind::UnknownKey, entry.key.place, message)
}

fn bad_name(entry: &Entry<'_>, key: &str) -> LoadError {
    let name = entry.key.as_str();
    let message =
        format!("`{name}` cannot be a name in `{key}`: only letters, digits, `.`, `_` and `-` are allowed.");
    LoadError::new(LoadErrorKind::BadName, entry.key.place, message)
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
}
