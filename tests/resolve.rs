//! What `docklint resolve` and `docklint check` make of the recorded inputs of the reference loader, on the way that the commands take.
//! Without the recordings there is nothing to compare, and the tests say so.

use docklint_core::project::resolve::{Ask, Resolved, resolve};
use docklint_core::project::{ParsedFile, Project};
use docklint_core::{Config, Severity, SourceFile, Workspace, lint};
use docklint_report::resolved;
use serde_json::{Map, Value, json};

/// The recorded rows; none where there are no recordings.
fn rows(name: &str) -> Vec<Value> {
    let Some(shared) = docklint_tests::shared() else { return Vec::new() };
    let text = std::fs::read_to_string(shared.join(format!("oracle/{name}.jsonl"))).expect("a recording");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A service with this key, as Compose is given it.
fn compose(key: &str, value: &Value, volumes: &Value) -> String {
    json!({"services": {"a": {"image": "x", key: value}}, "volumes": volumes}).to_string()
}

/// Dollar signs as they are written where they mean themselves.
fn literal(text: &str) -> String {
    text.replace('$', "$$")
}

/// The service `a` of the resolved project, and the reasons why there is none.
fn service(compose: &str, others: &[(&str, &str)]) -> (Value, Vec<String>) {
    let others = others.iter().map(|(path, text)| SourceFile::new(*path, *text));
    let files = std::iter::once(SourceFile::new("compose.yaml", compose)).chain(others).collect();
    let workspace = Workspace::new(files).with_listing([]);
    let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
    let project = Project::link(&workspace, parsed);
    let files = workspace.find("compose.yaml").into_iter().collect();
    let env_files = workspace.find(".env").into_iter().collect();
    let resolved: Resolved = resolve(&project, &Ask { files, env_files, ..Ask::default() });
    let mut shown: Value = serde_json::from_str(&resolved::json(&resolved, &workspace, true)).expect("JSON");
    (shown["services"]["a"].take(), resolved.errors.into_iter().map(|error| error.message).collect())
}

/// Compares all rows of a recording and tells how many agree.
fn assert_all_agree(name: &str, answer: impl Fn(&str) -> Value) {
    let rows = rows(name);
    let differing: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let input = row["in"].as_str()?;
            let got = answer(input);
            (got != row["out"]).then(|| format!("{input:?}: {got} instead of {}", row["out"]))
        })
        .collect();
    assert!(differing.is_empty(), "{} of {} differ:\n{}", differing.len(), rows.len(), differing.join("\n"));
}

#[test]
fn ports_are_those_of_compose() {
    assert_all_agree("ports", |input| {
        let (service, errors) = service(&compose("ports", &json!([literal(input)]), &json!({})), &[]);
        if !errors.is_empty() {
            return Value::Null;
        }
        let ports = service["ports"].as_array().expect("ports").iter();
        let keys = ["host_ip", "published", "target", "protocol"];
        ports
            .map(|p| keys.map(|key| (key.to_owned(), p[key].clone())).into_iter().collect::<Map<_, _>>())
            .collect()
    });
}

#[test]
fn volumes_are_those_of_compose() {
    assert_all_agree("volumes", |input| {
        let mut declared = Map::new();
        // What stands before the first colon may be the name of a volume.
        let name = input.split(':').next().unwrap_or_default();
        let can_be_declared =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
        if can_be_declared {
            declared.insert(name.to_owned(), json!({}));
        }
        let text = compose("volumes", &json!([literal(input)]), &Value::Object(declared));
        let (service, errors) = service(&text, &[]);
        // The recordings are of the mount alone, whose volume nothing declares.
        if errors.iter().any(|error| !error.starts_with("There is no volume")) {
            return Value::Null;
        }
        let mount = &service["volumes"][0];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        json!({
            "type": mount["type"], "source": mount["source"], "target": mount["target"],
            "read_only": mount["read_only"], "propagation": text(&mount["bind"]["propagation"]),
            "selinux": text(&mount["bind"]["selinux"]), "nocopy": mount["volume"]["nocopy"] == json!(true),
        })
    });
}

#[test]
fn variables_are_expanded_as_by_compose() {
    assert_all_agree("interpolation", |input| {
        let text = compose("environment", &json!({"V": input}), &json!({}));
        let (service, errors) = service(&text, &[(".env", "SET=val\nEMPTY=\nB=bee\n")]);
        if errors.is_empty() { service["environment"]["V"]["value"].clone() } else { Value::Null }
    });
}

#[test]
fn env_files_are_read_as_by_compose() {
    assert_all_agree("dotenv", |input| {
        let text = compose("env_file", &json!("app.env"), &json!({}));
        let (service, errors) = service(&text, &[(".env", "SET=val\nEMPTY=\n"), ("app.env", input)]);
        if !errors.is_empty() {
            return Value::Null;
        }
        let variables = service["environment"].as_object().into_iter().flatten();
        variables.map(|(name, variable)| (name.clone(), variable["value"].clone())).collect()
    });
}

#[test]
fn check_has_an_error_where_compose_refuses() {
    let rows = rows("compose-load");
    let differing: Vec<_> = rows
        .iter()
        .filter(|row| {
            let file = SourceFile::new("compose.yaml", row["yaml"].as_str().expect("a file"));
            let report = lint(&Workspace::new(vec![file]).with_listing([]), &Config::default());
            (report.count(Severity::Error) == 0) != (row["loads"] == json!(true))
        })
        .collect();
    // Whether a required variable is set where the project runs, nobody knows here.
    assert!(differing.len() * 100 <= rows.len() * 3, "{} of {}: {differing:?}", differing.len(), rows.len());
}

#[test]
fn resolve_refuses_what_compose_refuses() {
    for row in rows("compose-load") {
        let yaml = row["yaml"].as_str().expect("a file");
        let (_, errors) = service(yaml, &[]);
        assert_eq!(json!(errors.is_empty()), row["loads"], "{yaml}\n{errors:?}");
    }
}
