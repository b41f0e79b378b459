use super::*;

fn expanded(value: &str) -> Result<String, String> {
    let mut lookup = |name: &str| match name {
        "A" => Some("1".to_owned()),
        "EMPTY" => Some(String::new()),
        "P" => Some("foo.tar.gz".to_owned()),
        _ => None,
    };
    expand(value, '\\', &mut lookup).map(Cow::into_owned).map_err(|error| value[error.range].to_owned())
}

#[test]
fn removes_quotes_and_escapes() {
    for (value, expected) in [
        (r#""a b"'c'\ d"#, "a bc d"),
        (r"\$X", "$X"),
        ("'$A'", "$A"),
        (r#""\$A \" \\ \n""#, r#"$A " \ \n"#),
        ("a\\", "a"),
        ("$", "$"),
        ("a$/b", "a$/b"),
    ] {
        assert_eq!(expanded(value).as_deref(), Ok(expected), "{value}");
        assert_eq!(unquote(value, '\\').as_deref(), Ok(expected), "{value}");
    }
    assert_eq!(unquote(r#""$A"${B:-"x"}"#, '\\').as_deref(), Ok(r#"$A${B:-"x"}"#));
    assert_eq!(unquote("`$a\\b", '`').as_deref(), Ok("$a\\b"));
}

#[test]
fn replaces_variables() {
    for (value, expected) in [
        ("$A-${A}x$Ax", "1-1x"),
        ("${X:-y}${X-y}${EMPTY:-y}${EMPTY-y}", "yyy"),
        ("${A:+y}${X:+y}${EMPTY+y}", "yy"),
        ("${X:-${A}\"b c\"}", "1b c"),
        ("${A:?no}", "1"),
        ("${P#*.}", "tar.gz"),
        ("${P##*.}", "gz"),
        ("${P%.*}", "foo.tar"),
        ("${P%%.*}", "foo"),
        ("${P/o/0}", "f0o.tar.gz"),
        ("${P//o/0}", "f00.tar.gz"),
        ("${P/\\//x}", "foo.tar.gz"),
        ("${P#f?o}", ".tar.gz"),
        ("$1A", "A"),
    ] {
        assert_eq!(expanded(value).as_deref(), Ok(expected), "{value}");
    }
}

#[test]
fn says_what_is_malformed() {
    for (value, place) in [
        ("a\"b", "\""),
        ("a'b", "'"),
        ("${}", "${}"),
        ("${:-a}", "${:"),
        ("${{A}", "${{"),
        ("${A", "${"),
        ("${A:-b", "${"),
        ("${A:1:2}", ":1"),
        ("${A^^}", "^"),
        ("${A:=x}", ":="),
        ("${!A}", "A"),
        ("${X:?no}", "${X:?no}"),
    ] {
        assert_eq!(expanded(value), Err(place.to_owned()), "{value}");
    }
}

#[test]
fn growth_and_depth_are_bounded() {
    let double = "$A".repeat(100);
    let long = "x".repeat(MAX_LENGTH / 4);
    assert!(expand(&double, '\\', &mut |_| Some(long.clone())).is_err());
    assert!(references(&"${a:-".repeat(100_000), '\\').1.is_some());
}

#[test]
fn finds_references() {
    let value = "a $B '$no' ${C:-$D} \"$E\" \\$no";
    let (found, error) = references(value, '\\');
    let names: Vec<&str> = found.iter().map(|reference| &value[reference.name.clone()]).collect();
    assert_eq!((names, error), (vec!["B", "D", "C", "E"], None));
    let modifier = found[2].modifier.as_ref().unwrap();
    assert_eq!((modifier.operator, modifier.colon), (Operator::Default, true));
    assert_eq!(&value[modifier.word.clone()], "$D");
    let (found, _) = references_in_body("it's $A \\$B \"$C\"");
    assert_eq!(found.len(), 2);
}
