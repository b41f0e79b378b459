//! [`App`]: the page's state, and what its parts do to it.

use super::dialogs::{OfferDialog, ShareDialog};
use super::editor::{Editor, EditorPane};
use super::engine::Stop;
use super::files::{self, Incoming};
use super::icons;
use super::live::{
    Fixed, Latest, LatestRef, Linting, Report, State, use_autosave, use_keys, use_links, use_linting,
};
use super::notices::{Act, NoticeList, Notices, Tone};
use super::problems::{Problems, Summary};
use super::project::{Change, FileId, Project};
use super::rule_page::{RulePage, fetch_text};
use super::settings::{self, Theme};
use super::start::{self, Start};
use super::tabs::Tabs;
use super::text::count;
use super::toolbar::{Command, Example, Toolbar};
use docklint_core::FileKind;
use docklint_web::line_ends::LineEnd;
use docklint_web::message::{Edit, Range, Text};
use docklint_web::snapshot::{self, Snapshot, clean_name};
use docklint_web::store::Store;
use gloo::timers::callback::Timeout;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
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
    let selected = use_state(|| None::<usize>);
    let examples = use_state(|| Rc::new(Vec::<Example>::new()));
    let earlier = use_state(|| Rc::new(store.earlier()));
    let dragging = use_state(|| false);
    let (pick_files, pick_folder) = (use_node_ref(), use_node_ref());

    let say = {
        let notices = notices.dispatcher();
        move |tone, text: String| notices.dispatch(Act::Say(tone, text, None))
    };
    let latest: LatestRef =
        use_mut_ref(|| Latest { project: Rc::new(Project::new(&begin.project)), report: Report::default() });

    let on_fixed = {
        let (latest, editor, say) = (latest.clone(), editor.clone(), say.clone());
        use_callback((), move |(revision, changed, applied): Fixed, ()| {
            say(Tone::Good, put_fixes(&latest, &editor, revision, &changed, &applied));
        })
    };
    let current = use_memo((*project).clone(), Project::clone);
    let Linting { report, engine, at_once, anyway } = use_linting(&current, &store, begin.safe, on_fixed);
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
        let (rule, pane) = (rule.setter(), pane.setter());
        use_callback((), move |name: String, ()| {
            rule.set(Some(name));
            pane.set(Pane::Problems);
        })
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

    let take_in = {
        let (project, at_once, say) = (project.dispatcher(), at_once, say.clone());
        use_callback((), move |incoming: Incoming, ()| {
            for why in incoming.refused.into_iter().take(2) {
                say(Tone::Bad, format!("Not opened: {why}."));
            }
            if !incoming.files.is_empty() {
                at_once.set(true);
                project.dispatch(Change::Add(incoming.files));
            }
        })
    };
    let on_picked = {
        let take_in = take_in.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            else {
                return;
            };
            let take_in = take_in.clone();
            spawn_local(async move { take_in.emit(files::read_input(input).await) });
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
    let pick = |input: &NodeRef| {
        let input = input.clone();
        Callback::from(move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };

    let on_rename = {
        let (project, say, current) = (project.dispatcher(), say.clone(), current.clone());
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
    let on_command = {
        let (store, load, current) = (store, load.clone(), current.clone());
        let (theme, plain, dialog, examples, earlier) =
            (theme.clone(), plain.clone(), dialog.setter(), examples.clone(), earlier.clone());
        let on_explain = on_explain.clone();
        Callback::from(move |command: Command| match command {
            Command::ListExamples if !examples.is_empty() => {}
            Command::ListExamples => {
                let (examples, say) = (examples.setter(), say.clone());
                spawn_local(async move {
                    let list = fetch_text("examples/index.json").await;
                    match list.and_then(|json| serde_json::from_str(&json).ok()) {
                        Some(list) => examples.set(Rc::new(list)),
                        None => say(Tone::Bad, "The examples could not be loaded.".to_owned()),
                    }
                });
            }
            Command::Example(name, variant) => {
                let (load, say) = (load.clone(), say.clone());
                spawn_local(async move {
                    let text = fetch_text(&format!("examples/{name}-{variant}.json")).await;
                    match text.and_then(|json| Snapshot::read(&json).ok()) {
                        Some(example) => load.emit(example),
                        None => say(Tone::Bad, format!("The example {name} could not be loaded.")),
                    }
                });
            }
            Command::Share => dialog.set(Some(Dialog::Share)),
            Command::Rules => on_explain.emit("index".to_owned()),
            Command::Theme(chosen) => {
                chosen.apply(&store);
                theme.set(chosen);
            }
            Command::Plain(chosen) => {
                settings::save_plain_editor(&store, chosen);
                plain.set(chosen);
            }
            Command::Download => {
                if let Some(file) = current.file(current.active) {
                    files::download(file);
                }
            }
            Command::DownloadAll => files::download_all(&current),
            Command::New => load.emit(Snapshot::default()),
            Command::Welcome => load.emit(start::welcome()),
            Command::Earlier(index) => {
                if let Some(project) = earlier.get(index) {
                    load.emit(project.clone());
                }
            }
            Command::Forget => {
                store.forget();
                earlier.set(Rc::new(Vec::new()));
                say(
                    Tone::Good,
                    "Forgotten. What is on the page now is saved again once you change it.".to_owned(),
                );
            }
        })
    };
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
            ondragover={on_drag(true)} ondragleave={on_drag(false)} ondrop={on_drop}>
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
                            {on_change} on_fix={on_fix.clone()} on_explain={on_explain.clone()} />
                    </div>
                    {status_line(&current, &report)}
                </section>
                <section class="problems-pane" aria-label="Problems">
                    <header>
                        <h2>{"Problems"}</h2>
                        <span class="spread"></span>
                        if safe_fixes > 0 {
                            <button type="button" class="button small" onclick={fix_all}>{icons::wand()}{format!("Fix all safe ({safe_fixes})")}</button>
                        }
                    </header>
                    {state_of(&report, &current, &anyway, &load)}
                    if report.revision > 0 || !findings.is_empty() || report.files > 0 {
                        <Summary findings={findings.clone()} files={report.files} suppressed={report.suppressed} />
                    }
                    <div class="problem-list">
                        if findings.is_empty() && report.state == State::Live && report.files > 0 {
                            <div class="all-clear">{icons::check()}<p>{"No problems found."}</p></div>
                        }
                        <Problems findings={findings.clone()} selected={*selected} {on_jump} on_related={go} {on_fix} on_explain={on_explain.clone()} />
                    </div>
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

fn carries_files(transfer: &web_sys::DataTransfer) -> bool {
    transfer.types().includes(&"Files".into(), 0)
}

/// What stands under the text.
fn status_line(project: &Project, report: &Report) -> Html {
    let Some(file) = project.file(project.active) else { return Html::default() };
    let kind = match FileKind::of(&file.name) {
        FileKind::Dockerfile => "Dockerfile",
        FileKind::Compose => "Compose file",
        FileKind::Dotenv => ".env file",
        FileKind::Requirements => "Python requirements",
        FileKind::PackageJson => "package.json",
        FileKind::Dockerignore => ".dockerignore",
        FileKind::Gitignore => ".gitignore",
        FileKind::Other => "Not a kind that docklint knows: its name decides",
    };
    html! {
        <footer class="status-line">
            <span>{kind}</span>
            if file.ends == LineEnd::Crlf { <span title="Line ends as on Windows; kept on download and in links">{"CRLF"}</span> }
            if report.took > 0.0 && report.state == State::Live { <span class="took">{format!("checked in {:.0} ms", report.took.max(1.0))}</span> }
            <span class="spread"></span>
            <span class="private">{icons::lock()}{"Nothing leaves this browser"}</span>
        </footer>
    }
}

/// What the person must know about the worker, where it does not just work.
fn state_of(
    report: &Report,
    project: &Rc<Project>,
    anyway: &Callback<()>,
    load: &Callback<Snapshot>,
) -> Html {
    let again = |label: &'static str| {
        html! {
            <button type="button" class="button primary small" onclick={anyway.reform(|_| ())}>{label}</button>
        }
    };
    let download = {
        let project = project.clone();
        html! { <button type="button" class="button small" onclick={Callback::from(move |_| files::download_all(&project))}>{"Download text"}</button> }
    };
    let (text, buttons) = match &report.state {
        State::Live => return Html::default(),
        State::Starting => return html! { <p class="quiet pad" role="status">{"Loading the linter …"}</p> },
        State::Safe => (
            "The last visit ended while this text was being checked, so it is not checked now. The text is all there.".to_owned(),
            html! { <>{again("Lint anyway")}{download}
                <button type="button" class="button small" onclick={load.reform(|_| start::welcome())}>{"Reset"}</button></> },
        ),
        State::Large => ("This project is large, so it is checked only when you ask.".to_owned(), again("Check now")),
        State::Stopped(Stop::Hang) => (
            "Checking took longer than two seconds and was stopped. Your text is safe; checking goes on with your next change.".to_owned(),
            html! { <>{again("Check again")}{download}</> },
        ),
        State::Stopped(Stop::Crash(words)) => (
            format!("The linter crashed on this text and was started again. Your text is safe; checking goes on with your next change. ({words})"),
            html! { <>{again("Check again")}{download}</> },
        ),
        State::Stopped(Stop::NoStart(words)) => {
            (format!("The linter could not start: {words}. Your text is safe."), html! { <>{again("Try again")}{download}</> })
        }
        State::Stopped(Stop::OtherVersion(version)) => (
            format!("This page and its linter ({version}) are of different versions. Load the page again."),
            html! { <button type="button" class="button primary small" onclick={Callback::from(|_| {
                // A page that cannot load itself again leaves that to the browser's own button.
                drop(gloo::utils::window().location().reload());
            })}>{"Load again"}</button> },
        ),
    };
    html! { <div class="state" role="alert"><p>{text}</p><div class="buttons">{buttons}</div></div> }
}

#[derive(PartialEq, Properties)]
struct AnnouncerProps {
    findings: Rc<Vec<docklint_web::message::Finding>>,
    files: usize,
}

/// Tells screen readers the count, after a pause, so that typing is not talked over.
#[component]
fn Announcer(props: &AnnouncerProps) -> Html {
    let text = use_state(String::new);
    {
        let text = text.setter();
        let now = if props.files == 0 {
            String::new()
        } else {
            format!("{} in {}", count(props.findings.len(), "problem"), count(props.files, "file"))
        };
        use_effect_with(now, move |now| {
            let now = now.clone();
            let timer = Timeout::new(1_000, move || text.set(now));
            move || drop(timer)
        });
    }
    html! { <p class="sr-only" aria-live="polite">{(*text).clone()}</p> }
}

/// Applies one fix of one finding, in all its files. A finding of an older text is left alone: its places have moved.
fn apply_fix(latest: &LatestRef, editor: &Editor, finding: usize, fix: usize) {
    let (project, report) = {
        let latest = latest.borrow();
        (latest.project.clone(), latest.report.clone())
    };
    let found = report.findings.get(finding).and_then(|finding| finding.fixes.get(fix));
    let Some(fix) = found.filter(|_| report.revision == project.revision) else { return };
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in &fix.edits {
        if let Some(file) = project.named(&edit.path) {
            by_file.entry(file.id).or_default().push(edit);
        }
    }
    for (id, edits) in by_file {
        editor.edit(id, &edits);
    }
}

/// Puts the fixed texts into the editor and says what was done.
fn put_fixes(
    latest: &LatestRef,
    editor: &Editor,
    revision: u32,
    changed: &[Text],
    applied: &BTreeMap<String, usize>,
) -> String {
    let project = latest.borrow().project.clone();
    if project.revision != revision {
        return "The text changed while it was fixed, so it was left as it is. Try again.".to_owned();
    }
    for text in changed {
        if let Some(file) = project.named(&text.name) {
            editor.replace(file.id, &text.text);
        }
    }
    let what: Vec<String> = applied.iter().map(|(code, n)| format!("{code} × {n}")).collect();
    let all = applied.values().sum();
    format!(
        "Applied {} in {}: {}. Undo takes them back.",
        count(all, "fix").replace("fixs", "fixes"),
        count(changed.len(), "file"),
        what.join(", ")
    )
}

/// The next or previous finding from the cursor on, in the order of the list.
fn step(latest: &Latest, editor: &Editor, forward: bool) -> Option<usize> {
    let file = latest.project.file(latest.project.active)?;
    let findings = &latest.report.findings;
    let here = (file.name.as_str(), editor.cursor());
    let place =
        |index: usize| findings.get(index).map(|finding| (finding.path.as_str(), finding.range.start));
    let mut all = 0..findings.len();
    let last = findings.len().checked_sub(1);
    if forward {
        all.find(|index| place(*index) > Some(here)).or(last.map(|_| 0))
    } else {
        all.rfind(|index| place(*index) < Some(here)).or(last)
    }
}

fn scroll_to_problem(index: usize) {
    let row = gloo::utils::document().query_selector(&format!(".problem[data-index=\"{index}\"]"));
    if let Ok(Some(row)) = row {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
