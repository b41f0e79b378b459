// What the page takes from JavaScript, as one global: two editors with the same interface, and the reading of dropped files.
import { CodeEditor } from "./code_editor.js";
import { readDrop, readInput } from "./files.js";
import { PlainEditor } from "./plain_editor.js";

globalThis.docklint = {
  // `on` holds change(id, text, atOnce), fix(finding, fix), explain(rule) and ask(question, id, line, character), which promises
  // {range, path, doc, deprecated, since} of a key ("describe"), {range, items} ("complete"), or nothing.
  createEditor: (host, plain, change, fix, explain, ask) => {
    const on = { change, fix, explain, ask };
    return plain ? new PlainEditor(host, on) : new CodeEditor(host, on);
  },
  readDrop,
  readInput,
};
