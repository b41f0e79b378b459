//! The walk that collects the facts: in the order in which commands run, with the state of the variables at hand.

use super::flow::{Changes, State};
use super::silence::silences;
use super::variables::{ArithmeticName, arithmetic_names};
use super::{CommandFact, Environment, Facts, PartFact, Role, Status, Test, TestKind, Variables, WordFact};
use crate::shell::{
    AndOr, Assignment, Command, CommandKind, For, Function, If, List, Logical, Parameter, Part, PartKind,
    Pipeline, Redirect, Script, Simple, Word,
};
use crate::text::Spanned;
use std::collections::BTreeMap;

/// How deep calls of functions are followed from one into the next; others are read at the end.
const MAX_CALLS: usize = 8;

/// What a part inherits from where it stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Context {
    command: Option<usize>,
    word: Option<usize>,
    conditional: bool,
    output_is_read: bool,
    whole: bool,
    quoted: bool,
    names_command: bool,
    in_parameter: bool,
    /// Whether it stands in `${x:+...}`, which is read only where x is set.
    alternative: bool,
}

impl Context {
    /// The context of commands within a word: nothing of the word's quotes matters to them.
    fn inner_commands(self) -> Self {
        Self {
            conditional: self.conditional,
            output_is_read: true,
            alternative: self.alternative,
            ..Self::default()
        }
    }
}

pub(super) struct Collector<'s, 't> {
    pub(super) facts: Facts<'s, 't>,
    pub(super) state: State<'s>,
    functions: BTreeMap<&'s str, (&'s Function<'t>, Option<Changes<'s>>)>,
    /// All functions, in the order in which they were found.
    defined: Vec<&'s Function<'t>>,
    calls: usize,
    doubts_and: bool,
}

pub(super) fn collect<'s, 't>(script: &'s Script<'t>, environment: &Environment<'s>) -> Facts<'s, 't> {
    let facts = Facts {
        script,
        commands: Vec::new(),
        pipelines: Vec::new(),
        and_ors: Vec::new(),
        loops: Vec::new(),
        tests: Vec::new(),
        words: Vec::new(),
        parts: Vec::new(),
        arithmetic: Vec::new(),
        variables: Variables::default(),
        errexit: environment.errexit,
        open: environment.open,
        silences: Vec::new(),
    };
    if script.failure.is_some() {
        // Half a script says little that is sure.
        return facts;
    }
    let mut collector = Collector {
        facts,
        state: State::default(),
        functions: BTreeMap::new(),
        defined: Vec::new(),
        calls: 0,
        doubts_and: environment.doubts_and,
    };
    for name in &environment.variables {
        collector.state.set(name, Status::Clean);
        collector.facts.variables.excuse(name);
    }
    collector.list(&script.body, Context::default());
    while let Some(function) = collector.functions.values().find_map(|(f, read)| read.is_none().then_some(*f))
    {
        collector.call(function, Context::default());
    }
    let mut facts = collector.facts;
    facts.silences = silences(&script.comments, &facts.and_ors, script.span);
    facts
}

impl<'s, 't> Collector<'s, 't> {
    // Commands. Each says whether the script ends there (`exit`, `return`).

    fn list(&mut self, list: &'s List<'t>, context: Context) -> bool {
        let mut ends = false;
        for and_or in &list.items {
            if and_or.background {
                self.aside(|c| c.and_or(and_or, context));
            } else {
                ends |= self.and_or(and_or, context);
            }
        }
        ends
    }

    /// A condition: its last command decides.
    fn condition(&mut self, list: &'s List<'t>, context: Context) {
        let last = list.items.len().saturating_sub(1);
        for (index, and_or) in list.items.iter().enumerate() {
            let conditional = context.conditional || index == last;
            self.and_or(and_or, Context { conditional, ..context });
        }
    }

    /// Runs what can not change variables here: a subshell, a stage of a pipeline.
    fn aside<R>(&mut self, run: impl FnOnce(&mut Self) -> R) -> (R, Changes<'s>) {
        let mark = self.state.mark();
        let result = run(self);
        (result, self.state.undo(mark))
    }

    fn and_or(&mut self, and_or: &'s AndOr<'t>, context: Context) -> bool {
        self.facts.and_ors.push((and_or, context.conditional));
        let last = and_or.pipelines.len().saturating_sub(1);
        let mut ends = false;
        for (index, pipeline) in and_or.pipelines.iter().enumerate() {
            let context = Context { conditional: context.conditional || index < last, ..context };
            let operator = index.checked_sub(1).and_then(|before| and_or.operators.get(before));
            let Some(operator) = operator else {
                ends = self.pipeline(pipeline, context);
                continue;
            };
            // `a && b` is taken to go on to b, unless that is in doubt; `a || b` may or may not.
            let (stops, changes) = self.aside(|c| c.pipeline(pipeline, context));
            match operator.value {
                _ if stops => {}
                Logical::And if !self.doubts_and => self.state.meet(&[changes]),
                Logical::And | Logical::Or => self.state.meet(&[changes, Changes::new()]),
            }
        }
        ends
    }

