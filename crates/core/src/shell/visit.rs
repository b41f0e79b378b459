//! Walking over a script: implement the methods of [`Visitor`] that matter, and call the `walk_` function of the same name
//! to go on downwards.

use super::{
    AndOr, Assignment, Command, CommandKind, HereDoc, List, Parameter, Part, PartKind, Pipeline, Redirect,
    Script, Simple, Word,
};

/// What to do at each node. Every method goes on to the children by default.
pub trait Visitor<'s, 't> {
    /// A list of commands.
    fn visit_list(&mut self, list: &'s List<'t>) {
        walk_list(self, list);
    }
    /// Pipelines joined by `&&` and `||`.
    fn visit_and_or(&mut self, and_or: &'s AndOr<'t>) {
        walk_and_or(self, and_or);
    }
    /// Commands joined by `|`.
    fn visit_pipeline(&mut self, pipeline: &'s Pipeline<'t>) {
        walk_pipeline(self, pipeline);
    }
    /// A stage of a pipeline.
    fn visit_command(&mut self, command: &'s Command<'t>) {
        walk_command(self, command);
    }
    /// A simple command.
    fn visit_simple(&mut self, simple: &'s Simple<'t>) {
        walk_simple(self, simple);
    }
    /// An assignment before a command name.
    fn visit_assignment(&mut self, assignment: &'s Assignment<'t>) {
        walk_assignment(self, assignment);
    }
    /// A redirection.
    fn visit_redirect(&mut self, redirect: &'s Redirect<'t>) {
        walk_redirect(self, redirect);
    }
    /// The body of a here-document; visited after the commands of the script.
    fn visit_here_doc(&mut self, here_doc: &'s HereDoc<'t>) {
        here_doc.parts.iter().for_each(|part| self.visit_part(part));
    }
    /// A word, wherever it stands.
    fn visit_word(&mut self, word: &'s Word<'t>) {
        word.parts.iter().for_each(|part| self.visit_part(part));
    }
    /// A part of a word.
    fn visit_part(&mut self, part: &'s Part<'t>) {
        walk_part(self, part);
    }
    /// The script in an argument of `sh -c`.
    fn visit_wrapped(&mut self, script: &'s Script<'t>) {
        walk_script(self, script);
    }
}

/// Visits the commands of a script, then its here-documents.
pub fn walk_script<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, script: &'s Script<'t>) {
    visitor.visit_list(&script.body);
    script.here_docs.iter().for_each(|here_doc| visitor.visit_here_doc(here_doc));
}

/// Visits what is in a list.
pub fn walk_list<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, list: &'s List<'t>) {
    list.items.iter().for_each(|and_or| visitor.visit_and_or(and_or));
}

/// Visits the pipelines.
pub fn walk_and_or<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, and_or: &'s AndOr<'t>) {
    and_or.pipelines.iter().for_each(|pipeline| visitor.visit_pipeline(pipeline));
}

/// Visits the stages.
pub fn walk_pipeline<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, pipeline: &'s Pipeline<'t>) {
    pipeline.commands.iter().for_each(|command| visitor.visit_command(command));
}

/// Visits what a command is made of, then its redirections.
pub fn walk_command<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, command: &'s Command<'t>) {
    match &command.kind {
        CommandKind::Simple(simple) => visitor.visit_simple(simple),
        CommandKind::Group(list) | CommandKind::Subshell(list) => visitor.visit_list(list),
        CommandKind::If(clause) => {
            for (condition, body) in &clause.branches {
                visitor.visit_list(condition);
                visitor.visit_list(body);
            }
            clause.otherwise.iter().for_each(|list| visitor.visit_list(list));
        }
        CommandKind::Loop(clause) => {
            visitor.visit_list(&clause.condition);
            visitor.visit_list(&clause.body);
        }
        CommandKind::For(clause) => {
            clause.words.iter().flatten().for_each(|word| visitor.visit_word(word));
            visitor.visit_list(&clause.body);
        }
        CommandKind::ArithmeticFor(clause) => {
            clause.header.iter().for_each(|part| visitor.visit_part(part));
            visitor.visit_list(&clause.body);
        }
        CommandKind::Case(clause) => {
            visitor.visit_word(&clause.subject);
            for (patterns, body) in &clause.arms {
                patterns.iter().for_each(|word| visitor.visit_word(word));
                visitor.visit_list(body);
            }
        }
        CommandKind::Test(words) => words.iter().for_each(|word| visitor.visit_word(word)),
        CommandKind::Arithmetic(parts) => parts.iter().for_each(|part| visitor.visit_part(part)),
        CommandKind::Function(function) => visitor.visit_command(&function.body),
    }
    command.redirects.iter().for_each(|redirect| visitor.visit_redirect(redirect));
}

/// Visits assignments, words, redirections, and the wrapped script.
pub fn walk_simple<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, simple: &'s Simple<'t>) {
    simple.assignments.iter().for_each(|assignment| visitor.visit_assignment(assignment));
    simple.words.iter().for_each(|word| visitor.visit_word(word));
    simple.redirects.iter().for_each(|redirect| visitor.visit_redirect(redirect));
    if let Some(script) = &simple.wrapped {
        visitor.visit_wrapped(script);
    }
}

/// Visits index and value.
pub fn walk_assignment<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, assignment: &'s Assignment<'t>) {
    assignment.index.iter().for_each(|word| visitor.visit_word(word));
    visitor.visit_word(&assignment.value);
}

/// Visits the target.
pub fn walk_redirect<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, redirect: &'s Redirect<'t>) {
    visitor.visit_word(&redirect.target);
}

/// Visits what stands in a part.
pub fn walk_part<'s, 't, V: Visitor<'s, 't> + ?Sized>(visitor: &mut V, part: &'s Part<'t>) {
    match &part.kind {
        PartKind::Double(parts) | PartKind::Arithmetic(parts) => {
            parts.iter().for_each(|part| visitor.visit_part(part));
        }
        PartKind::Parameter(Parameter { index, argument, .. }) => {
            index.iter().chain(argument).for_each(|word| visitor.visit_word(word));
        }
        PartKind::Substitution(list) | PartKind::Backticks(list) | PartKind::Process(list) => {
            visitor.visit_list(list);
        }
        PartKind::ExtGlob(words) | PartKind::Braces(words) | PartKind::Array(words) => {
            words.iter().for_each(|word| visitor.visit_word(word));
        }
        PartKind::Literal
        | PartKind::Escaped(_)
        | PartKind::Single(_)
        | PartKind::AnsiC(_)
        | PartKind::Glob
        | PartKind::Tilde => {}
    }
}
