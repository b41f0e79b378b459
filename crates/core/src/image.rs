//! Image references: registry, port, repository, tag, digest.
