//! What BuildKit refuses once it carries instructions out, as far as that can be told without the base image: malformed
//! variables and quotes, and values that cannot be right. Values with variables in them are left alone.
//!
//! Triggers of ONBUILD are not looked at, since they are carried out in other builds. What rules report under a code of their
//! own (ports above 65535, invalid images, stages that are not there) is theirs.

mod flags;
mod mounts;
mod values;

use super::ast::{Dockerfile, Instruction, InstructionKind, Transfer};
use super::expand::{self, ExpandError};
use crate::text::Mapped;
use crate::{SyntaxError, compose};

/// Checks what [`super::parse()`] has not. A file without errors of either is one that BuildKit accepts, as far as the text tells.
#[must_use]
pub fn validate(tree: &Dockerfile<'_>) -> Vec<SyntaxError> {
    let mut checker = Checker { escape: tree.escape, errors: Vec::new() };
    for instruction in &tree.instructions {
        checker.instruction(instruction);
    }
    checker.errors
}

struct Checker {
    escape: char,
    errors: Vec<SyntaxError>,
}

impl Checker {
    fn instruction(&mut self, instruction: &Instruction<'_>) {
        match &instruction.kind {
            InstructionKind::Add(transfer) => {
                self.transfer(instruction, transfer);
                self.errors.extend(flags::checksum(instruction, transfer));
            }
            InstructionKind::Copy(transfer) => {
                self.transfer(instruction, transfer);
                self.errors.extend(transfer.sources.iter().filter_map(values::url_in_copy));
                self.errors.extend(flags::variable_in_from(instruction));
            }
            InstructionKind::Arg(pairs) => {
                pairs.iter().filter_map(|pair| pair.value.as_ref()).for_each(|value| self.value(value));
            }
            InstructionKind::Env(list) | InstructionKind::Label(list) => {
                for pair in &list.pairs {
                    self.value(&pair.name);
                    pair.value.iter().for_each(|value| self.value(value));
                }
            }
            InstructionKind::Expose(ports) => ports.iter().for_each(|port| self.port(port)),
            InstructionKind::From(from) => {
                self.value(&from.image);
                if let Some(platform) = instruction.flag_value("platform") {
                    self.plain(platform, values::platform);
                }
            }
            InstructionKind::Run(run) => {
                for mount in &run.mounts {
                    mounts::check(mount, &mut self.errors);
                    let expanded = mount.fields.iter().filter(|field| field.key != super::MountKey::From);
                    expanded.filter_map(|field| field.value.as_ref()).for_each(|value| self.value(value));
                }
            }
            InstructionKind::Stopsignal(signal) => self.plain(signal, values::signal),
            InstructionKind::User(value) | InstructionKind::Workdir(value) => self.value(value),
            InstructionKind::Volume(list) => list.items.iter().for_each(|path| self.value(path)),
            _ => {}
        }
    }

    fn transfer(&mut self, instruction: &Instruction<'_>, transfer: &Transfer<'_>) {
        for path in transfer.sources.iter().chain(&transfer.destination) {
            let hint = if transfer.json.is_some() {
                ""
            } else {
                " Words are split at white space whatever quotes stand around it; a path with a space needs the JSON form."
            };
            self.value_with_hint(path, hint);
        }
        for heredoc in instruction.heredocs.iter().filter(|heredoc| heredoc.expand) {
            let (_, error) = expand::references_in_body(&heredoc.body);
            self.errors.extend(error.and_then(|error| {
                refused(
                    &heredoc.body,
                    &error,
                    " Quote the name of the here-document if nothing in it is to be expanded.",
                )
            }));
        }
        for name in ["chown", "chmod", "checksum"] {
            instruction.flag_value(name).iter().for_each(|value| self.value(value));
        }
        if let Some(mode) = instruction.flag_value("chmod") {
            self.plain(mode, values::mode);
        }
    }

    /// A value that is expanded.
    fn value(&mut self, value: &Mapped<'_>) {
        self.value_with_hint(value, "");
    }

    fn value_with_hint(&mut self, value: &Mapped<'_>, hint: &str) {
        let (_, error) = expand::references(value, self.escape);
        self.errors.extend(error.and_then(|error| refused(value, &error, hint)));
    }

    /// A value that is expanded, of which `problem` says what is wrong once it is.
    fn plain(&mut self, value: &Mapped<'_>, problem: fn(&str) -> Option<String>) {
        self.value(value);
        let Some(text) = self.constant(value) else { return };
        if let Some(message) = problem(&text) {
            self.errors.push(SyntaxError::new(value.whole(), message));
        }
    }

    /// The value without quotes; `None` where variables stand in it or it is malformed.
    fn constant(&self, value: &Mapped<'_>) -> Option<String> {
        if value.contains('$') {
            return None;
        }
        expand::unquote(value, self.escape).ok().map(std::borrow::Cow::into_owned)
    }

    fn port(&mut self, value: &Mapped<'_>) {
        self.value(value);
        let Some(text) = self.constant(value) else { return };
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        if numbers.filter_map(|digits| digits.parse::<u64>().ok()).any(|number| number > 65_535) {
            return;
        }
        if let Err(error) = compose::port::parse(&text) {
            let span = if *text == **value { value.span(error.span.range()) } else { value.whole() };
            self.errors.push(SyntaxError::new(span, error.message));
        }
    }
}

/// The error for a malformed value; none where only a bound of ours is crossed.
fn refused(value: &Mapped<'_>, error: &ExpandError, hint: &str) -> Option<SyntaxError> {
    if error.is_limit {
        return None;
    }
    let part = value.get(error.range.clone()).unwrap_or_default();
    let message = format!("`{part}` {}, so BuildKit refuses the instruction.{hint}", error.reason);
    Some(SyntaxError::new(value.span(error.range.clone()), message))
}

#[cfg(test)]
mod tests;