    fn pipeline(&mut self, pipeline: &'s Pipeline<'t>, context: Context) -> bool {
        self.facts.pipelines.push(pipeline);
        if let [command] = pipeline.commands.as_slice() {
            return self.command(command, context);
        }
        let last = pipeline.commands.len().saturating_sub(1);
        for (index, command) in pipeline.commands.iter().enumerate() {
            let output_is_read = context.output_is_read || index < last;
            self.aside(|c| c.command(command, Context { output_is_read, ..context }));
        }
        false
    }

    fn command(&mut self, command: &'s Command<'t>, context: Context) -> bool {
        let ends = match &command.kind {
            CommandKind::Simple(simple) => self.simple(simple, context),
            CommandKind::Group(list) => self.list(list, context),
            CommandKind::Subshell(list) => {
                self.aside(|c| c.list(list, context));
                false
            }
            CommandKind::If(clause) => self.if_clause(clause, context),
            CommandKind::Loop(clause) => {
                self.foresee(&clause.body);
                self.condition(&clause.condition, context);
                let (_, changes) = self.aside(|c| c.list(&clause.body, context));
                self.state.meet(&[changes, Changes::new()]);
                false
            }
            CommandKind::For(clause) => {
                self.for_clause(clause, context);
                false
            }
            CommandKind::ArithmeticFor(clause) => {
                self.foresee(&clause.body);
                self.arithmetic(&clause.header, context);
                let (_, changes) = self.aside(|c| c.list(&clause.body, context));
                self.state.meet(&[changes, Changes::new()]);
                false
            }
            CommandKind::Case(clause) => {
                let whole = Context { whole: true, ..context };
                self.word(&clause.subject, Role::Case, whole);
                let mut paths = Vec::new();
                for (patterns, body) in &clause.arms {
                    patterns.iter().for_each(|word| self.word(word, Role::Case, whole));
                    let (ends, changes) = self.aside(|c| c.list(body, context));
                    if !ends {
                        paths.push(changes);
                    }
                }
                let default = |words: &Vec<Word<'_>>| words.iter().any(|word| word.is("*"));
                if !clause.arms.iter().any(|(patterns, _)| default(patterns)) {
                    paths.push(Changes::new());
                }
                self.state.meet(&paths);
                false
            }
            CommandKind::Test(words) => {
                let whole = Context { whole: true, ..context };
                words.iter().for_each(|word| self.word(word, Role::Test, whole));
                self.test(Test { kind: TestKind::DoubleBracket, words, span: command.span });
                false
            }
            CommandKind::Arithmetic(parts) => {
                self.arithmetic(parts, context);
                false
            }
            CommandKind::Function(function) => {
                self.functions.insert(&function.name.value, (function, None));
                self.defined.push(function);
                false
            }
        };
        command.redirects.iter().for_each(|redirect| self.redirect(redirect, context));
        ends
    }

    fn if_clause(&mut self, clause: &'s If<'t>, context: Context) -> bool {
        let mut paths = Vec::new();
        for (condition, body) in &clause.branches {
            self.condition(condition, context);
            let (ends, changes) = self.aside(|c| c.list(body, context));
            if !ends {
                paths.push(changes);
            }
        }
        match &clause.otherwise {
            Some(body) => {
                let (ends, changes) = self.aside(|c| c.list(body, context));
                if !ends {
                    paths.push(changes);
                }
            }
            None => paths.push(Changes::new()),
        }
        self.state.meet(&paths);
        paths.is_empty()
    }

    fn for_clause(&mut self, clause: &'s For<'t>, context: Context) {
        self.facts.loops.push(clause);
        let whole = Context { whole: true, ..context };
        let words = clause.words.as_deref().unwrap_or_default();
        words.iter().for_each(|word| self.word(word, Role::LoopWord, whole));
        self.foresee(&clause.body);
        let plain = |word: &Word<'_>| word.literal().is_some() && self.state.value(word) == Status::Clean;
        let clean = clause.words.is_some() && words.iter().all(plain);
        let status = if clean { Status::Clean } else { Status::Dirty };
        self.facts.variables.assign(&clause.name.value, clause.keyword);
        let (_, changes) = self.aside(|c| {
            c.state.set(&clause.name.value, status);
            c.list(&clause.body, context)
        });
        self.state.meet(&[changes, Changes::new()]);
    }

