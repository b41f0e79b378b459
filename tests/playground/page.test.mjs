// The built page as people use it: typing, fixing, sharing, keyboard, phone, theme, files, policy.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { start } from "./harness.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

let page;
beforeEach(async (t) => {
  page = await site.open(t);
});

// A project that has exactly one finding, which has a safe fix.
const ONE_FINDING = { files: [{ name: ".env", text: "A=1\nB=2" }] };

const rows = () => page.locator(".problem");
const files = () => page.getByRole("tablist", { name: "Files" }).getByRole("tab");
const openFile = () => page.getByRole("tablist", { name: "Files" }).getByRole("tab", { selected: true });
const line = (n) => page.locator(".cm-line").nth(n - 1);
const text = () => page.evaluate(() => JSON.parse(localStorage["docklint.project"].slice(2)).files);
const saved = (wanted) => page.waitForFunction((w) => localStorage["docklint.project"]?.includes(w), wanted);

test("finds problems at the start, across three files", async () => {
  await rows().first().waitFor();
  await page.getByText("3 files checked").waitFor();
  assert.deepEqual(await files().evaluateAll((all) => all.map((tab) => tab.querySelector(".tab-name").textContent)), [
    "Dockerfile",
    "compose.yaml",
    ".env",
  ]);
});

test("type, squiggle, fix, undo, share, reload", async () => {
  await site.load(page, { files: [{ name: ".env", text: "A=1\n" }] });
  await page.getByText("No problems found.").waitFor();
  await line(2).click();
  await page.keyboard.type("B=2");
  await page.locator(".cm-lintPoint, .cm-lintRange").first().waitFor({ state: "attached" });
  assert.equal(await rows().count(), 1);

  await page.getByRole("button", { name: "Add a newline at the end" }).click();
  await page.getByText("No problems found.").waitFor();
  assert.equal(await page.locator(".cm-line").count(), 3);

  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await rows().first().waitFor();
  assert.equal(await page.locator(".cm-line").count(), 2);

  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel("Link to this project").inputValue();
  assert.match(link, /#v1\.[\w-]+$/);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  await saved("B=2");
  await page.reload();
  await rows().first().waitFor();
  assert.deepEqual(await text(), [{ name: ".env", text: "A=1\nB=2" }]);

  // The link opens in a browser that has nothing saved, without a question.
  const fresh = await site.fresh(link);
  await fresh.locator(".problem").first().waitFor();
  assert.equal(await fresh.locator(".cm-line").nth(1).textContent(), "B=2");
  await fresh.context().close();
});

test("a link asks before it takes the place of saved work, which is kept", async () => {
  await site.load(page, { files: [{ name: ".env", text: "MINE=1\n" }] });
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel("Link to this project").inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await line(1).click();
  await page.keyboard.press("Home");
  await page.keyboard.type("#");
  await saved("#MINE=1");

  await page.goto("about:blank");
  await page.goto(link);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  assert.equal(await line(1).textContent(), "#MINE=1");

  await page.goto("about:blank");
  await page.goto(link);
  await dialog.getByRole("button", { name: "Open" }).click();
  await page.waitForFunction(() => document.querySelector(".cm-line").textContent === "MINE=1");
  await page.getByRole("button", { name: "More" }).click();
  await page.locator("#more").getByRole("button", { name: ".env", exact: true }).click();
  await page.waitForFunction(() => document.querySelector(".cm-line").textContent === "#MINE=1");
});

test("damaged links and damaged storage leave a working page", async () => {
  await page.evaluate(() => (localStorage["docklint.project"] = "1:{nonsense"));
  await page.goto(`${site.origin}/#v1.AAAA`);
  await page.reload();
  await page.getByText("The link cannot be opened").waitFor();
  await rows().first().waitFor();
  await page.goto(`${site.origin}/#v9.AAAA`);
  await page.getByText("a later version").waitFor();
});

test("by keyboard alone: tabs, problems, the rule's page, a fix", async () => {
  await site.load(page, { files: [{ name: "Dockerfile", text: "FROM scratch\n" }, ...ONE_FINDING.files] });
  await rows().first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.getAttribute("aria-label"));

  await page.getByRole("tab", { name: "Dockerfile" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await openFile().locator(".tab-name").textContent(), ".env");
  await page.keyboard.press("F2");
  await page.keyboard.type("prod.env");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "prod.env" }).waitFor();
  await page.getByRole("heading", { name: "prod.env" }).waitFor();

  // F8 goes to the finding from anywhere; Tab leaves the editor as it leaves everything.
  await page.keyboard.press("F8");
  await page.waitForFunction(() => document.activeElement.matches(".cm-content"));
  await page.locator(".problem.selected").waitFor();
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => !document.activeElement.matches(".cm-content"));

  for (let i = 0; i < 30 && !(await focused()).includes("missing-final-newline"); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "missing-final-newline" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".rule-page").waitFor({ state: "detached" });

  const fix = page.getByRole("button", { name: "Add a newline at the end" });
  await fix.focus();
  await page.keyboard.press("Enter");
  await rows().first().waitFor({ state: "detached" });

  await page.getByRole("tab", { name: "prod.env" }).focus();
  await page.keyboard.press("Delete");
  await page.getByText("Deleted prod.env.").waitFor();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await page.getByRole("tab", { name: "prod.env" }).waitFor();
});

