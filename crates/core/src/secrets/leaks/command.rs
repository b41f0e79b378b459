//! Credentials in commands: `--password x`, `mysql -px`, `curl -H 'Authorization: ...'`, `export PASSWORD=x`.

use super::{Found, Place};
use crate::secrets::{Weakness, is_sensitive, literal, server_credential, weakness};
use crate::shell::visit::{Visitor, walk_assignment, walk_pipeline, walk_script};
use crate::shell::{Argument, Assignment, Call, CommandKind, Pipeline, Script, Simple, calls};
use crate::text::Span;
use std::ops::Range;

/// How a program takes a password behind a short flag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `-pVALUE` only; `-p VALUE` asks for the password and takes VALUE for something else.
    Attached,
    /// `-p VALUE` or `-pVALUE`.
    Any,
}

/// Programs, the subcommand without which the flag means something else, the flag, and its form.
const SHORT_FLAGS: &[(&[&str], &str, &str, Form)] = &[
    (
        &[
            "mysql",
            "mysqladmin",
            "mysqldump",
            "mysqlimport",
            "mysqlcheck",
            "mysqlshow",
            "mariadb",
            "mariadb-admin",
        ],
        "",
        "-p",
        Form::Attached,
    ),
    (&["mariadb-dump", "7z", "7za"], "", "-p", Form::Attached),
    (
        &["sshpass", "mongo", "mongosh", "mongodump", "mongorestore", "mongoimport", "cypher-shell"],
        "",
        "-p",
        Form::Any,
    ),
    (
        &["docker", "podman", "buildah", "nerdctl", "skopeo", "oras", "crane", "helm", "regctl"],
        "login",
        "-p",
        Form::Any,
    ),
    (&["redis-cli", "valkey-cli"], "", "-a", Form::Any),
    (&["sqlcmd", "bcp", "unzip", "zip"], "", "-P", Form::Any),
    (&["ldapsearch", "ldapadd", "ldapmodify", "ldapdelete", "ldappasswd", "ldapwhoami"], "", "-w", Form::Any),
    (&["useradd", "usermod"], "", "-p", Form::Any),
];

/// Programs whose `-u` takes `user:password`.
const BASIC_AUTH: &[&str] = &["curl", "http", "https", "xh"];
/// Headers that carry a credential, in lower case.
const HEADERS: &[&str] = &[
    "authorization",
    "proxy-authorization",
    "x-api-key",
    "api-key",
    "apikey",
    "private-token",
    "x-auth-token",
    "x-vault-token",
    "job-token",
    "x-access-token",
    "x-auth-key",
];
/// What stands before the credential in `Authorization`.
const SCHEMES: &[&str] = &["bearer ", "basic ", "token ", "apikey "];
/// Commands whose arguments are assignments.
const ASSIGNING: &[&str] = &["export", "declare", "typeset", "readonly", "local", "env", "setx"];
/// Programs that read a password from their standard input when they have this argument.
const FROM_STDIN: &[(&str, &str)] = &[
    ("docker", "--password-stdin"),
    ("podman", "--password-stdin"),
    ("helm", "--password-stdin"),
    ("passwd", "--stdin"),
    ("smbpasswd", "-s"),
    ("cryptsetup", "luksFormat"),
    ("sudo", "-S"),
];

/// The password of the store of public certificates that every JDK ships.
const TRUST_STORE: &str = "changeit";

/// Adds the credentials in the commands of `script`; `locate` maps its spans to the file.
pub(super) fn in_script(script: &Script<'_>, locate: &dyn Fn(Span) -> Span, found: &mut Found) {
    walk_script(&mut Walk { locate, found }, script);
    for call in calls(script) {
        in_call(&call, locate, found);
    }
}

/// Assignments and pipelines, which are no single commands.
struct Walk<'f> {
    locate: &'f dyn Fn(Span) -> Span,
    found: &'f mut Found,
}

