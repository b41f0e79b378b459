//! The last line of the formats for people.

use docklint_core::{Report, Severity};

/// `Found 1 error, 2 warnings in 3 files; 1 suppressed.`
#[must_use]
pub fn line(report: &Report) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info, Severity::Style]
        .into_iter()
        .filter_map(|severity| match report.count(severity) {
            0 => None,
            n => Some(match severity {
                Severity::Error => plural(n, "error"),
                Severity::Warning => plural(n, "warning"),
                Severity::Info => format!("{n} info"),
                Severity::Style => format!("{n} style"),
            }),
        })
        .collect();
    let files = plural(report.files, "file");
    let suppressed =
        if report.suppressed > 0 { format!("; {} suppressed", report.suppressed) } else { String::new() };
    if counts.is_empty() {
        return format!("Nothing found in {files}{suppressed}.");
    }
    format!("Found {} in {files}{suppressed}.", counts.join(", "))
}

/// `1 file`, `2 files`.
#[must_use]
pub fn plural(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
