//! [`KEYWORDS`]: the instructions, for the parser and for explaining them to people.

/// The name of an instruction and what is known about it.
#[derive(Debug)]
pub struct Keyword {
    /// In capitals.
    pub name: &'static str,
    /// One sentence for people.
    pub doc: &'static str,
    /// What to use instead, where it is out of date.
    pub deprecated: Option<&'static str>,
}

/// Every instruction, by name.
pub const KEYWORDS: [Keyword; 18] = [
    keyword("ADD", "Adds files of the context, or of an address; archives of the context are unpacked."),
    keyword("ARG", "Declares a variable of the build, with a default if need be."),
    keyword("CMD", "The command that a container runs, or the arguments of ENTRYPOINT."),
    keyword("COPY", "Adds files of the context, of another stage or of an image."),
    keyword("ENTRYPOINT", "The program that a container always runs."),
    keyword("ENV", "Sets variables for what follows and for containers."),
    keyword("EXPOSE", "Says on which ports the program listens; publishes none."),
    keyword("FROM", "Begins a stage from a base image."),
    keyword("HEALTHCHECK", "How to tell whether a container works."),
    keyword("LABEL", "Facts about the image for people and tools."),
    Keyword { deprecated: Some("LABEL"), ..keyword("MAINTAINER", "Who looks after the image.") },
    keyword("ONBUILD", "An instruction for builds that use this image as their base."),
    keyword("RUN", "Runs a command during the build and keeps what it changed."),
    keyword("SHELL", "The shell for instructions in shell form."),
    keyword("STOPSIGNAL", "The signal that asks a container to stop."),
    keyword("USER", "The user for what follows and for containers."),
    keyword("VOLUME", "Declares folders whose files outlive containers; later steps cannot change them."),
    keyword("WORKDIR", "The folder for what follows and for containers, made where it is missing."),
];

const fn keyword(name: &'static str, doc: &'static str) -> Keyword {
    Keyword { name, doc, deprecated: None }
}