impl<'s, 't> Visitor<'s, 't> for Walk<'_> {
    fn visit_assignment(&mut self, assignment: &'s Assignment<'t>) {
        // `SECRET_KEY=x ./manage.py collectstatic` pleases a build step, and is gone after it.
        let value = assignment.value.literal().filter(|value| {
            weakness("", value, &[]).is_none() || server_credential(&assignment.name.value).is_some()
        });
        if let Some(value) = value {
            let place = |range| (self.locate)(within(assignment.value.span, &value, range));
            self.found.weigh(Place::Command, &assignment.name.value, &value, &[], place);
        }
        walk_assignment(self, assignment);
    }

    fn visit_pipeline(&mut self, pipeline: &'s Pipeline<'t>) {
        for (from, to) in pipeline.commands.iter().zip(pipeline.commands.iter().skip(1)) {
            if let (CommandKind::Simple(from), CommandKind::Simple(to)) = (&from.kind, &to.kind) {
                self.piped(from, to);
            }
        }
        walk_pipeline(self, pipeline);
    }
}

impl Walk<'_> {
    /// `echo VALUE | docker login --password-stdin`, `echo user:VALUE | chpasswd`.
    fn piped(&mut self, from: &Simple<'_>, to: &Simple<'_>) {
        let [program, .., last] = from.words.as_slice() else { return };
        let Some(text) = last.literal().filter(|_| program.is("echo") || program.is("printf")) else {
            return;
        };
        let has = |wanted: &str| to.words.iter().any(|word| word.is(wanted));
        let reader = FROM_STDIN.iter().find(|(program, flag)| has(program) && has(flag));
        // printf's format often ends in a written-out line end.
        let line = text.trim_end_matches("\\n");
        let value = match reader {
            Some(_) => 0..line.len(),
            None if has("chpasswd") => line.find(':').map_or(0, |colon| colon + 1)..line.len(),
            None => return,
        };
        let shown = format!("`{}`", reader.map_or("chpasswd", |(program, _)| program));
        let place = (self.locate)(within(last.span, &text, value.clone()));
        add(self.found, &shown, text.get(value).unwrap_or_default(), place);
    }
}

/// The credentials among the arguments of one command.
fn in_call(call: &Call<'_, '_>, locate: &dyn Fn(Span) -> Span, found: &mut Found) {
    let program = call.name();
    let mut add_part = |shown: &str, argument: &Argument<'_, '_>, range: Range<usize>| {
        let value = argument.text.get(range.clone()).unwrap_or_default();
        add(found, shown, value, locate(within(argument.span(), &argument.text, range)));
    };
    let whole = |argument: &Argument<'_, '_>| 0..argument.text.len();
    let (sets, configures) = (call.has_argument("set"), call.has_argument("config"));
    for (index, argument) in call.arguments.iter().enumerate() {
        let text = &*argument.text;
        let next = call.arguments.get(index + 1).filter(|next| !next.is_flag());
        if let Some((flag, at)) = long_flag(text) {
            let flag_text = text.get(..at.unwrap_or(text.len())).unwrap_or(text).trim_end_matches('=');
            let shown = || format!("`{}`", format!("{program} {flag_text}").trim_start());
            match (at, next) {
                (Some(at), _) if is_header_flag(flag) => {
                    header(text, at, &mut |range| add_part(&shown(), argument, range));
                }
                (None, Some(next)) if is_header_flag(flag) => {
                    header(&next.text, 0, &mut |range| add_part("the header of a request", next, range));
                }
                (Some(at), _) if is_sensitive(flag) => add_part(&shown(), argument, at..text.len()),
                // MySQL's clients ask for a password that does not follow an equals sign.
                (None, Some(next)) if is_sensitive(flag) && !is_attached_only(program) => {
                    add_part(&shown(), next, whole(next));
                }
                (at, next) if flag == "user" && BASIC_AUTH.contains(&program) => {
                    let (argument, at) = at.map_or((next, 0), |at| (Some(argument), at));
                    if let Some(argument) = argument {
                        login(&argument.text, at, &mut |range| add_part(&shown(), argument, range));
                    }
                }
                _ => {}
            }
        } else if text.starts_with('-') {
            short_flag(call, argument, next, &mut add_part);
        } else if let Some((name, value)) = text.split_once('=') {
            // `export PASSWORD=x`, and settings such as `npm config set key=x`.
            if is_sensitive(name) && (ASSIGNING.contains(&program) || sets) {
                add_part(&format!("`{name}`"), argument, text.len() - value.len()..text.len());
            }
        } else if let (true, Some(next)) = ((sets || configures) && is_sensitive(text), next) {
            add_part(&format!("`{text}`"), next, whole(next));
        }
    }
}

