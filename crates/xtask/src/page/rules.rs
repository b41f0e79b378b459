//! The rules' pages as HTML: each stands alone under its address, and the playground shows its article beside the text.

use super::{create, write};
use crate::run::{Outcome, root};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use docklint_core::rules::{self, Rule};
use docklint_tests::page::Page;
use flate2::{Compression, write::DeflateEncoder};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// Renders the page of every rule, and a list of them.
pub(super) fn render(to: &Path) -> Outcome {
    create(to)?;
    let mut index = String::from("<h1>Rules</h1>\n");
    let mut family = "";
    for rule in rules::all() {
        if rule.family != family {
            let end = if family.is_empty() { "" } else { "</ul>\n" };
            family = rule.family;
            write!(index, "{end}<h2>{family}</h2>\n<ul class=\"rules\">\n")
                .map_err(|error| error.to_string())?;
        }
        writeln!(
            index,
            "<li><a href=\"{name}.html\"><code>{}</code> {name}</a> <span>{}</span></li>",
            rule.meta.code,
            escape(rule.summary),
            name = rule.name,
        )
        .map_err(|error| error.to_string())?;
        write(&to.join(format!("{}.html", rule.name)), document(rule.name, &article(rule)?))?;
    }
    index.push_str("</ul>");
    write(&to.join("index.html"), document("Rules", &index))
}

fn document(title: &str, article: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <title>{title} · docklint</title>\n<link rel=\"stylesheet\" href=\"page.css\">\n</head>\n<body>\n\
         <nav><a href=\"../index.html\">docklint</a> <a href=\"index.html\">Rules</a></nav>\n<main><article>\n{article}\n</article></main>\n</body>\n</html>\n"
    )
}

/// The page's Markdown as HTML, with a caption over each example and a link to try each bad one.
fn article(rule: &Rule) -> Outcome<String> {
    let path = root()
        .join("crates/core/src/rules")
        .join(rule.family)
        .join(format!("{}.md", rule.name.replace('-', "_")));
    let text = std::fs::read_to_string(&path).map_err(|error| super::at(&path, &error))?;
    let page = Page::read(&path);
    let mut tries =
        page.groups.iter().filter(|group| !group.bad.is_empty()).map(|group| try_link(&group.bad));
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut ends_with_try = false;
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                ends_with_try = info.split_whitespace().next() == Some("diagnostics");
                let (class, caption) = caption(&info);
                let open = format!(
                    "<figure class=\"{class}\"><figcaption>{caption}</figcaption><pre tabindex=\"0\"><code>"
                );
                events.push(Event::Html(open.into()));
            }
            Event::End(TagEnd::CodeBlock) => {
                let link = if ends_with_try { tries.next().transpose()? } else { None };
                let link = link.map(|href| format!("<p class=\"try\"><a href=\"{href}\">Try it</a></p>"));
                events.push(Event::Html(
                    format!("</code></pre></figure>{}\n", link.unwrap_or_default()).into(),
                ));
                ends_with_try = false;
            }
            // Pages are ours, but what is not Markdown in them is a mistake.
            Event::Html(raw) | Event::InlineHtml(raw) => events.push(Event::Text(raw)),
            Event::End(TagEnd::Heading(pulldown_cmark::HeadingLevel::H1)) => {
                events.push(event);
                events.push(Event::Html(facts(rule).into()));
            }
            event => events.push(event),
        }
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    Ok(out)
}

/// Code, severity and the like, in one line under the title.
fn facts(rule: &Rule) -> String {
    let severity = rule.meta.severity.to_string();
    let mut out = format!(
        "\n<p class=\"facts\"><code>{}</code> <span class=\"{severity}\">{severity}</span>",
        rule.meta.code
    );
    for alias in rule.meta.aliases {
        out.push_str(&format!(" <span class=\"alias\">{}</span>", escape(alias)));
    }
    out.push_str("</p>\n");
    out
}

/// The class and the caption of an example, from its fence.
fn caption(info: &str) -> (&'static str, String) {
    let words: Vec<&str> = info.split_whitespace().collect();
    let file = words
        .iter()
        .find_map(|word| word.strip_prefix("file="))
        .or(words.first().copied())
        .unwrap_or_default();
    let (class, label) = match words.as_slice() {
        [_, rest @ ..] if rest.contains(&"bad") => ("bad", "Bad"),
        [_, rest @ ..] if rest.contains(&"fixed") => ("fixed", "Fixed"),
        [_, rest @ ..] if rest.contains(&"good") => ("good", "Good"),
        ["diagnostics", ..] => return ("found", "docklint reports".to_owned()),
        _ => ("plain", ""),
    };
    (class, if label.is_empty() { escape(file) } else { format!("{label} <span>{}</span>", escape(file)) })
}

/// The address that opens `files` in the playground: what the page's own share links hold.
fn try_link(files: &[(String, String)]) -> Outcome<String> {
    let files: Vec<_> =
        files.iter().map(|(name, text)| serde_json::json!({ "name": name, "text": text })).collect();
    let json = serde_json::json!({ "files": files }).to_string();
    let mut deflate = DeflateEncoder::new(Vec::new(), Compression::best());
    deflate.write_all(json.as_bytes()).map_err(|error| error.to_string())?;
    let deflated = deflate.finish().map_err(|error| error.to_string())?;
    Ok(format!("../index.html#v1.{}", URL_SAFE_NO_PAD.encode(deflated)))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
