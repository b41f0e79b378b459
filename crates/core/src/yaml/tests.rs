use super::{Node, Style, Yaml, parse};
use crate::text::Span;
use proptest::prelude::*;

fn shape(node: Node<'_, '_>) -> String {
    if let Some(name) = node.alias() {
        return format!("*{name}");
    }
    let text = if node.is_mapping() {
        let entries: Vec<_> =
            node.entries().map(|e| format!("{}: {}", shape(e.key), shape(e.value))).collect();
        format!("{{{}}}", entries.join(", "))
    } else if node.is_sequence() {
        let items: Vec<_> = node.items().map(shape).collect();
        format!("[{}]", items.join(", "))
    } else {
        node.as_scalar().unwrap().value.to_string()
    };
    let tag = node.tag().map(|t| format!("{} ", t.value)).unwrap_or_default();
    let anchor = node.anchor().map(|a| format!("&{} ", a.value)).unwrap_or_default();
    format!("{anchor}{tag}{text}")
}

fn spans(source: &str) -> Vec<String> {
    let (yaml, errors) = parse(source);
    assert_eq!(errors, [], "{source:?}");
    yaml.nodes().map(|node| node.span().of(source).to_owned()).collect()
}

#[test]
fn spans_are_those_of_the_nodes_themselves() {
    for (source, want) in [
        ("a: b # c\n", &["a: b", "a", "b"][..]),
        ("é: 'ü'  # c\nb: \"x\" \n", &["é: 'ü'  # c\nb: \"x\"", "é", "'ü'", "b", "\"x\""]),
        ("a:\n- b\n-\n- # c\n", &["a:\n- b\n-\n-", "a", "- b\n-\n-", "b", "", ""]),
        (
            "a: &x !t [b, {c: d} ] # e\n",
            &["a: &x !t [b, {c: d} ]", "a", "[b, {c: d} ]", "b", "{c: d}", "c", "d"],
        ),
        ("&x a: b\n", &["&x a: b", "a", "b"]),
        ("a: &x\n  b: c\nd: *x\n", &["a: &x\n  b: c\nd: *x", "a", "b: c", "b", "c", "d", "*x"]),
        ("a: | # c\n  b\n\nc:\n", &["a: | # c\n  b\n\nc:", "a", "| # c\n  b", "c", ""]),
        ("a: one\n  two  \n", &["a: one\n  two", "a", "one\n  two"]),
        ("[a: b, c]", &["[a: b, c]", "a: b", "a", "b", "c"]),
        ("\u{feff}a: b", &["a: b", "a", "b"]),
        ("a: !!null\nb: &n\n", &["a: !!null\nb: &n", "a", "", "b", ""]),
        ("a:\n- -5\n- - b\n", &["a:\n- -5\n- - b", "a", "- -5\n- - b", "-5", "- b", "b"]),
        ("a: &x\n- -b\n", &["a: &x\n- -b", "a", "- -b", "-b"]),
        ("- - a\n  - b\n", &["- - a\n  - b", "- a\n  - b", "a", "b"]),
        ("{\"a\": \"b\"}", &["{\"a\": \"b\"}", "\"a\"", "\"b\""]),
        ("a: >-\n\n  b\n   c\n", &["a: >-\n\n  b\n   c", "a", ">-\n\n  b\n   c"]),
    ] {
        assert_eq!(spans(source), want, "{source:?}");
    }
}

#[test]
fn keeps_anchors_tags_and_aliases() {
    let (yaml, errors) = parse("a: &x !reset [1]\nb: *x\nc: !!str &y 5\n");
    assert_eq!(errors, []);
    let root = yaml.root().unwrap();
    assert_eq!(shape(root), "{a: &x !reset [1], b: *x, c: &y !!str 5}");
    assert_eq!(root.get("b").unwrap().items().count(), 1);
    assert_eq!(root.get("c").unwrap().as_str(), Some("5"));
}

#[test]
fn merge_keys_are_a_view() {
    let source = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y, 5]\n  a: 6\n";
    let (yaml, _) = parse(source);
    let merged = yaml.root().unwrap().get("z").unwrap().merged_entries();
    let entries: Vec<_> = merged.entries.iter().map(|e| e.span().of(source)).collect();
    assert_eq!(entries, ["a: 6", "b: 2", "c: 4"]);
    assert_eq!(merged.invalid.iter().map(|s| s.of(source)).collect::<Vec<_>>(), ["5"]);
}

