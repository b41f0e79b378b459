//! Compose's variable interpolation: `$VAR`, `${VAR:-default}` and its kin.
