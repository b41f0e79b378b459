//! Variables that whoever starts Compose has already.

/// Set in every session of a shell.
const ALWAYS: [&str; 8] = ["HOME", "USER", "LOGNAME", "PATH", "PWD", "SHELL", "LANG", "TERM"];

/// Set on one system or another.
const OFTEN: [&str; 7] = ["HOSTNAME", "USERNAME", "TMPDIR", "TMP", "TEMP", "COMPUTERNAME", "USERPROFILE"];

/// Set by desktops and the tools that call Compose, among them Laravel Sail.
const SOMETIMES: [&str; 13] = [
    "OLDPWD",
    "LC_ALL",
    "DISPLAY",
    "XAUTHORITY",
    "WAYLAND_DISPLAY",
    "SSH_AUTH_SOCK",
    "DBUS_SESSION_BUS_ADDRESS",
    "APPDATA",
    "LOCALAPPDATA",
    "PROGRAMDATA",
    "CI",
    "WWWUSER",
    "WWWGROUP",
];

/// Beginnings of such names.
const PREFIXES: [&str; 9] =
    ["COMPOSE_", "DOCKER_", "XDG_", "CI_", "GITHUB_", "GITLAB_", "JENKINS_", "BUILDKIT_", "AWS_"];

/// Whether the environment of some session has `name`, so that it may have a value although no file gives one.
#[must_use]
pub fn may_set(name: &str) -> bool {
    sets(name) || SOMETIMES.contains(&name) || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// Whether the environment of nearly every session has `name`, on one of the usual systems at least.
#[must_use]
pub fn sets(name: &str) -> bool {
    sets_everywhere(name) || OFTEN.contains(&name)
}

/// Whether it has on every system that is like Unix.
#[must_use]
pub fn sets_everywhere(name: &str) -> bool {
    ALWAYS.contains(&name)
}
