use super::super::{Alone, Found, Surroundings, parse};
use super::*;
use proptest::prelude::*;
use serde_json::Value as Json;

/// Nothing is set, no profile is on, no file is there: as the recorded answers were made.
struct Bare;

impl Surroundings for Bare {
    fn knows_all_variables(&self) -> bool {
        true
    }

    fn is_profile_active(&self, _profile: &str) -> bool {
        false
    }
}

fn errors(source: &str, around: &dyn Surroundings) -> (bool, Vec<LoadError>) {
    let (file, syntax_errors) = parse(source);
    let model = load(&[&file], &[0], around);
    (syntax_errors.is_empty(), model.errors)
}

#[test]
fn agrees_with_compose() {
    for row in crate::oracle::rows("compose-load.jsonl") {
        let source = row["yaml"].as_str().unwrap();
        let (readable, errors) = errors(source, &Bare);
        assert_eq!(row["loads"], Json::Bool(readable && errors.is_empty()), "{source}\n{errors:?}");
    }
}

/// As [`Bare`], and known to be alone in the world.
struct Desert;

impl Surroundings for Desert {
    fn knows_all_variables(&self) -> bool {
        true
    }

    fn compose_file(&self, _from: u32, _path: &str) -> Found {
        Found::Missing
    }

    fn exists(&self, _from: u32, _path: &str) -> Option<bool> {
        Some(false)
    }
}

/// The public files that were collected for tests.
#[expect(clippy::print_stderr, reason = "a test that is skipped has to say so")]
fn corpus() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/compose");
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("skipped: no {folder}");
        return Vec::new();
    };
    entries.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

#[test]
fn real_files_load_unless_compose_refuses_them() {
    let sources = corpus();
    if sources.is_empty() {
        return;
    }
    let refused = |around: &dyn Surroundings| {
        let fails = |source: &&String| {
            let (readable, errors) = errors(source, around);
            !readable || !errors.is_empty()
        };
        sources.iter().filter(fails).count()
    };
    // Compose itself refuses 61 where no variable is set and no other file is there.
    assert_eq!((sources.len(), refused(&Desert), refused(&Alone)), (662, 61, 43));
}

#[test]
fn errors_stand_at_the_smallest_place() {
    for (source, kind, at) in [
        ("services: {a: {image: x, prots: [80]}}", LoadErrorKind::UnknownKey, "prots"),
        ("services: {a: {image: x, ports: ['127.0.0.1:80']}}", LoadErrorKind::BadPort, "127.0.0.1"),
        ("services: {a: {image: x, user: 1000}}", LoadErrorKind::WrongType, "1000"),
        ("services: {a: {image: x, volumes: ['zz:/d']}}", LoadErrorKind::UndefinedReference, "zz"),
        ("services: {a: {image: x, links: ['zz:alias']}}", LoadErrorKind::UndefinedReference, "zz"),
        ("services: {a: {image: x, ipc: 'service:zz'}}", LoadErrorKind::UndefinedReference, "zz"),
        ("services: {a: {image: x, environment: [{A: 1}]}}", LoadErrorKind::WrongType, "{A: 1}"),
        ("services: {a: {command: x}}", LoadErrorKind::NothingToRun, "a"),
        ("services: {a: {image: x, stop_grace_period: '30'}}", LoadErrorKind::BadDuration, "'30'"),
        ("services: {a: {image: 'x:${T', init: true}}", LoadErrorKind::BadInterpolation, "${T"),
        (
            "services: {a: {image: x, network_mode: host, networks: [default]}}",
            LoadErrorKind::MutuallyExclusive,
            "networks",
        ),
        (
            "services: {a: {image: x, depends_on: [b]}, b: {image: x, links: [a]}}",
            LoadErrorKind::DependencyCycle,
            "a",
        ),
        ("services: {a: {image: x, depends_on: [a]}}", LoadErrorKind::DependencyCycle, "a"),
        (
            "services: {a: {image: x, cpus: 1, deploy: {resources: {limits: {cpus: 2}}}}}",
            LoadErrorKind::ConflictingLimits,
            "1",
        ),
        ("services: {a: {image: x, tmpfs: /d/, volumes: [/d]}}", LoadErrorKind::DuplicateMount, "/d/"),
        ("services: {a: {image: x, pull_policy: alway}}", LoadErrorKind::BadPullPolicy, "alway"),
        ("a: {image: x}", LoadErrorKind::LegacyLayout, "a"),
        ("# nothing\n", LoadErrorKind::EmptyFile, ""),
    ] {
        let (_, errors) = errors(source, &Alone);
        let found: Vec<_> = errors.iter().map(|e| (e.kind, e.place.span.of(source))).collect();
        assert_eq!(found, [(kind, at)], "{source}");
    }
}

#[test]
fn nothing_is_concluded_from_what_is_not_known() {
    for source in [
        "include: [other.yaml]\nservices: {a: {image: x, depends_on: [b], networks: [n]}}",
        "services: {a: {extends: {service: b, file: other.yaml}}}",
        "services: {a: {image: x, ports: ['${P}:80'], privileged: '${Q}', mem_limit: '${M}', volumes: ['${V}:/d']}}",
        "services: {a: {image: x, networks: ['${N}'], depends_on: ['${S}'], container_name: '${C}', cpus: '${U}'}}",
        "services: {a: {image: '${I}', environment: {A: '${B:?needed}'}, healthcheck: {test: ['${T}']}}}",
    ] {
        assert_eq!(errors(source, &Alone), (true, vec![]), "{source}");
    }
}

