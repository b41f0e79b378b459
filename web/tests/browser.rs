//! What needs a browser: links and storage. Runs under wasm-bindgen-test in headless Chromium.
#![cfg(target_arch = "wasm32")]

use docklint_web::engine::answer;
use docklint_web::line_ends::LineEnd;
use docklint_web::message::{Answer, Call, Position, Reply, Request, Text};
use docklint_web::share::{ShareError, decode, encode, is_link};
use docklint_web::snapshot::{File, MAX_BYTES, Refused, Snapshot};
use docklint_web::store::Store;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Made by the first version that had links. It must be read for ever.
const FIRST_LINK: &str = "v1.q1ZKy8xJLVayiq5WykvMTVWyUnLJT85OLQIJK-kolaRWlChZKbkF-fsqJOYUZOalWhnrGRnE5Dn7uihExyiVFJWmxijFxuQp1erATdBLzStD6HW0NYwpAimIrQUA";

fn project() -> Snapshot {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    Snapshot {
        files: vec![
            file("Dockerfile", "FROM a:1\r\nRUN echo 😀\r\n"),
            file("a/.env", "A=1\n"),
            file("empty", ""),
        ],
        active: 1,
    }
}

#[wasm_bindgen_test]
async fn a_link_comes_back_as_it_was() {
    let link = encode(&project()).await.expect("the browser compresses");
    assert!(is_link(&link) && link.starts_with("v1."), "{link}");
    assert!(
        link.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)),
        "safe in an address: {link}"
    );
    assert_eq!(decode(&link).await, Ok(project()));
}

#[wasm_bindgen_test]
async fn links_of_the_first_version_are_read() {
    let read = decode(FIRST_LINK).await.expect("a good link");
    let names: Vec<&str> = read.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Dockerfile", ".env"]);
    assert_eq!(read.files[1].text, "A=1\r\n");
}

#[wasm_bindgen_test]
async fn a_link_that_was_cut_off_is_refused() {
    let link = encode(&project()).await.expect("the browser compresses");
    for length in 0..link.len() {
        let result = decode(&link[..length]).await;
        assert!(result.is_err(), "{length} of {} characters gave {result:?}", link.len());
    }
}

#[wasm_bindgen_test]
async fn a_link_that_was_changed_never_panics() {
    let link = encode(&project()).await.expect("the browser compresses");
    for at in (0..link.len()).step_by(3) {
        let mut bytes = link.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).expect("ASCII");
        // It may still be a project, only not one that the page cannot hold.
        if let Ok(read) = decode(&changed).await {
            assert_eq!(Snapshot::read(&read.write()), Ok(read));
        }
    }
}

#[wasm_bindgen_test]
async fn hostile_links_are_refused() {
    assert_eq!(decode("v2.abc").await, Err(ShareError::Newer));
    for garbage in ["", "v1", "v1.", "v1.!!!!", "v1.AAAA", "x", "v.abc", "v-1.abc"] {
        assert_eq!(decode(garbage).await, Err(ShareError::Damaged), "{garbage}");
    }
    let of = |text: String| Snapshot { files: vec![File { name: "a".to_owned(), text }], active: 0 };
    // A hundred megabytes in a link of some hundred kilobytes.
    let bomb = encode(&of("a".repeat(100_000_000))).await.expect("the browser compresses");
    assert_eq!(decode(&bomb).await, Err(ShareError::Damaged));
    let large = encode(&of("a".repeat(MAX_BYTES + 1))).await.expect("the browser compresses");
    assert_eq!(decode(&large).await, Err(ShareError::Refused(Refused::TooLarge)));
    let up = Snapshot { files: vec![File { name: "../up".to_owned(), text: String::new() }], active: 0 };
    assert_eq!(
        decode(&encode(&up).await.expect("the browser compresses")).await,
        Err(ShareError::Refused(Refused::BadName))
    );
}

