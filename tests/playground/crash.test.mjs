// A worker that crashes, hangs or does not start must not take the page with it. The built page has no hook for this: the tests put another
// worker script in the place of the real one, as a broken build would.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { start } from "./harness.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

let page;
beforeEach(async (t) => {
  page = await site.open(t, { visit: false });
});

// Wraps the real worker: a text with the word BOOM crashes it, one with HANG never ends.
async function breakable(target) {
  await target.route("**/engine-*/worker.js", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(\w+)\.answer\((\w+)\)/,
      `(/BOOM/.test($2) ? (() => { throw new WebAssembly.RuntimeError("unreachable") })() : /HANG/.test($2) ? (() => { for (;;); })() : $1.answer($2))`,
    );
    assert.match(body, /BOOM/, "the worker's script was changed");
    await route.fulfill({ response, body });
  });
}

const tail = async (typed) => {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(typed);
};

test("a crash is told, the text is safe, and the next change is checked again", async () => {
  await breakable(page);
  await page.goto(site.origin);
  await page.locator(".problem").first().waitFor();
  await tail("# BOOM");
  await page.getByText("The linter crashed on this text").waitFor();
  await page.waitForFunction(() => localStorage["docklint.project"]?.includes("BOOM"));
  for (let i = 0; i < 4; i++) await page.keyboard.press("Backspace");
  await page.getByText("The linter crashed on this text").waitFor({ state: "detached" });
  await page.locator(".problem").first().waitFor();
});

test("a hang is ended by the watchdog", async () => {
  await breakable(page);
  await page.goto(site.origin);
  await page.locator(".problem").first().waitFor();
  await tail("# HANG");
  await page.getByText("took longer than two seconds").waitFor();
  for (let i = 0; i < 4; i++) await page.keyboard.press("Backspace");
  await page.getByText("took longer than two seconds").waitFor({ state: "detached" });
});

test("a page that ended while linting opens in safe mode", async () => {
  const text = "A=1\nBOOM=2";
  await page.addInitScript((text) => {
    if (sessionStorage.begun) return;
    sessionStorage.begun = "yes";
    localStorage["docklint.project"] = `1:${JSON.stringify({ files: [{ name: ".env", text }] })}`;
    localStorage["docklint.running"] = "1";
  }, text);
  await page.goto(site.origin);
  await page.getByText("so it is not checked now").waitFor();
  assert.equal(await page.locator(".cm-line").nth(1).textContent(), "BOOM=2");
  assert.equal(await page.locator(".problem").count(), 0);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download text" }).click(),
  ]);
  assert.equal(readFileSync(await download.path(), "utf8"), text);

  await page.getByRole("button", { name: "Lint anyway" }).click();
  await page.locator(".problem").first().waitFor();
  assert.equal(await page.evaluate(() => localStorage["docklint.running"] ?? null), null);
});

test("safe mode can be reset, and the text is kept", async () => {
  await page.addInitScript(() => {
    if (sessionStorage.begun) return;
    sessionStorage.begun = "yes";
    localStorage["docklint.project"] = `1:${JSON.stringify({ files: [{ name: "mine.env", text: "A=1" }] })}`;
    localStorage["docklint.running"] = "1";
  });
  await page.goto(site.origin);
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByText("3 files checked").waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await page.locator("#more").getByRole("button", { name: "mine.env" }).waitFor();
});

test("a worker that cannot be loaded is told, and tried again", async () => {
  page.expectErrors = true;
  await page.route("**/engine_bg.wasm", (route) => route.abort());
  await page.goto(site.origin);
  await page.getByText("The linter could not start").waitFor();
  await page.unroute("**/engine_bg.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".problem").first().waitFor();
});

test("a page that cannot start says so, with a way to retry", async () => {
  page.expectErrors = true;
  await page.route("**/app-*_bg.wasm", (route) => route.abort());
  await page.goto(site.origin);
  await page.getByText("docklint could not start").waitFor();
  await page.unroute("**/app-*_bg.wasm");
  await page.getByRole("button", { name: "Retry" }).click();
  await page.locator(".problem").first().waitFor();
});
