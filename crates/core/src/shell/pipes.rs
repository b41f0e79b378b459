//! Which commands hand their output to which.

use super::visit::{Visitor, walk_pipeline, walk_script};
use super::{Call, Pipeline, Script, Simple};
use std::collections::HashMap;

/// The pipelines of a script, at any depth, that have more than one stage: of each stage the command at work, `bash` of
/// `sudo bash`. `calls` are those of the script. Stages that are compound commands are left out.
#[must_use]
pub fn pipes<'c, 's, 't>(script: &'s Script<'t>, calls: &'c [Call<'s, 't>]) -> Vec<Vec<&'c Call<'s, 't>>> {
    // Of several calls that share a command, the innermost comes last.
    let by_command: HashMap<*const Simple<'t>, &'c Call<'s, 't>> =
        calls.iter().map(|call| (std::ptr::from_ref(call.simple), call)).collect();
    let mut finder = Finder { by_command, pipes: Vec::new() };
    walk_script(&mut finder, script);
    finder.pipes
}

struct Finder<'c, 's, 't> {
    by_command: HashMap<*const Simple<'t>, &'c Call<'s, 't>>,
    pipes: Vec<Vec<&'c Call<'s, 't>>>,
}

impl<'s, 't> Visitor<'s, 't> for Finder<'_, 's, 't> {
    fn visit_pipeline(&mut self, pipeline: &'s Pipeline<'t>) {
        if pipeline.commands.len() > 1 {
            let simple = pipeline.commands.iter().filter_map(|command| command.as_simple());
            let stages =
                simple.filter_map(|simple| self.by_command.get(&std::ptr::from_ref(simple)).copied());
            self.pipes.push(stages.collect());
        }
        walk_pipeline(self, pipeline);
    }
}