#[wasm_bindgen_test]
fn the_engine_counts_as_the_editor_does() {
    let text = Text { name: ".env".to_owned(), text: "A=1\nB=😀é".to_owned(), ends: LineEnd::Crlf };
    let request = serde_json::to_string(&Request { id: 3, call: Call::Lint(vec![text]) }).expect("JSON");
    let Ok(Reply::Answer(3, Answer::Lint(found))) = serde_json::from_str(&answer(&request)) else {
        panic!("no findings")
    };
    let finding =
        found.findings.iter().find(|finding| finding.rule == "missing-final-newline").expect("found");
    assert_eq!(finding.range.start, Position { line: 1, character: 5 });
    assert_eq!(finding.fixes[0].edits[0].text, "\n", "the editor's line ends");
}

#[wasm_bindgen_test]
fn anchors_are_no_links() {
    for fragment in ["", "top", "version", "v1", "va.b"] {
        assert!(!is_link(fragment), "{fragment}");
    }
}

/// One test, since all of them share the browser's storage.
#[wasm_bindgen_test]
fn the_store_keeps_checked_records() {
    let store = Store::open();
    store.forget();
    assert_eq!(store.project(), None);
    assert!(store.save_project(&project()), "the browser keeps it");
    assert_eq!(Store::open().project(), Some(project()));

    let local = web_sys::window().expect("a window").local_storage().expect("allowed").expect("there");
    for broken in ["", "1:", "1:{}", "2:{\"files\":[]}", "{\"files\":[{\"name\":\"a\",\"text\":\"\"}]}"] {
        local.set_item("docklint.project", broken).expect("room");
        assert_eq!(Store::open().project(), None, "{broken}");
    }

    for n in 0..12 {
        let text = n.to_string();
        store.keep_earlier(&Snapshot { files: vec![File { name: "a".to_owned(), text }], active: 0 });
    }
    let texts: Vec<String> =
        store.earlier().into_iter().map(|project| project.files[0].text.clone()).collect();
    assert_eq!(texts, ["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]);

    store.set_running(true);
    assert!(Store::open().was_running());
    store.set_running(false);
    assert!(!Store::open().was_running());

    store.save_setting("theme", Some("dark"));
    assert_eq!(store.setting("theme").as_deref(), Some("dark"));
    store.save_setting("theme", None);
    assert_eq!(store.setting("theme"), None);
    store.forget();
}

#[wasm_bindgen_test]
fn the_editor_is_told_what_could_be_written() {
    let file = Text {
        name: "compose.yaml".to_owned(),
        text: "services:\n  😀:\n    restart: \n".to_owned(),
        ends: LineEnd::Lf,
    };
    let call = Call::Complete(file, Position { line: 2, character: 13 });
    let request = serde_json::to_string(&Request { id: 4, call }).expect("plain data");
    let Ok(Reply::Answer(4, Answer::Told(json))) = serde_json::from_str(&answer(&request)) else {
        panic!("no answer to this request");
    };
    assert!(json.contains("\"unless-stopped\"") && json.contains("\"character\":13"), "{json}");
}

#[wasm_bindgen_test]
fn a_full_storage_falls_back_to_memory_and_keeps_the_old() {
    let store = Store::open();
    let local = web_sys::window().expect("a window").local_storage().expect("allowed").expect("there");
    local.set_item("docklint.theme", "dark").expect("room");
    // Fills the five megabytes that a browser gives.
    let mut chunk = "x".repeat(1 << 20);
    let mut fillers = 0;
    while !chunk.is_empty() {
        match local.set_item(&format!("filler-{fillers}"), &chunk) {
            Ok(()) => fillers += 1,
            Err(_) => chunk.truncate(chunk.len() / 2),
        }
    }
    assert!(!store.save_project(&project()), "the browser refuses");
    assert_eq!(store.project(), Some(project()));
    assert_eq!(store.setting("theme").as_deref(), Some("dark"));
    for n in 0..fillers {
        local.remove_item(&format!("filler-{n}")).expect("it is there");
    }
    assert!(store.save_project(&project()));
    store.forget();
    store.save_setting("theme", None);
}
