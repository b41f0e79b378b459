//! Credentials in a Compose file: environment, build arguments, labels and commands of its services.

use super::command::in_script;
use super::{Found, Place};
use crate::compose::{Command, ComposeFile, Pair, Service, Text};
use crate::shell::{self, Dialect};
use crate::text::{Mapped, Span, Spanned};

/// Adds the credentials of all services.
pub(super) fn in_compose(file: &ComposeFile<'_>, found: &mut Found) {
    for service in file.services() {
        in_service(service, found);
    }
}

fn in_service(service: Service<'_>, found: &mut Found) {
    let environment = service.environment();
    let mut beside = vec![service.name.as_str()];
    let names = environment.iter().filter(|pair| super::names_another(&pair.key));
    beside.extend(names.filter_map(Pair::given).map(|value| value.as_str()));
    add(Place::Environment, &environment, &beside, found);
    add(Place::Label, &service.labels(), &[], found);
    for command in
        [service.command(), service.entrypoint(), service.healthcheck().and_then(|check| check.test())]
    {
        command.iter().for_each(|command| in_command(command, found));
    }
    if let Some(build) = service.build() {
        add(Place::BuildArg, &build.args(), &beside, found);
        add(Place::Label, &build.labels(), &[], found);
    }
}

/// A command; the words of a list are put one behind the other, so that one span tells word and place.
fn in_command(command: &Command<'_>, found: &mut Found) {
    let mut words: Vec<(Text<'_>, Spanned<String>)> = match command {
        Command::Line(line) => {
            let split = Command::split(*line).map(|split| split.words).unwrap_or_default();
            split.into_iter().map(|word| (*line, word)).collect()
        }
        Command::List(texts) => {
            let whole = |text: &str| Spanned::new(text.to_owned(), Span::new(0, text.len()));
            texts.iter().map(|text| (*text, whole(text))).collect()
        }
    };
    match words.first().map(|(_, word)| word.value.as_str()) {
        Some("CMD") => drop(words.remove(0)),
        // What follows is a script of its own.
        Some("CMD-SHELL") => {
            let Some((text, word)) = words.get(1) else { return };
            let script = Mapped::borrowed(&word.value, 0);
            let locate = |span: Span| text.span_of(span.range());
            return in_script(&shell::parse(&script, Dialect::Posix), &locate, found);
        }
        _ => {}
    }
    // The image's entry point is the program where the command begins with a flag.
    if let Some((text, _)) = words.first().filter(|(_, word)| word.value.starts_with('-')) {
        words.insert(0, (*text, Spanned::default()));
    }
    let mut starts = Vec::new();
    let mut arguments = Vec::new();
    let mut at = 0_u32;
    for (_, word) in &words {
        starts.push(at);
        arguments.push(Mapped::borrowed(&word.value, at));
        // A gap keeps the span of one word from touching the next.
        at += Span::new(0, word.value.len()).end + 1;
    }
    let locate = |span: Span| {
        let index = starts.partition_point(|start| *start <= span.start).saturating_sub(1);
        let (Some(start), Some((text, word))) = (starts.get(index), words.get(index)) else {
            return Span::default();
        };
        let quotes = usize::from(word.span.len() == word.value.len() + 2);
        let in_word = |offset: u32| word.span.range().start + quotes + (offset - start) as usize;
        text.span_of(in_word(span.start)..in_word(span.end))
    };
    in_script(&shell::from_arguments(&arguments), &locate, found);
}

fn add(place: Place, pairs: &[Pair<'_>], beside: &[&str], found: &mut Found) {
    for pair in pairs {
        if let Some(value) = pair.given() {
            found.weigh(place, &pair.key, &value, beside, |range| value.span_of(range));
        }
    }
}
