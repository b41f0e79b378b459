// A server for the built page, and a browser in front of it. Every test has a context of its own, so nothing is remembered between tests.
import assert from "node:assert/strict";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
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

const launch = {
  executablePath: process.env.CHROME,
  args: FLAGS,
  chromiumSandbox: false,
};

// Starts both. Every page fails its test where it logs an error, breaks the content policy or asks any other host.
export async function start() {
  const server = await serve();
  const browser = await chromium.launch(launch);
  const origin = `http://127.0.0.1:${server.address().port}`;

  async function newPage() {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  // A page with nothing saved, at the test's end checked and closed.
  async function open(t, { visit = true } = {}) {
    const page = await newPage();
    const wrong = [];
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) wrong.push(`asked ${request.url()}`);
    });
    t.after(async () => {
      await page.context().close();
      if (!page.expectErrors) assert.deepEqual(wrong, []);
    });
    if (visit) await page.goto(origin);
    return page;
  }

  // Shows a project as if it had been saved before.
  async function load(page, project) {
    await page.evaluate((record) => (localStorage["docklint.project"] = record), `1:${JSON.stringify(project)}`);
    // The page saves when it is left: another document in between lets it do so first.
    await page.evaluate((record) => addEventListener("pagehide", () => (localStorage["docklint.project"] = record)), `1:${JSON.stringify(project)}`);
    await page.reload();
    await page.getByText(/checked/).first().waitFor();
  }

  async function fresh(address) {
    const page = await newPage();
    await page.goto(address);
    return page;
  }

  async function close() {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  }

  return { origin, browser, open, load, fresh, close };
}
