//! The finding that all rules about versions of packages make.

use crate::rules::Reporter;
use crate::shell::Argument;

/// Reports the packages of one command, if any, in one finding at the first of them.
///
/// `form` shows how a version is written: `name=version`.
pub(crate) fn report<'c, 's: 'c, 't: 's>(
    cx: &mut Reporter<'_>,
    packages: impl Iterator<Item = &'c Argument<'s, 't>>,
    form: &str,
) {
    let packages: Vec<_> = packages.collect();
    let Some(first) = packages.first() else { return };
    let names: Vec<String> = packages.iter().take(3).map(|word| format!("`{}`", word.text)).collect();
    let more = match packages.len() {
        0..=3 => String::new(),
        n => format!(" and {} more", n - 3),
    };
    let has = if packages.len() == 1 { "has no version" } else { "have no version" };
    cx.report(
        first.span(),
        format!(
            "{}{more} {has}, so the image depends on the day of the build. Pin it: `{form}`.",
            names.join(", ")
        ),
    );
}
