//! Servers that listen on the loopback interface of their container, where no published port leads.

use super::listening;

/// A server that listens for its own machine unless it is told otherwise.
struct Server {
    /// The program.
    program: &'static str,
    /// The word that must follow somewhere, where the program does other things too.
    verb: Option<&'static str>,
    /// Options that are followed by the address.
    options: &'static [&'static str],
    /// Whether the first argument is the address.
    is_positional: bool,
    /// Environment variables that decide too.
    variables: &'static [&'static str],
}

const SERVERS: &[Server] = &[
    Server {
        program: "flask",
        verb: Some("run"),
        options: &["--host", "-h"],
        is_positional: false,
        variables: &["FLASK_RUN_HOST"],
    },
    Server {
        program: "uvicorn",
        verb: None,
        options: &["--host", "--uds", "--fd"],
        is_positional: false,
        variables: &["UVICORN_HOST"],
    },
    Server {
        program: "gunicorn",
        verb: None,
        options: &["--bind", "-b", "--config", "-c"],
        is_positional: false,
        variables: &["GUNICORN_CMD_ARGS", "PORT", "gunicorn.conf"],
    },
    Server {
        program: "hypercorn",
        verb: None,
        options: &["--bind", "-b", "--config", "-c"],
        is_positional: false,
        variables: &["hypercorn.toml"],
    },
    Server {
        program: "runserver",
        verb: None,
        options: &[],
        is_positional: true,
        variables: &["DJANGO_RUNSERVER"],
    },
    Server {
        program: "artisan",
        verb: Some("serve"),
        options: &["--host"],
        is_positional: false,
        variables: &["SERVER_HOST"],
    },
];

/// What makes a server listen on the loopback interface only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Loopback<'w> {
    /// The program.
    pub(crate) program: &'static str,
    /// The address it is told; `None` where it is told none.
    pub(crate) address: Option<&'w str>,
}

/// Whether the word is the name of one of these servers.
pub(crate) fn is_program(word: &str) -> bool {
    SERVERS.iter().any(|server| word.rsplit('/').next() == Some(server.program))
}

/// The server among the words of a command that listens for its own machine only. `is_set` says whether an environment
/// variable, or a configuration file of that name, may say otherwise.
pub(crate) fn find<'w>(words: &[&'w str], is_set: impl Fn(&str) -> bool) -> Option<Loopback<'w>> {
    let is_program = |server: &Server, word: &str| word.rsplit('/').next() == Some(server.program);
    let (at, server) = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| Some((at, SERVERS.iter().find(|server| is_program(server, word))?)))?;
    let rest = words.get(at + 1..)?;
    let ends = |word: &&str| matches!(*word, "&&" | "||" | ";" | "|" | "&") || word.ends_with(';');
    let arguments = rest.get(..rest.iter().position(ends).unwrap_or(rest.len()))?;
    let is_other = server.verb.is_some_and(|verb| !arguments.contains(&verb));
    let shares = words.iter().any(|word| word.contains("nginx") || word.contains("supervisor"));
    if is_other || shares || arguments.iter().any(|word| word.contains('$')) {
        return None;
    }
    let loopback = |address| Some(Loopback { program: server.program, address });
    let mut addresses = addresses(server, arguments).peekable();
    if addresses.peek().is_none() {
        return if server.variables.iter().any(|name| is_set(name)) { None } else { loopback(None) };
    }
    let mut first = None;
    for address in addresses {
        let host = address.rsplit_once(':').map_or(address, |(host, _)| host);
        if !matches!(host, "127.0.0.1" | "localhost") {
            return None;
        }
        first = first.or(Some(address));
    }
    loopback(first)
}

/// What the arguments say about the address; a mere port says nothing.
fn addresses<'w>(server: &Server, arguments: &[&'w str]) -> impl Iterator<Item = &'w str> {
    let positional = arguments.first().copied().filter(|word| {
        server.is_positional && !word.starts_with('-') && !word.bytes().all(|b| b.is_ascii_digit())
    });
    let mut found: Vec<&str> = positional.into_iter().collect();
    for (at, word) in arguments.iter().enumerate() {
        if server.options.contains(word) {
            found.push(arguments.get(at + 1).copied().unwrap_or_default());
        } else if let Some(joined) = word.strip_prefix("-b").filter(|_| server.options.contains(&"-b")) {
            found.push(joined);
        } else if server.is_positional && at > 0 && listening::words(word).len() == 1 && word.contains(':') {
            found.push(word);
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_who_listens_for_itself() {
        for (command, expected) in [
            ("flask run", Some(None)),
            ("flask --app x run --host=0.0.0.0", None),
            ("flask run -h 127.0.0.1", Some(Some("127.0.0.1"))),
            ("flask db upgrade", None),
            ("uvicorn app:app --port 80", Some(None)),
            ("uvicorn app:app --host $HOST", None),
            ("gunicorn -b :8000 app:app", None),
            ("gunicorn -b0.0.0.0:8000 app:app", None),
            ("gunicorn -b 127.0.0.1:8000 app:app", Some(Some("127.0.0.1:8000"))),
            ("gunicorn -c conf.py app:app", None),
            ("python manage.py runserver", Some(None)),
            ("python manage.py runserver 8000", Some(None)),
            ("python manage.py runserver 0:8000", None),
            ("python manage.py runserver --noreload 0.0.0.0:8000", None),
            (
                "sh -c 'python manage.py migrate && python manage.py runserver localhost:8000'",
                Some(Some("localhost:8000")),
            ),
            ("php artisan serve && x --host=0.0.0.0", Some(None)),
            ("nginx -g 'daemon off;'", None),
        ] {
            let found = find(&listening::words(command), |_| false);
            assert_eq!(found.map(|found| found.address), expected, "{command}");
        }
        assert_eq!(find(&["flask", "run"], |name| name == "FLASK_RUN_HOST"), None);
    }
}
