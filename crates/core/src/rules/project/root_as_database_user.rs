//! MySQL is told to create a user root, which is there already.

use crate::compose::Service;
use crate::diagnostic::Severity;
use crate::image;
use crate::project::{Project, Stack};
use crate::rules::{Check, Meta, Reporter};
use crate::workspace::FileId;

pub(super) const META: Meta =
    Meta { code: "PJ051", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| service.entrypoint().is_none()) {
        let is_mysql =
            |image: crate::compose::Text<'_>| image::split(image.as_str()).official_name() == Some("mysql");
        if !service.image().is_some_and(is_mysql) {
            continue;
        }
        let settings = stack.settings(cx.project, service);
        let Some(user) = settings.get("MYSQL_USER") else { continue };
        let (file, span) = (user.file, user.span);
        let example = example(stack, cx.project, service);
        let (source, severity) = match (user.value, example) {
            (Some("root"), _) => (String::new(), Severity::Error),
            (None, Some((id, "root"))) => {
                (format!(", as `{}` has it", cx.project.workspace.file(id).name()), Severity::Warning)
            }
            _ => continue,
        };
        let message = format!(
            "`mysql` refuses to start with `MYSQL_USER=root`{source}: root is always there. Leave the variable out, and give root its password with `MYSQL_ROOT_PASSWORD`."
        );
        cx.report_in(file, span, message).severity(severity);
    }
}

/// What the example of a .env file has for the variable that `MYSQL_USER` comes from.
fn example<'p>(
    stack: &Stack<'p>,
    project: &'p Project<'p>,
    service: Service<'_>,
) -> Option<(FileId, &'p str)> {
    let pairs = service.environment();
    let user = pairs.iter().find(|pair| pair.key == "MYSQL_USER")?.given()?;
    let name = user.as_str().strip_prefix("${")?.strip_suffix('}')?;
    stack.example_value(project, name)
}
