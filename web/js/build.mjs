// Bundles the page's JavaScript into ../generated. `node build.mjs`, after `npm ci`.
import { build } from "esbuild";

const shared = {
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  outdir: "../generated",
  target: ["chrome105", "firefox113", "safari16.4"],
};
await build({ ...shared, entryPoints: { editor: "src/main.js", start: "src/start.js" } });
// The worker imports what wasm-bindgen makes, which stands beside it only later.
await build({ ...shared, entryPoints: { "engine-loader": "src/worker.js" }, external: ["./engine.js"] });
await build({ ...shared, entryPoints: { style: "../css/app.css", "rules/page": "../css/page.css" } });