test("fixes everything safe at once, in every file, and undo takes it back", async () => {
  const files = [
    { name: ".env", text: "A=1" },
    { name: "b.env", text: "B=1\r\nC=2" },
  ];
  await site.load(page, { files });
  await rows().nth(1).waitFor();
  await page.getByRole("button", { name: /Fix all safe/ }).click();
  await page.getByText(/Applied 2 fixes in 2 files/).waitFor();
  await page.getByText("No problems found.").waitFor();
  await saved("C=2\\r\\n");
  assert.deepEqual((await text()).map((file) => file.text), ["A=1\n", "B=1\r\nC=2\r\n"]);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await rows().first().waitFor();
});

test("hovering a mark tells what is wrong and offers the fix", async () => {
  await site.load(page, ONE_FINDING);
  await page.locator(".cm-lint-marker").first().hover();
  const tip = page.locator(".cm-tooltip-lint");
  await tip.getByText("EV002").waitFor();
  // As a hand does: on the way from the mark to the button.
  const button = await tip.getByRole("button", { name: "Add a newline at the end" }).boundingBox();
  await page.mouse.move(button.x + 12, button.y + 8, { steps: 12 });
  await page.mouse.click(button.x + 12, button.y + 8);
  await page.getByText("No problems found.").waitFor();
});

test("clicking a problem goes to its place in its file", async () => {
  await site.load(page, { files: [{ name: "Dockerfile", text: "FROM scratch\n" }, ...ONE_FINDING.files] });
  await page.locator(".problem .jump").first().click();
  assert.equal(await openFile().locator(".tab-name").textContent(), ".env");
  await page.keyboard.type("X");
  await page.waitForFunction(() => document.querySelectorAll(".cm-line")[1].textContent === "B=2X");
});

test("the plain text box does the same, and is remembered", async () => {
  await site.load(page, ONE_FINDING);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByLabel("Plain text box").check();
  await page.keyboard.press("Escape");
  const box = page.getByLabel("Text of .env");
  assert.equal(await box.inputValue(), "A=1\nB=2");
  await page.getByRole("button", { name: "Add a newline at the end" }).click();
  await page.getByText("No problems found.").waitFor();
  assert.equal(await box.inputValue(), "A=1\nB=2\n");
  await box.press("ControlOrMeta+z");
  await rows().first().waitFor();
  await page.reload();
  await box.waitFor();
});

test("dropped files and folders become tabs", async () => {
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["FROM scratch\n"], "dropped.Dockerfile"));
    transfer.items.add(new File([new Uint8Array([0xff, 0xfe, 0, 1])], "picture.png"));
    return transfer;
  });
  await page.locator(".editor-host").dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByRole("tab", { name: "dropped.Dockerfile" }).waitFor();
  await page.getByText("picture.png is not UTF-8 text").waitFor();
});

test("picked files become tabs", async () => {
  await page.locator("input[type=file]").first().setInputFiles({ name: "x.env", mimeType: "text/plain", buffer: Buffer.from("A=1") });
  await page.getByRole("tab", { name: "x.env" }).waitFor();
  await page.getByText("4 files checked").waitFor();
});

