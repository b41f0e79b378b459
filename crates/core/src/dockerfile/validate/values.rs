//! Values that have a grammar of their own. Each function says what is wrong, if something is.

use crate::SyntaxError;
use crate::text::Mapped;

/// `--platform`: `os/arch[/variant]`, or one known system or architecture.
pub(super) fn platform(text: &str) -> Option<String> {
    const SYSTEMS: [&str; 17] = [
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "hurd",
        "illumos",
        "ios",
        "js",
        "linux",
        "macos",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "wasip1",
        "windows",
    ];
    const ARCHITECTURES: [&str; 33] = [
        "386",
        "aarch64",
        "amd64",
        "amd64p32",
        "arm",
        "arm64",
        "arm64be",
        "armbe",
        "armel",
        "armhf",
        "i386",
        "loong64",
        "mips",
        "mips64",
        "mips64le",
        "mips64p32",
        "mips64p32le",
        "mipsle",
        "ppc",
        "ppc64",
        "ppc64le",
        "riscv",
        "riscv64",
        "s390",
        "s390x",
        "sparc",
        "sparc64",
        "wasm",
        "x86-64",
        "x86_64",
        "i686",
        "local",
        "zos",
    ];
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-()".contains(&byte))
    };
    let parts: Vec<&str> = text.split('/').collect();
    let known = |name: &str| {
        let name = name.split('(').next().unwrap_or_default().to_ascii_lowercase();
        SYSTEMS.contains(&&*name) || ARCHITECTURES.contains(&&*name)
    };
    let valid = match parts.as_slice() {
        [part] => known(part),
        [_, _] | [_, _, _] => parts.iter().all(|part| is_part(part)),
        _ => false,
    };
    (!valid).then(|| format!("`{text}` is no platform; write `os/architecture`, such as `linux/amd64`."))
}

/// `--chmod`: octal up to 7777, or changes such as `u+x,go-w`.
pub(super) fn mode(text: &str) -> Option<String> {
    let octal = u32::from_str_radix(text, 8).is_ok_and(|mode| mode <= 0o7777) && !text.starts_with('+');
    let valid = text.is_empty() || octal || text.split(',').all(is_mode_change);
    (!valid).then(|| {
        format!("`{text}` is no file mode; write an octal number up to 7777, or changes such as `u+x,go-w`.")
    })
}

/// `[ugoa]*` and then one or more of an operator with permissions.
fn is_mode_change(text: &str) -> bool {
    let changes = text.trim_start_matches(['u', 'g', 'o', 'a']);
    changes.starts_with(['+', '-', '=']) && changes.chars().all(|c| "+-=rwxXstugo".contains(c))
}

/// STOPSIGNAL: a number, or a name with or without `SIG`.
pub(super) fn signal(text: &str) -> Option<String> {
    const NAMES: [&str; 35] = [
        "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL",
        "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP",
        "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "UNUSED",
    ];
    let upper = text.to_ascii_uppercase();
    let name = upper.strip_prefix("SIG").unwrap_or(&upper);
    let real_time = |prefix: &str, sign: char| {
        let offset = name.strip_prefix(prefix)?;
        Some(
            offset.is_empty()
                || offset.strip_prefix(sign)?.parse::<u8>().is_ok_and(|n| (1..=15).contains(&n)),
        )
    };
    let valid = match text.parse::<i64>() {
        Ok(number) => number != 0,
        Err(_) => {
            NAMES.contains(&name)
                || real_time("RTMIN", '+') == Some(true)
                || real_time("RTMAX", '-') == Some(true)
        }
    };
    (!valid).then(|| format!("`{text}` is no signal; write a name such as `SIGTERM`, or its number."))
}

/// A source of COPY that only ADD can fetch.
pub(super) fn url_in_copy(source: &Mapped<'_>) -> Option<SyntaxError> {
    let what = if is_git(source) {
        "a Git repository"
    } else if is_http(source) {
        "a URL"
    } else {
        return None;
    };
    let message = format!(
        "COPY cannot fetch {what}, so BuildKit refuses the instruction; use ADD, or fetch it in a RUN."
    );
    Some(SyntaxError::new(source.whole(), message))
}

pub(super) fn is_http(source: &str) -> bool {
    source.starts_with("http://") || source.starts_with("https://")
}

/// A remote repository, as ADD understands it.
pub(super) fn is_git(source: &str) -> bool {
    let path = source.split(['#', '?']).next().unwrap_or_default();
    source.starts_with("ssh://")
        || source.starts_with("git://")
        || source.strip_prefix("git@").is_some_and(|rest| rest.contains(':'))
        || is_http(source) && path.ends_with(".git")
}
