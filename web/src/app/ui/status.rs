//! What the page says about itself: under the text, above the list of problems, and to screen readers.

use super::engine::Stop;
use super::files;
use super::icons;
use super::live::{Report, State};
use super::project::Project;
use super::start;
use super::text::count;
use docklint_core::FileKind;
use docklint_web::line_ends::LineEnd;
use docklint_web::message::Finding;
use docklint_web::snapshot::Snapshot;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// What stands under the text.
pub(crate) fn status_line(project: &Project, report: &Report) -> Html {
    let Some(file) = project.file(project.active) else { return Html::default() };
    let kind = match FileKind::of(&file.name) {
        FileKind::Dockerfile => "Dockerfile",
        FileKind::Compose => "Compose file",
        FileKind::Dotenv => ".env file",
        FileKind::Requirements => "Python requirements",
        FileKind::PackageJson => "package.json",
        FileKind::Dockerignore => ".dockerignore",
        FileKind::Gitignore => ".gitignore",
        FileKind::Other => "Not a kind that docklint knows: its name decides",
    };
    html! {
        <footer class="status-line">
            <span>{kind}</span>
            if file.ends == LineEnd::Crlf { <span title="Line ends as on Windows; kept on download and in links">{"CRLF"}</span> }
            if report.took > 0 && report.state == State::Live { <span class="took">{format!("checked in {} ms", report.took)}</span> }
            <span class="spread"></span>
            <span class="private">{icons::lock()}{"Nothing leaves this browser"}</span>
        </footer>
    }
}

/// What the person must know about the worker, where it does not just work.
pub(crate) fn state_of(
    report: &Report,
    project: &Rc<Project>,
    anyway: &Callback<()>,
    load: &Callback<Snapshot>,
) -> Html {
    let again = |label: &'static str| {
        html! {
            <button type="button" class="button primary small" onclick={anyway.reform(|_| ())}>{label}</button>
        }
    };
    let download = {
        let project = project.clone();
        html! { <button type="button" class="button small" onclick={Callback::from(move |_| files::download_all(&project))}>{"Download text"}</button> }
    };
    let reset = {
        let (load, anyway) = (load.clone(), anyway.clone());
        Callback::from(move |_: MouseEvent| {
            load.emit(start::welcome());
            anyway.emit(());
        })
    };
    let (text, buttons) = match &report.state {
        State::Live => return Html::default(),
        State::Starting => return html! { <p class="quiet pad" role="status">{"Loading the linter …"}</p> },
        State::Safe => (
            "The last visit ended while this text was being checked, so it is not checked now. The text is all there.".to_owned(),
            html! { <>{again("Lint anyway")}{download}
                <button type="button" class="button small" onclick={reset}>{"Reset"}</button></> },
        ),
        State::Large => ("This project is large, so it is checked only when you ask.".to_owned(), again("Check now")),
        State::Stopped(Stop::Hang) => (
            "Checking took longer than two seconds and was stopped. Your text is safe; checking goes on with your next change.".to_owned(),
            html! { <>{again("Check again")}{download}</> },
        ),
        State::Stopped(Stop::Crash(words)) => (
            format!("The linter crashed on this text and was started again. Your text is safe; checking goes on with your next change. ({words})"),
            html! { <>{again("Check again")}{download}</> },
        ),
        State::Stopped(Stop::NoStart(words)) => {
            (format!("The linter could not start: {words}. Your text is safe."), html! { <>{again("Try again")}{download}</> })
        }
        State::Stopped(Stop::OtherVersion(version)) => (
            format!("This page and its linter ({version}) are of different versions. Load the page again."),
            html! { <button type="button" class="button primary small" onclick={Callback::from(|_| {
                // A page that cannot load itself again leaves that to the browser's own button.
                drop(gloo::utils::window().location().reload());
            })}>{"Load again"}</button> },
        ),
    };
    html! { <div class="state" role="alert"><p>{text}</p><div class="buttons">{buttons}</div></div> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct AnnouncerProps {
    pub(crate) findings: Rc<Vec<Finding>>,
    pub(crate) files: usize,
}

/// Tells screen readers the count, after a pause, so that typing is not talked over.
#[component]
pub(crate) fn Announcer(props: &AnnouncerProps) -> Html {
    let text = use_state(String::new);
    {
        let text = text.setter();
        let now = if props.files == 0 {
            String::new()
        } else {
            format!("{} in {}", count(props.findings.len(), "problem"), count(props.files, "file"))
        };
        use_effect_with(now, move |now| {
            let now = now.clone();
            let timer = Timeout::new(1_000, move || text.set(now));
            move || drop(timer)
        });
    }
    html! { <p class="sr-only" aria-live="polite">{(*text).clone()}</p> }
}
