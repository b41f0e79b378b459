//! Programs that are told to accept any certificate.

use crate::dockerfile::InstructionKind;
use crate::model::{Build, download, tls};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DL5041", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let pairs = match &instruction.kind {
            InstructionKind::Env(env) => env.pairs.as_slice(),
            InstructionKind::Arg(arguments) => arguments.as_slice(),
            _ => &[],
        };
        for pair in pairs {
            if pair.value.as_ref().is_some_and(|value| tls::variable_disables(&pair.name, value)) {
                let message = format!(
                    "`{}` makes programs accept any certificate. Anybody on the way can then read and change what they exchange; install the certificate authority instead.",
                    pair.name
                );
                cx.report(pair.span, message);
            }
        }
    }
    for run in build.runs() {
        for call in &run.calls {
            let assignments = call.simple.assignments.iter().filter(|_| call.wrapper.is_none());
            let disabling = assignments.filter(|assignment| {
                let value = assignment.value.literal();
                value.is_some_and(|value| tls::variable_disables(&assignment.name.value, &value))
            });
            // Whoever compares a checksum need not trust the server.
            let argument = tls::disabling_argument(call)
                .filter(|_| !download::is_fetch(call) || !download::is_verified(run));
            for span in disabling.map(|assignment| assignment.span).chain(argument.map(|word| word.span())) {
                cx.report(
                    span,
                    "This accepts any certificate, so anybody on the way can change what arrives. Install `ca-certificates` or the certificate authority instead.",
                );
            }
        }
    }
}
