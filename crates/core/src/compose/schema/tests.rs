//! The table is compared with the JSON schema of the compose specification.

use super::*;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The JSON types of a schema at its top, alternatives included.
fn json_types(schema: &Json, root: &Json) -> BTreeSet<String> {
    let schema = resolve(schema, root);
    let own = match &schema["type"] {
        Json::String(one) => vec![one.clone()],
        Json::Array(many) => many.iter().map(|t| t.as_str().unwrap().to_owned()).collect(),
        _ => Vec::new(),
    };
    let alternatives = schema["oneOf"].as_array().into_iter().flatten().flat_map(|s| json_types(s, root));
    own.into_iter().chain(alternatives).collect()
}

fn resolve<'j>(schema: &'j Json, root: &'j Json) -> &'j Json {
    match schema["$ref"].as_str() {
        Some(path) => root.pointer(path.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// The JSON types that the schema of the specification would give this type.
fn own_types(ty: &Type) -> BTreeSet<String> {
    let names: &[&str] = match ty {
        Type::Any | Type::Scalar => &["string", "number", "boolean", "null"],
        Type::Null => &["null"],
        Type::Text | Type::Suggested(_) | Type::Words(_) => &["string"],
        Type::Flag => &["boolean", "string"],
        Type::Bool => &["boolean"],
        Type::Int(..) | Type::IntOrText => &["integer", "string"],
        Type::StrictInt => &["integer"],
        Type::Number | Type::NumberOrText => &["number", "string"],
        Type::StrictNumber => &["number"],
        Type::Format(format) if format.numbers => &["number", "string"],
        Type::Format(_) => &["string"],
        Type::List(_) | Type::Set(_) => &["array"],
        Type::Map(_) | Type::Names(_) | Type::OpenNames(_) | Type::Object(_) => &["object"],
        Type::Either(types) => return types.iter().flat_map(own_types).collect(),
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Where the loader is known to differ from the schema, or the schema to be older.
const DIFFERENT: &[&str] = &[
    // In the loader's schema, not in the published one.
    "services.*.pre_start",
    "services.*.build.no_cache_filter",
    "services.*.models.*",
    // Refused by the loader though the schema allows text.
    "services.*.blkio_config.weight",
    "services.*.blkio_config.weight_device.[].weight",
    // Cast before the schema sees them.
    "services.*.depends_on.*.required",
    // The schema's alternatives say the same in other words.
    "services.*.provider.options.*",
    // Whole numbers only, after the schema.
    "services.*.volumes.[].tmpfs.mode",
];

fn compare(ty: &Type, schema: &Json, root: &Json, path: &str, wrong: &mut Vec<String>) {
    if DIFFERENT.contains(&path) || matches!(ty, Type::Any) {
        return;
    }
    let schema = resolve(schema, root);
    // `integer` is a `number` with a narrower range; both are told apart by the oracle's cases.
    let plain = |types: BTreeSet<String>| -> BTreeSet<String> {
        types.into_iter().map(|t| t.replace("integer", "number")).collect()
    };
    let (own, theirs) = (plain(own_types(ty)), plain(json_types(schema, root)));
    if own != theirs {
        wrong.push(format!("{path}: {own:?}, not {theirs:?}"));
    }
    let alternatives: Vec<&Json> = match schema["oneOf"].as_array() {
        Some(alternatives) => alternatives.iter().map(|s| resolve(s, root)).collect(),
        None => vec![schema],
    };
    let of_type = |name: &str| {
        let found = alternatives.iter().find(|s| json_types(s, root).contains(name));
        found.copied().unwrap_or(&Json::Null)
    };
    match ty {
        Type::Either(types) => {
            for ty in *types {
                match ty {
                    Type::List(_) | Type::Set(_) => compare(ty, of_type("array"), root, path, wrong),
                    Type::Map(_) | Type::Names(_) | Type::OpenNames(_) => {
                        compare(ty, of_type("object"), root, path, wrong);
                    }
                    Type::Object(object) => compare_object(object, of_type("object"), root, path, wrong),
                    _ => {}
                }
            }
        }
        Type::List(item) | Type::Set(item) => {
            let unique = schema["uniqueItems"] == Json::Bool(true);
            if unique != matches!(ty, Type::Set(_)) && !path.ends_with("ports") {
                wrong.push(format!("{path}: uniqueItems"));
            }
            compare(item, &schema["items"], root, &format!("{path}.[]"), wrong);
        }
        Type::Map(item) | Type::Names(item) | Type::OpenNames(item) => {
            if let Some(inner) = schema["patternProperties"].as_object().and_then(|p| p.values().next()) {
                compare(item, inner, root, &format!("{path}.*"), wrong);
            }
        }
        Type::Object(object) => compare_object(object, schema, root, path, wrong),
        Type::Words(words) => {
            let theirs: Vec<_> =
                schema["enum"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
            let same = words.iter().collect::<BTreeSet<_>>() == theirs.iter().collect::<BTreeSet<_>>();
            if !theirs.is_empty() && !same {
                wrong.push(format!("{path}: {words:?}, not {theirs:?}"));
            }
        }
        _ => {}
    }
}

fn compare_object(object: &Object, schema: &Json, root: &Json, path: &str, wrong: &mut Vec<String>) {
    let empty = serde_json::Map::new();
    let theirs = schema["properties"].as_object().unwrap_or(&empty);
    for key in object.keys {
        let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        match theirs.get(key.name) {
            Some(schema) => compare(&key.ty, schema, root, &path, wrong),
            None if DIFFERENT.contains(&path.as_str()) => {}
            None => wrong.push(format!("{path}: not in the schema")),
        }
        assert!(key.doc.ends_with('.') && key.doc.len() > 8, "{path}");
        let minor =
            |version: &str| version.strip_prefix("2.").is_some_and(|minor| minor.parse::<u8>().is_ok());
        assert!(key.since.is_none_or(minor), "{path}: {:?}", key.since);
    }
    for name in theirs.keys() {
        if object.key(name).is_none() {
            wrong.push(format!("{path}.{name}: missing"));
        }
    }
    let extensions = schema["patternProperties"]["^x-"].is_object();
    if extensions != object.extensions && !object.open {
        wrong.push(format!("{path}: extensions"));
    }
    for required in schema["required"].as_array().into_iter().flatten() {
        if !object.required.contains(&required.as_str().unwrap()) {
            wrong.push(format!("{path}: {required} is required"));
        }
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped has to say so")]
fn the_table_has_what_the_specification_has() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/oracle/compose-spec.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: no {path}");
        return;
    };
    let root: Json = serde_json::from_str(&text).unwrap();
    let mut wrong = Vec::new();
    compare_object(FILE, &root, &root, "", &mut wrong);
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn paths_are_described() {
    assert_eq!(describe(&["services"]).unwrap().name, "services");
    assert!(describe(&["services", "web", "ports", "published"]).unwrap().doc.contains("host"));
    assert!(describe(&["services", "web", "build", "args"]).is_some());
    assert!(describe(&["services", "web", "links"]).unwrap().deprecated.is_some());
    assert_eq!(describe(&["services", "web", "env_file", "format"]).unwrap().since, Some("2.30"));
    assert!(describe(&["services", "web", "nope"]).is_none());
    assert!(describe(&[]).is_none());
}
