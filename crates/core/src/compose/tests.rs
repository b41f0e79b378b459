use super::*;
use proptest::prelude::*;

const EXAMPLE: &str = r#"
name: shop
x-env: &env {A: 1, B: "two"}
services:
  web:
    build: {context: ./web, target: prod, args: [V=1, W]}
    ports: ["127.0.0.1:8080:80", 9000, {target: 53, published: "5353", protocol: udp}]
    environment: {<<: *env, C: , A: 1.50}
    env_file: [a.env, {path: b.env, required: false}]
    depends_on: {db: {condition: service_healthy}, cache: {condition: service_started, required: false}}
    volumes: [data:/d:ro, ./src:/src, {type: bind, source: /x, target: /y, read_only: true}, /anon]
    command: serve --port 80 && echo
    healthcheck: {test: [CMD, "true"], disable: yes}
    privileged: "on"
    profiles: [dev]
    networks: {front: {aliases: [w]}}
    secrets: [s, {source: t}]
  db:
    extends: {service: base, file: base.yaml}
volumes: {data: , ext: {external: true}}
"#;

#[test]
fn views_give_what_is_written() {
    let (file, errors) = parse(EXAMPLE);
    assert_eq!((errors, &file.errors[..]), (vec![], &[][..]));
    let view = file.view().unwrap();
    assert_eq!(view.name().unwrap().as_str(), "shop");
    let web = view.service("web").unwrap();

    let build = web.build().unwrap();
    assert_eq!((build.context().unwrap().as_str(), build.target().unwrap().as_str()), ("./web", "prod"));
    let args: Vec<_> = build.args().iter().map(|p| (p.key.as_str(), p.given().map(Text::as_str))).collect();
    assert_eq!(args, [("V", Some("1")), ("W", None)]);

    let targets: Vec<_> = web.ports().map(|p| p.mapping().unwrap().target.span.of(EXAMPLE)).collect();
    assert_eq!(targets, ["80", "9000", "53"]);
    let first = web.ports().next().unwrap().mapping().unwrap();
    assert_eq!(first.host_ip.unwrap().span.of(EXAMPLE), "127.0.0.1");

    let environment = web.environment();
    let spans: Vec<_> =
        environment.iter().map(|p| (p.key.as_str(), p.given().map(|v| v.span().of(EXAMPLE)))).collect();
    assert_eq!(spans, [("C", None), ("A", Some("1.50")), ("B", Some("\"two\""))]);

    let mounts: Vec<_> = web.mounts().map(|m| (m.source.map(Text::as_str), m.read_only)).collect();
    assert_eq!(mounts, [(Some("data"), true), (Some("./src"), false), (Some("/x"), true), (None, false)]);
    assert_eq!(web.mounts().filter_map(|m| m.volume_name()).map(Text::as_str).collect::<Vec<_>>(), ["data"]);

    let Some(Command::Line(line)) = web.command() else { panic!() };
    let words = Command::split(line).unwrap();
    assert_eq!(line.span_of(words.dropped.unwrap().range()).of(EXAMPLE), "&& echo");
    assert!(web.healthcheck().unwrap().is_disabled());
    assert_eq!(web.flag("privileged"), Some(true));
    let depends_on: Vec<_> =
        web.depends_on().iter().map(|d| (d.service.as_str(), d.condition, d.required)).collect();
    assert_eq!(depends_on, [("db", Condition::Healthy, true), ("cache", Condition::Started, false)]);
    assert_eq!(web.secrets().iter().map(|s| s.source.as_str()).collect::<Vec<_>>(), ["s", "t"]);
    assert_eq!(web.env_files().iter().map(|f| f.required).collect::<Vec<_>>(), [true, false]);
    assert_eq!(web.networks().iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["front"]);

    let extends = view.service("db").unwrap().extends().unwrap();
    assert_eq!((extends.service.as_str(), extends.file.map(Text::as_str)), ("base", Some("base.yaml")));
    assert!(view.resource(ResourceKind::Volume, "ext").unwrap().is_external());
}

#[test]
fn keys_that_compose_refuses_are_errors() {
    for (source, kind, at) in [
        ("a: 1\na: 2\n", LoadErrorKind::DuplicateKey, 5),
        ("services: {1: {}}\n", LoadErrorKind::NonStringKey, 11),
        ("a: {<<: x}\n", LoadErrorKind::InvalidMergeKey, 8),
        ("? [a]\n: b\n", LoadErrorKind::NonStringKey, 2),
    ] {
        let (file, _) = parse(source);
        let found: Vec<_> = file.errors.iter().map(|e| (e.kind, e.place.span.start)).collect();
        assert_eq!(found, [(kind, at)], "{source}");
    }
}

#[test]
fn alias_bombs_are_bounded() {
    let mut source = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for i in 1..20 {
        let items = vec![format!("*a{}", i - 1); 10].join(", ");
        source += &format!("a{i}: &a{i} [{items}]\n");
    }
    let (file, _) = parse(&source);
    assert_eq!(file.errors.iter().map(|e| e.kind).collect::<Vec<_>>(), [LoadErrorKind::TooManyAliases]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in r#"(services|:|ports|volumes| |\n  |\n    |- |[a-c0-9]|"|\[|\]|\{|\}|&a |\*a|<<: |\$\{A\}|,){0,40}"#) {
        let (file, _) = parse(&text);
        for service in file.services() {
            for place in service.ports().map(PortEntry::place) {
                prop_assert!(text.get(place.span.range()).is_some());
            }
            for pair in service.environment() {
                prop_assert!(text.get(pair.key.span().range()).is_some());
            }
            prop_assert!(service.mounts().all(|m| m.source.is_none_or(|s| text.get(s.span().range()).is_some())));
        }
        for error in &file.errors {
            prop_assert!(text.get(error.place.span.range()).is_some());
        }
    }
}
