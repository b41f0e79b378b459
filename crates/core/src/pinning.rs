//! [`Pinning`]: the one scale on which requirements of every ecosystem are measured.

/// How firmly a requirement names one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pinning {
    /// The same bytes, or at least the same release, every time.
    Exact,
    /// Some versions are excluded, but what is installed can change.
    Range,
    /// Whatever is newest.
    None,
    /// A local path or a part of the same project, whose version is that of the project itself.
    Local,
}
