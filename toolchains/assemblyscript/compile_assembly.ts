/** AssemblyScript's compiler as a function from sources to a module. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface CompiledAssembly {
  /** Null where the sources have errors. */
  readonly wasm: Uint8Array | null;
  readonly messages: string;
}

/**
 * No collector and no runtime: kernels work on memory that their caller lays out. SIMD is in every engine that this
 * project runs on; relaxed SIMD stays out, since its results differ between machines.
 */
const FLAGS = [
  "-O3",
  "--noAssert",
  "--runtime",
  "stub",
  "--enable",
  "simd",
  "--outFile",
  "out.wasm",
];

/** `compilerFolder` is that of the package `assemblyscript`; `read` gives null for a file that is not there. */
export async function compileAssembly(
  compilerFolder: string,
  entry: string,
  read: (path: string) => string | null,
): Promise<CompiledAssembly> {
  const compiler = pathToFileURL(join(compilerFolder, "dist/asc.js")).href;
  const { main }: typeof import("assemblyscript/asc") = await import(compiler);
  let wasm: Uint8Array | null = null;
  const { error, stderr } = await main([entry, ...FLAGS], {
    readFile: read,
    writeFile: (_, contents) => {
      if (typeof contents !== "string") wasm = contents;
    },
    listFiles: () => [],
  });
  return { wasm: error === null ? wasm : null, messages: stderr.toString() };
}
