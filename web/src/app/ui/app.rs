//! [`App`]: the page's state, and what its parts do to it.

use super::actions::{apply_fix, put_fixes, scroll_to_problem, step};
use super::commands::{Commands, commands};
use super::dialogs::{OfferDialog, ShareDialog};
use super::editor::{Editor, EditorPane, Question};
use super::icons;
use super::intake::{Intake, use_intake};
use super::live::{
    Fixed, Latest, LatestRef, Linting, Report, State, use_autosave, use_keys, use_links, use_linting,
    use_resolving,
};
use super::notices::{Act, NoticeList, Notices, Tone};
use super::problems::{Problems, Summary};
use super::project::{Change, File, FileId, Project};
use super::resolved::Resolved;
use super::rule_page::RulePage;
use super::settings::{self, Theme};
use super::start::{self, Start};
use super::status::{Announcer, state_of, status_line};
use super::tabs::Tabs;
use super::toolbar::{Example, Toolbar};
use super::views::{View, Views};
use docklint_web::message::{Call, Position, Range};
use docklint_web::snapshot::{self, Snapshot, clean_name};
use docklint_web::store::Store;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What lies over the page.
#[derive(Clone, Debug, PartialEq)]
enum Dialog {
    Share,
    /// A link brought this, and there is saved work.
    Offer(Snapshot),
}

/// What a narrow screen shows; a wide one shows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pane {
    Text,
    Problems,
}

