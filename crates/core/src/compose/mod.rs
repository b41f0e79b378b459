//! Compose files: typed services over the YAML tree, each value with its span.
