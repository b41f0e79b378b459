//! Standard output and standard error.

use crate::args::Color;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, Write as _};

/// Writes `text` to standard output.
///
/// # Errors
/// Where it cannot be written; a reader that went away (`| head`) is no error.
pub(crate) fn print(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write the output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Writes `error: message` to standard error.
pub(crate) fn error(message: &str) {
    note(&format!("error: {message}"));
}

/// Writes a line to standard error. Where that fails, nobody is left to be told.
pub(crate) fn note(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}

/// Whether standard output is to be coloured: asked for, or a terminal whose user has not set `NO_COLOR`.
pub(crate) fn coloured(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}

/// Writes lines to standard error as they are.
pub(crate) fn note_lines(lines: &str) {
    if !lines.is_empty() {
        note(lines.trim_end());
    }
}
