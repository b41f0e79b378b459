//! What yum, dnf and microdnf have in common: how a version stands in a package's name, what they ask, and where caches stay.

use super::{Build, Step, unpinned};
use crate::rules::Reporter;
use crate::shell::Call;

/// Reports the packages of one install command that have no version.
pub(crate) fn report_unpinned(
    build: &Build<'_, '_>,
    run: &Step<'_, '_>,
    call: &Call<'_, '_>,
    cx: &mut Reporter<'_>,
) {
    if call.has_argument("group") {
        return;
    }
    let module = call.has_argument("module");
    let known = |variable: &str| build.env_at(run, variable).is_some() || build.has_argument(variable);
    let words = call.operands(&[]).filter(|word| word.text != "install" && word.text != "module");
    let loose =
        words.filter(|word| if module { !word.text.contains(':') } else { !is_pinned(&word.text, known) });
    unpinned::report(cx, loose, if module { "module:stream" } else { "name-version" });
}

/// `name-version[-release][.arch]`: a part after the first hyphen that begins with a digit, and nothing odd behind the name.
///
/// A variable counts where the build knows it, since its value usually is the version.
fn is_pinned(package: &str, known: impl Fn(&str) -> bool) -> bool {
    let mut parts = package.split('-');
    let _name = parts.next();
    let versions: Vec<&str> = parts.collect();
    if versions.is_empty() {
        return false;
    }
    if package.ends_with(".rpm") {
        return true;
    }
    if package.contains('$') {
        let mut variables = package.split("${").skip(1).filter_map(|rest| rest.split_once('}'));
        return variables.any(|(name, _)| known(name));
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || ".~^_:+".contains(c);
    versions.iter().all(|part| part.chars().all(allowed))
        && versions.iter().any(|part| part.starts_with(|c: char| c.is_ascii_digit()))
}

/// Reports the install commands of these programs that wait for an answer.
pub(crate) fn report_unconfirmed(
    build: &Build<'_, '_>,
    names: &'static [&'static str],
    cx: &mut Reporter<'_>,
) {
    for call in build.calls_named(names) {
        let installs = ["install", "groupinstall", "localinstall"];
        let Some(verb) = call.arguments.iter().find(|word| installs.contains(&word.text.as_ref())) else {
            continue;
        };
        if call.has_any_flag(&["y", "assumeyes"]) {
            continue;
        }
        let name = call.name();
        cx.report(
            call.name_word.span,
            format!("`{name} {}` asks for confirmation, and a build cannot answer. Add `-y`.", verb.text),
        )
        .safe_fix("Add `-y`", [call.insert_after(verb.word, "-y")]);
    }
}

/// Reports that the command at `install` leaves its cache in the layer, with `clean` as the mend.
pub(crate) fn report_cache(run: &Step<'_, '_>, install: usize, clean: &str, cx: &mut Reporter<'_>) {
    let Some(call) = run.calls.get(install) else { return };
    let name = call.name();
    let found = cx.report(
        call.name_word.span,
        format!("`{name}` leaves its cache in this layer, where it only costs space. Run `{clean}` in the same RUN."),
    );
    if let Some(edit) = run.append(clean) {
        found.safe_fix(format!("Add `{clean}`"), [edit]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_a_hyphen_and_begin_with_a_digit() {
        let pinned = |package| is_pinned(package, |variable| variable == "V");
        assert!(pinned("foo-1.2"));
        assert!(pinned("java-1.8.0-openjdk"));
        assert!(pinned("foo-${V}"));
        assert!(pinned("./foo-bar.rpm"));
        assert!(!pinned("httpd"));
        assert!(!pinned("python3-devel"));
        assert!(!pinned("foo-${W}"));
    }
}
