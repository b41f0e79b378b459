// Starts the app, and says so visibly where that fails. It comes before everything else, so it stands alone.

// A chosen theme is set before the first paint.
try {
  const theme = localStorage.getItem("docklint.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme holds.
}

const box = document.getElementById("start");
let started = false;

// Explains in plain words; details come last, for whoever reports it.
function fail(error) {
  const text = String(error?.message ?? error);
  const why =
    typeof WebAssembly !== "object"
      ? "This browser is too old: it cannot run WebAssembly."
      : /Content Security|unsafe-eval|disallowed by/i.test(text)
        ? "A policy of this browser or network forbids WebAssembly."
        : /fetch|import|load|network|integrity|MIME|404/i.test(text)
          ? "A part of the page could not be downloaded."
          : "The page stopped with an error.";
  const message = document.createElement("p");
  message.textContent = started
    ? `${why} Your text is saved in this browser; loading the page again brings it back.`
    : `docklint could not start. ${why} In a terminal, docklint check does the same.`;
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "button primary";
  retry.textContent = started ? "Load the page again" : "Retry";
  retry.onclick = () => location.reload();
  const details = document.createElement("pre");
  details.textContent = text;
  box.replaceChildren(message, retry, details);
  box.setAttribute("role", "alert");
  box.hidden = false;
}

// A panic of the app ends in such an error. Those of other origins (extensions) are not ours.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail(event.error);
});
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) fail(event.reason);
});

const { js, wasm } = document.querySelector("meta[name=docklint-app]").dataset;
try {
  const app = await import(new URL(js, document.baseURI));
  await app.default({ module_or_path: new URL(wasm, document.baseURI) });
  started = true;
  box.hidden = true;
} catch (error) {
  fail(error);
}
