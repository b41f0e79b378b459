// Says what the page weighs as a browser downloads it (brotli), and whether that is within the budget. `node weigh.mjs FOLDER`; with `--strict` too much
// of it is an error.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 500_000;
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
console.log(`${" ".repeat(10)}${String(total).padStart(8)} br  in total, of ${BUDGET}`);
if (total > BUDGET) {
  console.error("The page is over its budget.");
  process.exitCode = strict === "--strict" ? 1 : 0;
}
