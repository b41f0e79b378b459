//! Development servers: programs that reload, explain and trust too much to serve anybody but their developer.

/// A server that is made for development.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DevelopmentServer {
    /// What to do instead, as a sentence without its full stop.
    pub(crate) instead: &'static str,
    /// The index of the word that says so.
    pub(crate) word: usize,
}

/// How many programs may hand on to another one, as in `poetry run python -m flask run`.
const MAX_WRAPPERS: usize = 4;

const PYTHON: &str = "Run a server such as gunicorn or uvicorn, without reloading";
const PHP: &str = "Run php-fpm, or take PHP's Apache image";
const SCRIPTS: &str = "Build in an earlier stage, and serve the result";
const NODE: &str = "Run the program with `node`, without a watcher";
const COMPILED: &str = "Compile in an earlier stage, and run the program";

/// Programs that serve developers whatever they are told, unless it is the word behind.
const ALWAYS: &[(&str, &str)] = &[
    ("nodemon", NODE),
    ("ts-node-dev", NODE),
    ("tsnd", NODE),
    ("webpack-dev-server", SCRIPTS),
    ("live-server", SCRIPTS),
    ("air", COMPILED),
    ("CompileDaemon", COMPILED),
];

/// Programs that do so with this word as their first.
const WITH_VERB: &[(&str, &[&str], &str)] = &[
    ("flask", &["run"], PYTHON),
    ("manage.py", &["runserver", "runserver_plus"], PYTHON),
    ("django-admin", &["runserver"], PYTHON),
    ("fastapi", &["dev"], PYTHON),
    ("artisan", &["serve"], PHP),
    ("ng", &["serve", "s"], SCRIPTS),
    ("vite", &["dev", "serve"], SCRIPTS),
    ("webpack", &["serve"], SCRIPTS),
    ("vue-cli-service", &["serve"], SCRIPTS),
    ("react-scripts", &["start"], SCRIPTS),
    ("next", &["dev"], SCRIPTS),
    ("nuxt", &["dev"], SCRIPTS),
    ("nuxi", &["dev"], SCRIPTS),
    ("astro", &["dev"], SCRIPTS),
    ("gatsby", &["develop"], SCRIPTS),
    ("jekyll", &["serve", "server"], SCRIPTS),
    ("hugo", &["serve", "server"], SCRIPTS),
    ("mkdocs", &["serve"], SCRIPTS),
    ("tsx", &["watch"], NODE),
    ("go", &["run"], COMPILED),
    ("cargo", &["run", "watch"], COMPILED),
    ("dotnet", &["watch"], COMPILED),
];

/// The development server that a command starts, if it does. `words` are the program and its arguments.
#[must_use]
pub(crate) fn find(words: &[&str]) -> Option<DevelopmentServer> {
    find_within(words, MAX_WRAPPERS)
}

