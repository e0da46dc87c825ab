/**
 * Where type problems are worth telling although some files could not be read in full: in those that neither are such
 * files nor refer to one, directly or through others. Elsewhere what is missing could be what was not read.
 */
import { referencedModules } from "./module_search.ts";
import type { Module } from "./syntax/ast.ts";

export interface ReadFile {
  readonly path: string;
  readonly module: Module;
  readonly isBroken: boolean;
}

/** The paths of the files that nothing broken has a part in. */
export function untouchedFiles(files: readonly ReadFile[]): Set<string> {
  const touched = new Set(files.filter((file) => file.isBroken).map(modulePath));
  const references = new Map(
    files.map((file) => [modulePath(file), referencedModules(file.module)] as const),
  );
  for (let before = -1; before !== touched.size; ) {
    before = touched.size;
    for (const [path, mentioned] of references)
      if (mentioned.some((other) => touched.has(other))) touched.add(path);
  }
  return new Set(files.filter((file) => !touched.has(modulePath(file))).map(({ path }) => path));
}

/** `src/pack/Main.hx` in `package pack` is `pack.Main`. */
function modulePath({ path, module }: ReadFile): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.hx$/, "");
  return [...(module.package?.path ?? []), name].join(".");
}
