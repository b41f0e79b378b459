//! The parser as a whole. What belongs to one part is tested beside it.

use super::*;
use crate::text::{Mapped, Span};
use proptest::prelude::*;

fn tree(text: &str) -> Dockerfile<'_> {
    let (tree, errors) = parse(text);
    assert_eq!(errors, [], "{text}");
    tree
}

/// The text under each error.
fn errors(text: &str) -> Vec<&str> {
    parse(text).1.iter().map(|error| error.span.of(text)).collect()
}

#[test]
fn joins_lines() {
    let text = "FROM a\nRUN b\\\r\n  c \\ \n# no\n\n   # no\n d\r\nUSER x";
    let tree = tree(text);
    let run = &tree.instructions[1];
    let Some(Command::Shell(command)) = run.command() else { panic!("{run:?}") };
    assert_eq!(command.as_str(), "b  c  d");
    assert_eq!(command.span(6..7).of(text), "d");
    assert_eq!(run.span.of(text), "RUN b\\\r\n  c \\ \n# no\n\n   # no\n d");
    assert_eq!(run.blank_lines, [Span::new(27, 28)]);
    assert!(tree.comments.iter().all(|comment| comment.inside && comment.instruction == 1));
    assert!(tree.comments[1].indented);
    assert_eq!(tree.instructions[2].keyword.as_str(), "USER");
}

#[test]
fn a_continuation_may_break_anything() {
    let text = "FR\\\nOM a\nCO\\\nPY --fr\\\nom=x [\"b\\\nc\", \"d\"]\nENV A=1 \\\n B=\\\n2";
    let tree = tree(text);
    assert_eq!(tree.instructions[0].keyword.as_str(), "FROM");
    assert_eq!(tree.instructions[0].keyword.whole().of(text), "FR\\\nOM");
    let copy = &tree.instructions[1];
    assert_eq!(copy.flag_value("from").unwrap().as_str(), "x");
    let InstructionKind::Copy(transfer) = &copy.kind else { panic!("{copy:?}") };
    assert_eq!(transfer.sources[0].as_str(), "bc");
    assert_eq!(transfer.sources[0].span(1..2).of(text), "c");
    let InstructionKind::Env(env) = &tree.instructions[2].kind else { panic!() };
    assert_eq!(env.pairs[1].value.as_ref().unwrap().whole().of(text), "2");
}

#[test]
fn directives_stand_at_the_top() {
    let text = "\u{feff}# syntax=docker/dockerfile:1\n#Escape = `\n# escape=x\n# check=skip=all\nFROM a\nRUN b `\n c \\\n";
    let (tree, errors) = parse(text);
    assert_eq!(tree.escape, '`');
    let directives: Vec<_> = tree.directives.iter().map(|d| (d.name.value, d.value.span.of(text))).collect();
    let expected =
        [("syntax", "docker/dockerfile:1"), ("Escape", "`"), ("escape", "x"), ("check", "skip=all")];
    assert_eq!(directives, expected);
    assert_eq!(errors[0].span.of(text), "# escape=x");
    assert_eq!(tree.instructions[1].arguments.of(text), "b `\n c \\");

    let commented = "# hello\n# escape=`\nFROM a\n";
    let tree = self::tree(commented);
    assert_eq!((tree.escape, tree.directives.len(), tree.comments.len()), ('\\', 0, 2));

    let script = "#!/usr/bin/docker\n# check=skip=all\n# escape=`\nFROM a\n";
    let tree = self::tree(script);
    assert_eq!((tree.escape, tree.directives.len(), tree.comments.len()), ('\\', 1, 2));

    let indented = " # check=skip=all\n# escape=`\nFROM a\n";
    let tree = self::tree(indented);
    assert_eq!((tree.escape, tree.directives[0].active, tree.directives[1].active), ('`', false, true));
}

