//! A service may gain privileges through setuid programs.

use crate::compose::ComposeFile;
use crate::compose::Service;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC416",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::Strict,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.whole_services().filter(|service| !is_set(*service)) {
        cx.report(
            service.name.place.span,
            "Setuid programs in the image can raise the service's rights. Add `no-new-privileges:true` to `security_opt`.",
        );
    }
}

fn is_set(service: Service<'_>) -> bool {
    let forms = ["no-new-privileges", "no-new-privileges:true", "no-new-privileges=true"];
    service.flag("privileged") == Some(true)
        || service.texts("security_opt").iter().any(|option| forms.contains(&option.as_str()))
}
