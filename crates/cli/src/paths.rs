//! Paths as text: no file is asked here.

use std::path::{Component, Path, PathBuf};

/// `path` seen from `folder`, without `.` and `..` parts. A symbolic link before a `..` is not followed.
pub(crate) fn absolute(folder: &Path, path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// The deepest folder that holds both.
pub(crate) fn common(a: &Path, b: &Path) -> PathBuf {
    let shared = a.components().zip(b.components()).take_while(|(a, b)| a == b);
    shared.map(|(part, _)| part).collect()
}

/// How `path` is written from `folder`; both are absolute.
pub(crate) fn relative(folder: &Path, path: &Path) -> PathBuf {
    let shared = common(folder, path);
    let up = folder.components().skip(shared.components().count()).map(|_| Component::ParentDir);
    let down = path.components().skip(shared.components().count());
    up.chain(down).collect()
}

/// `path` with `/` between its parts, as core has it.
pub(crate) fn with_slashes(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    match parts.split_first() {
        Some((root, rest)) if path.has_root() && root == "/" => format!("/{}", rest.join("/")),
        _ => parts.join("/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_cleaned_and_related() {
        let folder = Path::new("/a/b");
        assert_eq!(absolute(folder, Path::new("./c/../d")), Path::new("/a/b/d"));
        assert_eq!(absolute(folder, Path::new("../x")), Path::new("/a/x"));
        assert_eq!(absolute(folder, Path::new(".")), Path::new("/a/b"));
        assert_eq!(common(folder, Path::new("/a/c")), Path::new("/a"));
        assert_eq!(relative(folder, Path::new("/a/x/y")), Path::new("../x/y"));
        assert_eq!(relative(folder, Path::new("/a/b/y")), Path::new("y"));
        assert_eq!(with_slashes(Path::new("/a/b")), "/a/b");
        assert_eq!(with_slashes(Path::new("a/b")), "a/b");
    }
}
