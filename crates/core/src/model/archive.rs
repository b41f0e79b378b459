//! Archives that ADD or a command unpacks.

use crate::shell::Call;

/// The endings of archives that hadolint takes for such.
const ENDINGS: &[&str] = &[
    ".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz",
    ".txz", ".xz",
];

/// Whether the name is that of an archive.
pub(crate) fn is_archive(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// The last part of a path, without quotes.
pub(crate) fn file_name(path: &str) -> &str {
    let path = path.trim_matches(['"', '\'']);
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether the command unpacks a file of this name.
pub(crate) fn unpacks(call: &Call<'_, '_>, name: &str) -> bool {
    let programs = ["unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];
    let tar = || {
        let extract = |text: &str| {
            text == "--extract" || text == "--get" || text.starts_with('-') && text.contains('x')
        };
        call.name() == "tar" && call.arguments.iter().any(|word| extract(&word.text))
    };
    (call.is_any(&programs) || tar())
        && call.arguments.iter().any(|word| !word.is_flag() && file_name(&word.text) == name)
}

/// Whether the command unpacks a file of this name and leaves it where it is, which gunzip and its kin do not.
pub(crate) fn unpacks_and_keeps(call: &Call<'_, '_>, name: &str) -> bool {
    let unpacks = match call.name() {
        "unzip" | "7z" | "7za" | "unrar" => true,
        "tar" | "bsdtar" => call.arguments.iter().enumerate().any(|(at, word)| {
            let text = word.text.as_ref();
            let letters = text.strip_prefix('-').or((at == 0).then_some(text)).unwrap_or_default();
            matches!(text, "--extract" | "--get")
                || letters.contains('x') && letters.chars().all(char::is_alphabetic)
        }),
        _ => false,
    };
    unpacks && call.arguments.iter().any(|word| !word.is_flag() && file_name(&word.text) == name)
}
