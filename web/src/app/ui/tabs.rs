//! The files as tabs: arrow keys move, F2 renames, Delete deletes.

use super::icons;
use super::project::{File, FileId, Project};
use docklint_core::Severity;
use docklint_web::message::Finding;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What new files are called.
const NAMES: [&str; 6] =
    ["Dockerfile", "compose.yaml", ".env", ".dockerignore", ".gitignore", "requirements.txt"];

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) project: Rc<Project>,
    pub(crate) findings: Rc<Vec<Finding>>,
    pub(crate) on_open: Callback<FileId>,
    pub(crate) on_rename: Callback<(FileId, String)>,
    pub(crate) on_delete: Callback<FileId>,
    /// A new file of this name.
    pub(crate) on_new: Callback<String>,
    pub(crate) on_pick_files: Callback<()>,
    pub(crate) on_pick_folder: Callback<()>,
}

#[component]
pub(crate) fn Tabs(props: &Props) -> Html {
    let renaming = use_state(|| None::<FileId>);
    let active = props.project.active;
    let on_keys = {
        let (project, on_open, on_delete, renaming) =
            (props.project.clone(), props.on_open.clone(), props.on_delete.clone(), renaming.clone());
        Callback::from(move |event: KeyboardEvent| {
            let files = &project.files;
            let place = files.iter().position(|file| file.id == project.active).unwrap_or_default();
            let to = match event.key().as_str() {
                "ArrowRight" => (place + 1) % files.len(),
                "ArrowLeft" => (place + files.len() - 1) % files.len(),
                "Home" => 0,
                "End" => files.len() - 1,
                "F2" => return renaming.set(Some(project.active)),
                "Delete" => return on_delete.emit(project.active),
                _ => return,
            };
            event.prevent_default();
            if let Some(file) = files.get(to) {
                on_open.emit(file.id);
                focus_tab(file.id);
            }
        })
    };
    use_effect_with(active, |id| scroll_to_tab(*id));
    let start_renaming = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(Some(active)))
    };
    html! {
        <div class="tab-bar">
            <div class="tabs" role="tablist" aria-label="Files" onkeydown={on_keys}>
                {for props.project.files.iter().map(|file| if *renaming == Some(file.id) {
                    rename_box(props, file, &renaming)
                } else {
                    tab(props, file, &renaming)
                })}
            </div>
            <button type="button" class="icon-button" popovertarget="new-file" aria-label="Add a file" title="Add a file">{icons::plus()}</button>
            <span class="spread"></span>
            <button type="button" class="icon-button" onclick={start_renaming} aria-label="Rename this file" title="Rename this file (F2 on its tab)">
                {icons::pencil()}
            </button>
            {new_file_menu(props)}
        </div>
    }
}

fn tab(props: &Props, file: &File, renaming: &UseStateHandle<Option<FileId>>) -> Html {
    let id = file.id;
    let active = id == props.project.active;
    let found = props.findings.iter().filter(|finding| finding.path == file.name);
    let (problems, worst) =
        found.fold((0, None::<Severity>), |(n, worst), finding| (n + 1, worst.max(Some(finding.severity))));
    let on_delete = {
        let on_delete = props.on_delete.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            on_delete.emit(id);
        })
    };
    let on_rename = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(Some(id)))
    };
    html! {
        <button key={id} id={format!("tab-{id}")} type="button" class="tab" role="tab" aria-selected={active.to_string()}
            aria-controls="editor" aria-keyshortcuts="F2 Delete" tabindex={if active { "0" } else { "-1" }}
            onclick={props.on_open.reform(move |_| id)} ondblclick={on_rename}>
            <span class="tab-name">{file.name.clone()}</span>
            if let Some(worst) = worst {
                <span class={classes!("badge", worst.to_string())}>{problems}<span class="sr-only">{" problems"}</span></span>
            }
            // For the mouse; the keyboard has the Delete key.
            <span class="tab-close" aria-hidden="true" title={format!("Delete {}", file.name)} onclick={on_delete}>{icons::close()}</span>
        </button>
    }
}

fn rename_box(props: &Props, file: &File, renaming: &UseStateHandle<Option<FileId>>) -> Html {
    let id = file.id;
    let finish = {
        let (on_rename, renaming, old) = (props.on_rename.clone(), renaming.clone(), file.name.clone());
        move |name: String| {
            renaming.set(None);
            if name != old {
                on_rename.emit((id, name));
            }
        }
    };
    let on_blur = {
        let finish = finish.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                finish(input.value());
            }
        })
    };
    let on_key = {
        let old = file.name.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            match event.key().as_str() {
                "Enter" => finish(input.value()),
                "Escape" => finish(old.clone()),
                _ => return,
            }
            gloo::timers::callback::Timeout::new(0, move || focus_tab(id)).forget();
        })
    };
    html! { <RenameInput key={format!("rename-{id}")} name={file.name.clone()} {on_blur} {on_key} /> }
}

#[derive(PartialEq, Properties)]
struct RenameProps {
    name: String,
    on_blur: Callback<FocusEvent>,
    on_key: Callback<KeyboardEvent>,
}

/// Takes the focus when it appears, with the name selected.
#[component]
fn RenameInput(props: &RenameProps) -> Html {
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                // An element that was just made can be focused; were it not so, a click would do.
                drop(input.focus());
                input.select();
            }
        });
    }
    html! {
        <input ref={input} class="rename" aria-label="New name" value={props.name.clone()} size={(props.name.len().max(8)).to_string()}
            spellcheck="false" autocomplete="off" autocapitalize="off" onblur={props.on_blur.clone()} onkeydown={props.on_key.clone()} />
    }
}

fn new_file_menu(props: &Props) -> Html {
    let free: Vec<String> = NAMES.iter().map(|name| props.project.free_name(name)).collect();
    html! {
        <div id="new-file" popover="auto" class="menu">
            {for free.into_iter().map(|name| {
                let label = name.clone();
                html! {
                    <button type="button" popovertarget="new-file" popovertargetaction="hide"
                        onclick={props.on_new.reform(move |_| name.clone())}><code>{label}</code></button>
                }
            })}
            <hr />
            <button type="button" popovertarget="new-file" popovertargetaction="hide" onclick={props.on_pick_files.reform(|_| ())}>{"Open files …"}</button>
            <button type="button" popovertarget="new-file" popovertargetaction="hide" onclick={props.on_pick_folder.reform(|_| ())}>{"Open a folder …"}</button>
            <p class="hint">{"Or drop files or a folder onto the page."}</p>
        </div>
    }
}

fn tab_element(id: FileId) -> Option<web_sys::HtmlElement> {
    gloo::utils::document().get_element_by_id(&format!("tab-{id}"))?.dyn_into().ok()
}

fn focus_tab(id: FileId) {
    if let Some(tab) = tab_element(id) {
        // A tab that is gone by now needs no focus.
        drop(tab.focus());
    }
}

fn scroll_to_tab(id: FileId) {
    if let Some(tab) = tab_element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        tab.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
