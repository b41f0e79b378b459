//! COPY --from of a name that no stage has.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::suggest::nearest;
use crate::text::Mapped;

pub(super) const META: Meta = Meta {
    code: "DL3022",
    category: Category::Correctness,
    aliases: &["hadolint:DL3022"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for (index, stage) in build.stages().iter().enumerate() {
        for instruction in build.instructions_of(stage) {
            let Some(from) = instruction.flag_value("from").filter(|_| instruction.is("COPY")) else {
                continue;
            };
            let known = build.stages().iter().take(index + 1).filter_map(|stage| stage.from.name.as_ref());
            let digits: String = from.chars().take_while(char::is_ascii_digit).collect();
            let is_index = digits.parse::<usize>().is_ok_and(|number| number <= index);
            if from.contains(':') || is_index || known.clone().any(|name| name.eq_ignore_ascii_case(from)) {
                continue;
            }
            let names: Vec<&str> = known.map(Mapped::as_str).collect();
            let mut later =
                build.stages().iter().skip(index + 1).filter_map(|stage| stage.from.name.as_ref());
            let rest = if let Some(name) = later.find(|name| name.eq_ignore_ascii_case(from)) {
                format!("The stage `{}` comes only later, and BuildKit refuses that. Move it up.", &**name)
            } else if !digits.is_empty() && digits.len() == from.len() {
                "Stages are counted from 0, and only earlier ones can be copied from.".to_owned()
            } else if let Some(name) = nearest(from, &names) {
                format!("It is looked up as an image. Did you mean `{name}`?")
            } else {
                "It is looked up as an image. If it is one, write its tag.".to_owned()
            };
            cx.report(from.whole(), format!("No earlier stage is called `{}`. {rest}", &**from));
        }
    }
}
