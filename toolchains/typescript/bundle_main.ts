// Bundles one entry point and all that it imports into one JavaScript file with esbuild.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { expandFlagFile } from "../worker/one_shot.ts";
import { readFileArguments, withMirror } from "./mirror.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).flatMap(expandFlagFile),
  options: {
    /** The node_modules folder that holds esbuild. */
    esbuild: { type: "string", default: "" },
    entry: { type: "string", default: "" },
    out: { type: "string", default: "" },
    platform: { type: "string", default: "node" },
    minify: { type: "boolean", default: false },
    file: { type: "string", multiple: true, default: [] },
    modules: { type: "string", multiple: true, default: [] },
    external: { type: "string", multiple: true, default: [] },
  },
});

/** A bundled CommonJS package asks for Node's modules by `require`, which an ES module does not have. */
const REQUIRE = `import { createRequire as createRequire_ } from "node:module";
const require = createRequire_(import.meta.url);`;

const { buildSync }: typeof import("esbuild") = createRequire(resolve(values.esbuild, "index.js"))(
  "esbuild",
);
const outfile = resolve(values.out);
const content = { files: readFileArguments(values.file), moduleFolders: values.modules };
try {
  withMirror(content, (folder) =>
    buildSync({
      absWorkingDir: folder,
      entryPoints: [join(folder, values.entry)],
      outfile,
      bundle: true,
      format: "esm",
      platform: values.platform === "browser" ? "browser" : "node",
      target: values.platform === "browser" ? "es2022" : "node24",
      ...(values.platform === "node" && { banner: { js: REQUIRE } }),
      // A package for both asks for Node's modules where it finds itself under Node.
      external: [...values.external, ...(values.platform === "browser" ? ["node:*"] : [])],
      // A WebAssembly module is its bytes, inside the bundle.
      loader: { ".wasm": "binary" },
      // The bundle names each module's path; where the links lead is a folder of this machine.
      preserveSymlinks: true,
      minify: values.minify,
      charset: "utf8",
      legalComments: "none",
      logLevel: "error",
    }),
  );
} catch {
  // esbuild has printed what is wrong and where.
  process.exitCode = 1;
}
