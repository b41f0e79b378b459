//! What the menus do.

use super::files;
use super::notices::{Act, Notices, Tone};
use super::project::Project;
use super::rule_page::fetch_text;
use super::settings::{self, Theme};
use super::start;
use super::toolbar::{Command, Example};
use docklint_web::snapshot::Snapshot;
use docklint_web::store::Store;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What the commands work on.
pub(crate) struct Commands {
    pub(crate) project: Rc<Project>,
    pub(crate) store: Rc<Store>,
    pub(crate) theme: UseStateHandle<Theme>,
    pub(crate) plain: UseStateHandle<bool>,
    pub(crate) examples: UseStateHandle<Rc<Vec<Example>>>,
    pub(crate) earlier: UseStateHandle<Rc<Vec<Snapshot>>>,
    /// Another project in place of this one, which becomes earlier work.
    pub(crate) load: Callback<Snapshot>,
    pub(crate) on_share: Callback<()>,
    pub(crate) on_explain: Callback<String>,
    pub(crate) notices: UseReducerDispatcher<Notices>,
}

/// Carries out the commands of the menus.
pub(crate) fn commands(on: Commands) -> Callback<Command> {
    let Commands { project, store, theme, plain, examples, earlier, load, on_share, on_explain, notices } =
        on;
    let say = move |tone, text: String| notices.dispatch(Act::Say(tone, text, None));
    Callback::from(move |command: Command| match command {
        Command::ListExamples => {
            if examples.is_empty() {
                list_examples(examples.setter(), say.clone());
            }
        }
        Command::Example(name, variant) => load_example(name, variant, load.clone(), say.clone()),
        Command::Share => on_share.emit(()),
        Command::Rules => on_explain.emit("index".to_owned()),
        Command::Theme(chosen) => {
            chosen.apply(&store);
            theme.set(chosen);
        }
        Command::Plain(chosen) => {
            settings::save_plain_editor(&store, chosen);
            plain.set(chosen);
        }
        Command::Download => {
            if let Some(file) = project.file(project.active) {
                files::download(file);
            }
        }
        Command::DownloadAll => files::download_all(&project),
        Command::New => load.emit(Snapshot::default()),
        Command::Welcome => load.emit(start::welcome()),
        Command::Earlier(index) => {
            if let Some(project) = earlier.get(index) {
                load.emit(project.clone());
            }
        }
        Command::Forget => {
            store.forget();
            earlier.set(Rc::new(Vec::new()));
            say(
                Tone::Good,
                "Forgotten. What is on the page now is saved again once you change it.".to_owned(),
            );
        }
    })
}

fn list_examples(examples: UseStateSetter<Rc<Vec<Example>>>, say: impl Fn(Tone, String) + 'static) {
    spawn_local(async move {
        let list = fetch_text("examples/index.json").await;
        match list.and_then(|json| serde_json::from_str(&json).ok()) {
            Some(list) => examples.set(Rc::new(list)),
            None => say(Tone::Bad, "The examples could not be loaded.".to_owned()),
        }
    });
}

fn load_example(
    name: String,
    variant: &'static str,
    load: Callback<Snapshot>,
    say: impl Fn(Tone, String) + 'static,
) {
    spawn_local(async move {
        let text = fetch_text(&format!("examples/{name}-{variant}.json")).await;
        match text.and_then(|json| Snapshot::read(&json).ok()) {
            Some(example) => load.emit(example),
            None => say(Tone::Bad, format!("The example {name} could not be loaded.")),
        }
    });
}
