//! Paths of the host that a bind mount should not hand out.

/// What a path of the host gives to whoever may read or write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sensitivity {
    /// The socket of a container engine, or a folder with one in it: root on the host.
    EngineSocket,
    /// Devices, kernel files, programs, accounts or the data of the engine: control over the host.
    System,
    /// Configuration and data of other programs of the host.
    Configuration,
    /// Keys and logins of a person.
    Credentials,
}

/// Folders that are sensitive with everything below.
const SYSTEM_TREES: [&str; 12] = [
    "/boot",
    "/proc",
    "/sys",
    "/dev",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/usr",
    "/var/lib/docker",
    "/var/lib/containerd",
    "/var/lib/kubelet",
];

/// Folders that are sensitive as a whole, while mounts below them are usual.
const SYSTEM_ROOTS: [&str; 8] = ["/", "/etc", "/home", "/var", "/opt", "/srv", "/mnt", "/root"];

/// Below `/etc`: accounts, logins, start-up.
const ACCOUNTS: [&str; 12] = [
    "passwd",
    "shadow",
    "group",
    "gshadow",
    "sudoers",
    "sudoers.d",
    "pam.d",
    "ssh",
    "crontab",
    "cron.d",
    "systemd",
    "kubernetes",
];

/// Single devices and shared data below the trees, which services mount for good reasons.
const HARMLESS: [&str; 13] = [
    "/dev/shm",
    "/dev/net/tun",
    "/dev/dri",
    "/dev/snd",
    "/dev/serial",
    "/dev/kvm",
    "/dev/bus/usb",
    "/dev/tty",
    "/dev/video",
    "/dev/null",
    "/usr/local",
    "/usr/share",
    "/usr/src",
];

/// Files that tell the time and the name, and the certificates of authorities: mounted read-only everywhere.
const IDENTITY: [&str; 6] = [
    "/etc/localtime",
    "/etc/timezone",
    "/etc/hostname",
    "/etc/machine-id",
    "/etc/ssl/certs",
    "/etc/ca-certificates",
];

const ENGINE_SOCKETS: [&str; 5] =
    ["docker.sock", "containerd.sock", "podman.sock", "crio.sock", "buildkitd.sock"];

const CREDENTIALS: [&str; 5] = [".ssh", ".aws", ".kube", ".docker", ".gnupg"];

/// Why a bind mount of `path` is sensitive; `None` where it is not.
#[must_use]
pub fn sensitivity(path: &str) -> Option<Sensitivity> {
    let path = if path.len() > 1 { path.trim_end_matches('/') } else { path };
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    if ENGINE_SOCKETS.contains(&name) || matches!(path, "/run" | "/var/run") || name == "docker_engine" {
        return Some(Sensitivity::EngineSocket);
    }
    if is_credentials(path) {
        return Some(Sensitivity::Credentials);
    }
    if HARMLESS.iter().any(|harmless| path.starts_with(harmless)) {
        return None;
    }
    if SYSTEM_ROOTS.contains(&path) || SYSTEM_TREES.iter().any(|tree| is_within(path, tree)) {
        return Some(Sensitivity::System);
    }
    let below_etc = path.strip_prefix("/etc/")?;
    let first = below_etc.split('/').next().unwrap_or_default();
    Some(if ACCOUNTS.contains(&first) { Sensitivity::System } else { Sensitivity::Configuration })
}

/// Whether it is one of the files that services may read: the time, the name, the certificates of authorities.
#[must_use]
pub fn is_identity(path: &str) -> bool {
    IDENTITY.iter().any(|file| is_within(path, file))
}

/// A folder of keys in somebody's home.
fn is_credentials(path: &str) -> bool {
    let below_home = path
        .strip_prefix("~/")
        .or_else(|| path.strip_prefix("$HOME/"))
        .or_else(|| path.strip_prefix("${HOME}/"))
        .or_else(|| path.strip_prefix("/root/"))
        .or_else(|| {
            path.strip_prefix("/home/").and_then(|rest| rest.split_once('/').map(|(_, below)| below))
        });
    let first = below_home.and_then(|below| below.split('/').next());
    first.is_some_and(|first| CREDENTIALS.contains(&first))
}

fn is_within(path: &str, tree: &str) -> bool {
    path.strip_prefix(tree).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_path_gives() {
        use Sensitivity::{Configuration, Credentials, EngineSocket, System};
        for (path, expected) in [
            ("/var/run/docker.sock", Some(EngineSocket)),
            ("${XDG_RUNTIME_DIR}/docker.sock", Some(EngineSocket)),
            (r"\\.\pipe\docker_engine", Some(EngineSocket)),
            ("/run/", Some(EngineSocket)),
            ("/", Some(System)),
            ("/etc", Some(System)),
            ("/etc/shadow", Some(System)),
            ("/etc/letsencrypt/live", Some(Configuration)),
            ("/proc/sys", Some(System)),
            ("/dev", Some(System)),
            ("/dev/sda", Some(System)),
            ("/device-x", None),
            ("/dev/ttyUSB0", None),
            ("/home", Some(System)),
            ("/home/me/data", None),
            ("/home/me/.ssh/id", Some(Credentials)),
            ("~/.aws", Some(Credentials)),
            ("./etc", None),
            ("/opt/app", None),
            ("/usr/share/zoneinfo", None),
        ] {
            assert_eq!(sensitivity(path), expected, "{path}");
        }
        assert!(
            is_identity("/etc/localtime")
                && is_identity("/etc/ssl/certs/ca.pem")
                && !is_identity("/etc/sslx")
        );
    }
}
