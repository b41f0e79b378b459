//! [`Engine`]: the page's end of the worker. One request at a time, the newest waits; a worker that crashes or takes too long is thrown
//! away and another is started. Nothing is ever sent twice by itself, so a text that crashes the worker cannot do so in a loop.

use docklint_core::Applicability;
use docklint_web::message::{Answer, Call, Findings, Reply, Request, Resolution, Text, VERSION};
use gloo::timers::callback::Timeout;
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// How long linting may take, in milliseconds.
const MOST_TIME: u32 = 2_000;
/// How long a worker may take to start, in milliseconds: its download is part of that.
const MOST_TIME_TO_START: u32 = 60_000;
/// The answer where there is none, as JSON.
const NOTHING: &str = "null";

/// What the engine tells the page.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A worker is ready.
    Ready,
    /// A request was sent, so a crash of the whole page would be its doing.
    Busy,
    /// The findings of the project as it was at a revision, after so many milliseconds.
    Found(u32, Findings, u32),
    /// The files that fixes changed, and how many fixes by code.
    Fixed(u32, Vec<Text>, Vec<(String, usize)>),
    /// What Compose would make of the project as it was at a revision.
    Resolved(u32, Resolution),
    /// A question of the editor was answered.
    Told,
    /// The worker is gone.
    Stopped(Stop),
}

/// Why a worker is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// It took longer than [`MOST_TIME`]. Another one is started.
    Hang,
    /// It panicked, with these words. Another one is started.
    Crash(String),
    /// It could not start. The page asks before it tries again.
    NoStart(String),
    /// It is of another version than the page.
    OtherVersion(String),
}

/// What is asked for, newest only.
#[derive(Clone, Debug)]
struct Job {
    revision: u32,
    call: Call,
}

#[derive(Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing runs.
    Down,
    /// Waits for the worker to load and to introduce itself.
    Starting,
    Idle,
    /// Waits for the answer to the request of this number.
    Busy(u32),
}

struct Inner {
    on: Callback<Event>,
    worker: Option<Worker>,
    /// Kept alive as long as the worker.
    listeners: Vec<Closure<dyn Fn(MessageEvent)>>,
    stage: Stage,
    /// The revision of the request that runs, and when it was sent.
    current: (u32, f64),
    waiting_lint: Option<Job>,
    waiting_fix: Option<Job>,
    waiting_resolve: Option<Job>,
    /// A question of the editor, and who wants to know.
    waiting_question: Option<(Call, Function)>,
    /// Who wants to know what is being asked.
    asking: Option<Function>,
    watchdog: Option<Timeout>,
    last_id: u32,
}

