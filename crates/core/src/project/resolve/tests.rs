use super::*;
use crate::project::ParsedFile;
use crate::workspace::{SourceFile, Workspace};
use proptest::prelude::*;

fn resolved(files: &[(&str, &str)], profiles: &[&str]) -> Resolved {
    let files = files.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect();
    let workspace = Workspace::new(files);
    let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
    let project = Project::link(&workspace, parsed);
    let ask = Ask {
        files: default_files(&project, ""),
        env_files: workspace.find(".env").into_iter().collect(),
        profiles: profiles.iter().map(|profile| (*profile).to_owned()).collect(),
        ..Ask::default()
    };
    let _ = wanted(&project, &ask);
    resolve(&project, &ask)
}

/// The text under a path of keys.
fn text<'r>(resolved: &'r Resolved, path: &[&str]) -> Option<&'r str> {
    let node = path.iter().try_fold(&resolved.model, |node, key| node.get(key))?;
    match &node.kind {
        NodeKind::Text(text) => Some(text),
        _ => None,
    }
}

#[test]
fn the_shell_wins_over_files_and_environment_over_env_files() {
    let compose = "services: {a: {image: x, env_file: a.env, environment: {A: own, B: , C: , R: '${A}'}}}";
    let found = resolved(
        &[("compose.yaml", compose), (".env", "B=project\n"), ("a.env", "A=file\nB=file\nC=file\nD=$A$B\n")],
        &[],
    );
    let value = |name| text(&found, &["services", "a", "environment", name]);
    assert_eq!(value("A"), Some("own"));
    assert_eq!(value("B"), Some("project"));
    assert_eq!(value("C"), None, "taken over from the project, which lacks it");
    assert_eq!(value("D"), Some("ownproject"));
    assert_eq!(value("R"), Some(""));
    assert_eq!(found.warnings.len(), 1, "{:?}", found.warnings);
}

#[test]
fn services_without_an_active_profile_are_left_out() {
    let compose = "services: {a: {image: x, depends_on: {b: {condition: service_started, required: false}}}, b: {image: y, profiles: [p]}}";
    let found = resolved(&[("compose.yaml", compose)], &[]);
    assert_eq!(
        (found.disabled.as_slice(), text(&found, &["services", "b", "image"])),
        (&["b".to_owned()][..], None)
    );
    for profile in ["p", "*"] {
        let found = resolved(&[("compose.yaml", compose)], &[profile]);
        assert_eq!(text(&found, &["services", "b", "image"]), Some("y"));
    }
}

#[test]
fn other_keys_imply_dependencies_and_names() {
    let compose = "name: Shop\nservices: {a: {image: x, links: ['b:c'], network_mode: 'service:b'}, b: {image: y}}\nvolumes: {v: , w: {external: true}}";
    let found = resolved(&[("compose.yaml", compose)], &[]);
    assert_eq!(text(&found, &["services", "a", "depends_on", "b", "condition"]), Some("service_started"));
    assert_eq!(text(&found, &["volumes", "v", "name"]), Some("shop_v"));
    assert_eq!(text(&found, &["volumes", "w", "name"]), Some("w"));
    assert_eq!(text(&found, &["networks", "default", "name"]), Some("shop_default"));
}

proptest! {
    #[test]
    fn any_project_can_be_resolved(
        compose in "(services:\n  é:\n    |image: |build: |ports: |volumes: |environment: |env_file: |command: |extends: |[\\[\\]{}:, \n\"']|a.env|\\$\\{A:[-?]é\\}|1|x=|- |    ){0,24}",
        env in "([A-Bé=\n\"'$]|A=|\\$\\{B\\}){0,16}",
    ) {
        let found = resolved(&[("compose.yaml", &compose), (".env", &env), ("a.env", &env)], &["*"]);
        for problem in found.errors.iter().chain(&found.warnings) {
            let source = if problem.file.index() == 0 { &compose } else { &env };
            prop_assert!(source.get(problem.span.range()).is_some());
        }
    }
}

#[test]
fn ports_of_a_range_stand_in_the_order_of_their_texts() {
    let found =
        resolved(&[("compose.yaml", "services: {a: {image: x, ports: ['9-10:9-10', '10:10']}}")], &[]);
    let ports = found.model.get("services").and_then(|s| s.get("a")?.get("ports"));
    let Some(NodeKind::List(ports)) = ports.map(|ports| &ports.kind) else { panic!("no ports") };
    let targets: Vec<_> =
        ports.iter().filter_map(|port| port.get("target").map(|t| t.kind.clone())).collect();
    assert_eq!(targets, [NodeKind::Int(10), NodeKind::Int(9)]);
}

#[test]
fn the_same_port_in_the_same_words_keeps_its_place() {
    let ports = "services: {a: {image: x, ports: ['80:80/tcp', '0.0.0.0:80:80', '80:80/tcp']}}";
    let found = resolved(&[("compose.yaml", ports)], &[]);
    let ports = found.model.get("services").and_then(|s| s.get("a")?.get("ports"));
    let Some(NodeKind::List(ports)) = ports.map(|ports| &ports.kind) else { panic!("no ports") };
    let ips: Vec<_> = ports.iter().filter_map(|port| port.get("host_ip").map(|ip| ip.kind.clone())).collect();
    assert_eq!(ips, [NodeKind::Text("0.0.0.0".to_owned())]);
}

#[test]
fn an_included_file_must_fit_though_the_including_one_replaces_its_values() {
    let load = |user: &str| {
        let included = format!("services: {{a: {{image: x, user: {user}}}}}");
        let including = "include: [inc-compose.yaml]\nservices: {a: {user: root}}";
        resolved(&[("compose.yaml", including), ("inc-compose.yaml", &included)], &[]).errors.is_empty()
    };
    assert_eq!((load("'1000'"), load("1000")), (true, false));
}
