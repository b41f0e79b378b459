// Files that a person drops or picks, as `[{name, text}]`. Folders are walked; what is not text or not ours is left out.

const MOST_FILES = 200;
const MOST_BYTES = 1_000_000;
const SKIPPED = new Set([".git", "node_modules", "target", "vendor", ".venv", "venv", "__pycache__", "dist", "build"]);

export async function readDrop(transfer, wanted) {
  // Entries must be taken before the first await: the browser empties the transfer after the event.
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.());
  // A browser that knows no entries still knows files, though not folders.
  const found = items
    .filter((_, i) => !entries[i])
    .map((item) => item.getAsFile())
    .filter(Boolean)
    .map((file) => ({ path: file.name, file }));
  for (const entry of entries.filter(Boolean)) await walk(entry, entry.isFile, wanted, found);
  const single = entries.length === 1 && entries[0].isDirectory ? `${entries[0].name}/` : "";
  return read(found.map(({ path, file }) => ({ path: path.slice(single.length), file })));
}

export async function readInput(input, wanted) {
  const found = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const inFolder = input.webkitdirectory;
  input.value = "";
  const ours = inFolder
    ? found
        .map(({ path, file }) => ({ path: path.slice(path.indexOf("/") + 1), file }))
        .filter(({ path }) => !path.split("/").some((part) => SKIPPED.has(part)) && wanted(path))
    : found;
  return read(ours.slice(0, MOST_FILES));
}

// Collects the files under an entry. What is dropped by itself is always wanted.
async function walk(entry, asked, wanted, found) {
  if (found.length >= MOST_FILES) return;
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    if (!asked && !wanted(path)) return;
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ path, file });
    return;
  }
  if (SKIPPED.has(entry.name)) return;
  const reader = entry.createReader();
  for (;;) {
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const child of batch) await walk(child, false, wanted, found);
  }
}

async function read(found) {
  const files = [];
  const refused = [];
  let bytes = 0;
  for (const { path, file } of found) {
    bytes += file.size;
    if (bytes > MOST_BYTES) {
      refused.push(`${path} is too large: a project may hold 1 MB of text here`);
      bytes -= file.size;
      continue;
    }
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
      files.push({ name: path, text });
    } catch {
      refused.push(`${path} is not UTF-8 text`);
    }
  }
  return { files, refused };
}