/// The worker, as the page sees it.
#[derive(Clone)]
pub(crate) struct Engine(Rc<RefCell<Inner>>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Engine {
    /// Starts a worker.
    pub(crate) fn start(on: Callback<Event>) -> Self {
        let inner = Inner {
            on,
            worker: None,
            listeners: Vec::new(),
            stage: Stage::Down,
            current: (0, 0.0),
            waiting_lint: None,
            waiting_fix: None,
            waiting_resolve: None,
            waiting_question: None,
            asking: None,
            watchdog: None,
            last_id: 0,
        };
        let engine = Self(Rc::new(RefCell::new(inner)));
        engine.spawn();
        engine
    }

    /// Asks for the findings of a project; a newer wish replaces an older one that still waits.
    pub(crate) fn lint(&self, revision: u32, texts: Vec<Text>) {
        self.0.borrow_mut().waiting_lint = Some(Job { revision, call: Call::Lint(texts) });
        self.next();
    }

    /// Asks for a project with all safe fixes.
    pub(crate) fn fix(&self, revision: u32, texts: Vec<Text>) {
        self.0.borrow_mut().waiting_fix = Some(Job { revision, call: Call::Fix(texts, Applicability::Safe) });
        self.next();
    }

    /// Asks for what Compose would make of a project.
    pub(crate) fn resolve(&self, revision: u32, texts: Vec<Text>) {
        self.0.borrow_mut().waiting_resolve = Some(Job { revision, call: Call::Resolve(texts) });
        self.next();
    }

    /// Asks what the editor wants to know, and hands the answer to `then`: nothing where there is none, or a newer question.
    pub(crate) fn ask(&self, question: Call, then: Function) {
        let older = self.0.borrow_mut().waiting_question.replace((question, then));
        tell(older.map(|(_, then)| then), NOTHING);
        self.next();
    }

    /// Starts a worker after it could not start.
    pub(crate) fn retry(&self) {
        if self.0.borrow().stage == Stage::Down {
            self.spawn();
        }
    }

    /// Sends what waits, where the worker is free.
    fn next(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.stage != Stage::Idle {
            return;
        }
        let fix_or_lint = inner.waiting_fix.take().or_else(|| inner.waiting_lint.take());
        let mut job = fix_or_lint.or_else(|| inner.waiting_resolve.take());
        if job.is_none()
            && let Some((call, then)) = inner.waiting_question.take()
        {
            inner.asking = Some(then);
            job = Some(Job { revision: 0, call });
        }
        let Some(job) = job else { return };
        inner.last_id += 1;
        let id = inner.last_id;
        inner.stage = Stage::Busy(id);
        inner.current = (job.revision, now());
        inner.watchdog = Some(self.alarm(MOST_TIME, Stop::Hang));
        let on = inner.on.clone();
        let worker = inner.worker.clone();
        drop(inner);
        on.emit(Event::Busy);
        if let Some(worker) = worker {
            send(&worker, id, job.call);
        }
    }

    fn alarm(&self, milliseconds: u32, stop: Stop) -> Timeout {
        let engine = self.clone();
        Timeout::new(milliseconds, move || engine.stop(stop))
    }

    fn spawn(&self) {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = match Worker::new_with_options(&address(), &options) {
            Ok(worker) => worker,
            Err(error) => return self.stop(Stop::NoStart(words(&error))),
        };
        let engine = self.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| engine.hear(&event));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let engine = self.clone();
        let failed = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let message = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|m| m.as_string());
            engine.fail(message.unwrap_or_default());
        });
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        let mut inner = self.0.borrow_mut();
        inner.worker = Some(worker);
        inner.listeners = vec![heard, failed];
        inner.stage = Stage::Starting;
        let late = Stop::NoStart("it did not answer in time".to_owned());
        inner.watchdog = Some(self.alarm(MOST_TIME_TO_START, late));
    }

    /// An error that the worker did not catch itself.
    fn fail(&self, message: String) {
        let starting = self.0.borrow().stage == Stage::Starting;
        self.stop(if starting { Stop::NoStart(message) } else { Stop::Crash(message) });
    }

    fn hear(&self, event: &MessageEvent) {
        let Some(text) = event.data().as_string() else { return };
        match serde_json::from_str::<Reply>(&text) {
            Ok(Reply::Ready(_)) => {
                if let Some(worker) = &self.0.borrow().worker {
                    send(worker, 0, Call::Hello);
                }
            }
            Ok(Reply::Answer(id, answer)) => self.take(id, answer),
            Ok(Reply::Crash(words)) => self.fail(words),
            // Another build's worker might speak otherwise.
            Err(_) => self.stop(Stop::OtherVersion(String::new())),
        }
    }

    fn take(&self, id: u32, answer: Answer) {
        let mut inner = self.0.borrow_mut();
        let event = match (&inner.stage, answer) {
            (Stage::Starting, Answer::Hello { version, .. }) if version == VERSION => Event::Ready,
            (Stage::Starting, Answer::Hello { version, .. }) => {
                drop(inner);
                return self.stop(Stop::OtherVersion(version));
            }
            (Stage::Busy(current), answer) if *current == id => {
                let (revision, sent) = inner.current;
                match answer {
                    Answer::Lint(findings) => Event::Found(revision, findings, (now() - sent).round() as u32),
                    Answer::Fix { changed, applied } => Event::Fixed(revision, changed, applied),
                    Answer::Told(json) => {
                        tell(inner.asking.take(), &json);
                        Event::Told
                    }
                    Answer::Resolve(resolution) => Event::Resolved(revision, resolution),
                    Answer::Hello { .. } | Answer::Refused(_) => {
                        drop(inner);
                        return self.stop(Stop::OtherVersion(String::new()));
                    }
                }
            }
            _ => return,
        };
        inner.stage = Stage::Idle;
        inner.watchdog = None;
        let on = inner.on.clone();
        drop(inner);
        on.emit(event);
        self.next();
    }

    /// Ends the worker, tells the page, and starts another where that makes sense.
    fn stop(&self, stop: Stop) {
        let mut inner = self.0.borrow_mut();
        if let Some(worker) = inner.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        inner.stage = Stage::Down;
        inner.watchdog = None;
        inner.waiting_fix = None;
        inner.waiting_resolve = None;
        tell(inner.asking.take(), NOTHING);
        tell(inner.waiting_question.take().map(|(_, then)| then), NOTHING);
        let again = matches!(stop, Stop::Hang | Stop::Crash(_));
        let on = inner.on.clone();
        drop(inner);
        if again {
            self.spawn();
        }
        on.emit(Event::Stopped(stop));
    }
}

/// Where the worker's script stands; its folder is named by its content.
fn address() -> String {
    let meta = gloo::utils::document().query_selector("meta[name=docklint-app]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("data-worker")).unwrap_or_default()
}

fn send(worker: &Worker, id: u32, call: Call) {
    let text = serde_json::to_string(&Request { id, call }).unwrap_or_default();
    // A string can always be sent; were it not so, the watchdog would notice.
    drop(worker.post_message(&JsValue::from_str(&text)));
}

/// Answers a question of the editor. The promise behind `then` runs nothing before this returns.
fn tell(then: Option<Function>, json: &str) {
    let Some(then) = then else { return };
    let answer = js_sys::JSON::parse(json).unwrap_or(JsValue::NULL);
    // Whoever asked may be gone.
    drop(then.call1(&JsValue::UNDEFINED, &answer));
}

fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |clock| clock.now())
}

fn words(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| "it is forbidden here".to_owned())
}
