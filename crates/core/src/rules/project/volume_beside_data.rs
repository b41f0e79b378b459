//! A volume for a database's data, mounted where the data are not.

use crate::image;
use crate::model::data_folder::{self, Fate};
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ053", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services().filter(|service| service.build().is_none()) {
        let Some(image) = service.image().filter(|image| image.is_literal()) else { continue };
        let Some(folder) = data_folder::of_image(&image::split(image.as_str())) else { continue };
        let settings = stack.settings(cx.project, service);
        let Fate::Missed(mount) = data_folder::fate(service, &settings, folder) else { continue };
        let Some(target) = mount.target.filter(|_| settings.is_complete) else { continue };
        let what = if folder.path == "/var/lib/postgresql" && *target == *"/var/lib/postgresql/data" {
            "From release 18 on, PostgreSQL's image".to_owned()
        } else if folder.is_volume && folder.path.starts_with(&*target) {
            format!("{}'s image has a volume of its own below `{target}`, and", folder.of)
        } else {
            format!("{}'s image", folder.of)
        };
        let message = format!(
            "{what} keeps the data in `{path}`, so this mount keeps none. Mount it at `{path}`.",
            path = folder.path
        );
        cx.report_at(stack, target.place(), message);
    }
}
