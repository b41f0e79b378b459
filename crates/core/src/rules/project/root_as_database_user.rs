//! MySQL is told to create a user root, which is there already.

use crate::diagnostic::Severity;
use crate::image;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

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
        let Some(user) = settings.get("MYSQL_USER").filter(|user| user.value == Some("root")) else {
            continue;
        };
        cx.report_in(
            user.file,
            user.span,
            "`mysql` refuses to start with `MYSQL_USER=root`: root is always there. Leave the variable out, and give root its password with `MYSQL_ROOT_PASSWORD`.",
        );
    }
}
