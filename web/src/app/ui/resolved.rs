//! [`Resolved`]: the project as Compose would run it, or why it would refuse.

use super::icons;
use super::text::with_code;
use docklint_core::Severity;
use docklint_web::message::{Range, Related, Resolution};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// `None` until the worker has answered.
    pub(crate) resolution: Option<Rc<Resolution>>,
    /// Whether the text has changed since.
    pub(crate) is_old: bool,
    /// To a place in a file.
    pub(crate) on_go: Callback<(String, Range)>,
}

#[component]
pub(crate) fn Resolved(props: &Props) -> Html {
    let Some(resolution) = &props.resolution else {
        return html! { <p class="pad quiet" role="status">{"Asking what Compose would run …"}</p> };
    };
    let head = match (&resolution.yaml, resolution.errors.is_empty()) {
        (Some(_), _) => html! {
            <p class="pad quiet">{"What Compose would run, with the places that values come from. Secrets are cut short."}</p>
        },
        (None, false) => html! {
            <p class="pad refused" role="status"><strong>{"Compose would refuse this project."}</strong></p>
        },
        (None, true) => html! {
            <p class="pad quiet" role="status">{"There is no Compose file here: add a compose.yaml to see what Compose would run."}</p>
        },
    };
    html! {
        <div class={classes!("resolution", props.is_old.then_some("old"))} aria-busy={props.is_old.to_string()}>
            {head}
            if !resolution.errors.is_empty() || !resolution.warnings.is_empty() {
                <section class="group" aria-label="What Compose says">
                    <ul>
                        {for resolution.errors.iter().map(|problem| row(props, problem, Severity::Error))}
                        {for resolution.warnings.iter().map(|problem| row(props, problem, Severity::Warning))}
                    </ul>
                </section>
            }
            if let Some(yaml) = &resolution.yaml {
                <pre tabindex="0" aria-label="The project as Compose would run it">{for yaml.lines().map(line)}</pre>
            }
        </div>
    }
}

fn row(props: &Props, problem: &Related, severity: Severity) -> Html {
    let target = (problem.path.clone(), problem.range);
    let start = problem.range.start;
    html! {
        <li class={classes!("problem", severity.to_string())}>
            <button type="button" class="jump" onclick={props.on_go.reform(move |_| target.clone())}>
                {icons::severity(severity)}
                <span class="message"><span class="sr-only">{format!("{severity}: ")}</span>{with_code(&problem.message)}</span>
                <span class="place">{format!("{}:{}:{}", problem.path, start.line + 1, start.character + 1)}</span>
            </button>
        </li>
    }
}

/// A line, its comment set apart. A `#` in quotes begins none.
fn line(line: &str) -> Html {
    let comment = match line.starts_with('#') {
        true => Some(0),
        false => line.rfind(" # ").filter(|at| is_closed(line.get(..*at).unwrap_or_default())),
    };
    match comment.and_then(|at| line.split_at_checked(at)) {
        Some((text, comment)) => {
            html! { <>{text.to_owned()}<span class="origin">{comment.to_owned()}</span>{"\n"}</> }
        }
        None => html! { <>{line.to_owned()}{"\n"}</> },
    }
}

/// Whether all double quotes are closed; one behind a backslash is none.
fn is_closed(text: &str) -> bool {
    let mut escaped = false;
    let mut open = false;
    for c in text.chars() {
        open ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    !open
}
