//! Tests of the model as a whole: what is read, where it stands, that nothing breaks it.

use super::visit::{Visitor, walk_command, walk_part, walk_script};
use super::*;
use crate::text::{MappedBuilder, Span};
use proptest::prelude::*;

fn with<R>(source: &str, check: impl FnOnce(&Script<'_>) -> R) -> R {
    let text = Mapped::borrowed(source, 0);
    check(&parse(&text, Dialect::Bash))
}

fn failure(source: &str) -> Option<String> {
    with(source, |script| script.failure.as_ref().map(|failure| failure.message.clone()))
}

/// The tree in short, to compare.
#[derive(Default)]
struct Outline(String);

impl Outline {
    fn of(source: &str) -> String {
        with(source, |script| {
            assert_eq!(script.failure, None, "{source}");
            let mut outline = Self::default();
            walk_script(&mut outline, script);
            outline.0
        })
    }

    fn list(&mut self, name: &str, walk: impl FnOnce(&mut Self)) {
        self.0.push_str(name);
        self.0.push('(');
        walk(self);
        self.0.push(')');
    }
}

impl<'s, 't> Visitor<'s, 't> for Outline {
    fn visit_command(&mut self, command: &'s Command<'t>) {
        let name = match &command.kind {
            CommandKind::Simple(_) => "cmd",
            CommandKind::Group(_) => "group",
            CommandKind::Subshell(_) => "subshell",
            CommandKind::If(_) => "if",
            CommandKind::Loop(_) => "loop",
            CommandKind::For(_) => "for",
            CommandKind::ArithmeticFor(_) => "for((",
            CommandKind::Case(_) => "case",
            CommandKind::Test(_) => "[[",
            CommandKind::Arithmetic(_) => "((",
            CommandKind::Function(_) => "function",
        };
        self.list(name, |outline| walk_command(outline, command));
    }

    fn visit_word(&mut self, word: &'s Word<'t>) {
        self.list("", |outline| word.parts.iter().for_each(|part| outline.visit_part(part)));
    }

    fn visit_part(&mut self, part: &'s Part<'t>) {
        let name = match &part.kind {
            PartKind::Literal => part.raw.to_string(),
            PartKind::Escaped(c) => format!("esc {c} "),
            PartKind::Single(text) => format!("'{text}'"),
            PartKind::AnsiC(text) => format!("$'{text}'"),
            PartKind::Double(_) => return self.list("quoted", |outline| walk_part(outline, part)),
            PartKind::Parameter(parameter) => {
                format!("${}{}", parameter.name, parameter.operator_text())
            }
            PartKind::Substitution(_) => "$()".to_owned(),
            PartKind::Backticks(_) => "``".to_owned(),
            PartKind::Arithmetic(_) => "$(())".to_owned(),
            PartKind::Process(_) => "<()".to_owned(),
            PartKind::Glob => format!("glob {}", part.raw),
            PartKind::ExtGlob(_) => "extglob".to_owned(),
            PartKind::Braces(_) => "braces".to_owned(),
            PartKind::Tilde => part.raw.to_string(),
            PartKind::Array(_) => "array".to_owned(),
        };
        self.0.push_str(&name);
        walk_part(self, part);
    }
}

#[test]
fn reads_words() {
    assert_eq!(Outline::of("a'b'\"c $d\"$e"), "cmd((a'b'quoted(c $d)$e))");
    assert_eq!(Outline::of(r#"echo \$x "\$\n" $'\n'"#), r"cmd((echo)(esc $ x)(quoted(esc $ \n))($'\n'))");
    assert_eq!(Outline::of("ls *.c [a-z]? a[b ~/x"), "cmd((ls)(glob *.c)(glob [a-z]glob ?)(a[b)(~/x))");
    assert_eq!(Outline::of("a {b,c}d {e} {1..3} {}"), "cmd((a)(braces(b)(c)d)({e})(braces(1..3))({}))");
    assert_eq!(Outline::of("A=$b C=(x y) d"), "cmd(($b)(array(x)(y))(d))");
    assert_eq!(Outline::of("${a:-b c} ${#d} ${e%%.*} ${f/x/y} ${g[1]}"), {
        "cmd(($a:-(b c))($d)($e%%(.glob *))($f/(x/y))($g(1)))"
    });
    assert_eq!(
        Outline::of("$(a `b \\`c\\``) <(d)"),
        "cmd(($()cmd((a)(``cmd((b)(``cmd((c)))))))(<()cmd((d))))"
    );
    assert_eq!(Outline::of("$((1 + $(a))) $[2]"), "cmd(($(())1 + $()cmd((a)))($(())2))");
    assert_eq!(Outline::of("a@(b|c)"), "cmd((aextglob(b)(c)))");
}

#[test]
fn reads_commands() {
    assert_eq!(Outline::of("if a; then b; elif c; then d; else e; fi > f"), {
        "if(cmd((a))cmd((b))cmd((c))cmd((d))cmd((e))(f))"
    });
    assert_eq!(Outline::of("while a\ndo b; done | { c; }"), "loop(cmd((a))cmd((b)))group(cmd((c)))");
    assert_eq!(Outline::of("for x in a b; do c; done"), "for((a)(b)cmd((c)))");
    assert_eq!(Outline::of("for ((i=0; i<3; i++)); do c; done"), "for(((i=0; i<3; i++cmd((c)))");
    assert_eq!(Outline::of("case $x in a|b) c ;; (*) d; esac"), "case(($x)(a)(b)cmd((c))(glob *)cmd((d)))");
    assert_eq!(Outline::of("f() { a; }; function g { b; }"), {
        "function(group(cmd((a))))function(group(cmd((b))))"
    });
    assert_eq!(Outline::of("[[ $a == b* && $c =~ ^(x|y) ]]"), "[[(($a)(==)(bglob *)(&&)($c)(=~)(^(x|y)))");
    assert_eq!(Outline::of("((a < 3)) || ( (b) )"), "(((a < 3)subshell(subshell(cmd((b))))");
    assert_eq!(Outline::of("! a && time -p b & c # d"), "cmd((a))cmd((b))cmd((c))");
    assert_eq!(Outline::of("a 2>&1 >> b < c &> d"), "cmd((a)(1)(b)(c)(d))");
}

#[test]
fn reads_here_documents() {
    with("cat <<-E > f; b <<'F'\n\ta $x\n\tE\n$y\nF\nc", |script| {
        assert_eq!(script.failure, None);
        assert_eq!(calls(script).iter().map(Call::name).collect::<Vec<_>>(), ["cat", "b", "c"]);
        let [first, second] = script.here_docs.as_slice() else { panic!("two bodies") };
        assert!(first.parts.iter().any(|part| part.parameter().is_some_and(|p| p.name == "x")));
        assert!(second.quoted && second.terminated);
        assert_eq!(second.parts[0].raw, "$y\n");
    });
    let source = "cat <<E\n$(id)\n";
    let (text, body) = (Mapped::borrowed(&source[..7], 0), Mapped::borrowed(&source[8..], 8));
    let script = parse_with_here_docs(&text, source, Dialect::Posix, &[&body]);
    assert_eq!(calls(&script)[1].name_word.span.of(source), "id");
}

#[test]
fn spans_go_back_through_continuations() {
    let source = "RUN echo \"a\\\n  $b\" `c \\`d\\``";
    let mut builder = MappedBuilder::new(source);
    builder.push(4..11);
    builder.push(13..source.len());
    let text = builder.finish(4);
    let script = parse(&text, Dialect::Posix);
    let found = calls(&script);
    let words: Vec<&str> = found[0].arguments.iter().map(|argument| argument.span().of(source)).collect();
    assert_eq!(words, ["\"a\\\n  $b\"", "`c \\`d\\``"]);
    assert_eq!(found[2].name_word.span.of(source), "d");
}

#[test]
fn looks_through_wrappers() {
    let names = |source: &str| {
        with(source, |script| calls(script).iter().map(|call| call.name().to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(names("sudo -E -u root A=1 env -u x B=2 /usr/bin/make"), ["sudo", "env", "make"]);
    assert_eq!(names("sh -ec \"cd '/x' && bash -c 'pip install y'\""), ["sh", "cd", "bash", "pip"]);
    assert_eq!(names("a | xargs -n 1 timeout -s 9 5 rm -rf"), ["a", "xargs", "timeout", "rm"]);
    assert_eq!(names("command -v git; exec git; eval 'x y'"), ["command", "exec", "git", "eval", "x"]);
    assert_eq!(names("su - u -c 'x'; gosu u y; 'q'; \"r\"; $z"), ["su", "x", "gosu", "y", "q", "r", ""]);
    let arguments = ["sh", "-c", "id | wc"].map(|text| Mapped::borrowed(text, 0));
    let script = from_arguments(&arguments);
    assert_eq!(calls(&script).iter().map(Call::name).collect::<Vec<_>>(), ["sh", "id", "wc"]);
}

#[test]
fn knows_flags() {
    with("tool -abc --long=v -t x --name y - $z", |script| {
        let call = &calls(script)[0];
        assert!(call.has_flag("b") && call.has_flag("long") && !call.has_flag("v"));
        let operands: Vec<&str> = call.operands(&["t", "name"]).map(|argument| &*argument.text).collect();
        assert_eq!(operands, ["-", "${z}"]);
    });
}

#[test]
fn says_where_it_gives_up_and_keeps_what_stood_before() {
    for (source, place) in [
        ("a && ", ""),
        ("if a; b; fi", "fi"),
        ("a \"b", "\""),
        ("a )", ")"),
        ("a (b)", "("),
        ("a | | b", "|"),
    ] {
        with(source, |script| {
            let failure = script.failure.as_ref().expect(source);
            assert_eq!(failure.span.of(source), place, "{source}");
            assert_eq!(calls(script)[0].name(), "a", "{source}");
        });
    }
    assert_eq!(failure("echo { } }a {a if"), None);
    assert_eq!(failure(""), None);
}

#[test]
fn leaves_other_languages_alone() {
    let text = Mapped::borrowed("Write-Host (Get-Date", 0);
    assert!(parse(&text, Dialect::PowerShell).failure.is_none());
}

#[test]
fn bounds_the_depth() {
    for open in
        ["(", "( ", "((", "$(", "\"$(", "${a:-", "{ ", "if ", "a{b,", "`", "@(", "$((", "sudo ", "sh -c "]
    {
        let _ = failure(&open.repeat(100_000 / open.len()));
    }
    // Closed again, so that the facts are collected at the greatest depth.
    for (open, close) in
        [("( ", " )"), ("$(", ")"), ("\"$(a ", ")\""), ("${a:-", "}"), ("if a; then ", "; fi"), ("{ ", "; }")]
    {
        for depth in [20, 40, 50] {
            let source = format!("{}b{}", open.repeat(depth), close.repeat(depth));
            check_spans(&source, &Mapped::borrowed(&source, 0));
        }
    }
    let quoted = (0..12).fold("id".to_owned(), |inner, _| {
        format!("sh -c \"{}\"", inner.replace('\\', "\\\\").replace('"', "\\\""))
    });
    assert_eq!(with(&quoted, |script| calls(script).len()), 13);
}

/// Asserts of every span that it is in bounds and on character boundaries.
struct Spans<'a>(&'a str);

impl Spans<'_> {
    fn check(&self, span: Span) {
        assert!(self.0.get(span.range()).is_some(), "{span:?} in {:?}", self.0);
    }
}

impl<'s, 't> Visitor<'s, 't> for Spans<'_> {
    fn visit_command(&mut self, command: &'s Command<'t>) {
        self.check(command.span);
        walk_command(self, command);
    }

    fn visit_word(&mut self, word: &'s Word<'t>) {
        self.check(word.span);
        word.parts.iter().for_each(|part| self.visit_part(part));
    }

    fn visit_part(&mut self, part: &'s Part<'t>) {
        self.check(part.span);
        walk_part(self, part);
    }
}

fn check_spans(source: &str, text: &Mapped<'_>) {
    let script = parse(text, Dialect::Bash);
    let mut spans = Spans(source);
    spans.check(script.span);
    script.comments.iter().for_each(|comment| spans.check(comment.span));
    script.failure.iter().for_each(|failure| spans.check(failure.span));
    walk_script(&mut spans, &script);
    calls(&script).iter().for_each(|call| spans.check(call.span()));
    let facts = Facts::new(&script, &Environment::default());
    facts.parts.iter().for_each(|fact| spans.check(fact.part.span));
    facts.variables.assigned.values().for_each(|span| spans.check(*span));
}

#[test]
fn places_escaped_characters_of_inner_scripts() {
    for source in ["sh -c \\é", "sh -c \"echo \\$é\"", "echo `echo \\$x \\\\é`"] {
        check_spans(source, &Mapped::borrowed(source, 0));
    }
}

proptest! {
    #[test]
    fn never_panics(source in any::<String>()) {
        check_spans(&source, &Mapped::borrowed(&source, 0));
    }

    #[test]
    fn never_panics_on_what_looks_like_shell(pieces in proptest::collection::vec(prop_oneof![
        Just(" "), Just("\n"), Just("\\\n"), Just("\\"), Just("'"), Just("\""), Just("`"), Just("$"), Just("${"), Just("}"),
        Just("$("), Just("(("), Just(")"), Just("("), Just("[["), Just("]]"), Just("["), Just("]"), Just("{"), Just(","),
        Just("&&"), Just("|"), Just(";"), Just(";;"), Just("<<E"), Just("E"), Just(">"), Just("2>&1"), Just("#"), Just("é"),
        Just("if"), Just("then"), Just("fi"), Just("for"), Just("in"), Just("do"), Just("done"), Just("case"), Just("esac"),
        Just("a"), Just("x="), Just("=("), Just("*"), Just("@("), Just(":-"), Just("sh -c "), Just("\t"), Just("!"), Just("f()"),
    ], 0..40)) {
        let source = pieces.concat();
        check_spans(&source, &Mapped::borrowed(&source, 0));
        // The same with a piece cut out, as a line continuation is.
        let mut builder = MappedBuilder::new(&source);
        let cut = pieces.first().map_or(0, |piece| piece.len());
        builder.push(0..cut.min(1).min(source.len() - usize::from(!source.is_char_boundary(1.min(source.len())))));
        builder.push(cut..source.len());
        check_spans(&source, &builder.finish(0));
    }
}

#[test]
fn finds_the_shell_that_runs_a_here_document() {
    let shell = |text: &str| shell_of_here_doc(&Mapped::borrowed(text, 0), Dialect::Posix);
    assert_eq!(shell("<<EOF bash"), Some(Dialect::Bash));
    assert_eq!(shell("/bin/sh -ex <<EOF"), Some(Dialect::Posix));
    for text in
        ["<<EOF", "<<EOF python3", "cat <<EOF", "bash x <<EOF", "bash -c x <<EOF", "bash <<EOF && x", "bash"]
    {
        assert_eq!(shell(text), None, "{text}");
    }
}
