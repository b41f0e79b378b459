//! `docklint resolve` as a process.

use crate::project::Project;

const COMPOSE: &str = r#"x-log: &log
  LEVEL: "${LEVEL:-info}"
services:
  web:
    build: ./web
    image: "shop/web:${TAG}"
    ports: ["8080:80", "127.0.0.1:9000-9001:90-91/udp"]
    volumes: ["data:/data:ro", "./conf:/conf"]
    env_file: [web.env, {path: local.env, required: false}]
    environment:
      <<: *log
      DB_PASSWORD:
      URL: "postgres://app:${DB_PASSWORD}@${DB_HOST:-db}/shop"
      RATIO: 1.50
    depends_on: [db]
    command: serve --verbose
  db:
    image: postgres:17.2
    environment: ["POSTGRES_PASSWORD=${DB_PASSWORD:?set it}"]
  debug:
    image: busybox
    profiles: [debug]
volumes:
  data:
"#;

fn shop() -> Project {
    Project::new(&[
        ("shop/compose.yaml", COMPOSE),
        (
            "shop/compose.override.yaml",
            "include: [more/parts.yaml]\nservices: {web: {environment: {RATIO: '2'}}}\n",
        ),
        (
            "shop/more/parts.yaml",
            "services: {cache: {extends: {file: base.yaml, service: any}, image: 'redis:${CACHE}'}}\n",
        ),
        ("shop/more/base.yaml", "services:\n  any:\n    environment: {FROM: base}\n"),
        ("shop/more/.env", "CACHE=8\n"),
        ("shop/.env", "TAG=1.2\nDB_PASSWORD=correct-horse-battery\n"),
        ("shop/web.env", "# The shop\nNAME='The Shop'\nTOKEN=\"${DB_PASSWORD}-2\"\n"),
    ])
}

#[test]
fn a_project_is_shown_with_the_origins_of_its_values() {
    let project = shop();
    let shown = |args: &[&str]| {
        let run = project.run(args);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{args:?}");
        run.stdout
    };
    insta::assert_snapshot!("resolved_yaml", shown(&["resolve", "shop"]));
    insta::assert_snapshot!("resolved_json", shown(&["resolve", "shop", "--format=json"]));
}

#[test]
fn arguments_choose_files_variables_and_profiles() {
    let project = shop();
    let shown = |args: &[&str]| project.run(&[&["resolve", "shop"], args].concat()).stdout;
    assert!(!shown(&[]).contains("correct-horse"), "secrets are hidden");
    assert!(shown(&["--show-secrets"]).contains("correct-horse-battery-2"));
    assert!(shown(&["--profile", "debug"]).contains("image: busybox"));
    assert!(!shown(&["--file", "shop/compose.yaml"]).contains("cache:"), "no override with --file");
    project.write("shop/other.env", b"TAG=3\nDB_PASSWORD=x\n");
    assert!(shown(&["--env-file", "shop/other.env"]).contains("shop/web:3 # TAG from shop/other.env:1"));
    let file = project.run(&["resolve", "shop/more/parts.yaml", "--env-file", "shop/more/.env"]);
    assert!(file.stdout.contains("image: redis:8"), "{}{}", file.stdout, file.stderr);
}

#[test]
fn what_compose_refuses_is_said_with_its_place() {
    let project = Project::new(&[
        (
            "compose.yaml",
            "services:\n  a: {image: 'x:${TAG}', ports: ['80-'], user: 1}\n  b: {image: '${NEEDED:?say which}'}\n",
        ),
        ("broken/compose.yaml", "services: {a: {image: x, env_file: b.env}}\n"),
        ("broken/b.env", "A B=1\n"),
        ("empty/readme", ""),
    ]);
    let shown: String =
        [&["resolve"][..], &["resolve", "broken"], &["resolve", "nowhere"], &["resolve", "-f", "no.yaml"]]
            .iter()
            .map(|args| {
                let run = project.run(args);
                assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
                format!("$ docklint {}\n{}\n", args.join(" "), run.stderr)
            })
            .collect();
    insta::assert_snapshot!("refused", shown);
}

#[test]
fn stacks_of_the_configuration_run_together() {
    let project = Project::new(&[
        (".docklint.yaml", "stacks:\n  dev: [compose.yaml, dev/dev.yaml]\n"),
        ("compose.yaml", "services: {a: {image: 'x:1', ports: ['8080:80']}}\n"),
        ("dev/dev.yaml", "services:\n  b:\n    image: y:1\n    ports:\n      - 8080:90\n"),
    ]);
    let check = |args: &[&str]| {
        let run = project.run(&[&["check", "--select=DC101,DC012", "--format=concise"], args].concat());
        assert_eq!(run.stderr, "");
        run.stdout
    };
    for args in [&["."][..], &["dev/dev.yaml"], &["compose.yaml", "dev/dev.yaml"]] {
        assert!(check(args).starts_with("dev/dev.yaml:5:9: error DC101 "), "{args:?} {}", check(args));
    }
    assert!(!check(&["--isolated"]).contains("DC101"));
    let resolved = project.run(&["resolve", "--stack", "dev"]);
    assert!(resolved.stdout.contains("image: x:1") && resolved.stdout.contains("image: y:1"));
    let wrong = [project.run(&["resolve", "--stack", "dve"]).stderr, {
        project.write(".docklint.yaml", b"stacks:\n  dev: [compose.yaml, dev.yaml]\n");
        project.run(&["check"]).stderr
    }];
    assert!(wrong[0].ends_with(".docklint.yaml has no stack `dve`; did you mean `dev`?\n"), "{}", wrong[0]);
    let missing = ".docklint.yaml:2:23: the stack `dev` names `dev.yaml`, and there is no such file\n";
    assert!(wrong[1].ends_with(missing), "{}", wrong[1]);
}
