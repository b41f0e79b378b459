//! Tests only: the recorded answers of the programs whose formats we read, one JSON object a line.

use serde_json::Value;

/// The rows of `shared/oracle/NAME`; none, with the reason printed, where the folder is not there.
#[expect(clippy::print_stderr, reason = "a test that is skipped has to say so")]
pub(crate) fn rows(name: &str) -> Vec<Value> {
    let path = format!("{}/../../../shared/oracle/{name}", env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no {path}");
        return Vec::new();
    };
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
