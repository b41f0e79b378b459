// CodeMirror behind the few calls that the page makes. Each file keeps its own state, and so its own undo.
import { autocompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { dockerFile } from "@codemirror/legacy-modes/mode/dockerfile";
import { properties } from "@codemirror/legacy-modes/mode/properties";
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { difference } from "./positions.js";
import { highlighting, theme } from "./theme.js";

// CodeMirror makes style sheets; the policy of the page lets in only those with its nonce.
const STYLES = EditorView.cspNonce.of(document.querySelector("meta[name=docklint-style]").content);

const LANGUAGES = {
  dockerfile: StreamLanguage.define(dockerFile),
  yaml: StreamLanguage.define(yaml),
  properties: StreamLanguage.define(properties),
};

export class CodeEditor {
  #view;
  #on;
  #states = new Map();
  #active;
  #composing = false;

  constructor(host, on) {
    this.#on = on;
    this.#view = new EditorView({ parent: host, state: EditorState.create({ extensions: STYLES }) });
  }

  // Makes a file known.
  add(id, name, language, text) {
    this.#states.set(id, this.#create(id, name, language, text));
  }

  // Shows a known file.
  show(id) {
    if (id === this.#active) return;
    this.#keep();
    this.#active = id;
    this.#view.setState(this.#states.get(id));
  }

  // Makes a file's state anew under another name, but keeps its text: names choose the language.
  rename(id, name, language) {
    this.#keep();
    const old = this.#states.get(id);
    if (!old) return;
    this.#states.set(id, this.#create(id, name, language, old.doc.toString()));
    if (id === this.#active) this.#view.setState(this.#states.get(id));
  }

  forget(id) {
    this.#states.delete(id);
    if (id === this.#active) this.#active = undefined;
  }

  // Puts another text in place of a file's, as one change that undo takes back.
  replace(id, text) {
    this.#change(id, (state) => {
      const change = difference(state.doc.toString(), text);
      return change.from === change.to && !change.insert ? [] : [change];
    });
  }

  // Applies edits, `[{range, text}]`, as one change that undo takes back.
  edit(id, edits) {
    this.#change(id, (state) =>
      edits.map(({ range, text }) => ({
        from: offset(state.doc, range.start),
        to: offset(state.doc, range.end),
        insert: text,
      })),
    );
  }

  // Marks a file's findings: `[{index, range, severity, code, rule, message, fixes: [{title, safe}]}]`.
  mark(id, findings) {
    if (id !== this.#active) return;
    const { state } = this.#view;
    this.#view.dispatch(setDiagnostics(state, findings.map((finding) => this.#diagnostic(state.doc, finding))));
  }

  // Selects a place, shows it and puts the focus there.
  reveal(start, end) {
    const { doc } = this.#view.state;
    const selection = { anchor: offset(doc, start), head: offset(doc, end) };
    this.#view.dispatch({
      selection,
      effects: EditorView.scrollIntoView(selection.anchor, { y: "center" }),
    });
    this.#view.focus();
  }

  cursor() {
    const { state } = this.#view;
    const line = state.doc.lineAt(state.selection.main.from);
    return { line: line.number - 1, character: state.selection.main.from - line.from };
  }

  focus() {
    this.#view.focus();
  }

  destroy() {
    this.#view.destroy();
  }

  #keep() {
    if (this.#active !== undefined) this.#states.set(this.#active, this.#view.state);
  }

  #change(id, changes) {
    if (id === this.#active) {
      this.#view.dispatch({ changes: changes(this.#view.state), userEvent: "input.fix", scrollIntoView: true });
      return;
    }
    const old = this.#states.get(id);
    if (!old) return;
    const { state } = old.update({ changes: changes(old), userEvent: "input.fix" });
    this.#states.set(id, state);
    this.#on.change(id, state.doc.toString(), true);
  }

  #create(id, name, language, text) {
    const tell = (view, atOnce) => this.#on.change(id, view.state.doc.toString(), atOnce);
    return EditorState.create({
      doc: text,
      extensions: [
        STYLES,
        lineNumbers(),
        lintGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        drawSelection(),
        bracketMatching(),
        history(),
        LANGUAGES[language] ?? [],
        language === "yaml" ? this.#help(id) : [],
        this.#completion(id),
        syntaxHighlighting(highlighting),
        theme,
        EditorView.lineWrapping,
        // Tab is left alone, so that it moves the focus on as everywhere else.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({
          "aria-label": `Text of ${name}`,
          autocapitalize: "off",
          autocorrect: "off",
          spellcheck: "false",
        }),
        // Dropped files are the page's business.
        EditorView.domEventHandlers({
          drop: (event) => event.dataTransfer?.types.includes("Files") ?? false,
          compositionstart: () => {
            this.#composing = true;
            return false;
          },
          compositionend: (_, view) => {
            this.#composing = false;
            setTimeout(() => tell(view, false));
            return false;
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || this.#composing) return;
          const atOnce = ["input.paste", "input.drop", "input.fix", "undo", "redo"];
          tell(update.view, update.transactions.some((t) => atOnce.some((event) => t.isUserEvent(event))));
        }),
      ],
    });
  }

  // Says what the key under the pointer means.
  #help(id) {
    return hoverTooltip(async (view, pos) => {
      const line = view.state.doc.lineAt(pos);
      const help = await this.#on.ask("describe", id, line.number - 1, pos - line.from);
      if (!help) return null;
      const { doc } = view.state;
      return {
        pos: offset(doc, help.range.start),
        end: offset(doc, help.range.end),
        above: true,
        create: () => ({ dom: explanation(help) }),
      };
    });
  }

  // Offers what could be written: while a word is typed, where a value or a rule's code comes next, or when asked with Ctrl+Space.
  #completion(id) {
    const source = async ({ state, pos, explicit }) => {
      const line = state.doc.lineAt(pos);
      const before = line.text.slice(0, pos - line.from);
      if (!explicit && !/[\w"]$|\S: $|ignore(-file)?=$/.test(before)) return null;
      const found = await this.#on.ask("complete", id, line.number - 1, pos - line.from);
      return found && {
        from: offset(state.doc, found.range.start),
        to: offset(state.doc, found.range.end),
        options: found.items.map(option),
        validFor: /^[\w./"+-]*$/,
      };
    };
    // Behind a key's colon its values are offered at once.
    const activateOnCompletion = ({ apply }) => apply.endsWith(": ");
    return autocompletion({ override: [source], icons: false, activateOnCompletion });
  }

  #diagnostic(doc, finding) {
    const { index, range, severity, message, fixes } = finding;
    return {
      from: offset(doc, range.start),
      to: offset(doc, range.end),
      severity: severity === "style" ? "hint" : severity,
      message,
      renderMessage: () => this.#message(finding),
      actions: fixes.map(({ title, safe }, fix) => ({
        name: safe ? title : `${title} (unsafe)`,
        apply: () => this.#on.fix(index, fix),
      })),
    };
  }

  #message({ code, rule, severity, message }) {
    const text = element("div", "cm-docklint-message");
    text.append(element("span", `cm-docklint-severity cm-docklint-${severity}`, severity));
    if (rule) {
      const explain = element("button", "cm-docklint-code", code);
      explain.type = "button";
      explain.title = `What ${rule} is about`;
      explain.onclick = () => this.#on.explain(rule);
      text.append(explain, " ");
    }
    // What stands between backticks is code.
    message.split("`").forEach((part, i) => text.append(i % 2 ? element("code", "cm-docklint-quoted", part) : part));
    return text;
  }
}

function option({ label, suffix, detail, doc, deprecated, since }) {
  return {
    label,
    detail: deprecated ? "out of date" : detail,
    apply: label + suffix,
    boost: deprecated ? -1 : 0,
    info: doc && (() => explanation({ path: label, doc, deprecated, since })),
  };
}

function explanation({ path, doc, deprecated, since }) {
  const text = element("div", "cm-docklint-key");
  let words = ` ${doc}`;
  if (deprecated) words += ` Out of date; instead: ${deprecated}.`;
  if (since) words += ` Since Docker Compose ${since}.`;
  text.append(element("code", "cm-docklint-quoted", path));
  words.split("`").forEach((part, i) => text.append(i % 2 ? element("code", "cm-docklint-quoted", part) : part));
  return text;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

// The offset of a position; what lies outside the text is moved into it.
function offset(doc, { line, character }) {
  const found = doc.line(Math.min(line + 1, doc.lines));
  return Math.min(found.from + character, found.to);
}