#[test]
fn here_documents_have_bodies() {
    let text = "FROM a\nRUN <<EOF\n# no comment\n\tx\nEOF\nCOPY <<-'A B' <<c d /e/\n\t\tone\n\tA B\n\ttwo\nc\nRUN cat <<EOF | sh\ny\nEOF\n";
    let (tree, errors) = parse(text);
    assert_eq!(errors, []);
    let run = &tree.instructions[1];
    assert_eq!(run.command(), Some(&Command::Script));
    assert_eq!(run.heredocs[0].body.as_str(), "# no comment\n\tx\n");
    assert_eq!(run.head.of(text), "RUN <<EOF");
    assert!(run.span.of(text).ends_with("x\nEOF"));
    let copy = &tree.instructions[2];
    // A quoted name with a space makes two words of COPY's list.
    assert_eq!(copy.heredocs[0].body.as_str(), "one\n");
    assert_eq!((copy.heredocs[0].expand, copy.heredocs[1].expand), (false, true));
    assert_eq!(copy.heredocs[1].body.whole().of(text), "\ttwo\n");
    let Some(Command::Shell(command)) = tree.instructions[3].command() else { panic!() };
    assert_eq!(command.as_str(), "cat <<EOF | sh");
    assert_eq!(tree.instructions[3].heredocs[0].opener.of(text), "<<EOF");
    assert!(tree.comments.is_empty());
}

#[test]
fn here_documents_of_triggers_are_theirs() {
    let tree = tree("FROM a\nONBUILD RUN <<EOF\nx\nEOF\nUSER b");
    let InstructionKind::Onbuild(inner) = &tree.instructions[1].kind else { panic!() };
    assert_eq!(inner.heredocs[0].body.as_str(), "x\n");
    assert_eq!(inner.span.end, tree.instructions[1].span.end);
    assert_eq!(inner.command(), Some(&Command::Script));
}

#[test]
fn reads_from() {
    let text = "FROM --platform=$P a:1 As Name";
    let tree = tree(text);
    let InstructionKind::From(from) = &tree.instructions[0].kind else { panic!() };
    assert_eq!(from.image.whole().of(text), "a:1");
    assert_eq!(from.as_keyword.as_ref().unwrap().as_str(), "As");
    assert_eq!(from.name.as_ref().unwrap().as_str(), "Name");
    assert_eq!(tree.instructions[0].flags[0].span.of(text), "--platform=$P");
}

#[test]
fn reads_pairs() {
    let text = "FROM a\nENV A=\"x y\" B=c\\ d C=\nENV legacy  b=c d\nARG X Y=1=2\nLABEL \"a b\"=c";
    let tree = tree(text);
    let pairs = |index: usize| -> Vec<(&str, Option<&str>)> {
        let pairs = match &tree.instructions[index].kind {
            InstructionKind::Env(list) | InstructionKind::Label(list) => &list.pairs,
            InstructionKind::Arg(pairs) => pairs,
            other => panic!("{other:?}"),
        };
        pairs
            .iter()
            .map(|pair| (pair.name.as_str(), pair.value.as_ref().map(|value| value.as_str())))
            .collect()
    };
    assert_eq!(pairs(1), [("A", Some("\"x y\"")), ("B", Some("c\\ d")), ("C", Some(""))]);
    assert_eq!(pairs(2), [("legacy", Some("b=c d"))]);
    assert_eq!(pairs(3), [("X", None), ("Y", Some("1=2"))]);
    assert_eq!(pairs(4), [("\"a b\"", Some("c"))]);
}

#[test]
fn json_form_or_shell_form() {
    let tree = tree(
        "FROM a\nCMD [\"a\", \"b\\tc\"]\nCMD ['a']\nCMD\nHEALTHCHECK --interval=5s CMD [\"x\"]\nVOLUME [\"/a\"] \nVOLUME /a /b",
    );
    let exec = |index: usize| match tree.instructions[index].command() {
        Some(Command::Exec(array)) => array.elements.iter().map(ToString::to_string).collect(),
        Some(Command::Shell(text)) => vec![format!("sh: {text}")],
        other => panic!("{other:?}"),
    };
    assert_eq!(exec(1), ["a", "b\tc"]);
    assert_eq!(exec(2), ["sh: ['a']"]);
    assert_eq!(exec(3), ["sh: "]);
    assert_eq!(exec(4), ["x"]);
    let InstructionKind::Volume(list) = &tree.instructions[6].kind else { panic!() };
    assert_eq!((list.items.len(), list.json), (2, None));
}

