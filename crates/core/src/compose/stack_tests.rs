use super::*;

/// Files that are called `a`, `b`, `c` ..., and variables `SET` and `EMPTY`.
struct Letters(u32);

impl Surroundings for Letters {
    fn variable(&self, name: &str) -> Option<&str> {
        match name {
            "SET" => Some("val"),
            "EMPTY" => Some(""),
            _ => None,
        }
    }

    fn compose_file(&self, _from: u32, path: &str) -> Found {
        let index = path.bytes().next().map(|b| u32::from(b.wrapping_sub(b'a')));
        index.filter(|index| *index < self.0).map_or(Found::Missing, Found::File)
    }

    fn knows_all_variables(&self) -> bool {
        true
    }
}

fn shape(value: &Value<'_>) -> String {
    if value.is_map() {
        let entries: Vec<_> =
            value.entries().iter().map(|e| format!("{}: {}", e.key.as_str(), shape(&e.value))).collect();
        return format!("{{{}}}", entries.join(", "));
    }
    if value.is_list() {
        return format!("[{}]", value.items().iter().map(shape).collect::<Vec<_>>().join(", "));
    }
    let scalar = value.as_scalar().unwrap();
    if scalar.resolved == crate::yaml::Resolved::Null { "null".to_owned() } else { scalar.value.to_string() }
}

/// Merges the first `stacked` of `texts` and gives what stands under `path`, and the sorts of errors.
fn merged(texts: &[&str], stacked: u32, path: &[&str]) -> (String, Vec<LoadErrorKind>) {
    let files: Vec<_> = texts.iter().map(|text| parse(text).0).collect();
    let files: Vec<_> = files.iter().collect();
    let stack: Vec<u32> = (0..stacked).collect();
    let model = merge_stack(&files, &stack, &Letters(u32::try_from(files.len()).unwrap()));
    let found = model.value.at(path).map(shape).unwrap_or_default();
    (found, model.errors.iter().map(|e| e.kind).collect())
}

#[test]
fn merges_each_key_by_its_rule() {
    for (key, base, over, want) in [
        ("user", "a", "b", "b"),
        ("user", "a", "", "a"),
        ("command", "a", "", "null"),
        ("command", "[a, b]", "[c]", "[c]"),
        ("security_opt", "[a]", "[a]", "[a, a]"),
        ("cap_add", "[a, b]", "[c, a]", "[a, b, c]"),
        ("environment", "{A: 1, B: 2}", "{B: 3, C: }", "{A: 1, B: 3, C: null}"),
        ("environment", "{A: 1.50, B: }", "[B=3, C]", "[A=1.5, B=3, C]"),
        ("dns", "1.1.1.1", "[8.8.8.8, 1.1.1.1]", "[1.1.1.1, 8.8.8.8]"),
        ("env_file", "a", "[{path: a, required: false}]", "[{path: a, required: false}]"),
        ("build", "./x", "{target: t}", "{context: ./x, target: t}"),
        (
            "depends_on",
            "[a, b]",
            "{b: {condition: service_healthy}}",
            "{a: {condition: service_started}, b: {condition: service_healthy}}",
        ),
        ("networks", "[a]", "{a: {aliases: [x]}, b: }", "{a: {aliases: [x]}, b: null}"),
        ("logging", "{driver: a, options: {x: 1}}", "{driver: b}", "{driver: b}"),
        (
            "logging",
            "{driver: a, options: {x: 1}}",
            "{options: {y: 1}}",
            "{driver: a, options: {x: 1, y: 1}}",
        ),
        ("ulimits", "{n: {soft: 1, hard: 2}}", "{n: 5}", "{n: 5}"),
        ("extra_hosts", "{a: 1.1.1.1}", "[a=1.1.1.1, a=2.2.2.2]", "[a=1.1.1.1, a=2.2.2.2]"),
        (
            "ports",
            "[80, '8080:80']",
            "[{target: 80, published: '8080'}, '9000:80']",
            "[80, {target: 80, published: 8080}, 9000:80]",
        ),
        ("volumes", "[aa:/x, bb:/y]", "[./c:/x]", "[./c:/x, bb:/y]"),
        (
            "deploy",
            "{resources: {limits: {cpus: 1}}}",
            "{resources: {limits: {memory: 1g}}}",
            "{resources: {limits: {cpus: 1, memory: 1g}}}",
        ),
        ("secrets", "[s]", "[{source: t, target: /run/secrets/s}]", "[{source: t, target: /run/secrets/s}]"),
        ("user", "a", "!reset null", ""),
        ("ports", "['1:1']", "!override ['2:2']", "[2:2]"),
        ("environment", "{A: 1, B: 2}", "{A: !reset null}", "{B: 2}"),
        ("environment", "[A=1]", "{A: !reset null}", "[A=1]"),
        ("image", "'x:${SET}-${NO:-d}$$'", "", "x:val-d$"),
    ] {
        let base = format!("services: {{s: {{{key}: {base}}}}}");
        let over = format!("services: {{s: {{{key}: {over}}}}}");
        assert_eq!(merged(&[&base, &over], 2, &["services", "s", key]), (want.to_owned(), vec![]), "{key}");
        let documents = format!("{base}\n---\n{over}\n");
        assert_eq!(merged(&[&documents], 1, &["services", "s", key]), (want.to_owned(), vec![]), "{key}");
        let extends = format!("services: {{s: {{extends: {{service: s, file: b}}, {}", &over[15..]);
        assert_eq!(merged(&[&extends, &base], 1, &["services", "s", key]).0, want, "{key}");
    }
}

