//! The lists of rules are generated: this test compares them with the folders, or writes them (`DOCKLINT_BLESS=1`).

use docklint_core::rules;
use docklint_tests::page::{HEADINGS, Page};
use docklint_tests::{assert_generated, root};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The stems of the rule files in one family's folder, sorted.
fn stems(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder of a family can be read");
    let names = entries.map(|e| e.expect("a folder entry").file_name().to_string_lossy().into_owned());
    let mut stems: Vec<String> =
        names.filter(|n| n != "mod.rs").filter_map(|n| n.strip_suffix(".rs").map(str::to_owned)).collect();
    stems.sort();
    stems
}

fn families() -> Vec<PathBuf> {
    let rules = root().join("crates/core/src/rules");
    let entries = std::fs::read_dir(rules).expect("the folder of rules can be read");
    let mut folders: Vec<PathBuf> =
        entries.map(|e| e.expect("a folder entry").path()).filter(|p| p.join("mod.rs").is_file()).collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

#[test]
fn lists_match_the_folders() {
    for folder in families() {
        let family = name(&folder);
        let mut out = format!(
            "//! The rules of the family `{family}`.\n//!\n//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.\n\n"
        );
        let stems = stems(&folder);
        for stem in &stems {
            writeln!(out, "mod {stem};").expect("a string takes all");
        }
        out.push_str("\nuse super::{Rule, summary};\n\n/// The rules of this family, by name.\n#[rustfmt::skip]\npub(super) static RULES: &[Rule] = &[\n");
        for stem in &stems {
            let page = Page::read(&folder.join(format!("{stem}.md")));
            let rule = stem.replace('_', "-");
            assert_eq!(page.title, rule, "{stem}.md: the title is the rule's name");
            assert!(!page.summary.is_empty(), "{stem}.md: a one-line summary follows the title");
            writeln!(
                out,
                "    Rule {{\n        name: \"{rule}\",\n        summary: summary({:?}),\n        family: \"{family}\",\n        meta: {stem}::META,\n    }},",
                page.summary
            )
            .expect("a string takes all");
        }
        out.push_str("];\n");
        if stems.is_empty() {
            out = format!(
                "//! The rules of the family `{family}`.\n//!\n//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.\n\nuse super::Rule;\n\n/// The rules of this family, by name.\n#[rustfmt::skip]\npub(super) static RULES: &[Rule] = &[];\n"
            );
        }
        assert_generated(&folder.join("mod.rs"), &out);
    }
}

#[test]
fn pages_are_built_alike() {
    for folder in families() {
        for stem in stems(&folder) {
            let page = Page::read(&folder.join(format!("{stem}.md")));
            let expected: Vec<&str> = HEADINGS
                .into_iter()
                .filter(|h| *h != "Options" || page.headings.iter().any(|p| p == h))
                .collect();
            assert_eq!(page.headings, expected, "{stem}.md: the headings, in this order");
            assert!(!page.groups.is_empty(), "{stem}.md: at least one example");
        }
    }
}

#[test]
fn codes_names_and_aliases_are_unique() {
    let mut seen = BTreeMap::new();
    for rule in rules::all() {
        let code = rule.meta.code;
        for key in [code, rule.name] {
            assert_eq!(seen.insert(key, rule.name), None, "{key} names two rules");
        }
        let (family, digits) = code.split_at(2);
        assert!(
            ["DL", "SC", "BK", "DC", "EV", "PJ", "SK", "DK"].contains(&family)
                && digits.chars().all(|c| c.is_ascii_digit()),
            "{code}: a family and a number"
        );
    }
}

#[test]
fn the_index_of_rules_is_up_to_date() {
    let mut out = String::from("# Rules\n\nGenerated from the rules themselves.\n");
    let mut family = "";
    for rule in rules::all() {
        if rule.family != family {
            family = rule.family;
            write!(
                out,
                "\n## {family}\n\n| code | name | severity | fix | what |\n| --- | --- | --- | --- | --- |\n"
            )
            .expect("a string takes all");
        }
        let fix = serde_name(&format!("{:?}", rule.meta.fix));
        let stem = rule.name.replace('-', "_");
        writeln!(
            out,
            "| {} | [{}](../crates/core/src/rules/{family}/{stem}.md) | {} | {fix} | {} |",
            rule.meta.code,
            rule.name,
            rule.meta.severity,
            rule.summary.replace('|', "\\|")
        )
        .expect("a string takes all");
    }
    std::fs::create_dir_all(root().join("docs")).expect("docs/ can be made");
    assert_generated(&root().join("docs/rules.md"), &out);
}

fn serde_name(debug: &str) -> String {
    debug.to_lowercase()
}