#[test]
fn errors_are_small() {
    for (line, place) in [
        ("RNU x", "RNU"),
        ("RUN[\"a\"]", "RUN[\"a\"]"),
        ("\\", ""),
        ("FROM", "FROM"),
        ("FROM a b", "b"),
        ("FROM a as", "as"),
        ("FROM a as b c", "c"),
        ("FROM a as 1b", "1b"),
        ("FROM --plattform=x a", "--plattform=x"),
        ("COPY a", "a"),
        ("COPY", "COPY"),
        ("COPY --link=yes a b", "yes"),
        ("COPY --link= a b", "--link="),
        ("COPY --from a b", "--from"),
        ("COPY --from=a --from=b c d", "--from=b"),
        ("COPY [1, \"a\"]", "1"),
        ("RUN --network=Host x", "Host"),
        ("RUN --security=x x", "x"),
        ("ENV a", "a"),
        ("ENV a=1 b", "b"),
        ("ENV =1", "=1"),
        ("ENV", "ENV"),
        ("ARG", "ARG"),
        ("ARG =1", "=1"),
        ("ARG --x=1", "ARG"),
        ("LABEL", "LABEL"),
        ("WORKDIR", "WORKDIR"),
        ("WORKDIR --x /a", "--x"),
        ("SHELL /bin/sh", "/bin/sh"),
        ("SHELL []", "[]"),
        ("VOLUME []", "[]"),
        ("VOLUME [\"\"]", ""),
        ("EXPOSE", "EXPOSE"),
        ("STOPSIGNAL", "STOPSIGNAL"),
        ("HEALTHCHECK", "HEALTHCHECK"),
        ("HEALTHCHECK x", "x"),
        ("HEALTHCHECK NONE x", "x"),
        ("HEALTHCHECK CMD", "CMD"),
        ("HEALTHCHECK CMD []", "CMD"),
        ("HEALTHCHECK --interval=5 CMD x", "5"),
        ("HEALTHCHECK --retries=-1 CMD x", "-1"),
        ("ONBUILD", "ONBUILD"),
        ("ONBUILD ENV a", "a"),
        ("ONBUILD --x RUN a", "--x"),
        ("RUN <<EOF", "<<EOF"),
        ("RUN --mount=\\\"x y", "\""),
    ] {
        let text = format!("FROM a\n{line}\n");
        assert_eq!(errors(&text), [place], "{line}");
    }
}

#[test]
fn what_buildkit_accepts_is_no_error() {
    for line in [
        "RUN",
        "CMD []",
        "ENTRYPOINT []",
        "RUN -- --x",
        "STOPSIGNAL --x=1 9",
        "HEALTHCHECK --x NONE",
        "ONBUILD RNU x",
        "ONBUILD COPY a",
        "ONBUILD WORKDIR --x",
        "COPY a --chown=1 b",
        "EXPOSE 80 # web",
        "ENV a= b=",
        "ARG \"\"",
        "run a \\",
        "RUN --mount=type=cache,target=/a --mount=target=/b x",
        "HEALTHCHECK --interval= --retries= CMD x",
        "RUN echo $((1<<N))",
        "COPY --exclude=a --exclude=b c d",
        "COPY --link --parents=False a b",
    ] {
        let text = format!("FROM a\n{line}\n");
        assert_eq!(errors(&text), [""; 0], "{line}");
    }
}

#[test]
fn stages_begin_with_from() {
    assert_eq!(errors(""), [""]);
    assert_eq!(errors("# a comment\n"), [""]);
    assert_eq!(errors("ARG a\nARG b"), ["ARG"]);
    assert_eq!(errors("RUN a"), ["RUN"]);
    // A mistyped FROM is one mistake.
    assert_eq!(errors("FRO a\nRUN b"), ["FRO"]);
}

