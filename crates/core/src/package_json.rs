//! npm's package.json: dependency ranges.
