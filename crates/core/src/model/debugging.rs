//! Settings that are for debugging only.

/// Variables that switch on a debugging mode of a framework, with the values that do it.
const MODES: &[(&str, &[&str])] = &[
    ("FLASK_DEBUG", &["1", "true", "on", "yes"]),
    ("FLASK_ENV", &["development"]),
    ("DJANGO_DEBUG", &["1", "true", "on", "yes"]),
    ("APP_DEBUG", &["1", "true"]),
    ("DEBUG", &["true"]),
    ("WERKZEUG_DEBUG_PIN", &["off"]),
    ("NODE_ENV", &["development", "dev"]),
    ("RAILS_ENV", &["development"]),
    ("RACK_ENV", &["development"]),
    ("MIX_ENV", &["dev"]),
    ("ASPNETCORE_ENVIRONMENT", &["development"]),
    ("DOTNET_ENVIRONMENT", &["development"]),
];

/// Whether the variable with this value puts a program into the mode for development or debugging.
#[must_use]
pub(crate) fn is_debug_mode(name: &str, value: &str) -> bool {
    let value = value.trim_matches(['"', '\'']).to_ascii_lowercase();
    MODES.iter().any(|(variable, values)| *variable == name && values.contains(&value.as_str()))
}

/// Whether the text makes a program open a debugger for other machines: an option, or a variable's value that holds one.
#[must_use]
pub(crate) fn opens_debugger(text: &str) -> bool {
    let java = (text.contains("-agentlib:jdwp") || text.contains("-Xrunjdwp")) && text.contains("server=y");
    // Without an address, Node listens for its own machine only.
    let node = ["--inspect=", "--inspect-brk="].iter().any(|option| {
        let address = text.split(option).nth(1).unwrap_or_default();
        ["0.0.0.0", "[::]"].iter().any(|any| address.starts_with(any))
    });
    java && !text.contains("address=localhost") && !text.contains("address=127.") || node
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_settings_apart() {
        assert!(is_debug_mode("FLASK_DEBUG", "\"True\""));
        assert!(is_debug_mode("NODE_ENV", "development"));
        assert!(!is_debug_mode("NODE_ENV", "production"));
        assert!(!is_debug_mode("DEBUG", "app:*"));
        assert!(opens_debugger("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005"));
        assert!(opens_debugger("--inspect=0.0.0.0:9229"));
        assert!(!opens_debugger("-agentlib:jdwp=transport=dt_socket,server=y,address=localhost:5005"));
        assert!(!opens_debugger("--inspect"));
    }
}