proptest! {
    #[test]
    fn any_file_can_be_checked(
        keys in proptest::collection::vec((0..KEYS.len(), 0..VALUES.len()), 0..6),
        top in proptest::collection::vec((0..TOP.len(), 0..VALUES.len()), 0..3),
    ) {
        let keys: Vec<_> = keys.iter().map(|(k, v)| format!("    {}: {}\n", KEYS[*k], VALUES[*v])).collect();
        let top: Vec<_> = top.iter().map(|(k, v)| format!("{}: {}\n", TOP[*k], VALUES[*v])).collect();
        let source = format!("services:\n  é:\n    x-a: 1\n  a:\n    init: true\n{}{}", keys.concat(), top.concat());
        for around in [&Alone as &dyn Surroundings, &Bare, &Desert] {
            let (file, _) = parse(&source);
            let model = load(&[&file, &file], &[0, 1], around);
            for error in model.errors {
                prop_assert!(source.get(error.place.span.range()).is_some());
                prop_assert!(error.related.iter().all(|r| source.get(r.place.span.range()).is_some()));
                prop_assert!(!error.message.is_empty());
            }
        }
    }
}

const KEYS: &[&str] = &[
    "image",
    "build",
    "command",
    "ports",
    "volumes",
    "tmpfs",
    "environment",
    "depends_on",
    "networks",
    "network_mode",
    "deploy",
    "healthcheck",
    "extends",
    "secrets",
    "ulimits",
    "logging",
    "gpus",
    "develop",
    "scale",
    "cpus",
    "links",
    "zz",
];
const TOP: &[&str] =
    &["networks", "volumes", "secrets", "configs", "include", "name", "version", "x-b", "models"];
const VALUES: &[&str] = &[
    "",
    "a",
    "é",
    "5",
    "1.5",
    "true",
    "[]",
    "{}",
    "[a, a]",
    "[é, 'a:b', 80]",
    "{a: b}",
    "{a: {}}",
    "{é: {a: [1]}}",
    "'${A}'",
    "'${A:-é}'",
    "'${'",
    "'${A:?é}'",
    "[{a: b}]",
    "!reset null",
    "!override [x]",
    "'a:/b:ro'",
    "{resources: {limits: {cpus: 'x'}}}",
    "{service: a, file: b}",
    "{test: [x], retries: -1}",
    "service:a",
    "'\"é'",
];

/// Whether the files load together, in this order.
fn loads(sources: &[&str]) -> bool {
    let (files, syntax_errors): (Vec<_>, Vec<_>) = sources.iter().map(|source| parse(source)).unzip();
    let stack: Vec<u32> = (0..).take(files.len()).collect();
    let model = load(&files.iter().collect::<Vec<_>>(), &stack, &Bare);
    syntax_errors.iter().all(Vec::is_empty) && model.errors.is_empty()
}

#[test]
fn values_are_taken_as_compose_takes_them() {
    let load =
        |key: &str| loads(&[&format!("services: {{a: {{image: x, {key}}}}}\nvolumes: {{vol: {{}}}}\n")]);
    for key in [
        "scale: 2.0",
        "cpu_count: 1e2",
        "blkio_config: {weight: 2.0}",
        "cpus: '1_0'",
        "mem_limit: 1_000.5",
        "mem_limit: 1e2",
        "mem_swappiness: '1e2'",
        "volumes: [{type: bind, source: '', target: /d}]",
        "volumes: [/d, /d/, '/e/../d', !reset '/f:']",
        "volumes: [{type: volume, source: '', target: /d}]",
        "env_file: []",
        "ports: ['80:80', '0.0.0.0:80:80', '80:80']",
        "env_file: [{path: a, format: toml, required: false}]",
    ] {
        assert!(load(key), "{key}");
    }
    for key in [
        "scale: 2.5",
        "mem_reservation: 1.5",
        "mem_swappiness: 1.5",
        "deploy: {resources: {limits: {memory: 1.5}}}",
        "cpus: '1__0'",
        "networks: ['']",
        "networks: ['$$']",
        "depends_on: ['$$b']",
        "secrets: [{target: t}]",
        "env_file: ''",
        "env_file: [{path: a, format: toml}]",
        "volumes: ['vol:/d', {type: volume, source: vol, target: /d/}]",
        "volumes: ['/e/../d'], tmpfs: /d",
    ] {
        assert!(!load(key), "{key}");
    }
    assert!(!loads(&["services: {a: {image: x}}\nsecrets: {s: {file: ''}}\n"]));
    for (include, want) in
        [("1", false), ("{path: {a: b}}", false), ("{path: [1]}", false), ("{path: x, foo: 1}", true)]
    {
        let source = format!("services: {{a: {{image: x}}}}\ninclude: [{include}]\n");
        let (file, _) = parse(&source);
        assert_eq!(super::load(&[&file], &[0], &Alone).errors.is_empty(), want, "{include}");
    }
}

#[test]
fn each_file_must_fit_though_a_later_one_replaces_its_values() {
    let good = "services: {a: {image: x, user: root}}";
    assert!(!loads(&["services: {a: {image: x, user: 1000}}", good]));
    assert!(!loads(&["services: {a: {image: }}", good]));
    assert!(loads(&["services: {a: {user: root}}", good]));
    assert!(!loads(&[good, "services:\n"]));
    assert!(loads(&["services: {a: {image: x, mem_limit: much}}", "services: {a: {mem_limit: 1g}}"]));
    assert!(loads(&[good, "networks: {}\n"]));
}

#[test]
fn files_without_content() {
    let good = "services: {a: {image: x}}\n";
    for files in [&[good, ""][..], &[good, "# nothing\n"], &["x-a: 1"], &["networks: {}"]] {
        assert!(loads(files), "{files:?}");
    }
    let lone_dashes = format!("{good}---\n");
    for files in [&["version: '3'"][..], &["{}"], &["", "# nothing"], &[good, "---\n"], &[&lone_dashes]] {
        assert!(!loads(files), "{files:?}");
    }
}
