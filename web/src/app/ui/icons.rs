//! Icons, drawn in the colour of the text around them. They say nothing by themselves: words stand beside them, or a label.

use docklint_core::Severity;
use yew::prelude::*;

fn icon(body: Html) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{body}</svg> }
}

fn line(path: &'static str) -> Html {
    icon(html! {
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
    })
}

/// Each severity has a shape of its own, not only a colour.
pub(crate) fn severity(severity: Severity) -> Html {
    match severity {
        Severity::Error => icon(html! { <>
            <rect x="1.5" y="1.5" width="13" height="13" rx="3.5" fill="currentColor" />
            <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="var(--surface)" stroke-width="1.7" stroke-linecap="round" />
        </> }),
        Severity::Warning => icon(html! { <>
            <path d="M8 1.8l6.7 12a.6.6 0 0 1-.5.9H1.8a.6.6 0 0 1-.5-.9z" fill="currentColor" />
            <path d="M8 6v4m0 2.1v.1" stroke="var(--surface)" stroke-width="1.7" stroke-linecap="round" />
        </> }),
        Severity::Info => icon(html! { <>
            <circle cx="8" cy="8" r="6.7" fill="currentColor" />
            <path d="M8 7.4v4M8 4.7v.1" stroke="var(--surface)" stroke-width="1.7" stroke-linecap="round" />
        </> }),
        Severity::Style => icon(html! {
            <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="2" />
        }),
    }
}

pub(crate) fn plus() -> Html {
    line("M8 3v10M3 8h10")
}

pub(crate) fn close() -> Html {
    line("M4 4l8 8m0-8l-8 8")
}

pub(crate) fn pencil() -> Html {
    line("M3 13l.7-3L10.5 3.2a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4L6 12.3z")
}

pub(crate) fn share() -> Html {
    line(
        "M6.7 9.3a2.7 2.7 0 0 0 3.8 0l2.4-2.4a2.7 2.7 0 0 0-3.8-3.8L8.2 4M9.3 6.7a2.7 2.7 0 0 0-3.8 0L3.1 9.1a2.7 2.7 0 0 0 3.8 3.8l.9-.9",
    )
}

pub(crate) fn down() -> Html {
    html! { <span class="icon-down">{line("M4 6l4 4 4-4")}</span> }
}

pub(crate) fn more() -> Html {
    icon(
        html! { <g fill="currentColor"><circle cx="3" cy="8" r="1.4" /><circle cx="8" cy="8" r="1.4" /><circle cx="13" cy="8" r="1.4" /></g> },
    )
}

pub(crate) fn lock() -> Html {
    line("M4.5 7V5.2a3.5 3.5 0 0 1 7 0V7M3.5 7h9v6.5h-9z")
}

pub(crate) fn check() -> Html {
    line("M3 8.5l3.2 3.2L13 4.8")
}

pub(crate) fn wand() -> Html {
    line("M3 13l7-7M11.5 2v2.5M11.5 7v2M9 4.5H7M15 4.5h-1.5")
}

/// The sign of docklint: a stack of containers, and a tick.
pub(crate) fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" fill="#0b5cad" />
            <g fill="#fff">
                <rect x="6" y="18" width="6" height="6" rx="1.2" /><rect x="13" y="18" width="6" height="6" rx="1.2" />
                <rect x="6" y="11" width="6" height="6" rx="1.2" opacity=".72" />
            </g>
            <path d="M15 12.2l3.4 3.4L26 8" fill="none" stroke="#7ee0b5" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}
