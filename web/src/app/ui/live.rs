//! The hooks behind the page: linting as the text changes, saving it, keys, links, dropped files.

use super::engine::{Engine, Event, Stop};
use super::notices::{Act, Notices, Tone};
use super::project::Project;
use super::start;
use docklint_web::message::{Finding, Resolution, Text};
use docklint_web::share;
use docklint_web::snapshot::Snapshot;
use docklint_web::store::Store;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long the page waits for another keystroke before it lints, in milliseconds.
const PAUSE: u32 = 100;
/// Above so many bytes the page lints only when it is asked to.
const MOST_LIVE_BYTES: usize = 200_000;

/// What the worker is doing, and what it found last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Report {
    pub(crate) state: State,
    /// The project's revision that was linted.
    pub(crate) revision: u32,
    pub(crate) findings: Rc<Vec<Finding>>,
    pub(crate) files: usize,
    pub(crate) suppressed: usize,
    /// How long it took, in milliseconds, the way to the worker and back included.
    pub(crate) took: u32,
}

/// What the worker is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum State {
    /// Nothing is known yet.
    #[default]
    Starting,
    /// The findings are those of the text, or will be in a moment.
    Live,
    /// The page waits to be asked: the last visit ended while this text was linted.
    Safe,
    /// The page waits to be asked: the project is large.
    Large,
    /// The worker stopped on this text.
    Stopped(Stop),
}

/// What the hooks and the callbacks look at: the state as it was rendered last.
#[derive(Debug)]
pub(crate) struct Latest {
    pub(crate) project: Rc<Project>,
    pub(crate) report: Report,
}

/// Shared by everything that must not be made anew with each rendering.
pub(crate) type LatestRef = Rc<RefCell<Latest>>;

/// The revision that was fixed, the files that changed, and how many fixes by code.
pub(crate) type Fixed = (u32, Vec<Text>, Vec<(String, usize)>);

/// What [`use_linting`] gives back.
pub(crate) struct Linting {
    pub(crate) report: UseStateHandle<Report>,
    pub(crate) engine: Engine,
    /// What Compose would make of the project, as far as it was asked for, and the revision that it belongs to.
    pub(crate) resolution: UseStateHandle<Option<(u32, Rc<Resolution>)>>,
    /// Set before a change that is to be linted without delay.
    pub(crate) at_once: Rc<Cell<bool>>,
    /// Lints although the page would wait.
    pub(crate) anyway: Callback<()>,
}

/// Keeps the findings up to date with the project.
#[hook]
pub(crate) fn use_linting(
    project: &Rc<Project>,
    store: &Rc<Store>,
    safe: bool,
    on_fixed: Callback<Fixed>,
) -> Linting {
    let report =
        use_state(|| Report { state: if safe { State::Safe } else { State::Starting }, ..Report::default() });
    let current = use_mut_ref(|| project.revision);
    *current.borrow_mut() = project.revision;
    let latest = use_mut_ref(Report::default);
    *latest.borrow_mut() = (*report).clone();
    let resolution = use_state(|| None);
    let engine = use_memo((), |()| {
        let (report, store, resolution) = (report.setter(), store.clone(), resolution.setter());
        Engine::start(Callback::from(move |event: Event| {
            let old = latest.borrow().clone();
            store.set_running(matches!(event, Event::Busy));
            match event {
                Event::Busy | Event::Told => {}
                Event::Ready => {
                    if old.state == State::Starting {
                        report.set(Report { state: State::Live, ..old });
                    }
                }
                // An answer about an older text would put marks in wrong places; a newer one is on its way.
                Event::Found(revision, ..) if revision != *current.borrow() => {}
                Event::Found(revision, found, took) => report.set(Report {
                    state: State::Live,
                    revision,
                    findings: Rc::new(found.findings),
                    files: found.files,
                    suppressed: found.suppressed,
                    took,
                }),
                Event::Fixed(revision, changed, applied) => on_fixed.emit((revision, changed, applied)),
                Event::Resolved(revision, resolved) => resolution.set(Some((revision, Rc::new(resolved)))),
                Event::Stopped(stop) => report.set(Report { state: State::Stopped(stop), ..old }),
            }
        }))
    });
    let at_once = use_memo((), |()| Cell::new(true));
    let asked = use_state(|| None::<u32>);
    {
        let (engine, project, at_once, report) =
            (engine.clone(), project.clone(), at_once.clone(), report.clone());
        let asked_now = *asked == Some(project.revision);
        use_effect_with(
            (project.revision, asked_now, report.state == State::Safe),
            move |(revision, asked, safe)| {
                let large = project.bytes() > MOST_LIVE_BYTES;
                if large && !asked {
                    report.set(Report { state: State::Large, ..Report::default() });
                }
                let wait = (*safe || large) && !asked;
                let revision = *revision;
                let pause = if at_once.replace(false) { 0 } else { PAUSE };
                let timer =
                    (!wait).then(|| Timeout::new(pause, move || engine.lint(revision, project.texts())));
                // The next change begins the pause anew.
                move || drop(timer)
            },
        );
    }
    let anyway = {
        let (engine, report, revision) = (engine.clone(), report.clone(), project.revision);
        let project = project.clone();
        Callback::from(move |()| {
            engine.retry();
            report.set(Report { state: State::Live, ..(*report).clone() });
            if *asked == Some(revision) {
                engine.lint(revision, project.texts());
            } else {
                asked.set(Some(revision));
            }
        })
    };
    Linting { report, engine: (*engine).clone(), resolution, at_once, anyway }
}

