//! Notices: what happened, in one line, with what can be done about it.

use super::icons;
use std::rc::Rc;
use yew::prelude::*;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something worked.
    Good,
    /// Something did not.
    Bad,
}

/// One line with its buttons.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    id: u32,
    pub(crate) tone: Tone,
    pub(crate) text: String,
    /// Label and what it does; pressing it also closes the notice.
    pub(crate) action: Option<(String, Callback<()>)>,
}

/// What can happen to the notices.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Say(Tone, String, Option<(String, Callback<()>)>),
    Close(u32),
}

/// All notices, oldest first. A new one of the same text takes the place of the old.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Notices {
    all: Vec<Notice>,
    last: u32,
}

/// More would cover the text.
const MOST: usize = 3;

impl Reducible for Notices {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut notices = (*self).clone();
        match act {
            Act::Say(tone, text, action) => {
                notices.last += 1;
                notices.all.retain(|notice| notice.text != text);
                notices.all.push(Notice { id: notices.last, tone, text, action });
                let surplus = notices.all.len().saturating_sub(MOST);
                notices.all.drain(..surplus);
            }
            Act::Close(id) => notices.all.retain(|notice| notice.id != id),
        }
        Rc::new(notices)
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) notices: Rc<Notices>,
    pub(crate) on_close: Callback<u32>,
}

#[component]
pub(crate) fn NoticeList(props: &Props) -> Html {
    html! {
        <div class="notices" role="status">
            {for props.notices.all.iter().map(|notice| {
                let id = notice.id;
                let on_close = props.on_close.reform(move |_: MouseEvent| id);
                let tone = match notice.tone { Tone::Good => "good", Tone::Bad => "bad" };
                html! {
                    <div key={id} class={classes!("notice", tone)}>
                        <span>{notice.text.clone()}</span>
                        if let Some((label, action)) = &notice.action {
                            <button type="button" class="button small" onclick={
                                let (action, on_close) = (action.clone(), props.on_close.clone());
                                Callback::from(move |_| { on_close.emit(id); action.emit(()); })
                            }>{label.clone()}</button>
                        }
                        <button type="button" class="icon-button" aria-label="Close this notice" onclick={on_close}>{icons::close()}</button>
                    </div>
                }
            })}
        </div>
    }
}