#[test]
fn comments_are_found_outside_scalars() {
    let source = "# a\nb: 'x # y' # c\nd: e#f\ng: | # h\n  # i\n#j\nk: [ # l\n  m ]#n\n";
    let (yaml, _) = parse(source);
    let comments: Vec<_> = yaml.comments.iter().map(|c| c.of(source)).collect();
    assert_eq!(comments, ["# a", "# c", "# h", "#j", "# l"]);
}

#[test]
fn duplicate_keys_are_kept_with_both_places() {
    let source = "a: 1\nb: {c: 1, \"c\": 2}\na: 2\n";
    let (yaml, errors) = parse(source);
    assert_eq!(errors, []);
    let places: Vec<_> = yaml.duplicate_keys.iter().map(|d| (d.first.start, d.again.start)).collect();
    assert_eq!(places, [(9, 15), (0, 23)]);
}

#[test]
fn documents_are_separate_and_styles_are_kept() {
    let (yaml, errors) = parse("a\n--- 'b'\n--- \"c\"\n...\n---\n|\n d\n---\n>\n e\n");
    assert_eq!(errors, []);
    let styles: Vec<_> = yaml.documents().map(|d| d.as_scalar().unwrap().style).collect();
    let want = [Style::Plain, Style::SingleQuoted, Style::DoubleQuoted, Style::Literal, Style::Folded];
    assert_eq!(styles, want);
}

#[test]
fn errors_stand_where_something_is_wrong_and_keep_what_was_read() {
    for (source, at, kept) in [
        ("a: b\nc: *no\n", "*", "{a: b}"),
        ("a:\n\tb: c\n", "\t", "{}"),
        ("a: {b: c\n", "", "{a: {b: c}}"),
        ("a: b: c\n", ":", "{a: b}"),
        ("a: &x [*x]\n", "*x", "{a: &x [*x]}"),
        ("a: !!int x\n", "x", "{a: !!int x}"),
        ("a: 'b\n", "'", "{}"),
        ("a: b\0c\n", "\0", "{a: b}"),
    ] {
        let (yaml, errors) = parse(source);
        let [error] = &errors[..] else { panic!("{source:?}: {errors:?}") };
        assert_eq!(error.span.of(source), at, "{source:?}: {errors:?}");
        assert_eq!(yaml.root().map(shape).unwrap_or_default(), kept, "{source:?}");
    }
}

#[test]
fn hostile_texts_end_early() {
    let texts = [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(50_000),
        (0..1_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect(),
        "\0".repeat(100_000),
        format!("a: {}", "x".repeat(1_000_000)),
        format!("a: \"{}", "x".repeat(1_000_000)),
        "a\n".repeat(50_000),
        "&a ".repeat(100_000),
        "!".repeat(100_000),
        "[a, ".repeat(200) + &"a, ".repeat(100_000),
    ];
    for text in texts {
        let (yaml, _) = parse(&text);
        check(&yaml);
    }
}

fn check(yaml: &Yaml<'_>) {
    let fits = |span: Span| assert!(yaml.source.get(span.range()).is_some(), "{:?} {span:?}", yaml.source);
    let mut last = 0;
    for node in yaml.nodes() {
        fits(node.span());
        assert!(node.span().start >= last, "{:?} {:?}", yaml.source, node.span());
        last = node.span().start;
        let inside = node.items().chain(node.entries().flat_map(|e| [e.key, e.value]));
        if node.alias().is_none() {
            for child in inside {
                let (outer, inner) = (node.span(), child.span());
                assert!(outer.contains(inner), "{:?} {outer:?} {inner:?}", yaml.source);
            }
        }
        if let Some(scalar) = node.as_scalar() {
            let value: &str = &scalar.value;
            for (at, c) in value.char_indices().take(9) {
                fits(scalar.span_of(at..at + c.len_utf8()));
            }
        }
        node.merged_entries().invalid.into_iter().for_each(fits);
    }
    yaml.comments.iter().for_each(|span| fits(*span));
    assert!(yaml.comments.is_sorted());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn any_text_is_read(text in r#"([-:?,&*!|>'"%@`#{}\[\]<~ \t\n\r\\]|[a-cé0-9😀]|: |- |\n {1,4}|<<: |&a |\*a|!!str|"a"|\PC){0,40}"#) {
        let (yaml, errors) = parse(&text);
        check(&yaml);
        for error in errors {
            prop_assert!(text.get(error.span.range()).is_some());
        }
    }
}
