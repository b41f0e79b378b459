//! What an image runs when it starts.

use super::{Build, Step};
use crate::dockerfile::{Command, Stage};
use crate::text::Span;
use std::borrow::Cow;

impl<'b, 't> Build<'b, 't> {
    /// The last instruction of this keyword in a stage, or in those that it is built from.
    #[must_use]
    pub fn in_effect(&self, stage: &Stage<'t>, keyword: &str) -> Option<&Step<'b, 't>> {
        let of_stage = |stage: &Stage<'t>| {
            let steps = self.steps_in(stage.instructions.clone());
            steps.filter(|step| step.instruction.is(keyword) && !step.onbuild).last()
        };
        self.facts().lineage(stage).find_map(of_stage)
    }

    /// The command lines that the image of the last stage starts with, as words with their places: ENTRYPOINT and CMD put
    /// together where both are in exec form, and the commands in each.
    #[must_use]
    pub fn start_commands(&self) -> Vec<Vec<(Cow<'_, str>, Span)>> {
        let Some(last) = self.facts().last() else { return Vec::new() };
        let entrypoint = self.in_effect(last, "ENTRYPOINT");
        let cmd = self.in_effect(last, "CMD");
        let mut commands: Vec<Vec<(Cow<'_, str>, Span)>> = Vec::new();
        if let (Some(program), Some(arguments)) = (entrypoint.and_then(exec_words), cmd.and_then(exec_words))
        {
            commands.push([program, arguments].concat());
        }
        for call in entrypoint.into_iter().chain(cmd).flat_map(|step| &step.calls) {
            let name = (call.name_word.text(), call.name_word.span);
            let arguments =
                call.arguments.iter().map(|word| (Cow::Borrowed(word.text.as_ref()), word.span()));
            commands.push(std::iter::once(name).chain(arguments).collect());
        }
        commands
    }
}

/// The strings of a command in exec form.
fn exec_words<'s>(step: &'s Step<'_, '_>) -> Option<Vec<(Cow<'s, str>, Span)>> {
    let Some(Command::Exec(words)) = step.instruction.command() else { return None };
    Some(words.elements.iter().map(|word| (Cow::Borrowed(word.as_str()), word.whole())).collect())
}
