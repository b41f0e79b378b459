//! The list of findings: every one is a button that leads to its place, with its fixes and its rule's page beside it.

use super::icons;
use super::text::{count, with_code};
use docklint_core::Severity;
use docklint_web::message::{Finding, Range};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) findings: Rc<Vec<Finding>>,
    /// The finding that was gone to last.
    pub(crate) selected: Option<usize>,
    pub(crate) on_jump: Callback<usize>,
    /// A place that belongs to a finding.
    pub(crate) on_related: Callback<(String, Range)>,
    pub(crate) on_fix: Callback<(usize, usize)>,
    pub(crate) on_explain: Callback<String>,
}

#[component]
pub(crate) fn Problems(props: &Props) -> Html {
    let mut groups: Vec<(&str, Vec<(usize, &Finding)>)> = Vec::new();
    for (index, finding) in props.findings.iter().enumerate() {
        match groups.last_mut() {
            Some((path, group)) if *path == finding.path => group.push((index, finding)),
            _ => groups.push((&finding.path, vec![(index, finding)])),
        }
    }
    groups.into_iter().map(|(path, group)| html! {
        <section key={path.to_owned()} class="group" aria-label={path.to_owned()}>
            <h3><span>{path.to_owned()}</span><span class="quiet">{count(group.len(), "problem")}</span></h3>
            <ul>{for group.into_iter().map(|(index, finding)| row(props, index, finding))}</ul>
        </section>
    }).collect()
}

fn row(props: &Props, index: usize, finding: &Finding) -> Html {
    let selected = props.selected == Some(index);
    let severity = finding.severity.to_string();
    let start = finding.range.start;
    let on_jump = props.on_jump.reform(move |_| index);
    let rule = finding.rule.clone();
    let on_explain = props.on_explain.reform(move |_| rule.clone());
    html! {
        <li key={index} class={classes!("problem", severity.clone(), selected.then_some("selected"))} data-index={index.to_string()}>
            <button type="button" class="jump" onclick={on_jump} aria-current={selected.then_some("true")}>
                {icons::severity(finding.severity)}
                <span class="message"><span class="sr-only">{format!("{severity}: ")}</span>{with_code(&finding.message)}</span>
                <span class="place">{format!("{}:{}", start.line + 1, start.character + 1)}</span>
            </button>
            <div class="actions">
                if !finding.rule.is_empty() {
                    <button type="button" class="code" onclick={on_explain} title={format!("What {} is about", finding.rule)}>
                        {finding.code.clone()}<span class="rule-name">{finding.rule.clone()}</span>
                    </button>
                }
                {for finding.related.iter().map(|related| {
                    let target = (related.path.clone(), related.range);
                    let label = format!("{}:{} {}", related.path, related.range.start.line + 1, related.message);
                    html! {
                        <button type="button" class="related" onclick={props.on_related.reform(move |_| target.clone())}>{label}</button>
                    }
                })}
                {for finding.fixes.iter().enumerate().map(|(fix, found)| html! {
                    <button type="button" class={classes!("fix", (!found.safe).then_some("unsafe"))}
                        onclick={props.on_fix.reform(move |_| (index, fix))}>
                        {icons::wand()}{with_code(&found.title)}
                        if !found.safe { <span class="label" title="May change what the files do: look at the result">{"unsafe"}</span> }
                    </button>
                })}
            </div>
        </li>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct SummaryProps {
    pub(crate) findings: Rc<Vec<Finding>>,
    /// How many files were checked.
    pub(crate) files: usize,
    pub(crate) suppressed: usize,
}

/// How many findings of each severity.
#[component]
pub(crate) fn Summary(props: &SummaryProps) -> Html {
    let of = |severity| props.findings.iter().filter(|finding| finding.severity == severity).count();
    let all = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Info, "info"),
        (Severity::Style, "style"),
    ];
    let found = all.into_iter().filter(|(severity, _)| of(*severity) > 0);
    html! {
        <p class="summary">
            {for found.map(|(severity, name)| html! {
                <span class={classes!("count", name)}>
                    {icons::severity(severity)}
                    {match severity {
                        Severity::Error | Severity::Warning => count(of(severity), name),
                        Severity::Info | Severity::Style => format!("{} {name}", of(severity)),
                    }}
                </span>
            })}
            <span class="quiet">{format!("{} checked", count(props.files, "file"))}</span>
            if props.suppressed > 0 { <span class="quiet">{format!("{} ignored", props.suppressed)}</span> }
        </p>
    }
}