/// The name of a flag with more than one letter, and where its value begins if it has one: `--name=value`, `-name`.
fn long_flag(text: &str) -> Option<(&str, Option<usize>)> {
    let name = text.strip_prefix("--").or_else(|| text.strip_prefix('-').filter(|rest| rest.len() > 3))?;
    match name.split_once('=') {
        Some((name, value)) => Some((name, Some(text.len() - value.len()))),
        None if text.starts_with("--") || is_sensitive(name) => Some((name, None)),
        None => None,
    }
}

/// `-pVALUE`, `-p VALUE`, `-u user:VALUE`, `-H 'Authorization: VALUE'`.
fn short_flag(
    call: &Call<'_, '_>,
    argument: &Argument<'_, '_>,
    next: Option<&Argument<'_, '_>>,
    add: &mut dyn FnMut(&str, &Argument<'_, '_>, Range<usize>),
) {
    let program = call.name();
    let text = &*argument.text;
    let attached = text.get(2..).filter(|rest| !rest.is_empty());
    let flag = text.get(..2).unwrap_or_default();
    let known = SHORT_FLAGS.iter().find(|(programs, subcommand, short, _)| {
        programs.contains(&program)
            && *short == flag
            && (subcommand.is_empty() || call.has_argument(subcommand))
    });
    let basic = flag == "-u" && BASIC_AUTH.contains(&program);
    let is_header = flag == "-H" && attached.is_none_or(|value| value.contains(':'));
    let (value, at) = match (attached, next) {
        (Some(_), _) => (argument, 2),
        (None, Some(next)) if basic || is_header || known.is_some_and(|(.., form)| *form == Form::Any) => {
            (next, 0)
        }
        _ => return,
    };
    let shown = format!("`{program} {flag}`");
    if basic {
        login(&value.text, at, &mut |range| add(&shown, value, range));
    } else if is_header {
        header(&value.text, at, &mut |range| add("the header of a request", value, range));
    } else if known.is_some() {
        add(&shown, value, at..value.text.len());
    }
}

fn is_header_flag(flag: &str) -> bool {
    flag == "header"
}

fn is_attached_only(program: &str) -> bool {
    SHORT_FLAGS.iter().any(|(programs, _, _, form)| *form == Form::Attached && programs.contains(&program))
}

/// The password in `user:password` from `at` on.
fn login(text: &str, at: usize, add: &mut dyn FnMut(Range<usize>)) {
    let Some(colon) = text.get(at..).and_then(|login| login.find(':')) else { return };
    let start = at + colon + 1;
    // Everybody knows these, and manuals and health checks are full of them.
    let is_known = weakness("", text.get(start..).unwrap_or_default(), &[]) == Some(Weakness::Common);
    if !is_known {
        add(start..text.len());
    }
}

/// The credential in `Authorization: Bearer VALUE` from `at` on.
fn header(text: &str, at: usize, add: &mut dyn FnMut(Range<usize>)) {
    let Some((name, value)) = text.get(at..).and_then(|header| header.split_once(':')) else { return };
    if !HEADERS.iter().any(|known| name.trim().eq_ignore_ascii_case(known)) {
        return;
    }
    let value = value.trim_start();
    let scheme = SCHEMES
        .iter()
        .find(|scheme| value.get(..scheme.len()).is_some_and(|v| v.eq_ignore_ascii_case(scheme)));
    let value = value.get(scheme.map_or(0, |scheme| scheme.len())..).unwrap_or_default().trim_start();
    if weakness("", value, &[]) != Some(Weakness::Common) {
        add(text.len() - value.len()..text.len());
    }
}