#[test]
fn different_shapes_do_not_merge() {
    let (_, errors) = merged(&["services: {s: {deploy: {mode: x}}}", "services: {s: {deploy: [y]}}"], 2, &[]);
    assert_eq!(errors, [LoadErrorKind::CannotMerge]);
}

#[test]
fn extends_follows_chains_and_reports_circles() {
    let file = "services: {a: {extends: b, image: x}, b: {extends: {service: c, file: b}, user: u}}";
    let other = "services: {c: {extends: d, init: true}, d: {tty: true}}";
    let want = "{tty: true, init: true, user: u, image: x}";
    assert_eq!(merged(&[file, other], 1, &["services", "a"]), (want.to_owned(), vec![]));

    let circle = "services: {a: {extends: b}, b: {extends: a}}";
    assert!(merged(&[circle], 1, &[]).1.contains(&LoadErrorKind::ExtendsCycle));
    assert_eq!(merged(&["services: {a: {extends: zz}}"], 1, &[]).1, [LoadErrorKind::UndefinedReference]);
    let missing = "services: {a: {extends: {service: b, file: z}}}";
    assert_eq!(merged(&[missing], 1, &[]).1, [LoadErrorKind::MissingFile]);
}

#[test]
fn includes_bring_their_resources_and_the_including_file_wins() {
    let file = "include: [b]\nservices: {s: {image: mine}}\n";
    let other = "name: n\nx-a: 1\nservices: {s: {image: theirs, user: u}, t: {image: y}}\nvolumes: {v: }\n";
    let want = "{services: {s: {image: mine, user: u}, t: {image: y}}, volumes: {v: null}}";
    assert_eq!(merged(&[file, other], 1, &[]), (want.to_owned(), vec![]));
    assert_eq!(merged(&["include: [b]", "include: [a]"], 1, &[]).1, [LoadErrorKind::IncludeCycle]);
    assert_eq!(merged(&["include: [z]"], 1, &[]).1, [LoadErrorKind::MissingFile]);
}

#[test]
fn variables_that_are_not_known_leave_values_open() {
    let (file, _) = parse("services: {a: {image: 'x:${TAG}', privileged: '${P}', ports: ['${A:?}:80']}}");
    let model = merge_stack(&[&file], &[0], &Alone);
    assert_eq!(model.errors, []);
    let service = model.view().service("a").unwrap();
    assert!(service.get("image").unwrap().is_unknown());
    assert!(service.get("privileged").unwrap().is_unknown());
    assert_eq!(service.image().unwrap().as_str(), "x:${TAG}");
}

#[test]
fn expanded_values_keep_what_was_written() {
    let source = "services: {a: {ports: ['127.0.0.1:${P:-8080}:80']}}";
    let (file, _) = parse(source);
    let model = merge_stack(&[&file], &[0], &Alone);
    let service = model.view().service("a").unwrap();
    let mapping = service.ports().next().unwrap().mapping().unwrap();
    assert_eq!(mapping.published.unwrap().span.of(source), "${P:-8080}");
    assert_eq!(mapping.target.span.of(source), "80");
}
