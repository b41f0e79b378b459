//! Linux capabilities, as `cap_add` and `cap_drop` name them.

/// What the engine gives to every container.
const DEFAULTS: [&str; 14] = [
    "AUDIT_WRITE",
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "MKNOD",
    "NET_BIND_SERVICE",
    "NET_RAW",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
];

/// Those that suffice, each alone, to leave a container or to control the host.
const DANGEROUS: [&str; 13] = [
    "SYS_ADMIN",
    "SYS_MODULE",
    "SYS_PTRACE",
    "SYS_RAWIO",
    "SYS_BOOT",
    "SYS_TIME",
    "DAC_READ_SEARCH",
    "BPF",
    "PERFMON",
    "MAC_ADMIN",
    "MAC_OVERRIDE",
    "SYSLOG",
    "AUDIT_CONTROL",
];

/// The name in upper case without its customary prefix: `SYS_ADMIN` of `cap_sys_admin`.
#[must_use]
pub fn bare_name(name: &str) -> String {
    let mut name = name.to_ascii_uppercase();
    if name.starts_with("CAP_") {
        name.drain(.."CAP_".len());
    }
    name
}

/// Whether every container has it, by its bare name.
#[must_use]
pub fn is_default(name: &str) -> bool {
    DEFAULTS.contains(&name)
}

/// Whether it alone suffices to leave the container or to control the host, by its bare name.
#[must_use]
pub fn takes_over_host(name: &str) -> bool {
    DANGEROUS.contains(&name)
}