/// Adds `value`, which is known to be a password or token, unless it is none of its own.
fn add(found: &mut Found, shown: &str, value: &str, place: Span) {
    if literal(value).is_some() && value != TRUST_STORE {
        found.weigh_shown_as(shown, Place::Command, "password", value, &[], |_| place);
    }
}

/// Where `range` of the text of a word stands: exact unless quotes or escapes in the middle of the word moved it.
fn within(span: Span, text: &str, range: Range<usize>) -> Span {
    let quotes = match span.len().checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return span,
    };
    Span::from(range).shifted(span.start + quotes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Dialect, parse};
    use crate::text::Mapped;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<String> {
        let mut found = Found::default();
        let mapped = Mapped::borrowed(text, 0);
        in_script(&parse(&mapped, Dialect::Posix), &|span| span, &mut found);
        found.finish(text).iter().map(|leak| leak.span.of(text).to_owned()).collect()
    }

    #[test]
    fn finds_credentials_in_commands() {
        for text in [
            "export DB_PASSWORD=correct-horse",
            "DB_PASSWORD=correct-horse ./run",
            "DB_PASSWORD='correct-horse' && ./run",
            "env DB_PASSWORD=correct-horse ./run",
            "app --password correct-horse",
            "app --db-password=\"correct-horse\"",
            "redis-server --requirepass correct-horse",
            "keytool -storepass correct-horse",
            "mysql -u root -pcorrect-horse",
            "sudo mysqladmin -u root password -pcorrect-horse",
            "docker login -u me -p correct-horse ghcr.io",
            "sshpass -p correct-horse ssh host",
            "sshpass -pcorrect-horse ssh host",
            "curl -u me:correct-horse https://a.example",
            "curl --user me:correct-horse https://a.example",
            "curl -H 'Authorization: Bearer correct-horse' https://a.example",
            "curl -H \"PRIVATE-TOKEN: correct-horse\" https://a.example",
            "wget --header='Authorization: token correct-horse' https://a.example",
            "echo correct-horse | docker login -u me --password-stdin",
            "echo 'root:correct-horse' | sudo chpasswd",
            "aws configure set aws_secret_access_key correct-horse",
            "sh -c 'app --token correct-horse'",
        ] {
            assert_eq!(found(text), ["correct-horse"], "{text}");
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        for text in [
            "export DB_PASSWORD=$(cat /run/secrets/db)",
            "export DB_PASSWORD=\"$PW\"",
            "app --password \"$PW\" --token-file /run/secrets/token",
            "app --password",
            "mysql --password shop",
            "mysql -p shop",
            "mkdir -p correct-horse",
            "docker run -p 8080:80 image",
            "adduser --disabled-password --gecos '' app",
            "docker login --password-stdin < /run/secrets/token",
            "curl -u \"$USER:$PASSWORD\" https://a.example",
            "curl -H 'Accept: application/json' https://a.example",
            "curl -u admin:admin http://localhost",
            "echo \"$TOKEN\" | docker login --password-stdin",
            "ssh-keygen -t ed25519 -N correct-horse",
            "app --password=",
            "SECRET_KEY=example ./manage.py collectstatic",
            "keytool -importcert -storepass changeit",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "(--password|-p|-H|curl |mysql |[ ='\"é:$(]|correct-horse){0,12}") {
            let mut found = Found::default();
            let mapped = Mapped::borrowed(&text, 0);
            in_script(&parse(&mapped, Dialect::Posix), &|span| span, &mut found);
            for leak in found.finish(&text) {
                prop_assert!(text.get(leak.span.range()).is_some());
            }
        }
    }
}
