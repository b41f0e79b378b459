//! A rule's page beside the text. It is one of our own static files, fetched when it is asked for.

use super::icons;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DomParser, Element, HtmlElement, Response, SupportedType};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// A rule's name, or `index` for the list of all.
    pub(crate) rule: String,
    pub(crate) on_close: Callback<()>,
    /// Another rule's page, from a link in this one.
    pub(crate) on_open: Callback<String>,
}

#[component]
pub(crate) fn RulePage(props: &Props) -> Html {
    let body = use_node_ref();
    let panel = use_node_ref();
    let failed = use_state(|| false);
    {
        let (body, panel, failed) = (body.clone(), panel.clone(), failed.clone());
        use_effect_with(props.rule.clone(), move |rule| {
            if let Some(panel) = panel.cast::<HtmlElement>() {
                // The page is asked for, so whoever asked wants to read it.
                drop(panel.focus());
                panel.set_scroll_top(0);
            }
            let address = format!("rules/{rule}.html");
            failed.set(false);
            spawn_local(async move {
                let article = article(&address).await;
                failed.set(article.is_none());
                if let (Some(article), Some(body)) = (article, body.cast::<Element>()) {
                    body.replace_children_with_node_1(&article);
                }
            });
        });
    }
    // Links between the pages stay in the panel; links to elsewhere open beside the playground.
    let on_click = {
        let on_open = props.on_open.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
            let Some(href) = link.as_ref().and_then(|link| link.get_attribute("href")) else { return };
            if let Some((_, fragment)) = href.split_once("index.html#") {
                event.prevent_default();
                // The page listens for this and offers what the link holds.
                drop(window().location().set_hash(fragment));
            } else if let Some(rule) = href.strip_suffix(".html").filter(|rule| !rule.contains('/')) {
                event.prevent_default();
                on_open.emit(rule.to_owned());
            } else if let Some(link) = link {
                drop(link.set_attribute("target", "_blank"));
                drop(link.set_attribute("rel", "noreferrer"));
            }
        })
    };
    let on_key = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_close.emit(());
            }
        })
    };
    html! {
        <section class="rule-page" aria-label="About the rule" onkeydown={on_key} ref={panel} tabindex="-1">
            <header>
                <button type="button" class="link" onclick={props.on_open.reform(|_| "index".to_owned())}>{"All rules"}</button>
                <span class="spread"></span>
                <button type="button" class="icon-button" aria-label="Close the rule's page" onclick={props.on_close.reform(|_| ())}>{icons::close()}</button>
            </header>
            if *failed {
                <p class="failed" role="alert">{"The page of this rule could not be loaded."}</p>
            }
            <div ref={body} class="rule-body" onclick={on_click}></div>
        </section>
    }
}

/// The article of one of our pages. A parsed document runs no scripts, and the policy of this page forbids them anyhow.
async fn article(address: &str) -> Option<Element> {
    let html = fetch_text(address).await?;
    let parsed = DomParser::new().ok()?.parse_from_string(&html, SupportedType::TextHtml).ok()?;
    let article = parsed.query_selector("article").ok()??;
    document().import_node_with_deep(&article, true).ok()?.dyn_into().ok()
}

/// The text of one of our own static files.
pub(crate) async fn fetch_text(address: &str) -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text: JsValue = JsFuture::from(response.text().ok()?).await.ok()?;
    text.as_string()
}