#[component]
pub(crate) fn App() -> Html {
    let store = use_memo((), |()| Store::open());
    let begin = use_memo((), |()| Start::new(&store));
    let project = {
        let begin = begin.clone();
        use_reducer(move || Project::new(&begin.project))
    };
    let notices = use_reducer(Notices::default);
    let editor = use_memo((), |()| Editor::default());
    let theme = use_state(|| Theme::load(&store));
    let plain = use_state(|| settings::plain_editor(&store));
    let rule = use_state(|| None::<String>);
    let dialog = use_state(|| None::<Dialog>);
    let pane = use_state(|| Pane::Text);
    let view = use_state(|| View::Problems);
    let selected = use_state(|| None::<usize>);
    let examples = use_state(|| Rc::new(Vec::<Example>::new()));
    let earlier = use_state(|| Rc::new(store.earlier()));
    let (pick_files, pick_folder) = (use_node_ref(), use_node_ref());

    let say = {
        let notices = notices.dispatcher();
        move |tone, text: String| notices.dispatch(Act::Say(tone, text, None))
    };
    let latest: LatestRef =
        use_mut_ref(|| Latest { project: Rc::new(Project::new(&begin.project)), report: Report::default() });

    let on_fixed = {
        let (latest, editor, say) = (latest.clone(), editor.clone(), say.clone());
        use_callback((), move |fixed: Fixed, ()| {
            say(Tone::Good, put_fixes(&latest, &editor, &fixed));
        })
    };
    let current = use_memo((*project).clone(), Project::clone);
    let Linting { report, engine, resolution, at_once, anyway } =
        use_linting(&current, &store, begin.safe, on_fixed);
    use_resolving(&current, &engine, &report, *view == View::Resolved);
    *latest.borrow_mut() = Latest { project: current.clone(), report: (*report).clone() };
    use_autosave(&current, &store, &latest, &notices.dispatcher());

    let load = {
        let (project, store, latest, earlier) =
            (project.dispatcher(), store.clone(), latest.clone(), earlier.setter());
        let (at_once, selected) = (at_once.clone(), selected.setter());
        use_callback((), move |snapshot: Snapshot, ()| {
            let old = latest.borrow().project.snapshot();
            if old.files != start::welcome().files && old.files.iter().any(|file| !file.text.is_empty()) {
                store.keep_earlier(&old);
                earlier.set(Rc::new(store.earlier()));
            }
            at_once.set(true);
            selected.set(None);
            project.dispatch(Change::Load(snapshot));
        })
    };
    let on_link = {
        let (latest, load, dialog, store) = (latest.clone(), load.clone(), dialog.setter(), store.clone());
        Callback::from(move |linked: Snapshot| {
            let mine = latest.borrow().project.snapshot();
            let worthless = store.project().is_none() && mine.files == start::welcome().files;
            if mine.files == linked.files {
                return;
            }
            if worthless { load.emit(linked) } else { dialog.set(Some(Dialog::Offer(linked))) }
        })
    };
    use_links(on_link, &notices.dispatcher());

    let on_change = {
        let (project, at_once) = (project.dispatcher(), at_once.clone());
        use_callback((), move |(id, text, now): (FileId, String, bool), ()| {
            if now {
                at_once.set(true);
            }
            // A link in the address no longer says what is on the page.
            if start::link().is_some() {
                start::set_fragment(None);
            }
            project.dispatch(Change::Text(id, text));
        })
    };
    let on_fix = {
        let (latest, editor) = (latest.clone(), editor.clone());
        use_callback((), move |(finding, fix), ()| apply_fix(&latest, &editor, finding, fix))
    };
    let on_explain = {
        let (rule, pane, view) = (rule.setter(), pane.setter(), view.setter());
        use_callback((), move |name: String, ()| {
            rule.set(Some(name));
            view.set(View::Problems);
            pane.set(Pane::Problems);
        })
    };
    let on_ask = {
        let (latest, engine) = (latest.clone(), engine.clone());
        use_callback(
            (),
            move |(question, id, at, then): (Question, FileId, Position, js_sys::Function), ()| {
                let is_live = latest.borrow().report.state == State::Live;
                let text = latest.borrow().project.file(id).filter(|_| is_live).map(File::text);
                match (text, question) {
                    (Some(text), Question::Describe) => engine.ask(Call::Describe(text, at), then),
                    (Some(text), Question::Complete) => engine.ask(Call::Complete(text, at), then),
                    (None, _) => drop(then.call0(&JsValue::UNDEFINED)),
                }
            },
        )
    };
    let go = {
        let (latest, editor, project, pane) =
            (latest.clone(), editor.clone(), project.dispatcher(), pane.setter());
        use_callback((), move |(path, range): (String, Range), ()| {
            pane.set(Pane::Text);
            let found = latest.borrow().project.named(&path).cloned();
            if let Some(file) = found {
                project.dispatch(Change::Open(file.id));
                let editor = editor.clone();
                // On a narrow screen the editor can take the focus only once it is shown.
                Timeout::new(0, move || editor.reveal(&file, range)).forget();
            }
        })
    };
    let on_jump = {
        let (latest, go, selected) = (latest.clone(), go.clone(), selected.setter());
        use_callback((), move |index: usize, ()| {
            let target = latest
                .borrow()
                .report
                .findings
                .get(index)
                .map(|finding| (finding.path.clone(), finding.range));
            if let Some(target) = target {
                selected.set(Some(index));
                go.emit(target);
            }
        })
    };
    let on_step = {
        let (latest, editor, on_jump) = (latest.clone(), editor.clone(), on_jump.clone());
        use_callback((), move |forward: bool, ()| {
            let next = step(&latest.borrow(), &editor, forward);
            if let Some(index) = next {
                on_jump.emit(index);
            }
        })
    };
    use_keys(on_step);
    use_effect_with(*selected, |selected| {
        if let Some(index) = selected {
            scroll_to_problem(*index);
        }
    });

    let Intake { on_picked, on_drop, on_drag_over, on_drag_leave, dragging } =
        use_intake(project.dispatcher(), at_once, notices.dispatcher());
    let pick = |input: &NodeRef| {
        let input = input.clone();
        Callback::from(move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };

    let on_rename = {
        let (project, current) = (project.dispatcher(), current.clone());
        Callback::from(move |(id, name): (FileId, String)| match clean_name(&name) {
            Some(name) if current.named(&name).is_some_and(|file| file.id != id) => {
                say(Tone::Bad, format!("There is a file {name} already."));
            }
            Some(name) => project.dispatch(Change::Rename(id, name)),
            None => say(Tone::Bad, "That cannot be a file's name.".to_owned()),
        })
    };
    let on_delete = {
        let (project, notices, current) = (project.dispatcher(), notices.dispatcher(), current.clone());
        Callback::from(move |id: FileId| {
            let Some(file) = current.file(id) else { return };
            let kept = snapshot::File { name: file.name.clone(), text: file.ends.restore(&file.text) };
            let project = project.clone();
            project.dispatch(Change::Remove(id));
            let text = format!("Deleted {}.", file.name);
            let undo = Callback::from(move |()| project.dispatch(Change::Add(vec![kept.clone()])));
            notices.dispatch(Act::Say(Tone::Good, text, Some(("Undo".to_owned(), undo))));
        })
    };
    let on_new = {
        let (project, editor) = (project.dispatcher(), editor.clone());
        Callback::from(move |name: String| {
            project.dispatch(Change::Add(vec![snapshot::File { name, text: String::new() }]));
            let editor = editor.clone();
            Timeout::new(50, move || editor.focus()).forget();
        })
    };
    let on_command = commands(Commands {
        project: current.clone(),
        store: store.clone(),
        theme: theme.clone(),
        plain: plain.clone(),
        examples: examples.clone(),
        earlier: earlier.clone(),
        load: load.clone(),
        on_share: {
            let dialog = dialog.setter();
            Callback::from(move |()| dialog.set(Some(Dialog::Share)))
        },
        on_explain: on_explain.clone(),
        notices: notices.dispatcher(),
    });
    let fix_all = {
        let current = current.clone();
        Callback::from(move |_: MouseEvent| engine.fix(current.revision, current.texts()))
    };

    let findings = report.findings.clone();
    let safe_fixes = findings.iter().filter(|finding| finding.fixes.iter().any(|fix| fix.safe)).count();
    let show = |to: Pane| {
        let pane = pane.setter();
        Callback::from(move |_: MouseEvent| pane.set(to))
    };
    let close_dialog = {
        let dialog = dialog.setter();
        Callback::from(move |()| dialog.set(None))
    };
    html! {
        <div class={classes!("page", if *pane == Pane::Text { "shows-text" } else { "shows-problems" }, dragging.then_some("dragging"))}
            ondragover={on_drag_over} ondragleave={on_drag_leave} ondrop={on_drop}>
            <Toolbar examples={(*examples).clone()} earlier={(*earlier).clone()} theme={*theme} plain={*plain} on={on_command} />
            <NoticeList notices={Rc::new((*notices).clone())}
                on_close={let notices = notices.dispatcher(); Callback::from(move |id| notices.dispatch(Act::Close(id)))} />
            <main>
                <section class="text-pane" aria-label="Text">
                    <Tabs project={current.clone()} findings={findings.clone()}
                        on_open={let project = project.dispatcher(); Callback::from(move |id| project.dispatch(Change::Open(id)))}
                        {on_rename} {on_delete} {on_new} on_pick_files={pick(&pick_files)} on_pick_folder={pick(&pick_folder)} />
                    <div id="editor" role="tabpanel" aria-labelledby={format!("tab-{}", current.active)} class="editor">
                        <EditorPane project={current.clone()} findings={findings.clone()} plain={*plain} editor={(*editor).clone()}
                            {on_change} on_fix={on_fix.clone()} on_explain={on_explain.clone()} {on_ask} />
                    </div>
                    {status_line(&current, &report)}
                </section>
                <section class="problems-pane" aria-label="Results">
                    <header>
                        <h2 class="sr-only">{"Results"}</h2>
                        <Views view={*view} on_view={let view = view.setter(); Callback::from(move |to| view.set(to))} />
                        <span class="spread"></span>
                        if safe_fixes > 0 && *view == View::Problems {
                            <button type="button" class="button small" onclick={fix_all}>{icons::wand()}{format!("Fix all safe ({safe_fixes})")}</button>
                        }
                    </header>
                    {state_of(&report, &current, &anyway, &load)}
                    if *view == View::Resolved {
                        <div id="resolved" class="problem-list" role="tabpanel" aria-labelledby="view-resolved">
                            <Resolved resolution={resolution.as_ref().map(|(_, resolution)| resolution.clone())}
                                is_old={resolution.as_ref().is_some_and(|(revision, _)| *revision != current.revision)} on_go={go.clone()} />
                        </div>
                    } else {
                    <div id="problems" class="view" role="tabpanel" aria-labelledby="view-problems">
                    if report.revision > 0 || !findings.is_empty() || report.files > 0 {
                        <Summary findings={findings.clone()} files={report.files} suppressed={report.suppressed} />
                    }
                    <div class="problem-list">
                        if findings.is_empty() && report.state == State::Live && report.files > 0 {
                            <div class="all-clear">{icons::check()}<p>{"No problems found."}</p></div>
                        }
                        <Problems findings={findings.clone()} selected={*selected} {on_jump} on_related={go} {on_fix} on_explain={on_explain.clone()} />
                    </div>
                    </div>
                    }
                    if let Some(name) = &*rule {
                        <RulePage rule={name.clone()} on_open={on_explain}
                            on_close={let rule = rule.setter(); Callback::from(move |()| rule.set(None))} />
                    }
                </section>
            </main>
            <nav class="switch-panes" aria-label="What to show">
                <button type="button" aria-pressed={(*pane == Pane::Text).to_string()} onclick={show(Pane::Text)}>{"Text"}</button>
                <button type="button" aria-pressed={(*pane == Pane::Problems).to_string()} onclick={show(Pane::Problems)}>
                    {"Problems "}<span class="badge plain">{findings.len()}</span>
                </button>
            </nav>
            <Announcer findings={findings.clone()} files={report.files} />
            <input ref={pick_files} type="file" multiple=true hidden=true onchange={on_picked.clone()} />
            <input ref={pick_folder} type="file" multiple=true hidden=true webkitdirectory=true onchange={on_picked} />
            {match &*dialog {
                None => Html::default(),
                Some(Dialog::Share) => html! {
                    <ShareDialog project={current.snapshot()} secrets={findings.iter().filter(|finding| finding.secret).count()}
                        on_close={close_dialog} on_made={Callback::from(|fragment: String| start::set_fragment(Some(&fragment)))} />
                },
                Some(Dialog::Offer(offered)) => html! {
                    <OfferDialog project={offered.clone()}
                        on_open={let (close, load) = (close_dialog.clone(), load); Callback::from(move |project| { close.emit(()); load.emit(project); })}
                        on_keep={close_dialog.reform(|()| start::set_fragment(None))} />
                },
            }}
        </div>
    }
}