/// Asks what Compose would make of the project, while somebody looks at it and after it was linted: a text on which the worker
/// stops does so once.
#[hook]
pub(crate) fn use_resolving(project: &Rc<Project>, engine: &Engine, report: &Report, is_open: bool) {
    let (project, engine) = (project.clone(), engine.clone());
    let is_linted = report.state == State::Live && report.revision == project.revision && report.files > 0;
    use_effect_with((project.revision, is_open && is_linted), move |(revision, wanted)| {
        if *wanted {
            engine.resolve(*revision, project.texts());
        }
    });
}

/// Saves the project a moment after each change, and when the page is left.
#[hook]
pub(crate) fn use_autosave(
    project: &Rc<Project>,
    store: &Rc<Store>,
    latest: &LatestRef,
    notices: &UseReducerDispatcher<Notices>,
) {
    {
        let (project, store, notices) = (project.clone(), store.clone(), notices.clone());
        use_effect_with((project.revision, project.active), move |(revision, _)| {
            // What nobody has changed yet needs no saving.
            let timer = (*revision > 0).then(|| {
                Timeout::new(300, move || {
                    if !store.save_project(&project.snapshot()) {
                        let text = "This browser does not keep your work: it lasts until the tab is closed.";
                        notices.dispatch(Act::Say(Tone::Bad, text.to_owned(), None));
                    }
                })
            });
            move || drop(timer)
        });
    }
    let (store, latest) = (store.clone(), latest.clone());
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "pagehide", move |_| {
            let latest = latest.borrow();
            if latest.project.revision > 0 {
                store.save_project(&latest.project.snapshot());
            }
            // Leaving while linting is no crash.
            store.set_running(false);
        });
        move || drop(listener)
    });
}

/// F8 and Shift+F8: to the next and the previous problem, wherever the focus is.
#[hook]
pub(crate) fn use_keys(on_step: Callback<bool>) {
    use_effect_with(on_step, |on_step| {
        let on_step = on_step.clone();
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.key() == "F8") {
                event.prevent_default();
                on_step.emit(!event.shift_key());
            }
        });
        move || drop(listener)
    });
}

/// Reads links: the one that the page was opened with, and those that are followed later.
#[hook]
pub(crate) fn use_links(on_link: Callback<Snapshot>, notices: &UseReducerDispatcher<Notices>) {
    let notices = notices.clone();
    use_effect_with((), move |()| {
        let read = move || {
            let Some(fragment) = start::link() else { return };
            let (on_link, notices) = (on_link.clone(), notices.clone());
            spawn_local(async move {
                match share::decode(&fragment).await {
                    Ok(project) => on_link.emit(project),
                    Err(why) => {
                        let text = format!("The link cannot be opened: {why}.");
                        notices.dispatch(Act::Say(Tone::Bad, text, None));
                    }
                }
            });
        };
        read();
        let listener = EventListener::new(&window(), "hashchange", move |_| read());
        move || drop(listener)
    });
}
