// Says what the page weighs as a browser downloads it (brotli). `node weigh.mjs FOLDER`; with `--strict` more than the limit is an error.
// The aim is not reached yet: the worker's share grew with the number of rules. The limit keeps it from growing unseen.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const AIM = 500_000;
const LIMIT = 800_000;
const [, , root, strict] = process.argv;

// Pages of rules and examples are loaded one by one, on demand.
const ON_DEMAND = /^(rules|examples)[/\\]/;

function* walk(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
let total = 0;
for (const path of walk(root)) {
  const name = relative(root, path);
  if (ON_DEMAND.test(name)) continue;
  const bytes = readFileSync(path);
  const brotli = brotliCompressSync(bytes, options).length;
  total += brotli;
  console.log(`${String(bytes.length).padStart(9)} ${String(brotli).padStart(8)} br  ${name}`);
}
console.log(`${" ".repeat(10)}${String(total).padStart(8)} br  in total; the aim is ${AIM}, the limit ${LIMIT}`);
if (total > LIMIT) {
  console.error("The page is over its limit.");
  process.exitCode = strict === "--strict" ? 1 : 0;
}
