//! [`use_intake`]: files that are picked, or dropped onto the page.

use super::files::{self, Incoming};
use super::notices::{Act, Notices, Tone};
use super::project::{Change, Project};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, HtmlInputElement};
use yew::prelude::*;

/// The handlers, and whether files hover over the page.
pub(crate) struct Intake {
    pub(crate) on_picked: Callback<Event>,
    pub(crate) on_drop: Callback<DragEvent>,
    pub(crate) on_drag_over: Callback<DragEvent>,
    pub(crate) on_drag_leave: Callback<DragEvent>,
    pub(crate) dragging: bool,
}

/// Adds what comes in to the project, and says what could not be read.
#[hook]
pub(crate) fn use_intake(
    project: UseReducerDispatcher<Project>,
    at_once: Rc<Cell<bool>>,
    notices: UseReducerDispatcher<Notices>,
) -> Intake {
    let dragging = use_state(|| false);
    let take_in = Callback::from(move |incoming: Incoming| {
        for why in incoming.refused.into_iter().take(2) {
            notices.dispatch(Act::Say(Tone::Bad, format!("Not opened: {why}."), None));
        }
        if !incoming.files.is_empty() {
            at_once.set(true);
            project.dispatch(Change::Add(incoming.files));
        }
    });
    let on_picked = {
        let take_in = take_in.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                let take_in = take_in.clone();
                spawn_local(async move { take_in.emit(files::read_input(input).await) });
            }
        })
    };
    let on_drop = {
        let dragging = dragging.setter();
        Callback::from(move |event: DragEvent| {
            dragging.set(false);
            let Some(transfer) = event.data_transfer().filter(carries_files) else { return };
            event.prevent_default();
            let take_in = take_in.clone();
            spawn_local(async move { take_in.emit(files::read_drop(transfer).await) });
        })
    };
    let on_drag = |over: bool| {
        let dragging = dragging.setter();
        Callback::from(move |event: DragEvent| {
            if event.data_transfer().as_ref().is_some_and(carries_files) {
                event.prevent_default();
                dragging.set(over);
            }
        })
    };
    Intake {
        on_picked,
        on_drop,
        on_drag_over: on_drag(true),
        on_drag_leave: on_drag(false),
        dragging: *dragging,
    }
}

fn carries_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&"Files".into(), 0)
}
