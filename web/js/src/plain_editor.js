// A plain text box with the interface of the code editor: for screen readers, old devices and whoever likes it plain.
// Each file has its own box, and so its own undo.
import { difference, offsetIn, positionIn } from "./positions.js";

export class PlainEditor {
  #host;
  #on;
  #boxes = new Map();
  #active;

  constructor(host, on) {
    this.#on = on;
    this.#host = document.createElement("div");
    this.#host.className = "plain-editor";
    host.replaceChildren(this.#host);
  }

  add(id, name, _language, text) {
    this.#boxes.set(id, this.#create(id, name, text));
  }

  show(id) {
    this.#active = id;
    for (const [other, box] of this.#boxes) box.hidden = other !== id;
  }

  rename(id, name) {
    this.#boxes.get(id)?.setAttribute("aria-label", `Text of ${name}`);
  }

  forget(id) {
    this.#boxes.get(id)?.remove();
    this.#boxes.delete(id);
  }

  replace(id, text) {
    const box = this.#boxes.get(id);
    if (!box || box.value === text) return;
    const { from, to, insert } = difference(box.value, text);
    box.setSelectionRange(from, to);
    // The only way to change a text box that its undo knows of. It needs the focus, so a hidden box is set plainly.
    box.focus();
    const done = insert ? document.execCommand("insertText", false, insert) : document.execCommand("delete");
    if (!done || box.value !== text) {
      box.value = text;
      this.#on.change(id, text, true);
    }
  }

  edit(id, edits) {
    const box = this.#boxes.get(id);
    if (!box) return;
    let text = box.value;
    const places = edits.map((edit) => ({
      from: offsetIn(box.value, edit.range.start),
      to: offsetIn(box.value, edit.range.end),
      text: edit.text,
    }));
    for (const place of places.sort((a, b) => b.from - a.from)) {
      text = text.slice(0, place.from) + place.text + text.slice(place.to);
    }
    this.replace(id, text);
  }

  // A text box cannot be marked: the list of problems tells all.
  mark() {}

  reveal(start, end) {
    const box = this.#boxes.get(this.#active);
    if (!box) return;
    box.focus();
    box.setSelectionRange(offsetIn(box.value, start), offsetIn(box.value, end));
    const height = parseFloat(getComputedStyle(box).lineHeight);
    box.scrollTop = Math.max(0, start.line * height - box.clientHeight / 2);
  }

  cursor() {
    const box = this.#boxes.get(this.#active);
    return box ? positionIn(box.value, box.selectionStart) : { line: 0, character: 0 };
  }

  focus() {
    this.#boxes.get(this.#active)?.focus();
  }

  destroy() {
    this.#host.remove();
  }

  #create(id, name, text) {
    const box = document.createElement("textarea");
    box.value = text;
    box.spellcheck = false;
    box.autocapitalize = "off";
    box.setAttribute("autocorrect", "off");
    box.setAttribute("aria-label", `Text of ${name}`);
    box.addEventListener("input", (event) => {
      if (event.isComposing) return;
      this.#on.change(id, box.value, event.inputType !== "insertText");
    });
    box.addEventListener("compositionend", () => this.#on.change(id, box.value, false));
    this.#host.append(box);
    return box;
  }
}
