// The worker's outer half: loads the core, hands it each message, and tells of a crash instead of dying silently.
// A crashed instance is never called again: the page throws this worker away and starts another.

const engine = await import("./engine.js");
await engine.default({ module_or_path: new URL("./engine_bg.wasm", import.meta.url) });

self.onmessage = ({ data }) => {
  try {
    self.postMessage(engine.answer(data));
  } catch (error) {
    self.postMessage(JSON.stringify({ crash: engine.last_panic() || String(error) }));
  }
};
self.postMessage(JSON.stringify({ ready: true }));
