//! The dialogs: sharing, and a link that meets saved work.

use super::text::count;
use docklint_web::share;
use docklint_web::snapshot::Snapshot;
use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct ModalProps {
    title: String,
    on_close: Callback<()>,
    children: Html,
}

/// A modal dialog: the browser keeps the focus in it, and Esc closes it.
#[component]
fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // It fails only where the dialog is open already.
                drop(dialog.show_modal());
            }
        });
    }
    html! {
        <dialog ref={dialog} aria-label={props.title.clone()} onclose={props.on_close.reform(|_| ())}>
            <h2>{props.title.clone()}</h2>
            {props.children.clone()}
        </dialog>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ShareProps {
    pub(crate) project: Snapshot,
    /// How many secrets docklint found in it.
    pub(crate) secrets: usize,
    pub(crate) on_close: Callback<()>,
    /// The fragment of the link, once it is made.
    pub(crate) on_made: Callback<String>,
}

/// Makes a link, after a warning where the project holds secrets.
#[component]
pub(crate) fn ShareDialog(props: &ShareProps) -> Html {
    let anyway = use_state(|| props.secrets == 0);
    let link = use_state(|| None::<Result<String, String>>);
    let copied = use_state(|| false);
    let input = use_node_ref();
    {
        let (link, project, on_made) = (link.clone(), props.project.clone(), props.on_made.clone());
        use_effect_with(*anyway, move |anyway| {
            if *anyway {
                spawn_local(async move {
                    let made = share::encode(&project).await;
                    link.set(Some(made.map_err(|why| why.to_string()).map(|fragment| {
                        let location = window().location();
                        let page = format!(
                            "{}{}",
                            location.origin().unwrap_or_default(),
                            location.pathname().unwrap_or_default()
                        );
                        let address = format!("{page}#{fragment}");
                        on_made.emit(fragment);
                        address
                    })));
                });
            }
        });
    }
    let on_copy = {
        let (copied, input) = (copied.clone(), input.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            input.select();
            let copied = copied.clone();
            spawn_local(async move {
                // Where the clipboard is forbidden, the link stays selected, ready for the keyboard.
                let done = JsFuture::from(window().navigator().clipboard().write_text(&input.value())).await;
                copied.set(done.is_ok());
            });
        })
    };
    let on_close = props.on_close.reform(|_: MouseEvent| ());
    let content = match &*link {
        _ if !*anyway => html! { <>
            <p><strong>{format!("docklint found {} in this project.", count(props.secrets, "secret"))}</strong>
            {" Whoever gets the link can read the whole project, secrets included."}</p>
            <div class="buttons">
                <button type="button" class="button primary" autofocus=true onclick={on_close}>{"Do not share"}</button>
                <button type="button" class="button" onclick={let anyway = anyway.clone(); Callback::from(move |_| anyway.set(true))}>{"Make the link anyway"}</button>
            </div>
        </> },
        None => html! { <p role="status">{"Making the link …"}</p> },
        Some(Err(why)) => html! { <>
            <p role="alert">{format!("No link could be made: {why}.")}</p>
            <div class="buttons"><button type="button" class="button" onclick={on_close}>{"Close"}</button></div>
        </> },
        Some(Ok(link)) => html! { <>
            <p>{format!("The link holds {} whole, compressed, behind its #: browsers send that part to no server.", count(props.project.files.len(), "file"))}</p>
            <input ref={input} class="share-link" readonly=true aria-label="Link to this project" value={link.clone()} />
            <div class="buttons">
                <span class="quiet" role="status">{if *copied { "Copied.".to_owned() } else { format!("{} characters", link.len()) }}</span>
                <span class="spread"></span>
                <button type="button" class="button" onclick={on_close}>{"Close"}</button>
                <button type="button" class="button primary" autofocus=true onclick={on_copy}>{"Copy link"}</button>
            </div>
        </> },
    };
    html! { <Modal title="Share this project" on_close={props.on_close.clone()}>{content}</Modal> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct OfferProps {
    /// What the link holds.
    pub(crate) project: Snapshot,
    pub(crate) on_open: Callback<Snapshot>,
    pub(crate) on_keep: Callback<()>,
}

/// Asks before a link takes the place of saved work.
#[component]
pub(crate) fn OfferDialog(props: &OfferProps) -> Html {
    let names: Vec<&str> = props.project.files.iter().map(|file| file.name.as_str()).take(8).collect();
    let project = props.project.clone();
    html! {
        <Modal title="Open the project of this link?" on_close={props.on_keep.clone()}>
            <p>{format!("The link holds {}: {}.", count(props.project.files.len(), "file"), names.join(", "))}</p>
            <p>{"Your own project stays under More → Earlier work."}</p>
            <div class="buttons">
                <span class="spread"></span>
                <button type="button" class="button" onclick={props.on_keep.reform(|_| ())}>{"Keep mine"}</button>
                <button type="button" class="button primary" autofocus=true onclick={props.on_open.reform(move |_| project.clone())}>{"Open"}</button>
            </div>
        </Modal>
    }
}