fn find_within(words: &[&str], wrappers: usize) -> Option<DevelopmentServer> {
    let (program, rest) = words.split_first()?;
    let name = crate::shell::basename(program);
    let at = |word: usize, instead| Some(DevelopmentServer { instead, word });
    // Programs that are handed another one: by file or module, or from a folder of packages.
    let inner = match name {
        "npx" | "bunx" => rest.iter().position(|word| !word.starts_with('-')),
        "poetry" | "pipenv" | "uv" => behind(rest, &["run"]),
        "pnpm" | "yarn" | "bundle" => behind(rest, &["exec"]),
        "php" => behind(rest, &[]).filter(|at| rest.get(*at).is_some_and(|file| file.ends_with("artisan"))),
        _ if name.starts_with("python") => match rest.iter().position(|word| *word == "-m") {
            Some(flag) => Some(flag + 1),
            None => rest.iter().position(|word| word.ends_with("manage.py")),
        },
        _ => None,
    };
    let inner = inner.and_then(|at| words.get(at + 1..).map(|inner| (at + 1, inner)));
    if let Some((offset, inner)) = inner.filter(|_| wrappers > 0) {
        let found = find_within(inner, wrappers - 1)
            .map(|found| DevelopmentServer { word: found.word + offset, ..found });
        if found.is_some() {
            return found;
        }
    }
    let verb = rest.iter().position(|word| !word.starts_with('-'));
    let is_verb = |verbs: &[&str]| verb.and_then(|at| rest.get(at)).is_some_and(|word| verbs.contains(word));
    match name {
        "uvicorn" | "gunicorn" | "hypercorn" => {
            let reload = rest.iter().position(|word| *word == "--reload")?;
            return at(reload + 1, PYTHON);
        }
        // Options of the application may stand before the verb.
        "flask" => return rest.iter().position(|word| *word == "run").and_then(|verb| at(verb + 1, PYTHON)),
        "php" => return rest.iter().position(|word| *word == "-S").and_then(|flag| at(flag + 1, PHP)),
        "node" => return rest.iter().position(|word| *word == "--watch").and_then(|flag| at(flag + 1, NODE)),
        "vite" if verb.is_none() => return at(0, SCRIPTS),
        "npm" | "pnpm" | "yarn" | "bun" => {
            let run = behind(rest, &["run", "run-script"]).or(verb.filter(|_| name != "npm"))?;
            let script = rest.get(run)?;
            let develops = matches!(*script, "dev" | "develop" | "watch")
                || script.starts_with("dev:")
                || script.ends_with(":dev");
            return develops.then_some(DevelopmentServer { instead: SCRIPTS, word: run + 1 });
        }
        _ => {}
    }
    if let Some((_, instead)) = ALWAYS.iter().find(|(program, _)| *program == name) {
        return at(0, instead);
    }
    let (_, _, instead) = WITH_VERB.iter().find(|(program, verbs, _)| *program == name && is_verb(verbs))?;
    at(verb? + 1, instead)
}

/// The index of the word behind one of these, or of the first that is no option where there are none.
fn behind(words: &[&str], verbs: &[&str]) -> Option<usize> {
    let first = words.iter().position(|word| !word.starts_with('-'))?;
    if verbs.is_empty() {
        return Some(first);
    }
    let after = words.get(first + 1..)?.iter().position(|word| !word.starts_with('-'))? + first + 1;
    words.get(first).filter(|verb| verbs.contains(verb)).map(|_| after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(command: &str) -> Option<String> {
        let words: Vec<&str> = command.split(' ').collect();
        Some(words.get(find(&words)?.word)?.to_string())
    }

    #[test]
    fn finds_development_servers() {
        for (command, at) in [
            ("flask --app x run --host=0.0.0.0", "run"),
            ("python -m flask run", "run"),
            ("python3 manage.py runserver 0.0.0.0:8000", "runserver"),
            ("/srv/manage.py runserver", "runserver"),
            ("poetry run python manage.py runserver", "runserver"),
            ("uvicorn app:app --reload", "--reload"),
            ("python -m uvicorn app:app --reload", "--reload"),
            ("npm run dev", "dev"),
            ("npm --silent run start:dev", "start:dev"),
            ("yarn dev", "dev"),
            ("pnpm run dev", "dev"),
            ("yarn exec vite", "vite"),
            ("npx ng serve --host 0.0.0.0", "serve"),
            ("vite --host", "vite"),
            ("php -S 0.0.0.0:80 -t public", "-S"),
            ("php artisan serve", "serve"),
            ("go run main.go", "run"),
            ("nodemon index.js", "nodemon"),
            ("bundle exec jekyll serve", "serve"),
        ] {
            assert_eq!(word(command).as_deref(), Some(at), "{command}");
        }
    }

    #[test]
    fn leaves_others_alone() {
        for command in [
            "flask db upgrade",
            "python manage.py migrate",
            "uvicorn app:app",
            "npm start",
            "npm run start",
            "yarn start",
            "vite build",
            "next start",
            "php index.php",
            "go version",
            "node server.js",
            "npx",
            "python -m",
            "",
        ] {
            assert_eq!(word(command), None, "{command}");
        }
    }
}
