//! Safe fixes of .env files keep what Compose reads from them.

use docklint_core::dotenv::{Environment, parse};
use docklint_core::{Applicability, Config, SourceFile, Workspace, fix};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What Compose sets; `None` where it refuses the file.
fn environment(text: &str) -> Option<BTreeMap<String, String>> {
    let (tree, errors) = parse(text);
    let mut environment = Environment::default();
    environment.read(&tree, &|name| (name == "SET").then_some("val")).ok().filter(|_| errors.is_empty())?;
    Some(environment.variables)
}

/// The text after all safe fixes but that of EV022, whose very purpose is that another variable is set.
fn fixed(text: &str) -> String {
    let workspace = Workspace::new(vec![SourceFile::new(".env", text)]);
    let select = Some(vec!["EV".to_owned()]);
    let config = Config { select, ignore: vec!["EV022".to_owned()], ..Config::default() };
    let fixed = fix(workspace, &config, Applicability::Safe);
    fixed.workspace.files().map(|(_, file)| file.text.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn safe_fixes_keep_the_variables(
        lines in proptest::collection::vec(
            "(export )?[ \t]{0,2}[AB][ \t]{0,2}[=:][ ]{0,2}(['\"]?([ab#$\\\\ =\t]|[$][AB]|[$][{]A:-x[}]){0,5}['\"]?)( # c)?[ \t]{0,2}|[AB]|# c[ ]?|",
            0..6,
        ),
        line_end in "(\n|\r\n)",
        last in "(\n|\r\n|)",
    ) {
        let text = lines.join(&line_end) + &last;
        let after = fixed(&text);
        if let Some(before) = environment(&text) {
            prop_assert_eq!(Some(before), environment(&after), "{:?} became {:?}", text, after);
        }
        prop_assert_eq!(fixed(&after), after.clone(), "{:?} became {:?}, which is fixed again", text, after);
    }
}

#[test]
fn the_same_text_is_no_repetition_where_it_reads_what_was_set_since() {
    for text in ["A=${A:-x}y\nA=${A:-x}y\n", "B=${A:-x}\nA=1\nB=${A:-x}\n"] {
        assert_eq!(environment(text), environment(&fixed(text)), "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_alone_is_left_alone() {
    assert_eq!(fixed("\u{feff}"), "\u{feff}");
    assert_eq!(fixed("\u{feff}A=1"), "\u{feff}A=1\n");
}
