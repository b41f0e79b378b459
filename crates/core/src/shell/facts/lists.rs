//! Lists of commands: the script itself, and what stands in braces, branches, loops, functions and substitutions.

use super::Facts;
use crate::shell::visit::{Visitor, walk_list, walk_script};
use crate::shell::{AndOr, CommandKind, List, Script, Simple};

struct Lists<'s, 't>(Vec<&'s List<'t>>);

impl<'s, 't> Visitor<'s, 't> for Lists<'s, 't> {
    fn visit_list(&mut self, list: &'s List<'t>) {
        self.0.push(list);
        walk_list(self, list);
    }

    // A script in a string is not part of this one.
    fn visit_wrapped(&mut self, _: &'s Script<'t>) {}
}

impl<'s, 't> Facts<'s, 't> {
    /// Every list of commands, outer before inner; none where the script could not be read.
    #[must_use]
    pub fn lists(&self) -> Vec<&'s List<'t>> {
        let mut lists = Lists(Vec::new());
        if self.script.failure.is_none() {
            walk_script(&mut lists, self.script);
        }
        lists.0
    }
}

impl<'t> AndOr<'t> {
    /// The simple command, if there is nothing else.
    #[must_use]
    pub fn single_simple(&self) -> Option<&Simple<'t>> {
        let [pipeline] = self.pipelines.as_slice() else { return None };
        let [command] = pipeline.commands.as_slice() else { return None };
        match &command.kind {
            CommandKind::Simple(simple) if pipeline.bang.is_none() && !self.background => Some(simple),
            _ => None,
        }
    }
}
