//! YAML with byte spans: a tree of our own over saphyr-parser's events.