    /// Before the body of a loop: what it assigns may have been assigned in an earlier round.
    fn foresee(&mut self, body: &'s List<'t>) {
        let simple =
            body.items.iter().flat_map(|and_or| &and_or.pipelines).flat_map(|pipeline| &pipeline.commands);
        for assignment in simple.filter_map(Command::as_simple).flat_map(|simple| &simple.assignments) {
            let name: &'s str = &assignment.name.value;
            let status = self.state.get(name).join(self.state.value(&assignment.value));
            self.state.set(name, status);
        }
    }

    fn call(&mut self, function: &'s Function<'t>, context: Context) {
        let name: &'s str = &function.name.value;
        // Marked as read before it is, since it may call itself.
        self.functions.insert(name, (function, Some(Changes::new())));
        self.calls += 1;
        let inner = Context { command: None, ..context };
        let (_, changes) = self.aside(|c| c.command(&function.body, inner));
        self.calls -= 1;
        self.state.meet(std::slice::from_ref(&changes));
        self.functions.insert(name, (function, Some(changes)));
    }

    fn simple(&mut self, simple: &'s Simple<'t>, context: Context) -> bool {
        let index = self.facts.commands.len();
        let Context { conditional, output_is_read, .. } = context;
        self.facts.commands.push(CommandFact { simple, conditional, output_is_read });
        let context = Context { command: Some(index), word: None, whole: false, quoted: false, ..context };
        simple.assignments.iter().for_each(|assignment| self.assignment(assignment, simple, context));
        let test = Test::of(simple);
        let named = naming_word(simple);
        let declares = self.declares(simple);
        for (index, word) in simple.words.iter().enumerate() {
            let role = match (index, &test) {
                (0, _) => Role::Name,
                (_, Some(_)) => Role::Test,
                _ => Role::Argument,
            };
            let names_command = (index == 0 || Some(index) == named) && is_one_expansion(word);
            let whole = declares && word.assigned_name().is_some();
            self.word(word, role, Context { names_command, whole, ..context });
        }
        simple.redirects.iter().for_each(|redirect| self.redirect(redirect, context));
        if let Some(test) = test {
            self.test(test);
        }
        self.effects(simple);
        let name = simple.words.first().and_then(Word::bare);
        if let Some((function, changes)) = name.and_then(|name| self.functions.get(name)) {
            match changes {
                Some(changes) => self.state.meet(std::slice::from_ref(changes)),
                None if self.calls < MAX_CALLS => self.call(function, context),
                None => {}
            }
        }
        matches!(name, Some("exit" | "return" | "exec")) && (name != Some("exec") || simple.words.len() > 1)
    }

    /// Whether `name=value` arguments are assignments to this shell.
    fn declares(&self, simple: &Simple<'_>) -> bool {
        let declaring = ["export", "readonly", "local", "declare", "typeset"];
        self.facts.script.dialect != crate::shell::Dialect::Posix
            && simple.words.first().and_then(Word::bare).is_some_and(|name| declaring.contains(&name))
    }

    fn assignment(&mut self, assignment: &'s Assignment<'t>, simple: &'s Simple<'t>, context: Context) {
        let whole = Context { whole: true, ..context };
        assignment.index.iter().for_each(|word| self.word(word, Role::Inner, whole));
        self.word(&assignment.value, Role::Value, whole);
        let name: &'s str = &assignment.name.value;
        if !simple.words.is_empty() {
            // Only the command sees it.
            self.facts.variables.excuse(name);
            return;
        }
        let mut status = self.state.value(&assignment.value);
        if assignment.append && self.state.get(name) != status {
            status = Status::Dirty;
        }
        self.state.set(name, status);
        self.facts.variables.assign(name, assignment.span);
        if assignment.append {
            self.facts.variables.refer(name, assignment.span, true);
        }
    }

    fn redirect(&mut self, redirect: &'s Redirect<'t>, context: Context) {
        let target = Context { whole: false, quoted: false, names_command: false, ..context };
        self.word(&redirect.target, Role::Target, target);
        let script = self.facts.script;
        if let Some(here_doc) = redirect.here_doc.and_then(|index| script.here_docs.get(index)) {
            let inside = Context { whole: true, quoted: true, word: None, ..context };
            here_doc.parts.iter().for_each(|part| self.part(part, inside));
        }
    }

