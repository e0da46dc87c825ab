// Compiles AssemblyScript to one WebAssembly module. The compiler sees the sources given and nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { expandFlagFile } from "../worker/one_shot.ts";
import { compileAssembly } from "./compile_assembly.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).flatMap(expandFlagFile),
  options: {
    /** The node_modules folder that holds AssemblyScript. */
    assemblyscript: { type: "string", default: "" },
    entry: { type: "string", default: "" },
    out: { type: "string", default: "" },
    /** `PATH=FILE`: what a source is called by the others, and where it is. */
    file: { type: "string", multiple: true, default: [] },
  },
});

const files = new Map(
  values.file.map((argument) => {
    const separator = argument.indexOf("=");
    return [argument.slice(0, separator), argument.slice(separator + 1)] as const;
  }),
);
const result = await compileAssembly(
  resolve(values.assemblyscript, "assemblyscript"),
  values.entry,
  (path) => {
    const file = files.get(path);
    return file === undefined ? null : readFileSync(file, "utf8");
  },
);
if (result.wasm === null) {
  process.stderr.write(result.messages);
  process.exitCode = 1;
} else {
  writeFileSync(values.out, result.wasm);
}
