//! Which ports the program of an image listens on, as far as EXPOSE and its command tell.

use crate::dockerfile::{Dockerfile, Instruction, InstructionKind};
use crate::text::Span;

/// Options of servers that are followed by an address or a port.
const OPTIONS: [&str; 8] = ["--bind", "-b", "--port", "-p", "--listen", "-l", "--http-port", "--server.port"];

/// Options that name a file, or a socket, in which the port may be.
const CONFIGURATION: [&str; 5] = ["-c", "--config", "--uds", "--fd", "--unix-socket"];

/// Programs that serve, by the word that tells, with the port they take unless told otherwise.
const SERVERS: [(&str, u16); 13] = [
    ("daphne", 8000),
    ("flask", 5000),
    ("gunicorn", 8000),
    ("http-server", 8080),
    ("http.server", 8000),
    ("hypercorn", 8000),
    ("jupyter", 8888),
    ("next", 3000),
    ("rails", 3000),
    ("runserver", 8000),
    ("streamlit", 8501),
    ("uvicorn", 8000),
    ("waitress-serve", 8080),
];

/// What an image says about its ports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listening<'t> {
    /// The ports of EXPOSE, ranges opened.
    pub exposed: Vec<u16>,
    /// The words of ENTRYPOINT and CMD; the last of each counts.
    pub entrypoint: Vec<&'t str>,
    /// The words of CMD.
    pub command: Vec<&'t str>,
    /// Where that ENTRYPOINT stands.
    pub entrypoint_span: Option<Span>,
    /// Where that CMD stands.
    pub command_span: Option<Span>,
}

/// What the stage `target` of a Dockerfile, or its last one, says about its ports; `None` where that cannot be told.
#[must_use]
pub fn listening<'t>(file: &'t Dockerfile<'_>, target: Option<&str>) -> Option<Listening<'t>> {
    let stage = match target {
        Some(target) => Some(file.stages.find(target)?),
        None => file.stages.last(),
    };
    let mut found = Listening::default();
    for stage in stage.into_iter().flat_map(|stage| file.stages.lineage(stage)) {
        for (_, instruction) in stage.instructions(file).rev() {
            found.add(instruction, file.text)?;
        }
    }
    Some(found)
}

impl<'t> Listening<'t> {
    /// Instructions come from the last to the first. `None` at an EXPOSE that depends on a variable.
    fn add(&mut self, instruction: &Instruction<'_>, source: &'t str) -> Option<()> {
        match &instruction.kind {
            InstructionKind::Expose(ports) => {
                for port in ports {
                    let number = port.as_str().split('/').next().unwrap_or_default();
                    let range = crate::compose::port::PortRange::parse(number)?;
                    self.exposed.extend(range.ports());
                }
            }
            InstructionKind::Cmd(_) if self.command.is_empty() => {
                self.command = words(instruction.span.of(source));
                self.command_span = Some(instruction.span);
            }
            InstructionKind::Entrypoint(_) if self.entrypoint.is_empty() => {
                self.entrypoint = words(instruction.span.of(source));
                self.entrypoint_span = Some(instruction.span);
            }
            _ => {}
        }
        Some(())
    }
}

/// The words of a command in any form, brackets, quotes and commas removed.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let separates = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '[' | ']' | '=');
    text.split(separates).filter(|word| !word.is_empty()).collect()
}

/// The port that a known server listens on when it is started with these words.
#[must_use]
pub fn server_port(words: &[&str]) -> Option<u16> {
    let name = |word: &str| word.rsplit('/').next().unwrap_or_default().to_owned();
    let (_, usual) = SERVERS.iter().find(|(server, _)| words.iter().any(|word| name(word) == *server))?;
    let mut options = words.windows(2).filter_map(|pair| match pair {
        [option, value] if OPTIONS.contains(option) => Some(trailing_port(value)),
        _ => None,
    });
    // `runserver 0.0.0.0:8000`, `http.server 8080`: an address or a number behind the server's name.
    let behind = words.iter().rev().find_map(|word| trailing_port(word).filter(|_| word.contains(':')));
    let last = match words {
        [.., before, last] if !before.starts_with('-') => last.parse().ok(),
        _ => None,
    };
    let is_open = |word: &&str| word.contains('$') || CONFIGURATION.contains(word);
    match options.next() {
        Some(given) => given.or_else(|| options.find_map(|given| given)),
        None if behind.or(last).is_some() => behind.or(last),
        None if words.iter().any(is_open) => None,
        None => Some(*usual),
    }
}

/// The number behind the last colon, or the whole word.
fn trailing_port(word: &str) -> Option<u16> {
    word.rsplit(':').next().unwrap_or_default().parse().ok()
}

/// Whether the number stands anywhere in the text on its own: then somebody has thought of it.
#[must_use]
pub fn mentions(text: &str, port: u16) -> bool {
    let number = port.to_string();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(&number).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + number.len()..).and_then(|after| after.chars().next());
        !is_digit(before) && !is_digit(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_tell_their_port() {
        for (command, port) in [
            ("flask run --host 0.0.0.0", Some(5000)),
            ("[\"flask\", \"run\", \"--port=80\"]", Some(80)),
            ("gunicorn -b :9000 app:app", Some(9000)),
            ("gunicorn app:app", Some(8000)),
            ("gunicorn app:app --workers 4", Some(8000)),
            ("gunicorn app:app -w 4 -b :80", Some(80)),
            ("gunicorn -c conf.py app:app", None),
            ("gunicorn --bind unix:/run/app.sock app:app", None),
            ("rails server -b 0.0.0.0 -p 4000", Some(4000)),
            ("python manage.py runserver 0.0.0.0:8001", Some(8001)),
            ("python -m http.server 8080", Some(8080)),
            ("/usr/bin/uvicorn --port $PORT app:app", None),
            ("python server.py", None),
            ("nginx -g 'daemon off;'", None),
        ] {
            assert_eq!(server_port(&words(command)), port, "{command}");
        }
    }

    #[test]
    fn stages_inherit() {
        let source = "FROM a AS base\nEXPOSE 80 90-91/udp\nCMD one\nFROM base AS web\nCMD [\"flask\", \"run\"]\nFROM b\n";
        let (file, _) = crate::dockerfile::parse(source);
        let web = listening(&file, Some("web")).unwrap();
        assert_eq!(web.exposed, [80, 90, 91]);
        assert_eq!(server_port(&web.command), Some(5000));
        assert!(listening(&file, None).unwrap().exposed.is_empty());
        assert_eq!(listening(&file, Some("none")), None);
    }

    #[test]
    fn numbers_stand_on_their_own() {
        assert!(mentions("ENV PORT=80", 80) && mentions("80", 80) && mentions(":80/", 80));
        assert!(!mentions("8080 180 801", 80));
    }
}
