//! The bar at the top: name, examples, sharing, and everything else in one menu.

use super::icons;
use super::settings::Theme;
use super::text::count;
use docklint_web::message::VERSION;
use docklint_web::snapshot::Snapshot;
use serde::Deserialize;
use std::rc::Rc;
use yew::prelude::*;

/// One example project, as `examples/index.json` lists it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) about: String,
}

/// What the menus can do besides what has a callback of its own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Command {
    /// An example's name, `before` or `after`.
    Example(String, &'static str),
    /// The examples' menu was opened.
    ListExamples,
    Share,
    Rules,
    Theme(Theme),
    Plain(bool),
    Download,
    DownloadAll,
    New,
    Welcome,
    Earlier(usize),
    Forget,
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) examples: Rc<Vec<Example>>,
    pub(crate) earlier: Rc<Vec<Snapshot>>,
    pub(crate) theme: Theme,
    pub(crate) plain: bool,
    pub(crate) on: Callback<Command>,
}

#[component]
pub(crate) fn Toolbar(props: &Props) -> Html {
    let on = |command: Command| props.on.reform(move |_: MouseEvent| command.clone());
    html! {
        <header class="toolbar">
            <h1>{icons::logo()}<span class="name">{"docklint"}</span><span class="sub">{"playground"}</span></h1>
            <span class="spread"></span>
            <button type="button" class="button quiet-button" popovertarget="examples" onclick={on(Command::ListExamples)}>
                {"Examples"}{icons::down()}
            </button>
            <button type="button" class="button primary" onclick={on(Command::Share)}>{icons::share()}{"Share"}</button>
            <button type="button" class="icon-button" popovertarget="more" aria-label="More" title="More">{icons::more()}</button>
            {examples_menu(props)}
            {more_menu(props)}
        </header>
    }
}

fn examples_menu(props: &Props) -> Html {
    html! {
        <div id="examples" popover="auto" class="menu wide">
            {item("examples", "A first look", &props.on, Command::Welcome)}
            <hr />
            if props.examples.is_empty() { <p class="hint">{"Loading …"}</p> }
            {for props.examples.iter().map(|example| {
                let command = |variant| Command::Example(example.name.clone(), variant);
                let on = |variant| { let command = command(variant); props.on.reform(move |_: MouseEvent| command.clone()) };
                html! {
                    <div class="example" key={example.name.clone()}>
                        <button type="button" popovertarget="examples" popovertargetaction="hide" onclick={on("before")}>
                            <strong>{example.name.clone()}</strong><span>{example.about.clone()}</span>
                        </button>
                        <button type="button" class="after" popovertarget="examples" popovertargetaction="hide" onclick={on("after")}
                            aria-label={format!("{}, mended", example.name)}>{"mended"}</button>
                    </div>
                }
            })}
        </div>
    }
}

fn more_menu(props: &Props) -> Html {
    let entry = |label: &str, command| item("more", label, &props.on, command);
    html! {
        <div id="more" popover="auto" class="menu">
            <fieldset class="choice">
                <legend>{"Theme"}</legend>
                {for Theme::ALL.into_iter().map(|theme| html! {
                    <label>
                        <input type="radio" name="theme" checked={props.theme == theme}
                            onchange={props.on.reform(move |_: Event| Command::Theme(theme))} />
                        {theme.name()}
                    </label>
                })}
            </fieldset>
            <label class="switch">
                <input type="checkbox" checked={props.plain} onchange={let plain = !props.plain; props.on.reform(move |_: Event| Command::Plain(plain))} />
                {"Plain text box instead of the code editor"}
            </label>
            <hr />
            {entry("All rules", Command::Rules)}
            {entry("Download this file", Command::Download)}
            {entry("Download the project as text", Command::DownloadAll)}
            {entry("New project", Command::New)}
            if !props.earlier.is_empty() {
                <hr />
                <p class="hint">{"Earlier work"}</p>
                {for props.earlier.iter().enumerate().map(|(index, project)| entry(&label(project), Command::Earlier(index)))}
            }
            {entry("Forget all that this browser keeps", Command::Forget)}
            <hr />
            <p class="hint"><kbd>{"F8"}</kbd>{" next problem, "}<kbd>{"Shift F8"}</kbd>{" previous; on a tab: "}<kbd>{"F2"}</kbd>{" rename, "}<kbd>{"Del"}</kbd>{" delete"}</p>
            <p class="hint">{format!("docklint {VERSION}")}</p>
        </div>
    }
}

fn item(menu: &'static str, label: &str, on: &Callback<Command>, command: Command) -> Html {
    html! {
        <button type="button" popovertarget={menu} popovertargetaction="hide" onclick={on.reform(move |_: MouseEvent| command.clone())}>
            {label.to_owned()}
        </button>
    }
}

fn label(project: &Snapshot) -> String {
    let first = project.files.first().map(|file| file.name.as_str()).unwrap_or_default();
    match project.files.len() {
        0 | 1 => first.to_owned(),
        n => format!("{first} and {} more", count(n - 1, "file")),
    }
}
