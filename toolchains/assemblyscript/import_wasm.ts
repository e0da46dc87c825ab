/**
 * Lets Node import `DIR/NAME.wasm` as a bundle does: its default export is the module's bytes. Bazel puts the file there.
 * Where it is missing, outside Bazel, it is compiled from `DIR/assembly/NAME.ts` and kept in `.cache` by its sources.
 * Use: `node --import ./toolchains/assemblyscript/import_wasm.ts`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";

const root = join(import.meta.dirname, "../..");

registerHooks({
  // Node's own resolution demands that the file is there.
  resolve: (specifier, context, next) =>
    specifier.endsWith(".wasm")
      ? { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) => {
    if (!url.endsWith(".wasm")) return next(url, context);
    const file = fileURLToPath(url);
    const path = JSON.stringify(existsSync(file) ? file : compiled(file));
    const source = `import { readFileSync } from "node:fs";
export default new Uint8Array(readFileSync(${path}));`;
    return { format: "module", shortCircuit: true, source };
  },
});

function compiled(wasm: string): string {
  const folder = join(dirname(wasm), "assembly");
  const files = readdirSync(folder).map((name) => join(folder, name));
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  const result = join(root, ".cache/wasm", `${hash.digest("hex").slice(0, 16)}.wasm`);
  if (!existsSync(result)) compile(join(folder, `${basename(wasm, ".wasm")}.ts`), files, result);
  return result;
}

function compile(entry: string, files: readonly string[], result: string): void {
  mkdirSync(dirname(result), { recursive: true });
  // Another process or thread may compile the same at the same time; each writes its own file and all rename to the same.
  const written = `${result}.${process.pid}.${threadId}`;
  const flags = ["--assemblyscript", join(root, "node_modules"), "--entry", relative(root, entry)];
  const sources = files.flatMap((file) => ["--file", `${relative(root, file)}=${file}`]);
  const main = join(import.meta.dirname, "asc_main.ts");
  const run = spawnSync(process.execPath, [main, ...flags, "--out", written, ...sources], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`${relative(root, entry)} does not compile\n${run.stderr}`);
  renameSync(written, result);
}