test("new files, and examples on demand", async () => {
  await page.getByRole("button", { name: "Add a file" }).click();
  await page.locator("#new-file").getByRole("button", { name: ".dockerignore" }).click();
  await page.getByRole("tab", { name: ".dockerignore", selected: true }).waitFor();
  await page.getByRole("button", { name: "Examples" }).click();
  const example = page.locator("#examples .example button").first();
  const name = await example.locator("strong").textContent();
  await example.click();
  await page.getByRole("tab", { name: ".dockerignore" }).waitFor({ state: "detached" });
  assert.ok(name.length > 0);
  assert.ok((await files().count()) >= 2);
});

const RESOLVABLE = {
  files: [
    { name: "compose.yaml", text: 'services:\n  web:\n    image: "nginx:${TAG}"\n    ports: ["8080:80"]\n    environment:\n      DB_PASSWORD:\n' },
    { name: ".env", text: "TAG=1.27.0\nDB_PASSWORD=correct-horse-battery\n" },
  ],
};

test("the Resolved tab shows what Compose would run, and why it would refuse", async () => {
  await site.load(page, RESOLVABLE);
  const view = page.getByRole("tablist", { name: "Results" });
  await view.getByRole("tab", { name: "Problems", selected: true }).focus();
  await page.keyboard.press("ArrowRight");
  await view.getByRole("tab", { name: "Resolved", selected: true }).waitFor();
  const panel = page.getByRole("tabpanel", { name: "Resolved" });
  const shown = panel.locator("pre");
  await shown.getByText("image: nginx:1.27.0").waitFor();
  const yaml = await shown.textContent();
  assert.match(yaml, /DB_PASSWORD: corr… # \.env:2\n/);
  assert.match(yaml, /published: "8080"\n {8}target: 80\n/);
  assert.doesNotMatch(yaml, /horse/);
  assert.equal(await shown.locator(".origin").first().textContent(), " # .env:2");

  // It follows the text; a variable that nothing sets is said with its place.
  await page.getByRole("tab", { name: ".env" }).click();
  await line(1).click();
  await page.keyboard.press("Home");
  await page.keyboard.type("#");
  await panel.getByRole("button", { name: /TAG.*compose\.yaml:3:12/ }).click();
  assert.equal(await openFile().locator(".tab-name").textContent(), "compose.yaml");

  await line(4).click();
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  await panel.getByText("Compose would refuse this project.").waitFor();
  assert.equal(await shown.count(), 0);
  await panel.getByRole("button", { name: /compose\.yaml:4/ }).first().waitFor();

  await view.getByRole("tab", { name: "Problems" }).click();
  await rows().first().waitFor();
});

test("a key of a compose file is explained under the pointer", async () => {
  await site.load(page, { files: [{ name: "compose.yaml", text: "services:\n  web:\n    label_file: x\n" }] });
  // As a hand does: onto the word, not onto the blanks before it.
  const word = await line(3).getByText("label_file").boundingBox();
  await page.mouse.move(word.x + 100, word.y + 200);
  await page.mouse.move(word.x + word.width - 15, word.y + 8, { steps: 6 });
  const help = page.locator(".cm-docklint-key");
  await help.getByText("services.web.label_file").waitFor();
  assert.match(await help.textContent(), /Files with labels\. Since Docker Compose 2\.32\./);
  await page.mouse.move(word.x + 100, word.y + 200, { steps: 6 });
  await help.waitFor({ state: "detached" });
});

test("keys and values of compose files are completed by keyboard", async () => {
  await site.load(page, { files: [{ name: "compose.yaml", text: "services:\n  web:\n    image: x:1\n    \n" }] });
  const list = page.getByRole("listbox", { name: "Completions" });
  const option = (name) => list.getByRole("option", { name, exact: true });
  await line(4).click();
  await page.keyboard.press("End");
  await page.keyboard.type("rest");
  await option("restart").waitFor();
  await page.locator(".cm-completionInfo").getByText("When the container is started again").waitFor();
  // CodeMirror takes no key for the first moment, so that nobody accepts by accident.
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await option("unless-stopped").waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.match(await line(4).textContent(), /^ {4}restart: \S+$/);

  // A key that is there already is not offered again; Escape closes, and Ctrl+Space asks without a word.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  await option("attach").waitFor();
  assert.equal(await option("image").count(), 0);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
});

test("instructions and the rules that an ignore comment names are completed", async () => {
  await site.load(page, { files: [{ name: "Dockerfile", text: "FROM alpine:3.22\n" }] });
  const option = (name) => page.getByRole("listbox", { name: "Completions" }).getByRole("option", { name });
  await line(2).click();
  await page.keyboard.type("# docklint ignore=DL300");
  await option("DL3006").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.keyboard.type("ENTRY");
  await option("ENTRYPOINT").waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  assert.equal(await line(3).textContent(), "ENTRYPOINT ");
});

test("a configuration among the files holds, and one that is wrong is a problem", async () => {
  await site.load(page, { files: [{ name: ".env", text: "A=1\nB=2" }, { name: ".docklint.yaml", text: "ignore: [EV002]\n" }] });
  await page.getByText("No problems found.").waitFor();
  await site.load(page, { files: [{ name: ".env", text: "A=1\nB=2" }, { name: ".docklint.yaml", text: "ignor: [EV002]\n" }] });
  assert.equal(await rows().count(), 2);
  const wrong = rows().filter({ hasText: "ignor" });
  assert.equal(await wrong.getByRole("button").count(), 1, "there is no rule to explain");
  await wrong.getByRole("button").click();
  assert.match(await openFile().textContent(), /\.docklint\.yaml/);
});

test("without a compose file the Resolved tab says so", async () => {
  await site.load(page, ONE_FINDING);
  await page.getByRole("tab", { name: "Resolved" }).click();
  await page.getByText("There is no Compose file here").waitFor();
});

test("the Resolved tab fits a phone", async () => {
  await site.load(page, RESOLVABLE);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: /^Problems/ }).click();
  await page.getByRole("tab", { name: "Resolved" }).click();
  await page.getByText("image: nginx:1.27.0").waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `${wide} px wide`);
  const tab = await page.getByRole("tab", { name: "Resolved" }).boundingBox();
  assert.ok(tab.height >= 43, `${tab.height} px high`);
});

