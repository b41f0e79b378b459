// A server for the built page, and a browser in front of it. Every test has a context of its own, so nothing is remembered between tests.
import { createReadStream, existsSync, statSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
// No background traffic, no sandbox (CI runs as root), nothing of the machine's own profile.
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = join(DIST, path.endsWith("/") ? `${path}index.html` : path);
    if (!file.startsWith(DIST) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

// Starts both. `close` ends both; `open` gives a page whose console errors and requests to elsewhere fail the test at `check`.
export async function start() {
  const server = await serve();
  const profile = mkdtempSync(join(tmpdir(), "docklint-browser-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROME,
    args: FLAGS,
    chromiumSandbox: false,
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    browser: browser.browser() ?? browser,
    context: browser,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
