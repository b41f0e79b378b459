//! Tests of the facts: which expansions are split, which values are known, which names are assigned.

use super::*;
use crate::shell::{Dialect, parse};
use crate::text::Mapped;

fn with<R>(source: &str, check: impl FnOnce(&Facts<'_, '_>) -> R) -> R {
    let text = Mapped::borrowed(source, 0);
    let script = parse(&text, Dialect::Posix);
    assert_eq!(script.failure, None, "{source}");
    check(&Facts::new(&script, &Environment { variables: vec!["ARG"], ..Environment::default() }))
}

/// The parameters that the shell splits although their values may be anything.
fn split(source: &str) -> Vec<String> {
    with(source, |facts| {
        let dirty = |fact: &&PartFact<'_, '_>| {
            fact.part.parameter().is_some()
                && !fact.whole
                && !fact.names_command
                && fact.status == Status::Dirty
        };
        facts.parts.iter().filter(dirty).map(|fact| fact.part.raw.to_string()).collect()
    })
}

#[test]
fn knows_where_words_are_split() {
    assert_eq!(split("d=$e a $b \"$c\" > $f; x=$g; case $h in $i) ;; esac"), ["$b", "$f"]);
    assert_eq!(split("[ $a = b ] && [[ $c = d ]]; for e in $f; do :; done"), ["$a"]);
    assert_eq!(split("echo \"$(cmd $x)\" $((y + $z)) ${a:-$b}"), ["$x", "${a:-$b}"]);
    assert_eq!(split("$cmd; exec $cmd; sudo $cmd; \"$cmd\""), ["$cmd"]);
    assert_eq!(split("export A=$B; cat <<E\n$c\nE\n"), ["$B"]);
}

#[test]
fn follows_values() {
    for clean in [
        "V=1; use $V",
        "a; V=1 && use $V",
        "a && V=1 && use $V",
        "V=$ARG; use $V",
        "V=a; W=$V-b; use $W",
        "V=$((1 + x)); use $V",
        "if c; then V=1; else V=2; fi; use $V",
        "if c; then V=1; else exit 1; fi; use $V",
        "for V in a b; do use $V; done",
        "i=0; while c; do i=$((i + 1)); use $i; done",
        "f() { use $V; }; V=1; f",
        "f() { V=1; }; f; use $V",
        "V=1; (V=$(x)); use $V",
        "case x in a) V=1 ;; *) V=2 ;; esac; use $V",
        "export V=1; use $V",
        "V=; use $V",
    ] {
        assert_eq!(split(clean), [""; 0], "{clean}");
    }
    for dirty in [
        "V='a b'; use $V",
        "V=*; use $V",
        "V=$(x); use $V",
        "use $V",
        "if c; then V=1; fi; use $V",
        "a || V=1; use $V",
        "V=1; read V; use $V",
        "V=1; V=${V%x}; use $V",
        "(V=1); use $V",
        "V=1 | a; use $V",
        "for V in $(x); do use $V; done",
        "V=1; while c; do use $V; V=$(x); done",
        "case x in a) V=1 ;; esac; use $V",
    ] {
        assert_eq!(split(dirty), ["$V"], "{dirty}");
    }
}

#[test]
fn knows_names() {
    with(
        "a=1; read b; for c in x; do :; done; : ${d:=1} \"$e\" \"${f:-}\" $((g = h)); export i; [ -n \"$j\" ]",
        |facts| {
            let variables = &facts.variables;
            assert_eq!(variables.assigned.keys().copied().collect::<Vec<_>>(), ["a", "b", "c", "d", "g"]);
            assert_eq!(variables.required.keys().copied().collect::<Vec<_>>(), ["e", "j"]);
            assert!(variables.referenced.contains("h") && variables.referenced.contains("f"));
            assert!(variables.is_excused("i") && variables.is_excused("j") && variables.is_excused("HOME"));
        },
    );
}

#[test]
fn knows_conditions() {
    let conditional = |source: &str| {
        with(source, |facts| facts.commands.iter().map(|fact| fact.conditional).collect::<Vec<_>>())
    };
    assert_eq!(conditional("a && b"), [true, false]);
    assert_eq!(conditional("(a; b) || c"), [true, true, false]);
    assert_eq!(conditional("if a; b; then c; fi"), [false, true, false]);
    assert!(with("set -eux; a", |facts| facts.errexit) && with("set -o errexit", |facts| facts.errexit));
}

#[test]
fn does_not_follow_functions_without_end() {
    let calls: String = (0..500).map(|n| format!("f{n}() {{ f{}; }}\n", n + 1)).collect();
    assert_eq!(with(&format!("{calls}f0"), |facts| facts.commands.len()), 501);
    assert_eq!(with("f() { f; }; f", |facts| facts.commands.len()), 2);
}

#[test]
fn silences_what_comments_ask_for() {
    let silent = |source: &str, code: &str| {
        with(source, |facts| {
            let dollar = facts.parts.iter().filter(|fact| fact.part.parameter().is_some());
            dollar.map(|fact| facts.silences(code, fact.part.span)).collect::<Vec<_>>()
        })
    };
    let source = "a $x\n# shellcheck disable=SC2086,SC2046\nb $x && c $x\nd $x";
    assert_eq!(silent(source, "SC2086"), [false, true, true, false]);
    assert_eq!(silent(source, "SC2034"), [false; 4]);
    assert_eq!(
        silent("#!/bin/sh\n# shellcheck disable=SC2000-SC2100 shell=sh\na $x; b $x", "SC2086"),
        [true, true]
    );
    assert_eq!(silent("if a; then\n# shellcheck disable=all\nb $x; c $x; fi", "SC2086"), [true, false]);
}

#[test]
fn what_follows_and_is_in_doubt_for_those_who_ask() {
    let text = Mapped::borrowed("a && V=1 && use $V; W=1 && use $W", 0);
    let script = parse(&text, Dialect::Posix);
    let dirty = |doubts_and: bool| -> usize {
        let facts = Facts::new(&script, &Environment { doubts_and, ..Environment::default() });
        facts
            .parts
            .iter()
            .filter(|fact| fact.part.raw.starts_with('$') && fact.status == Status::Dirty)
            .count()
    };
    assert_eq!((dirty(false), dirty(true)), (0, 1));
}

#[test]
fn lists_are_found_at_every_depth() {
    with("a; { b; }; if c; then d; fi; f() { e; }; x=$(g; h); sh -c 'i'", |facts| {
        let lists: Vec<usize> = facts.lists().iter().map(|list| list.items.len()).collect();
        assert_eq!(lists, [6, 1, 1, 1, 1, 2]);
    });
}

#[test]
fn tells_whether_output_is_read() {
    let read = |source: &str| with(source, |facts| facts.named("a").any(|fact| fact.output_is_read));
    assert!(read("a | b") && read("{ a; } | b") && read("x=$(a)"));
    assert!(!read("a; b | c") && !read("a > b"));
}