    fn test(&mut self, test: Test<'s, 't>) {
        self.facts.tests.push(test);
        if test.kind == TestKind::Command {
            return;
        }
        // A variable that is asked for has been thought of.
        let unary = test.words.windows(2).filter_map(|pair| match pair {
            [operator, operand] if matches!(operator.bare(), Some("-n" | "-z" | "-v")) => Some(operand),
            _ => None,
        });
        let bare = (test.words.len() == 1).then(|| test.words.first()).flatten();
        for word in unary.chain(bare) {
            let parameter = word.flat_parts().find_map(|(part, _)| part.parameter());
            if let Some(parameter) = parameter {
                self.facts.variables.excuse(&parameter.name);
            } else if let Some(name) = word.bare() {
                self.facts.variables.excuse(name);
            }
        }
    }

    // Words.

    fn word(&mut self, word: &'s Word<'t>, role: Role, context: Context) {
        let index = self.facts.words.len();
        self.facts.words.push(WordFact { word, role, command: context.command });
        let context = Context { word: Some(index), ..context };
        word.parts.iter().for_each(|part| self.part(part, context));
    }

    fn part(&mut self, part: &'s Part<'t>, context: Context) {
        let Context { word, whole, quoted, names_command, in_parameter, command, .. } = context;
        let status = part.parameter().map_or(Status::Dirty, |parameter| self.state.get(&parameter.name));
        let fact = PartFact { part, word, whole, quoted, names_command, in_parameter, command, status };
        self.facts.parts.push(fact);
        match &part.kind {
            PartKind::Double(parts) => {
                let inside = Context { whole: true, quoted: true, ..context };
                parts.iter().for_each(|part| self.part(part, inside));
            }
            PartKind::Parameter(parameter) => self.parameter(parameter, part, context),
            PartKind::Substitution(list) | PartKind::Backticks(list) | PartKind::Process(list) => {
                self.aside(|c| c.list(list, context.inner_commands()));
            }
            PartKind::Arithmetic(parts) => self.arithmetic(parts, context),
            PartKind::ExtGlob(words) | PartKind::Braces(words) => {
                words.iter().for_each(|word| self.word(word, Role::Inner, context));
            }
            PartKind::Array(words) => {
                let element = Context { whole: true, ..context };
                words.iter().for_each(|word| self.word(word, Role::Inner, element));
            }
            PartKind::Literal
            | PartKind::Escaped(_)
            | PartKind::Single(_)
            | PartKind::AnsiC(_)
            | PartKind::Glob
            | PartKind::Tilde => {}
        }
    }

    fn parameter(&mut self, parameter: &'s Parameter<'t>, part: &'s Part<'t>, context: Context) {
        let name: &'s str = &parameter.name;
        if !parameter.is_special() {
            let guarded = parameter.is_guarded() || context.alternative;
            self.facts.variables.refer(name, part.span, guarded);
            if matches!(parameter.operator_text(), "=" | ":=") {
                self.facts.variables.assign(name, part.span);
            }
        }
        let alternative = context.alternative || matches!(parameter.operator_text(), "+" | ":+");
        let inside =
            Context { whole: true, in_parameter: true, names_command: false, alternative, ..context };
        let index = Context { alternative: true, ..inside };
        parameter.index.iter().for_each(|word| self.word(word, Role::Inner, index));
        parameter.argument.iter().for_each(|word| self.word(word, Role::Inner, inside));
    }

    pub(super) fn arithmetic(&mut self, parts: &'s [Part<'t>], context: Context) {
        for ArithmeticName { name, assigned, span } in arithmetic_names(parts) {
            if assigned {
                self.state.set(name, Status::Clean);
                self.facts.variables.assign(name, span);
            }
            self.facts.variables.refer(name, span, true);
            self.facts.arithmetic.push(Spanned::new(name, span));
        }
        let inside = Context { whole: true, names_command: false, word: None, ..context };
        parts.iter().for_each(|part| self.part(part, inside));
    }
}

/// The word that `exec`, `command`, `builtin` or `run` runs.
fn naming_word(simple: &Simple<'_>) -> Option<usize> {
    let name = simple.words.first()?.bare()?;
    if !["exec", "command", "builtin", "run"].contains(&name) {
        return None;
    }
    let after = simple.words.iter().skip(1).position(|word| !word.literal_prefix().starts_with('-'))?;
    Some(after + 1)
}

/// Whether a word is one expansion and nothing else, quotes aside.
fn is_one_expansion(word: &Word<'_>) -> bool {
    match word.parts.as_slice() {
        [Part { kind: PartKind::Double(inner), .. }] => {
            matches!(inner.as_slice(), [part] if part.is_expansion())
        }
        [part] => part.is_expansion(),
        _ => false,
    }
}
