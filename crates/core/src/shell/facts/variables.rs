//! Names that a script assigns and names that it refers to, wherever in the script.

use crate::shell::{Part, PartKind, is_name};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The names of a script, each with one place.
#[derive(Debug, Default)]
pub struct Variables<'s> {
    /// Assigned in the script, at the last assignment.
    pub assigned: BTreeMap<&'s str, Span>,
    /// Referenced in any way.
    pub referenced: BTreeSet<&'s str>,
    /// Referenced without seeing to the variable being unset, at the first such reference.
    pub required: BTreeMap<&'s str, Span>,
    /// Set before the script starts, exported, tested, or otherwise no surprise: neither unused nor unassigned.
    pub excused: BTreeSet<&'s str>,
}

impl<'s> Variables<'s> {
    pub(super) fn assign(&mut self, name: &'s str, span: Span) {
        self.assigned.insert(name, span);
    }

    pub(super) fn refer(&mut self, name: &'s str, span: Span, guarded: bool) {
        self.referenced.insert(name);
        if !guarded {
            self.required.entry(name).or_insert(span);
        }
    }

    pub(super) fn excuse(&mut self, name: &'s str) {
        self.excused.insert(name);
    }
}

/// A name in arithmetic.
pub(super) struct ArithmeticName<'s> {
    pub(super) name: &'s str,
    /// Whether it is assigned there.
    pub(super) assigned: bool,
    pub(super) span: Span,
}

/// The names in arithmetic.
pub(super) fn arithmetic_names<'s>(parts: &'s [Part<'_>]) -> Vec<ArithmeticName<'s>> {
    let mut names = Vec::new();
    for part in parts.iter().filter(|part| matches!(part.kind, PartKind::Literal)) {
        let text: &'s str = &part.raw;
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            rest = rest.get(start..).unwrap_or_default();
            let at = text.len() - rest.len();
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
            let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            if is_name(name) {
                let after = after.trim_start();
                let operator = after.trim_start_matches(['+', '-', '*', '/', '%', '<', '>', '&', '|', '^']);
                let compares =
                    operator.starts_with("==") || after.starts_with("<=") || after.starts_with(">=");
                let assigned = operator.starts_with('=') && !compares;
                names.push(ArithmeticName { name, assigned, span: piece(part, at, name.len()) });
            }
            rest = after;
        }
    }
    names
}

/// Where a piece of a literal stands; all of the literal where lines are continued within it.
fn piece(part: &Part<'_>, at: usize, len: usize) -> Span {
    let whole = part.span;
    let length = whole.end - whole.start;
    match (u32::try_from(at), u32::try_from(len)) {
        (Ok(at), Ok(len)) if length as usize == part.raw.len() => {
            Span { start: whole.start + at, end: whole.start + at + len }
        }
        _ => whole,
    }
}

/// Names that a shell or its surroundings set.
pub(super) fn is_well_known(name: &str) -> bool {
    const NAMES: [&str; 60] = [
        "_",
        "rest",
        "REST",
        "PATH",
        "HOME",
        "PWD",
        "OLDPWD",
        "IFS",
        "LANG",
        "CDPATH",
        "ENV",
        "MAIL",
        "OPTARG",
        "OPTIND",
        "OPTERR",
        "PPID",
        "PS0",
        "PS1",
        "PS2",
        "PS3",
        "PS4",
        "PROMPT_COMMAND",
        "RANDOM",
        "SRANDOM",
        "REPLY",
        "SECONDS",
        "SHELL",
        "SHLVL",
        "SHELLOPTS",
        "UID",
        "EUID",
        "GROUPS",
        "HOSTNAME",
        "HOSTTYPE",
        "HOSTFILE",
        "OSTYPE",
        "MACHTYPE",
        "LINENO",
        "LINES",
        "COLUMNS",
        "TMOUT",
        "TIMEFORMAT",
        "PIPESTATUS",
        "FUNCNAME",
        "DIRSTACK",
        "MAPFILE",
        "EPOCHSECONDS",
        "EPOCHREALTIME",
        "USER",
        "LOGNAME",
        "TERM",
        "TZ",
        "TMPDIR",
        "LANGUAGE",
        "DISPLAY",
        "LD_LIBRARY_PATH",
        "XAUTHORITY",
        "KRB5CCNAME",
        "stderr",
        "stderr_lines",
    ];
    const PREFIXES: [&str; 6] = ["LC_", "BASH", "COMP_", "HIST", "READLINE_", "FLAGS_"];
    NAMES.contains(&name) || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

impl Variables<'_> {
    /// Whether the name needs neither an assignment nor a use in the script.
    #[must_use]
    pub fn is_excused(&self, name: &str) -> bool {
        self.excused.contains(name) || is_well_known(name)
    }
}
