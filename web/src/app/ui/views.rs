//! [`Views`]: what the pane beside the text shows, as tabs. Arrow keys move.

use wasm_bindgen::JsCast as _;
use yew::prelude::*;

/// What the pane beside the text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// What docklint found.
    Problems,
    /// What Compose would make of the project.
    Resolved,
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) view: View,
    pub(crate) on_view: Callback<View>,
}

#[component]
pub(crate) fn Views(props: &Props) -> Html {
    let other = match props.view {
        View::Problems => View::Resolved,
        View::Resolved => View::Problems,
    };
    let on_keys = {
        let on_view = props.on_view.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" | "ArrowLeft" => other,
                "Home" => View::Problems,
                "End" => View::Resolved,
                _ => return,
            };
            event.prevent_default();
            on_view.emit(to);
            focus(to);
        })
    };
    let tab = |view: View, label: &'static str, title: &'static str| {
        let selected = view == props.view;
        html! {
            <button id={format!("view-{}", name(view))} type="button" role="tab" aria-selected={selected.to_string()}
                aria-controls={name(view)} tabindex={if selected { "0" } else { "-1" }} {title}
                onclick={props.on_view.reform(move |_| view)}>{label}</button>
        }
    };
    html! {
        <div class="views" role="tablist" aria-label="Results" onkeydown={on_keys}>
            {tab(View::Problems, "Problems", "What docklint found")}
            {tab(View::Resolved, "Resolved", "The project as Compose would run it, and where its values come from")}
        </div>
    }
}

fn name(view: View) -> &'static str {
    match view {
        View::Problems => "problems",
        View::Resolved => "resolved",
    }
}

fn focus(view: View) {
    let tab = gloo::utils::document().get_element_by_id(&format!("view-{}", name(view)));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A tab that cannot take the focus can be clicked.
        drop(tab.focus());
    }
}
