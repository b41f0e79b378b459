// What the page takes from JavaScript, as one global: two editors with the same interface, and the reading of dropped files.
import { CodeEditor } from "./code_editor.js";
import { readDrop, readInput } from "./files.js";
import { PlainEditor } from "./plain_editor.js";

globalThis.docklint = {
  // `on` holds change(id, text, atOnce), fix(finding, fix) and explain(rule).
  createEditor: (host, plain, change, fix, explain) => {
    const on = { change, fix, explain };
    return plain ? new PlainEditor(host, on) : new CodeEditor(host, on);
  },
  readDrop,
  readInput,
};