test("a phone shows one pane at a time, and nothing is cut off", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await rows().first().waitFor({ state: "attached" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `${wide} px wide`);
  await page.getByRole("button", { name: "Share" }).waitFor();
  await page.getByRole("button", { name: /^Problems/ }).click();
  await rows().first().waitFor();
  await rows().first().locator(".code").click();
  await page.locator(".rule-page h1").waitFor();
  await page.getByRole("button", { name: "Close the rule's page" }).click();
  await rows().first().locator(".jump").click();
  await page.locator(".cm-content").waitFor();
  const small = await page
    .locator("button:visible")
    .evaluateAll((all) => all.filter((b) => b.getBoundingClientRect().height < 43).map((b) => b.outerHTML.slice(0, 80)));
  assert.deepEqual(small, []);
});

test("dark and light follow the system, until one is chosen", async () => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  assert.notEqual(light, dark);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByLabel("light").check();
  assert.equal(await background(), light);
  await page.reload();
  assert.equal(await background(), light);
});

test("the rule's page offers its examples to try", async () => {
  await rows().first().locator(".code").click();
  await page.locator(".rule-page").getByRole("link", { name: "Try it" }).first().click();
  await page.waitForFunction(() => document.querySelectorAll(".tabs [role=tab]").length < 3);
});

test("the rules' pages stand alone, and have no scripts", async () => {
  await page.goto(`${site.origin}/rules/index.html`);
  await page.getByRole("link", { name: /missing-final-newline/ }).click();
  await page.getByRole("heading", { name: "missing-final-newline", level: 1 }).waitFor();
  assert.equal(await page.locator("script").count(), 0);
});

test("shows no HTML of the person's text", async () => {
  const evil = `<img src=x onerror="document.title='pwned'">`;
  await site.load(page, { files: [{ name: `${evil}.env`.replaceAll("/", ""), text: `A=${evil}` }] });
  await rows().first().waitFor();
  assert.equal(await page.locator("img[src], script:not([src])").count(), 0);
  assert.notEqual(await page.title(), "pwned");
});
