//! Patterns of .dockerignore and .gitignore.