#[test]
fn lines_that_follow_an_unknown_one_are_passed_over() {
    assert_eq!(
        errors("FROM a\napt-get update\n&& apt-get install b\n&& rm c\nUSER d\nxyz"),
        ["apt-get", "xyz"]
    );
}

/// Text made of what Dockerfiles are made of.
fn dockerfile_like() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        prop::sample::select(vec![
            "FROM ",
            "RUN ",
            "COPY ",
            "ENV ",
            "ARG ",
            "LABEL ",
            "HEALTHCHECK ",
            "CMD ",
            "ONBUILD ",
            "SHELL ",
            "VOLUME ",
            "EXPOSE ",
            "USER ",
            "AS ",
            "NONE",
            "--mount=",
            "--from=",
            "type=cache,",
            "target=/x",
            "<<EOF",
            "<<-",
            "EOF",
            "\n",
            "\r\n",
            "\\\n",
            "\\\r\n",
            "\\ \n",
            "`\n",
            "\t",
            " ",
            "#",
            "# escape=`\n",
            "# syntax=",
            "[",
            "]",
            "\"",
            "'",
            "\\",
            ",",
            "=",
            "$",
            "${",
            "}",
            ":-",
            "\u{feff}",
            "é",
            "\u{a0}",
            "\u{2028}",
            "80/tcp",
            "\0",
            "a",
            "\\u00e9",
            "\\ud83d",
        ])
        .prop_map(str::to_owned),
        ".{0,3}",
    ];
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

fn check_spans(text: &str) -> Result<(), TestCaseError> {
    let (tree, errors) = parse(text);
    let mut at = 0;
    for item in &tree.items {
        prop_assert_eq!(item.span.start, at);
        prop_assert!(!item.span.is_empty());
        at = item.span.end;
    }
    prop_assert_eq!(at as usize, text.len());
    let in_text = |span: Span| text.get(span.range()).is_some();
    prop_assert!(errors.iter().all(|error| in_text(error.span)), "{:?}", errors);
    prop_assert!(tree.comments.iter().all(|comment| comment.span.of(text).starts_with('#')));
    for instruction in &tree.instructions {
        let mut places =
            vec![instruction.span, instruction.head, instruction.arguments, instruction.keyword.whole()];
        prop_assert!(
            instruction.blank_lines.iter().all(|&line| in_text(line) && line.start >= instruction.span.start)
        );
        places.extend(instruction.flags.iter().map(|flag| flag.span));
        places.extend(
            instruction
                .heredocs
                .iter()
                .flat_map(|heredoc| [heredoc.opener, heredoc.terminator, heredoc.body.whole()]),
        );
        match &instruction.kind {
            InstructionKind::Env(list) => places.extend(list.pairs.iter().map(|pair| pair.span)),
            InstructionKind::Copy(transfer) => places.extend(transfer.sources.iter().map(Mapped::whole)),
            InstructionKind::Run(run) => {
                places.extend(run.mounts.iter().flat_map(|mount| &mount.fields).map(|field| field.span));
            }
            _ => {}
        }
        if let Some(Command::Exec(array)) = instruction.command() {
            places.extend(array.elements.iter().map(Mapped::whole));
        }
        prop_assert!(places.iter().all(|&span| in_text(span)), "{:?}", instruction);
        prop_assert!(places.iter().all(|&span| instruction.span.contains(span)), "{:?}", instruction);
        if let Some(Command::Shell(command)) = instruction.command() {
            for (index, c) in command.char_indices() {
                prop_assert_eq!(command.span(index..index + c.len_utf8()).of(text), c.to_string());
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_has_a_tree(text in any::<String>()) {
        check_spans(&text)?;
    }

    #[test]
    fn dockerfiles_have_trees_that_cover_them(text in dockerfile_like()) {
        check_spans(&text)?;
    }
}
