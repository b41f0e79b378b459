//! ARG without a default that a download or a version needs, and that no service passes.

use crate::dockerfile::{Dockerfile, Instruction, InstructionKind, PLATFORM_ARGS};
use crate::project::{Project, Tree, build_places};
use crate::rules::{Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta { code: "PJ009", check: Check::Project(check), ..Meta::DEFAULT };

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    for (id, builders) in project.builders() {
        let Tree::Dockerfile(dockerfile) = &project.file(id).tree else { continue };
        let is_passed = |name: &str| {
            builders.iter().any(|by| by.build.args().iter().any(|pair| pair.key.as_str() == name))
        };
        for (index, instruction) in dockerfile.instructions.iter().enumerate() {
            let InstructionKind::Arg(declared) = &instruction.kind else { continue };
            for argument in declared.iter().filter(|argument| argument.value.is_none()) {
                let name = argument.name.as_str();
                if is_passed(name) || PLATFORM_ARGS.contains(&name) || has_value(dockerfile, name) {
                    continue;
                }
                let Some(needed) = needed(dockerfile, index, name) else { continue };
                let message = format!(
                    "`{name}` has no default, and no service passes it. Where it is used there is a gap. Add it to the `args` of the build, or give it a default."
                );
                let found = cx.report_in(id, argument.span, message);
                found.related(needed, "used here");
                for (file, span) in build_places(&builders) {
                    found.related_in(file, span, "built here");
                }
            }
        }
    }
}

/// Whether an ARG or ENV of the file sets `name`: an ARG before FROM may, for all stages.
fn has_value(dockerfile: &Dockerfile<'_>, name: &str) -> bool {
    dockerfile.instructions.iter().any(|instruction| match &instruction.kind {
        InstructionKind::Arg(pairs) => pairs.iter().any(|pair| *pair.name == *name && pair.value.is_some()),
        InstructionKind::Env(env) => env.pairs.iter().any(|pair| *pair.name == *name),
        _ => false,
    })
}

/// The instruction after the one at `index` that makes no sense without a value; `None` where none does, or where one of them cares
/// for the case.
fn needed(dockerfile: &Dockerfile<'_>, index: usize, name: &str) -> Option<Span> {
    let after = dockerfile.instructions.iter().skip(index + 1);
    let stage = after.take_while(|instruction| !matches!(instruction.kind, InstructionKind::From(_)));
    let uses: Vec<&Instruction<'_>> = stage.filter(|instruction| !instruction.is("ARG")).collect();
    let text = |instruction: &Instruction<'_>| instruction.span.of(dockerfile.text);
    if uses.iter().any(|instruction| cares(text(instruction), name)) {
        return None;
    }
    uses.into_iter().find(|instruction| needs(text(instruction), name)).map(|instruction| instruction.head)
}

/// Whether the text asks whether `name` has a value, or stands in for it.
fn cares(text: &str, name: &str) -> bool {
    let tests = ["-n", "-z", "==", "!=", "="].iter().any(|test| {
        [
            format!("{test} \"${name}"),
            format!("{test} \"${{{name}"),
            format!("{test} ${name}"),
            format!("{test} ${{{name}"),
        ]
        .iter()
        .any(|test| text.contains(test.as_str()))
    });
    let compared = text.contains(&format!("${name}\" =")) || text.contains(&format!("${{{name}}}\" ="));
    tests || compared || text.contains(&format!("${{{name}:")) || text.contains(&format!("${{{name}-"))
}

/// Whether `name` is used in the middle of an address or as the version of a package.
fn needs(text: &str, name: &str) -> bool {
    let mut before = "";
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(['"', '\'', ';']);
        let at = [format!("${{{name}}}"), format!("${name}")].into_iter().find_map(|variable| {
            let at = word.find(&variable)?;
            let rest = word.get(at + variable.len()..)?;
            let goes_on =
                !variable.ends_with('}') && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
            (!goes_on).then_some(at)
        });
        let start = at.and_then(|at| word.get(..at)).unwrap_or_default();
        let is_version = ["-v", "--version"].contains(&before) || start.ends_with("--version=");
        let is_needed =
            start.contains("://") && start.ends_with(['/', '-', '_', 'v', '=']) && !start.ends_with("://")
                || start.ends_with("==")
                || is_version;
        before = word;
        at.is_some() && is_needed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_gaps_from_what_may_be_empty() {
        for (text, expected) in [
            ("RUN curl -fsSLO https://example.com/v${V}/x.tgz", true),
            ("RUN wget \"https://example.com/x-$V.tgz\"", true),
            ("RUN pip install flask==$V", true),
            ("RUN gem install bundler -v $V", true),
            ("RUN apt-get install -y $V", false),
            ("RUN curl https://example.com/x-$VERSION.tgz", false),
            ("RUN curl https://$V/x", false),
            ("RUN npm run build -- --env=$V", false),
        ] {
            assert_eq!(needs(text, "V"), expected, "{text}");
        }
        assert!(cares("RUN if [ -n \"$V\" ]; then x==$V; fi", "V"));
        assert!(cares("RUN x https://e/${V:-1}", "V"));
        assert!(!cares("RUN x https://e/$V", "V"));
    }
}
